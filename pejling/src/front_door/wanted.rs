//! Where somebody wanted to go before they were asked to sign in.

/// The address, if it is a page of ours: a path, which no browser takes for another host
/// (`//host`, `/\host`), and nothing that could end a header.
pub fn local(to: &str) -> Option<&str> {
    let is_path = to.starts_with('/') && !to.starts_with("//");
    let is_plain = to
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (is_path && is_plain).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_only_ever_sent_on_to_a_page_of_ours() {
        assert_eq!(
            local("/desk/rounds/2026?state=late"),
            Some("/desk/rounds/2026?state=late")
        );
        for elsewhere in [
            "",
            "desk",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "/desk\r\nset-cookie: a=b",
            "/de sk",
            "javascript:alert(1)",
        ] {
            assert_eq!(local(elsewhere), None, "{elsewhere}");
        }
    }
}
