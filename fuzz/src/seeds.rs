//! What fuzzing begins with: generated forms of every kind, taken apart so that their parts can
//! be changed and put together again.

use crate::pdf_seed;
use bench::cases::cases;
use bench::generator::form;
use bench::generator::shape::Format;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A file taken apart.
#[derive(Debug, Clone)]
pub struct Seed {
    /// The file's name.
    pub name: String,
    /// Its parts.
    pub parts: Parts,
}

/// The parts of a file.
#[derive(Debug, Clone)]
pub enum Parts {
    /// The members of a zip package.
    Package(Vec<(String, Vec<u8>)>),
    /// Markup.
    Markup(Vec<u8>),
    /// The objects of a PDF; its table of objects is made when it is put together.
    Pdf(Vec<Vec<u8>>),
    /// Anything else.
    Bytes(Vec<u8>),
}

/// The seeds, a few of each kind.
pub fn seeds() -> Vec<Seed> {
    let shapes = cases();
    let unprinted = shapes
        .iter()
        .filter(|shape| !matches!(shape.format, Format::Pdf(_)));
    let mut seeds: Vec<_> = unprinted
        .map(|shape| {
            let form = form(shape);
            Seed {
                parts: taken_apart(shape.format, form.bytes),
                name: format!("form.{}", shape.format.ending()),
            }
        })
        .collect();
    seeds.extend(pdf_seed::seeds());
    seeds
}

fn taken_apart(format: Format, bytes: Vec<u8>) -> Parts {
    match format {
        Format::Html => Parts::Markup(bytes),
        Format::Csv | Format::Text => Parts::Bytes(bytes),
        _ => Parts::Package(members(&bytes)),
    }
}

fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let mut members = Vec::new();
    for at in 0..archive.len() {
        let Ok(mut file) = archive.by_index(at) else {
            continue;
        };
        let Ok(name) = file.name().map(|name| name.into_owned()) else {
            continue;
        };
        let mut content = Vec::new();
        if file.read_to_end(&mut content).is_ok() {
            members.push((name, content));
        }
    }
    members
}
