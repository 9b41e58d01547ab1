/// Letters that nobody sees, or that turn a line of a log or a header around: control characters,
/// line separators, zero-width letters and the marks of writing direction (Unicode TR 36).
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
