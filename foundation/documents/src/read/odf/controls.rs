use super::text::Content;
use crate::read::ReadError;
use crate::read::xml::{Element, Node, Xml};
use std::collections::HashMap;

/// Form controls by the name under which the text shows them.
pub(super) type Forms = HashMap<String, FormControl>;

#[derive(Debug, Clone)]
pub(super) enum FormControl {
    Box {
        checked: bool,
        label: Option<String>,
    },
    List {
        selected: Option<String>,
        options: Vec<String>,
    },
}

/// A drop-down list or content control that stands open in the text.
#[derive(Default)]
pub(super) struct OpenControl {
    options: Vec<String>,
    selected: Option<String>,
    text: String,
    is_list: bool,
    is_box: bool,
    placeholder: bool,
    /// Of a form field taken over from Word: which entry is chosen, or whether it is ticked.
    chosen: Option<usize>,
    ticked: Option<bool>,
}

/// The controls that stand before the body of the text.
pub(super) fn forms(text: &str) -> Result<Forms, ReadError> {
    let mut forms = Forms::new();
    let mut current = None;
    if !text.contains(":forms") {
        return Ok(forms);
    }
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        if let Some(control) = form_control(&element) {
            let id = element.attr("id").unwrap_or_default().into_owned();
            forms.insert(id.clone(), control);
            current = Some(id);
        } else if let Some(control) = current.as_ref().and_then(|id| forms.get_mut(id)) {
            add_option(&element, control);
        }
    }
    Ok(forms)
}

fn form_control(element: &Element<'_>) -> Option<FormControl> {
    let attr = |name| element.attr(name).map(|value| value.into_owned());
    Some(match element.name() {
        "checkbox" => FormControl::Box {
            checked: attr("current-state").or(attr("state")).as_deref() == Some("checked"),
            label: attr("label"),
        },
        "radio" => FormControl::Box {
            checked: attr("current-selected").or(attr("selected")).as_deref() == Some("true"),
            label: attr("label"),
        },
        "listbox" => FormControl::List {
            selected: None,
            options: Vec::new(),
        },
        "combobox" => FormControl::List {
            selected: attr("current-value").or(attr("value")),
            options: Vec::new(),
        },
        _ => return None,
    })
}

fn add_option(element: &Element<'_>, control: &mut FormControl) {
    let FormControl::List { selected, options } = control else {
        return;
    };
    if matches!(element.name(), "option" | "item") {
        let label = element.attr("label").unwrap_or_default().into_owned();
        if element.flag("current-selected") {
            *selected = Some(label.clone());
        }
        options.push(label);
    }
}

impl Content<'_> {
    /// A control of the form, where the text shows it.
    pub(super) fn shown_control(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let id = element.attr("control").unwrap_or_default();
        let Some(control) = self.forms.get(&*id).cloned() else {
            return Ok(());
        };
        let format = self.format();
        let alone = !self.builder.in_paragraph();
        if alone {
            self.builder.open_paragraph(Default::default())?;
        }
        match control {
            FormControl::Box { checked, label } => {
                self.builder.check_box(checked, label, format)?;
            }
            FormControl::List { selected, options } => {
                self.builder.choice(selected, options, format)?;
            }
        }
        match alone {
            true => self.builder.close_paragraph(),
            false => Ok(()),
        }
    }

    pub(super) fn open_drop_down(&mut self) {
        self.controls.push(OpenControl {
            is_list: true,
            ..OpenControl::default()
        });
    }

    pub(super) fn drop_down_label(&mut self, element: &Element<'_>) {
        if let Some(control) = self.controls.last_mut() {
            let value = element.attr("value").unwrap_or_default().into_owned();
            if element.flag("current-selected") {
                control.selected = Some(value.clone());
            }
            control.options.push(value);
        }
    }

    pub(super) fn open_content_control(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let is_box = element.flag("checkbox");
        self.controls.push(OpenControl {
            is_box,
            is_list: element.flag("drop-down")
                || element.flag("dropdown")
                || element.flag("combobox"),
            placeholder: element.flag("showing-place-holder"),
            ..OpenControl::default()
        });
        let format = self.format();
        match is_box {
            true => {
                let title = element.attr("alias").map(|title| title.into_owned());
                self.builder
                    .check_box(element.flag("checked"), title, format)
            }
            false => Ok(()),
        }
    }

    pub(super) fn list_item(&mut self, element: &Element<'_>) {
        if let Some(control) = self.controls.last_mut() {
            control.is_list = true;
            let shown = element.attr("display-text").or(element.attr("value"));
            control.options.push(shown.unwrap_or_default().into_owned());
        }
    }

    /// A form field of an older Word file, kept by LibreOffice with its parameters.
    pub(super) fn open_field(&mut self, element: &Element<'_>) {
        let kind = element.attr("type").unwrap_or_default();
        self.controls.push(OpenControl {
            is_list: kind.ends_with("FORMDROPDOWN"),
            ticked: kind.ends_with("FORMCHECKBOX").then_some(false),
            ..OpenControl::default()
        });
    }

    pub(super) fn field_parameter(&mut self, element: &Element<'_>) {
        let Some(control) = self.controls.last_mut() else {
            return;
        };
        let value = element.attr("value").unwrap_or_default();
        match element.attr("name").as_deref() {
            Some("Dropdown_ListEntry") => control.options.push(value.into_owned()),
            Some("Dropdown_Selected") => control.chosen = value.parse().ok(),
            Some("Checkbox_Checked") => control.ticked = Some(matches!(&*value, "1" | "true")),
            _ => {}
        }
    }

    pub(super) fn close_control(&mut self) -> Result<(), ReadError> {
        let Some(control) = self.controls.pop() else {
            return Ok(());
        };
        let format = self.format();
        if let Some(ticked) = control.ticked {
            return self.builder.check_box(ticked, None, format);
        }
        if !control.is_list {
            return Ok(());
        }
        let words = control.text.trim().to_owned();
        let shown = (!words.is_empty() && !control.placeholder).then_some(words);
        let chosen = control
            .chosen
            .and_then(|at| control.options.get(at).cloned());
        let selected = control.selected.or(chosen).or(shown);
        self.builder.choice(selected, control.options, format)
    }

    /// Whether text here only stands for a control.
    pub(super) fn taken_by_control(&mut self, text: &str) -> bool {
        let Some(control) = self.controls.last_mut() else {
            return false;
        };
        if control.is_list {
            control.text.push_str(text);
        }
        control.is_list || control.is_box || control.placeholder
    }
}
