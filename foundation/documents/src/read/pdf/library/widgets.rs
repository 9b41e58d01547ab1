//! Form fields and typed notes: their values, not their drawn appearance, are what counts.

use super::colors;
use super::file::{Dict, Pdf};
use crate::read::pdf::geometry::{Matrix, Rect};
use crate::read::pdf::page::{Field, FieldContent, Page, Shape};
use document_model::Control;
use pdf_oxide::object::Object;

const MAX_ANNOTATIONS: usize = 5_000;
/// How deep fields may stand in fields.
const MAX_PARENTS: usize = 16;
/// Field flags of ISO 32000-1, table 226.
const PUSH_BUTTON: i64 = 1 << 16;
/// Annotation flags of table 165: hidden, and not shown on screen.
const HIDDEN: i64 = 1 << 1 | 1 << 5;

/// Collects a page's fields, typed notes and marker strokes.
pub(super) fn collect(pdf: &Pdf, page_dict: &Dict, display: &Matrix, page: &mut Page) {
    let annotations = pdf.array(page_dict.get("Annots")).unwrap_or_default();
    for annotation in annotations.iter().take(MAX_ANNOTATIONS) {
        let Some(dict) = pdf.dict(Some(annotation)) else {
            continue;
        };
        let Some(area) = area(pdf, &dict, display) else {
            continue;
        };
        if integer(pdf, dict.get("F")) & HIDDEN == 0 {
            collect_one(pdf, &dict, area, page);
        }
    }
}

fn collect_one(pdf: &Pdf, dict: &Dict, area: Rect, page: &mut Page) {
    match pdf.name(dict.get("Subtype")).as_deref() {
        Some("Widget") => {
            let content = FieldDict::of(pdf, dict).content();
            page.fields
                .extend(content.map(|content| Field { area, content }));
        }
        Some("FreeText") => {
            let text = pdf.text(dict.get("Contents")).unwrap_or_default();
            let content = FieldContent::Text(text);
            page.fields.push(Field { area, content });
        }
        Some("Highlight") => page.shapes.extend(highlight(pdf, dict, area)),
        _ => {}
    }
}

fn area(pdf: &Pdf, dict: &Dict, display: &Matrix) -> Option<Rect> {
    let corners = pdf.numbers(dict.get("Rect"))?;
    let [x0, y0, x1, y1] = corners.try_into().ok()?;
    Some(display.apply_rect(&Rect::around((x0, y0), (x1, y1))))
}

fn highlight(pdf: &Pdf, dict: &Dict, area: Rect) -> Option<Shape> {
    let color = match pdf.numbers(dict.get("C"))?.as_slice() {
        [r, g, b] => colors::rgb(*r, *g, *b),
        [c, m, y, k] => colors::cmyk(*c, *m, *y, *k),
        _ => return None,
    };
    Some(Shape::Fill {
        area,
        color,
        curved: false,
    })
}

/// A widget with the fields it belongs to, from which it inherits.
struct FieldDict<'a> {
    pdf: &'a Pdf,
    chain: Vec<Dict>,
}

impl<'a> FieldDict<'a> {
    fn of(pdf: &'a Pdf, widget: &Dict) -> Self {
        let mut chain = vec![widget.clone()];
        while chain.len() < MAX_PARENTS {
            let parent = chain.last().and_then(|dict| pdf.dict(dict.get("Parent")));
            match parent {
                Some(parent) => chain.push(parent),
                None => break,
            }
        }
        Self { pdf, chain }
    }

    fn get(&self, key: &str) -> Option<Object> {
        let found = self.chain.iter().find_map(|dict| dict.get(key));
        self.pdf.resolve(found)
    }

    fn content(&self) -> Option<FieldContent> {
        let kind = self.pdf.name(self.get("FT").as_ref())?;
        let flags = integer(self.pdf, self.get("Ff").as_ref());
        match kind.as_str() {
            "Ch" => Some(FieldContent::Control(self.choice())),
            "Btn" if flags & PUSH_BUTTON == 0 => Some(FieldContent::Control(self.check_box())),
            "Tx" => Some(FieldContent::Text(self.value())),
            _ => None,
        }
    }

    fn value(&self) -> String {
        match self.get("V") {
            Some(Object::Name(name)) => name,
            Some(Object::Array(values)) => {
                let values = values.iter().filter_map(|value| self.pdf.text(Some(value)));
                values.collect::<Vec<_>>().join(", ")
            }
            value => self.pdf.text(value.as_ref()).unwrap_or_default(),
        }
    }

    fn choice(&self) -> Control {
        let options = self.pdf.array(self.get("Opt").as_ref()).unwrap_or_default();
        let options: Vec<_> = options.iter().map(|option| self.option(option)).collect();
        let value = self.value();
        let shown = options.iter().find(|(export, _)| *export == value);
        let selected = shown.map_or(value, |(_, shown)| shown.clone());
        Control::Choice {
            selected: Some(selected.trim().to_string()).filter(|value| !value.is_empty()),
            options: options.into_iter().map(|(_, shown)| shown).collect(),
        }
    }

    /// An option's stored value and the words shown for it.
    fn option(&self, option: &Object) -> (String, String) {
        match self.pdf.array(Some(option)) {
            Some(pair) => {
                let text = |at| self.pdf.text(pair.get(at)).unwrap_or_default();
                (text(0), text(1))
            }
            None => {
                let text = self.pdf.text(Some(option)).unwrap_or_default();
                (text.clone(), text)
            }
        }
    }

    fn check_box(&self) -> Control {
        let own_state = self
            .chain
            .first()
            .and_then(|dict| self.pdf.name(dict.get("AS")));
        let state = own_state.unwrap_or_else(|| self.value());
        Control::CheckBox {
            checked: !state.is_empty() && state != "Off",
            label: self.pdf.text(self.get("TU").as_ref()),
        }
    }
}

fn integer(pdf: &Pdf, object: Option<&Object>) -> i64 {
    pdf.resolve(object)
        .and_then(|object| object.as_integer())
        .unwrap_or(0)
}
