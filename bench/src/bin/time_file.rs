//! Says how long files take, in the reader and in the engine: to look at what fuzzing found.
#![allow(clippy::print_stdout)]

use bench::generator::shape::{Format, Layout};
use bench::generator::stock::Which;
use bench::judge::reading::template;
use forms::ReadOptions;
use std::time::Instant;

fn main() {
    let Ok(template) = template(Which::Recruitment, Format::Docx, Layout::OneTable) else {
        eprintln!("the blank form could not be read");
        return;
    };
    for path in std::env::args().skip(1) {
        match std::fs::read(&path) {
            Ok(bytes) => time(&path, &bytes, &template),
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
}

fn time(path: &str, bytes: &[u8], template: &forms::Template) {
    let start = Instant::now();
    let document = documents::read::read(path, bytes);
    let reader = start.elapsed();
    let start = Instant::now();
    let said = match document {
        Ok(document) => {
            let blocks = document.blocks.len();
            let form = forms::read_form(&document, template, &ReadOptions::default());
            let form_took = start.elapsed();
            let start = Instant::now();
            let blank = forms::read_template(&document).is_ok();
            format!(
                "{blocks} blocks, read_form {form_took:?} ({} problems, {} unmatched), read_template {:?} ({blank})",
                form.problems.len(),
                form.unmatched.len(),
                start.elapsed()
            )
        }
        Err(error) => error.to_string(),
    };
    println!("{path}: {} bytes, reader {reader:?}, {said}", bytes.len());
}
