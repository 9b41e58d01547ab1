//! Danish and English: the texts of `locales/{da,en}/*.ftl`, and dates and numbers as each
//! language writes them. Usable without any web server.
//!
//! ```
//! use kernel::Language;
//! use web::languages::Texts;
//!
//! let texts = Texts::of(Language::Da);
//! assert_eq!(texts.say("common-status-green"), "Grøn");
//! ```

mod choosing;
mod texts;
mod writing;

pub use choosing::{COOKIE, choose};
pub use texts::{LOCALE_FILES, LocaleFile, Texts};
