//! Changes of tokens: tags and texts of markup, words of a PDF, lines of a text.

use bench::generator::dice::Dice;

/// Where tokens end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// At `<` and after `>`.
    Markup,
    /// At white space.
    Words,
    /// After line ends.
    Lines,
}

/// Values that programs forget about.
const VALUES: [&str; 16] = [
    "0",
    "-1",
    "1",
    "255",
    "65535",
    "65536",
    "2147483647",
    "4294967295",
    "18446744073709551616",
    "1e308",
    "NaN",
    "",
    "FFFFFF",
    "999999",
    "0.000001",
    "auto",
];

/// Constructs that are legal or nearly so, and rare.
const RARE: [&str; 14] = [
    "<!DOCTYPE a [<!ENTITY b \"bb\">]>",
    "&b;&amp;&#0;&#x10FFFF;&nbsp;",
    "<![CDATA[<w:tbl>]]>",
    "<!-- -- -->",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<table><tr><td rowspan=\"4294967295\" colspan=\"1000\">",
    "<w:gridSpan w:val=\"100000\"/><w:vMerge/>",
    "<table:table-cell table:number-columns-repeated=\"16384\" table:number-rows-spanned=\"1048576\"/>",
    "<table:table-row table:number-rows-repeated=\"1048576\">",
    "<w:sdt><w:sdtContent>",
    "<c r=\"XFD1048576\" t=\"s\"><v>999999999</v></c>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "q Q BT ET 1e9 0 0 1e9 0 0 cm /F1 1e9 Tf",
];

/// Changes some tokens; `other` lends some.
pub fn mutate(text: &mut Vec<u8>, other: &[u8], kind: Kind, dice: &mut Dice) {
    let mut tokens = split(text, kind);
    if tokens.is_empty() {
        return;
    }
    let at = dice.below(tokens.len());
    match dice.below(9) {
        0 => {
            tokens.remove(at);
        }
        1 => tokens.insert(at, tokens[dice.below(tokens.len())].clone()),
        2 => {
            let with = dice.below(tokens.len());
            tokens.swap(at, with);
        }
        3 => repeat(&mut tokens, at, dice),
        4 => tokens.insert(at, dice.pick(&RARE).as_bytes().to_vec()),
        5 => splice(&mut tokens, at, split(other, kind), dice),
        6 => move_block(&mut tokens, at, dice),
        _ => change_value(&mut tokens[at], dice),
    }
    *text = tokens.concat();
}

fn split(text: &[u8], kind: Kind) -> Vec<Vec<u8>> {
    let mut tokens: Vec<Vec<u8>> = vec![Vec::new()];
    for byte in text {
        let begins = kind == Kind::Markup && *byte == b'<';
        if begins {
            tokens.push(Vec::new());
        }
        if let Some(token) = tokens.last_mut() {
            token.push(*byte);
        }
        let ends = match kind {
            Kind::Markup => *byte == b'>',
            Kind::Words => byte.is_ascii_whitespace(),
            Kind::Lines => *byte == b'\n',
        };
        if ends {
            tokens.push(Vec::new());
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

/// Repeats a few tokens, now and then thousands of times: nesting and length.
fn repeat(tokens: &mut Vec<Vec<u8>>, at: usize, dice: &mut Dice) {
    let to = (at + 1 + dice.below(6)).min(tokens.len());
    let times = *dice.pick(&[2, 5, 40, 400, 3000]);
    let piece = tokens[at..to].concat();
    if piece.len() * times < 2_000_000 {
        tokens.insert(at, piece.repeat(times));
    }
}

fn splice(tokens: &mut Vec<Vec<u8>>, at: usize, other: Vec<Vec<u8>>, dice: &mut Dice) {
    if other.is_empty() {
        return;
    }
    let from = dice.below(other.len());
    let to = (from + 1 + dice.below(30)).min(other.len());
    tokens.splice(at..at, other[from..to].iter().cloned());
}

fn move_block(tokens: &mut Vec<Vec<u8>>, at: usize, dice: &mut Dice) {
    let to = (at + 1 + dice.below(40)).min(tokens.len());
    let block: Vec<_> = tokens.drain(at..to).collect();
    let place = dice.below(tokens.len() + 1);
    tokens.splice(place..place, block);
}

/// Puts a strange value in place of a quoted one, of a number, or of the whole token.
fn change_value(token: &mut Vec<u8>, dice: &mut Dice) {
    let value = dice.pick(&VALUES).as_bytes().to_vec();
    let quotes: Vec<_> = (0..token.len()).filter(|at| token[*at] == b'"').collect();
    if quotes.len() >= 2 {
        let pair = dice.below(quotes.len() / 2) * 2;
        token.splice(quotes[pair] + 1..quotes[pair + 1], value);
        return;
    }
    let digits = token.iter().position(u8::is_ascii_digit);
    match digits {
        Some(from) => {
            let length = token[from..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            token.splice(from..from + length, value);
        }
        None => token.extend(value),
    }
}
