//! Changes of bytes.

use bench::generator::dice::Dice;

/// Changes, removes, repeats or cuts bytes.
pub fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if bytes.is_empty() {
        bytes.push(0);
    }
    match dice.below(6) {
        0 => bytes.truncate(dice.below(bytes.len())),
        1 => remove(bytes, dice),
        2 => repeat(bytes, dice),
        3 => insert(bytes, dice),
        _ => flip(bytes, dice),
    }
}

fn flip(bytes: &mut [u8], dice: &mut Dice) {
    for _ in 0..1 + dice.below(8) {
        let at = dice.below(bytes.len());
        bytes[at] = *dice.pick(&[
            0,
            0xff,
            b'<',
            b'"',
            b'\n',
            b';',
            bytes[at] ^ 1,
            bytes[at] ^ 0x80,
        ]);
    }
}

fn remove(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.below(bytes.len());
    let to = (from + dice.below(200)).min(bytes.len());
    bytes.drain(from..to);
}

fn repeat(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.below(bytes.len());
    let to = (from + 1 + dice.below(60)).min(bytes.len());
    let piece = bytes[from..to].repeat(1 + dice.below(300));
    bytes.splice(from..from, piece);
}

fn insert(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let pieces: [&[u8]; 6] = [
        "\u{feff}".as_bytes(),
        "\u{202e}\u{200b}\u{0301}".as_bytes(),
        b"\xc3\x28\xa0\xa1",
        "🟢🟡🔴".as_bytes(),
        b"%PDF-1.7",
        b"PK\x03\x04",
    ];
    let at = dice.below(bytes.len());
    bytes.splice(at..at, dice.pick(&pieces).iter().copied());
}
