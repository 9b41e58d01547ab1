//! One form for all spellings of a place's name.

/// A name in the letters a–z: `å` as `aa`, `ø` as `oe`, `æ` as `ae`, without hyphens, spaces and
/// the words around the name ("Københavns Kommune" is `koebenhavns`).
pub fn folded(name: &str) -> String {
    letters(&bare(name), |letter| match letter {
        'å' => "aa",
        'ø' | 'ö' => "oe",
        'æ' | 'ä' => "ae",
        _ => "",
    })
}

/// The same with `å` and `aa` as `a`, `ø` as `o`: how names look where only ASCII was at hand.
pub fn flattened(name: &str) -> String {
    letters(&bare(name), |letter| match letter {
        'å' => "a",
        'ø' | 'ö' => "o",
        'æ' | 'ä' => "ae",
        _ => "",
    })
    .replace("aa", "a")
}

fn letters(name: &str, danish: impl Fn(char) -> &'static str) -> String {
    name.chars().fold(String::new(), |mut out, letter| {
        match letter {
            'a'..='z' => out.push(letter),
            other => out.push_str(danish(other)),
        }
        out
    })
}

/// Lower case, without "Kommune", "Regionskommune" and "Byråd" as words of their own.
fn bare(name: &str) -> String {
    // A decomposed å (a + ring above) is what some programs write.
    let composed = name.to_lowercase().replace("a\u{30a}", "å");
    let is_name = |word: &&str| !matches!(*word, "kommune" | "kommunes" | "regionskommune");
    composed
        .split_whitespace()
        .filter(is_name)
        .collect::<Vec<_>>()
        .join(" ")
}
