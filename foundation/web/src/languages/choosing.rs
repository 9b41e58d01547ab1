use kernel::Language;

/// The cookie that remembers a reader's choice of language.
pub const COOKIE: &str = "pejling_language";

/// The language for a reader: what the address asks for (`?lang=en`), else what the reader chose
/// before (the cookie), else what the browser prefers (`Accept-Language`), else Danish.
pub fn choose(asked: Option<&str>, remembered: Option<&str>, accepted: Option<&str>) -> Language {
    asked
        .and_then(Language::from_tag)
        .or_else(|| remembered.and_then(Language::from_tag))
        .or_else(|| accepted.and_then(preferred))
        .unwrap_or_default()
}

/// The first of our languages by the weights of `Accept-Language` (RFC 9110, section 12.5.4).
fn preferred(header: &str) -> Option<Language> {
    let mut wanted: Vec<(f32, Language)> = header.split(',').filter_map(weighted).collect();
    wanted.retain(|(weight, _)| *weight > 0.0);
    // A stable sort keeps the header's order among equal weights.
    wanted.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    wanted.first().map(|(_, language)| *language)
}

fn weighted(part: &str) -> Option<(f32, Language)> {
    let mut pieces = part.trim().split(';');
    let language = Language::from_tag(pieces.next()?.trim())?;
    let weight = pieces
        .filter_map(|piece| piece.trim().strip_prefix("q="))
        .find_map(|weight| weight.parse().ok())
        .unwrap_or(1.0);
    Some((weight, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_goes_before_the_cookie_and_the_cookie_before_the_browser() {
        assert_eq!(choose(Some("en"), Some("da"), Some("da")), Language::En);
        assert_eq!(choose(None, Some("en"), Some("da")), Language::En);
        assert_eq!(choose(None, None, Some("en-GB,en;q=0.9")), Language::En);
    }

    #[test]
    fn danish_is_spoken_to_whoever_says_nothing_we_know() {
        assert_eq!(choose(None, None, None), Language::Da);
        assert_eq!(choose(Some("xx"), None, Some("de,fr;q=0.5")), Language::Da);
    }

    #[test]
    fn the_browsers_weights_count() {
        assert_eq!(choose(None, None, Some("en;q=0.4, da;q=0.8")), Language::Da);
        assert_eq!(
            choose(None, None, Some("sv, en;q=0.2, da;q=0")),
            Language::En
        );
    }
}
