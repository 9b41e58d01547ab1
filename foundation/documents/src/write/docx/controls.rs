//! Form controls in cells: drop-down lists and check boxes, for forms that people fill in.

use super::body::Body;
use super::paragraphs::plain_run;
use crate::write::outline::Alignment;
use crate::write::xml::Xml;
use document_model::Control;

/// Each control in a paragraph of its own.
pub(super) fn paragraphs(body: &mut Body, controls: &[Control], style: &str) {
    for control in controls {
        body.controls += 1;
        let id = body.controls.to_string();
        super::paragraphs::open_cell_paragraph(&mut body.xml, style, Alignment::Left);
        match control {
            Control::Choice { selected, options } => {
                choice(&mut body.xml, &id, selected.as_deref(), options)
            }
            Control::CheckBox { checked, label } => {
                check_box(&mut body.xml, &id, *checked, label.as_deref())
            }
        }
        body.xml.close();
    }
}

fn choice(xml: &mut Xml, id: &str, selected: Option<&str>, options: &[String]) {
    xml.open("w:sdt", &[]).open("w:sdtPr", &[]);
    xml.empty("w:id", &[("w:val", id)]);
    if selected.is_none() {
        xml.empty("w:showingPlcHdr", &[]);
    }
    xml.open("w:dropDownList", &[]);
    for option in options {
        xml.empty(
            "w:listItem",
            &[("w:displayText", option), ("w:value", option)],
        );
    }
    xml.close().close();
    xml.open("w:sdtContent", &[]);
    plain_run(xml, selected.unwrap_or("…"));
    xml.close().close();
}

fn check_box(xml: &mut Xml, id: &str, checked: bool, label: Option<&str>) {
    xml.open("w:sdt", &[]).open("w:sdtPr", &[]);
    xml.empty("w:id", &[("w:val", id)]);
    xml.open("w14:checkbox", &[]);
    xml.empty(
        "w14:checked",
        &[("w14:val", if checked { "1" } else { "0" })],
    );
    xml.empty(
        "w14:checkedState",
        &[("w14:val", "2612"), ("w14:font", "MS Gothic")],
    );
    xml.empty(
        "w14:uncheckedState",
        &[("w14:val", "2610"), ("w14:font", "MS Gothic")],
    );
    xml.close().close();
    xml.open("w:sdtContent", &[]);
    plain_run(xml, if checked { "☒" } else { "☐" });
    xml.close().close();
    if let Some(label) = label {
        plain_run(xml, &format!(" {label}"));
    }
}
