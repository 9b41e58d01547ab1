//! Content controls (`w:sdt`) and the form fields of older Word files.

use super::body::{Body, Place};
use crate::read::ReadError;
use crate::read::xml::Element;

/// A content control that stands open.
#[derive(Default)]
pub(super) struct Sdt {
    kind: Kind,
    placeholder: bool,
    title: Option<String>,
    text: String,
    /// Paragraphs that were open when it began.
    outside: usize,
    open: bool,
    delivered: bool,
}

#[derive(Default)]
enum Kind {
    #[default]
    Plain,
    Choice(Vec<(String, String)>),
    Box(bool),
}

/// A field that stands open, from its begin to its end mark.
#[derive(Default)]
pub(super) struct Field {
    kind: FieldKind,
    pub(super) shows_result: bool,
    title: Option<String>,
}

#[derive(Default)]
enum FieldKind {
    #[default]
    Text,
    List {
        options: Vec<String>,
        chosen: Option<usize>,
    },
    Box(bool),
}

impl Body<'_> {
    pub(super) fn open_control(&mut self) {
        let outside = self.builder.paragraph_depth();
        self.controls.push(Sdt {
            outside,
            ..Sdt::default()
        });
    }

    pub(super) fn control_is_choice(&mut self) {
        if let Some(control) = self.controls.last_mut() {
            control.kind = Kind::Choice(Vec::new());
        }
    }

    pub(super) fn control_is_box(&mut self) {
        if let Some(control) = self.controls.last_mut() {
            control.kind = Kind::Box(false);
        }
    }

    pub(super) fn control_property(&mut self, element: &Element<'_>, parent: Place) {
        let Some(control) = self.controls.last_mut() else {
            return;
        };
        match (element.name(), parent, &mut control.kind) {
            ("showingPlcHdr", _, _) => control.placeholder = element.on("val"),
            ("alias", _, _) => control.title = element.attr("val").map(|t| t.into_owned()),
            ("checked", Place::ControlBox, Kind::Box(checked)) => *checked = element.on("val"),
            ("listItem", Place::ControlList, Kind::Choice(options)) => {
                let value = element.attr("value").unwrap_or_default().into_owned();
                let shown = element.attr("displayText").map(|text| text.into_owned());
                options.push((shown.unwrap_or_else(|| value.clone()), value));
            }
            _ => {}
        }
    }

    pub(super) fn open_control_content(&mut self) -> Result<(), ReadError> {
        if let Some(control) = self.controls.last_mut() {
            control.open = true;
        }
        match self.builder.in_paragraph() {
            true => self.deliver_box(),
            false => Ok(()),
        }
    }

    /// A control around whole paragraphs or cells shows its box in the first paragraph.
    pub(super) fn open_control_paragraph(&mut self) -> Result<(), ReadError> {
        self.deliver_box()
    }

    fn deliver_box(&mut self) -> Result<(), ReadError> {
        let format = self.run.format;
        let Some(control) = self.controls.last_mut() else {
            return Ok(());
        };
        match control.kind {
            Kind::Box(checked) if control.open && !control.delivered => {
                control.delivered = true;
                let title = control.title.take();
                self.builder.check_box(checked, title, format)
            }
            _ => Ok(()),
        }
    }

    /// A list around a paragraph or cell is delivered where its words stand.
    pub(super) fn close_control_paragraph(&mut self) -> Result<(), ReadError> {
        let depth = self.builder.paragraph_depth();
        match self.controls.last() {
            Some(control) if control.open && control.outside < depth => self.deliver_choice(),
            _ => Ok(()),
        }
    }

    pub(super) fn close_control_content(&mut self) -> Result<(), ReadError> {
        self.deliver_choice()?;
        if let Some(control) = self.controls.last_mut() {
            control.open = false;
        }
        Ok(())
    }

    fn deliver_choice(&mut self) -> Result<(), ReadError> {
        let Some(control) = self.controls.last_mut() else {
            return Ok(());
        };
        if control.delivered {
            return Ok(());
        }
        let Kind::Choice(options) = &mut control.kind else {
            return Ok(());
        };
        control.delivered = true;
        let options = std::mem::take(options);
        let selected = selected(&control.text, control.placeholder, &options);
        let shown = options.into_iter().map(|(shown, _)| shown).collect();
        let format = self.run.format;
        self.builder.choice(selected, shown, format)
    }

    /// Words of the document, unless they only stand for a control or a placeholder.
    pub(super) fn words(&mut self, text: &str) -> Result<(), ReadError> {
        if self.fields.iter().any(Field::hides_words) {
            return Ok(());
        }
        for control in self
            .controls
            .iter_mut()
            .rev()
            .filter(|control| control.open)
        {
            match control.kind {
                Kind::Choice(_) => {
                    control.text.push_str(text);
                    return Ok(());
                }
                Kind::Box(_) => return Ok(()),
                Kind::Plain if control.placeholder => return Ok(()),
                Kind::Plain => {}
            }
        }
        let format = self.format();
        self.builder.text(text, format)
    }

    pub(super) fn field(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.attr("fldCharType").as_deref() {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.shows_result = true;
                }
            }
            Some("end") => return self.end_field(),
            _ => {}
        }
        Ok(())
    }

    fn end_field(&mut self) -> Result<(), ReadError> {
        let Some(field) = self.fields.pop() else {
            return Ok(());
        };
        let format = self.run.format;
        match field.kind {
            FieldKind::Text => Ok(()),
            FieldKind::Box(checked) => self.builder.check_box(checked, field.title, format),
            FieldKind::List { options, chosen } => {
                let selected = options.get(chosen.unwrap_or(0)).cloned();
                let selected = selected.filter(|word| !word.trim().is_empty());
                self.builder.choice(selected, options, format)
            }
        }
    }

    pub(super) fn field_is_list(&mut self) {
        if let Some(field) = self.fields.last_mut() {
            field.kind = FieldKind::List {
                options: Vec::new(),
                chosen: None,
            };
        }
    }

    pub(super) fn field_is_box(&mut self) {
        if let Some(field) = self.fields.last_mut() {
            field.kind = FieldKind::Box(false);
        }
    }

    pub(super) fn field_property(&mut self, element: &Element<'_>, _parent: Place) {
        let Some(field) = self.fields.last_mut() else {
            return;
        };
        let number = || element.number("val").map(|number| number as usize);
        match (element.name(), &mut field.kind) {
            ("helpText" | "statusText", _) => {
                field.title = element.attr("val").map(|title| title.into_owned());
            }
            ("result", FieldKind::List { chosen, .. }) => *chosen = number(),
            ("default", FieldKind::List { chosen, .. }) => *chosen = chosen.or_else(number),
            ("listEntry", FieldKind::List { options, .. }) => {
                options.push(element.attr("val").unwrap_or_default().into_owned());
            }
            // Word writes the default first and what was ticked after it.
            ("default" | "checked", FieldKind::Box(checked)) => *checked = element.on("val"),
            _ => {}
        }
    }
}

impl Field {
    /// Words inside the instruction of a field, or drawn for a control, are not text.
    fn hides_words(&self) -> bool {
        !self.shows_result || !matches!(self.kind, FieldKind::Text)
    }
}

/// What is chosen: nothing while the placeholder shows or the chosen entry stands for nothing.
fn selected(text: &str, placeholder: bool, options: &[(String, String)]) -> Option<String> {
    let text = text.trim();
    if placeholder || text.is_empty() {
        return None;
    }
    let entry = options.iter().find(|(shown, _)| shown.trim() == text);
    match entry {
        Some((_, value)) if value.trim().is_empty() => None,
        _ => Some(text.to_owned()),
    }
}
