//! Changes files: parts of packages, tokens of markup and PDFs, bytes of anything.

mod bytes;
mod tokens;

use crate::pdf_seed;
use crate::seeds::{Parts, Seed};
use bench::generator::dice::Dice;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A changed copy; `other` lends pieces.
pub fn mutate(seed: &Seed, other: &Seed, dice: &mut Dice) -> Seed {
    let mut changed = seed.clone();
    for _ in 0..1 + dice.below(4) {
        mutate_parts(&mut changed.parts, &other.parts, dice);
    }
    changed
}

/// The file of a seed, in a few of a hundred cases damaged once more after putting together.
pub fn file(seed: &Seed, dice: &mut Dice) -> Vec<u8> {
    let mut file = match &seed.parts {
        Parts::Package(members) => zipped(members, dice),
        Parts::Pdf(objects) => pdf_seed::put_together(objects),
        Parts::Markup(bytes) | Parts::Bytes(bytes) => bytes.clone(),
    };
    if dice.percent(5) {
        bytes::mutate(&mut file, dice);
    }
    file
}

fn mutate_parts(parts: &mut Parts, other: &Parts, dice: &mut Dice) {
    match parts {
        Parts::Package(members) => mutate_package(members, other, dice),
        Parts::Markup(text) => match dice.percent(85) {
            true => tokens::mutate(text, &lent(other, dice), tokens::Kind::Markup, dice),
            false => bytes::mutate(text, dice),
        },
        Parts::Pdf(objects) => mutate_pdf(objects, other, dice),
        Parts::Bytes(text) => match dice.percent(50) {
            true => tokens::mutate(text, &lent(other, dice), tokens::Kind::Lines, dice),
            false => bytes::mutate(text, dice),
        },
    }
}

/// A piece of another file.
fn lent(other: &Parts, dice: &mut Dice) -> Vec<u8> {
    match other {
        Parts::Package(members) if !members.is_empty() => {
            members[dice.below(members.len())].1.clone()
        }
        Parts::Pdf(objects) if !objects.is_empty() => objects[dice.below(objects.len())].clone(),
        Parts::Markup(bytes) | Parts::Bytes(bytes) => bytes.clone(),
        _ => Vec::new(),
    }
}

fn mutate_package(members: &mut Vec<(String, Vec<u8>)>, other: &Parts, dice: &mut Dice) {
    if members.is_empty() {
        return;
    }
    let at = dice.below(members.len());
    match dice.below(40) {
        0 => {
            members.remove(at);
        }
        1 => members.push(members[at].clone()),
        2 => members[at].1 = lent(other, dice),
        3 => members[at].1.clear(),
        4 => bytes::mutate(&mut members[at].1, dice),
        _ => {
            let at = content_of(members, dice);
            tokens::mutate(
                &mut members[at].1,
                &lent(other, dice),
                tokens::Kind::Markup,
                dice,
            );
        }
    }
}

/// Mostly the member that carries the content.
fn content_of(members: &[(String, Vec<u8>)], dice: &mut Dice) -> usize {
    let names = [
        "document.xml",
        "content.xml",
        "sheet1.xml",
        "sharedStrings.xml",
        "styles.xml",
    ];
    let name = names[dice.below(names.len())];
    let found = members
        .iter()
        .position(|(member, _)| member.ends_with(name));
    found.unwrap_or_else(|| dice.below(members.len()))
}

fn mutate_pdf(objects: &mut Vec<Vec<u8>>, other: &Parts, dice: &mut Dice) {
    if objects.is_empty() {
        return;
    }
    let at = dice.below(objects.len());
    match dice.below(20) {
        0 => objects.push(lent(other, dice)),
        1 => objects.swap(at, 0),
        2 => bytes::mutate(&mut objects[at], dice),
        _ => tokens::mutate(
            &mut objects[at],
            &lent(other, dice),
            tokens::Kind::Words,
            dice,
        ),
    }
}

fn zipped(members: &[(String, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let method = match dice.percent(80) {
        true => CompressionMethod::Stored,
        false => CompressionMethod::Deflated,
    };
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in members {
        // A member that cannot be written (its name twice) is left out.
        if writer.start_file(name.as_str(), options).is_ok() {
            let _ = writer.write_all(content);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
