//! Where the pages of a form are, and what each of them begins with.

use super::super::desk::Desk;
use super::super::links;
use crate::summary::{self, FillingView};
use axum::extract::Path;
use database::Tx;
use kernel::MunicipalityCode;
use std::borrow::Borrow;
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// Key and code in an address.
pub type Place = Path<(String, String)>;
/// Key, code and number in an address.
pub type NumberedPlace = Path<(String, String, String)>;

/// The script that saves while people type.
pub const SCRIPT: &str = "js/filling.js";

/// The list of what is asked of a municipality.
pub fn address(key: &str, code: &MunicipalityCode) -> String {
    format!("{}/fill", links::progress_form(key, code))
}

/// The page of one recommendation.
pub fn answer(key: &str, code: &MunicipalityCode, number: impl Borrow<u32>) -> String {
    format!("{}/{}", address(key, code), number.borrow())
}

/// A page below the list, by its last word.
pub fn below(key: &str, code: &MunicipalityCode, word: &str) -> String {
    format!("{}/{word}", address(key, code))
}

/// The receipt of a version.
pub fn receipt(key: &str, code: &MunicipalityCode, version: impl Borrow<u32>) -> String {
    format!("{}/receipts/{}", address(key, code), version.borrow())
}

/// A code in an address; what is none is not found.
pub fn municipality(code: &str) -> PageResult<MunicipalityCode> {
    MunicipalityCode::parse(code).ok_or(PageError::NotFound)
}

/// A number in an address; what is none is not found.
pub fn numbered(text: &str) -> PageResult<u32> {
    text.parse().map_err(|_| PageError::NotFound)
}

/// The form that an address names, for a reader who may see it.
pub async fn view(tx: &mut Tx, reader: &Reader, key: &str, code: &str) -> PageResult<FillingView> {
    Ok(summary::filling(tx, &reader.actor, key, &municipality(code)?).await?)
}

/// The same from the data as they are now.
pub async fn shown(desk: &Desk, reader: &Reader, key: &str, code: &str) -> PageResult<FillingView> {
    let mut tx = desk.database.read().await?;
    view(&mut tx, reader, key, code).await
}

impl FillingView {
    /// The round's key.
    pub(super) fn key(&self) -> &str {
        &self.form.round.key
    }

    /// The municipality's code.
    pub(super) fn code(&self) -> &MunicipalityCode {
        &self.form.participant.code
    }

    /// The list of what is asked.
    pub(super) fn address(&self) -> String {
        address(self.key(), self.code())
    }

    /// A page below the list.
    pub(super) fn below(&self, word: &str) -> String {
        below(self.key(), self.code(), word)
    }

    /// A page below the list, with its way here.
    pub(super) fn page(&self, title: String, texts: &Texts) -> Page {
        self.list_page(title, texts)
            .under(self.list_title(texts), self.address())
    }

    /// A page of the form's own, with its way here.
    pub(super) fn list_page(&self, title: String, texts: &Texts) -> Page {
        Page::titled(title)
            .under(texts.say("filling-waiting"), "/desk")
            .fictional(self.programme.fictional)
            .private()
    }

    /// The title of the list.
    pub(super) fn list_title(&self, texts: &Texts) -> String {
        let name = self.form.participant.name.as_str();
        texts.say_with("filling-title", &[("municipality", name.into())])
    }
}
