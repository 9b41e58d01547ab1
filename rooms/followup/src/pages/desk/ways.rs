//! The addresses of the desk's pages.

use super::super::links::segment;
use crate::rules::progress_form::FormDeed;
use kernel::MunicipalityCode;

/// The forms of a round.
pub fn round(key: &str) -> String {
    format!("/desk/rounds/{}", segment(key))
}

/// Files in.
pub fn upload(key: &str) -> String {
    format!("{}/upload", round(key))
}

/// The release of a round's report.
pub fn release(key: &str) -> String {
    format!("{}/release", round(key))
}

/// A round's settings.
pub fn settings(key: &str) -> String {
    format!("{}/settings", round(key))
}

/// The history of one form.
pub fn form(key: &str, code: &MunicipalityCode) -> String {
    format!("{}/forms/{code}", round(key))
}

/// The review of what was read.
pub fn review(key: &str, code: &MunicipalityCode) -> String {
    format!("{}/review", form(key, code))
}

/// A step of a form's life, on one of its versions.
pub fn deed(key: &str, code: &MunicipalityCode, number: u32, deed: FormDeed) -> String {
    format!("{}/versions/{number}/{}", form(key, code), deed.key())
}

/// A programme.
pub fn programme(key: &str) -> String {
    format!("/desk/programmes/{}", segment(key))
}

/// The chase of a round.
pub fn chase(key: &str) -> String {
    format!("{}/chase", round(key))
}

/// When a round's municipalities are reminded.
pub fn reminder_plan(key: &str) -> String {
    format!("{}/reminders", round(key))
}

/// How a municipality was spoken to.
pub fn contacts(key: &str, code: &MunicipalityCode) -> String {
    format!("{}/contacts/{code}", round(key))
}
