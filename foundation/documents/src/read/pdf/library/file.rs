use super::fonts::Fonts;
use super::{interpreter, widgets};
use crate::read::pdf::budget::Budget;
use crate::read::pdf::geometry::{Matrix, Rect};
use crate::read::pdf::page::Page;
use crate::read::{Excess, ReadError};
use document_model::Property;
use pdf_oxide::PdfDocument;
use pdf_oxide::encryption::EncryptionHandler;
use pdf_oxide::object::{Object, ObjectRef};
use std::collections::HashMap;

/// No page's instructions are longer than this once unpacked.
const MAX_CONTENT_BYTES: usize = 16 << 20;

/// A dictionary of the file.
pub(super) type Dict = HashMap<String, Object>;

/// An open file.
pub(in crate::read::pdf) struct Pdf {
    document: PdfDocument,
    decryption: Option<EncryptionHandler>,
    pub(super) fonts: Fonts,
}

impl Pdf {
    /// Opens a file that needs no password for reading.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let document = PdfDocument::from_bytes(bytes.to_vec()).map_err(refusal)?;
        if document.is_encrypted() && !document.is_authenticated() {
            return Err(ReadError::Encrypted);
        }
        let decryption = decryption(&document);
        Ok(Self {
            document,
            decryption,
            fonts: Fonts::default(),
        })
    }

    pub fn page_count(&self) -> Result<usize, ReadError> {
        self.document.page_count().map_err(refusal)
    }

    /// The ink of a page, by index from 0.
    pub fn page(&self, index: usize, budget: &mut Budget) -> Result<Page, ReadError> {
        let object = self.document.get_page(index).map_err(refusal)?;
        let dict = object.as_dict().ok_or_else(|| ReadError::damaged("page"))?;
        let visible = self.visible_box(index);
        let rotation = self.document.get_page_rotation(index).unwrap_or(0);
        let display = Matrix::to_display(&visible, rotation);
        let shown = display.apply_rect(&visible);
        let mut page = Page {
            number: index as u32 + 1,
            width: shown.width(),
            height: shown.height(),
            ..Page::default()
        };
        let content = self
            .document
            .get_page_content_data(index)
            .map_err(refusal)?;
        within_bounds(&content)?;
        let resources = self.dict(dict.get("Resources")).unwrap_or_default();
        interpreter::run(self, &content, &resources, display, &mut page, budget)?;
        widgets::collect(self, dict, &display, &mut page);
        page.set_upright();
        Ok(page)
    }

    fn visible_box(&self, index: usize) -> Rect {
        let (x0, y0, x1, y1) = self
            .document
            .get_page_visible_box(index)
            .unwrap_or((0.0, 0.0, 595.0, 842.0));
        Rect::around((x0, y0), (x1, y1))
    }

    /// Title, author and the like.
    pub fn properties(&self) -> Vec<Property> {
        let trailer = self.document.trailer().as_dict();
        let info = self.dict(trailer.and_then(|dict| dict.get("Info")));
        let info = info.unwrap_or_default();
        ["Title", "Author", "Subject", "Keywords", "Company"]
            .into_iter()
            .filter_map(|name| {
                let value = self.text(info.get(name))?;
                Some(Property {
                    name: name.to_lowercase(),
                    value: value.trim().to_string(),
                })
            })
            .filter(|property| !property.value.is_empty())
            .collect()
    }

    pub(super) fn document(&self) -> &PdfDocument {
        &self.document
    }

    /// The object itself, or what it refers to.
    pub(super) fn resolve(&self, object: Option<&Object>) -> Option<Object> {
        match object? {
            Object::Reference(reference) => self.document.load_object(*reference).ok(),
            Object::Null => None,
            direct => Some(direct.clone()),
        }
    }

    pub(super) fn dict(&self, object: Option<&Object>) -> Option<Dict> {
        match self.resolve(object)? {
            Object::Dictionary(dict) | Object::Stream { dict, .. } => Some(dict),
            _ => None,
        }
    }

    pub(super) fn array(&self, object: Option<&Object>) -> Option<Vec<Object>> {
        match self.resolve(object)? {
            Object::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn number(&self, object: Option<&Object>) -> Option<f32> {
        match self.resolve(object)? {
            Object::Integer(value) => Some(value as f32),
            Object::Real(value) => Some(value as f32),
            _ => None,
        }
    }

    pub(super) fn numbers(&self, object: Option<&Object>) -> Option<Vec<f32>> {
        let items = self.array(object)?;
        items.iter().map(|item| self.number(Some(item))).collect()
    }

    pub(super) fn name(&self, object: Option<&Object>) -> Option<String> {
        match self.resolve(object)? {
            Object::Name(name) => Some(name),
            _ => None,
        }
    }

    /// A text string in any of PDF's encodings.
    pub(super) fn text(&self, object: Option<&Object>) -> Option<String> {
        match self.resolve(object)? {
            Object::String(bytes) => {
                Some(pdf_oxide::optional_content::decode_pdf_text_string(&bytes))
            }
            _ => None,
        }
    }

    /// A stream's content, decrypted and unpacked.
    pub(super) fn content(&self, object: &Object, at: Option<ObjectRef>) -> Option<Vec<u8>> {
        let content = match (&self.decryption, at) {
            (Some(handler), Some(at)) => object.decode_stream_data_with_decryption(
                Some(&|bytes: &[u8]| handler.decrypt_stream(bytes, at.id, at.r#gen.into())),
                at.id,
                at.r#gen.into(),
            ),
            _ => object.decode_stream_data(),
        };
        content
            .ok()
            .filter(|content| within_bounds(content).is_ok())
    }
}

fn within_bounds(content: &[u8]) -> Result<(), ReadError> {
    if content.len() > MAX_CONTENT_BYTES {
        return Err(ReadError::TooLarge(Excess::Unpacked));
    }
    Ok(())
}

/// The library decrypts pages itself but not the forms that pages show, so a second handler
/// does that, with the empty password.
fn decryption(document: &PdfDocument) -> Option<EncryptionHandler> {
    let trailer = document.trailer().as_dict()?;
    let encrypt = document
        .resolve_references(trailer.get("Encrypt")?, 4)
        .ok()?;
    let ids = document.resolve_references(trailer.get("ID")?, 2).ok()?;
    let id = ids.as_array()?.first()?.as_string()?.to_vec();
    let mut handler = EncryptionHandler::new(&encrypt, id).ok()?;
    handler.authenticate(b"").ok()?.then_some(handler)
}

fn refusal(error: pdf_oxide::Error) -> ReadError {
    match error {
        pdf_oxide::Error::EncryptedPdf => ReadError::Encrypted,
        // The library has no kind of its own for a stream that unpacks beyond its bounds.
        pdf_oxide::Error::Decode(reason) if reason.contains("safety limit") => {
            ReadError::TooLarge(Excess::Unpacked)
        }
        other => ReadError::damaged(other),
    }
}
