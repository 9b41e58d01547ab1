//! Figures beside other programs, all from one run on one machine.

mod machine;
mod peers;
mod program;
mod reading;
mod server;
mod wrk;

use crate::cases::cases;
use crate::generator::{dice::Dice, form, shape};
use crate::suite::{Made, made};
use std::io;
use std::path::Path;

/// Where things are.
pub struct Tools<'a> {
    /// A folder for generated files.
    pub folder: &'a Path,
    /// A Python with the peers installed.
    pub python: &'a Path,
    /// The program.
    pub pejling: &'a Path,
}

/// How often each file is read; the best pass counts, for everyone.
const PASSES: u32 = 7;

/// Runs everything; each part that cannot run says so in its line.
///
/// # Errors
/// Where the generated files cannot be written.
pub fn run(tools: &Tools<'_>) -> io::Result<Vec<String>> {
    std::fs::create_dir_all(tools.folder)?;
    let shapes = cases();
    let forms: Vec<_> = shapes.iter().map(form).collect();
    let forms = made(forms, &shapes, &tools.folder.join("printing"));
    let mut lines = machine::lines();
    lines.extend(reading::lines(tools, &forms)?);
    lines.extend(program::lines(tools)?);
    lines.extend(server::lines(tools)?);
    Ok(lines)
}

/// The forms of one kind.
fn of_kind<'a>(forms: &'a [Made], kind: &str) -> Vec<&'a Made> {
    let found = forms.iter().filter(|made| made.format.ending() == kind);
    found.collect()
}

/// Ninety-eight forms in the most usual shape; the files' names say who sent them.
fn ninety_eight() -> Vec<Vec<u8>> {
    let mut dice = Dice::new(98);
    let forms = (0..98).map(|at| {
        let mut shape = shape::Shape::plain("one of 98", shape::Format::Docx, 5000 + at);
        shape.sign = *dice.pick(&[
            shape::Sign::Word,
            shape::Sign::WordOnFill(0),
            shape::Sign::Explained,
        ]);
        shape.named = shape::Named::Nowhere;
        form(&shape).bytes
    });
    forms.collect()
}
