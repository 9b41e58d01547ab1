//! What happens to a recommendation's text on its way through other people's programs.

use super::dice::Dice;
use super::shape::Texts;

/// The text as the form has it.
pub fn worn(text: &str, texts: Texts, dice: &mut Dice) -> String {
    match texts {
        Texts::Full => text.to_owned(),
        Texts::Shortened => shortened(text),
        Texts::Dotted => format!("{} …", shortened(text)),
        Texts::Hyphenated => hyphenated(text),
        Texts::Ocr(percent) => misread(text, percent, dice),
    }
}

/// The first half, at least eight words: enough to tell recommendations of one form apart.
fn shortened(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let kept = (words.len() / 2).max(8).min(words.len());
    words[..kept]
        .join(" ")
        .trim_end_matches([',', '.', ';'])
        .to_owned()
}

/// Every long word that stands where an old line ended keeps its hyphen: `koordinati-on`.
fn hyphenated(text: &str) -> String {
    let mut column = 0;
    let mut words = Vec::new();
    for word in text.split(' ') {
        column += word.chars().count() + 1;
        let letters: Vec<char> = word.chars().collect();
        if column > 34 && letters.len() > 8 {
            column = 0;
            let (head, tail) = letters.split_at(letters.len() / 2);
            words.push(format!(
                "{}-{}",
                String::from_iter(head),
                String::from_iter(tail)
            ));
        } else {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}

/// Letters as a scanner's text recognition confuses them.
pub fn misread(text: &str, percent: usize, dice: &mut Dice) -> String {
    let mut read = String::new();
    for letter in text.chars() {
        match dice.percent(percent) {
            true => read.push_str(&confused(letter, dice)),
            false => read.push(letter),
        }
    }
    read
}

fn confused(letter: char, dice: &mut Dice) -> String {
    let alike: &[&str] = match letter {
        'ø' => &["o", "0"],
        'å' => &["a", "â"],
        'æ' => &["ae", "e"],
        'm' => &["rn", "nn"],
        'l' => &["1", "I"],
        'i' => &["l", "í"],
        'e' => &["c", "é"],
        'o' => &["0", "c"],
        'n' => &["ri", "u"],
        'f' => &["t"],
        'g' => &["q", "9"],
        ' ' => &["  ", ""],
        's' => &["5", "s "],
        other => return other.to_string(),
    };
    (*dice.pick(alike)).to_owned()
}
