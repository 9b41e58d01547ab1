//! Forms as the files that are read: those that become PDFs are printed first.

use crate::generator::files::{Printing, print};
use crate::generator::shape::{Format, Printed, Shape};
use crate::generator::truth::Form;
use std::path::Path;

/// A form with the bytes that a reader gets.
#[derive(Debug, Clone)]
pub struct Made {
    /// The form.
    pub form: Form,
    /// The file.
    pub bytes: Vec<u8>,
    /// Its kind.
    pub format: Format,
}

/// Prints what must be printed; forms whose program is absent are left out.
pub fn made(forms: Vec<Form>, shapes: &[Shape], folder: &Path) -> Vec<Made> {
    let printings: Vec<_> = forms
        .iter()
        .zip(shapes)
        .filter(|(_, shape)| matches!(shape.format, Format::Pdf(_)))
        .map(|(form, shape)| printing(form, shape))
        .collect();
    let mut printed = print(&printings, folder).into_iter();
    let mut made = Vec::new();
    for (form, shape) in forms.iter().zip(shapes) {
        let bytes = match shape.format {
            Format::Pdf(_) => printed.next().flatten(),
            _ => Some(form.bytes.clone()),
        };
        made.extend(bytes.map(|bytes| Made {
            form: form.clone(),
            bytes,
            format: shape.format,
        }));
    }
    made
}

fn printing<'a>(form: &'a Form, shape: &Shape) -> Printing<'a> {
    Printing {
        name: format!("form-{}", shape.seed),
        ending: shape.format.written_as().ending(),
        bytes: &form.bytes,
        by_browser: shape.format == Format::Pdf(Printed::Browser),
    }
}
