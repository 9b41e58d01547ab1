//! Word's form controls: content controls and the form fields of before 2007.

use super::package::escaped;
use crate::generator::paper::Control;

/// The paragraphs of a control.
pub fn control(control: &Control) -> String {
    match control {
        Control::DropDown {
            options,
            chosen,
            old: false,
        } => drop_down(options, *chosen),
        Control::DropDown {
            options,
            chosen,
            old: true,
        } => old_drop_down(options, *chosen),
        Control::Boxes {
            options,
            ticked,
            old,
        } => boxes(options, ticked, *old),
    }
}

fn drop_down(options: &[&str], chosen: Option<usize>) -> String {
    let items: String = options
        .iter()
        .map(|option| {
            format!(
                r#"<w:listItem w:displayText="{0}" w:value="{0}"/>"#,
                escaped(option)
            )
        })
        .collect();
    let (placeholder, shown) = match chosen {
        Some(at) => ("", options[at]),
        None => ("<w:showingPlcHdr/>", "Vælg et element."),
    };
    format!(
        r#"<w:p><w:sdt><w:sdtPr><w:alias w:val="Status"/><w:id w:val="4711"/>{placeholder}<w:dropDownList><w:listItem w:value="Vælg et element."/>{items}</w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt></w:p>"#,
        escaped(shown)
    )
}

fn old_drop_down(options: &[&str], chosen: Option<usize>) -> String {
    let items: String = std::iter::once("Vælg")
        .chain(options.iter().copied())
        .map(|option| format!(r#"<w:listEntry w:val="{}"/>"#, escaped(option)))
        .collect();
    let result = chosen.map_or(0, |at| at + 1);
    let data = format!(r#"<w:ddList><w:result w:val="{result}"/>{items}</w:ddList>"#);
    format!("<w:p>{}</w:p>", field("FORMDROPDOWN", "Status", &data))
}

fn boxes(options: &[&str], ticked: &[usize], old: bool) -> String {
    let boxes = options.iter().enumerate();
    boxes
        .map(|(at, option)| {
            let ticked = ticked.contains(&at);
            let sign = if old {
                old_box(ticked)
            } else {
                new_box(ticked)
            };
            let label = escaped(option);
            format!(r#"<w:p>{sign}<w:r><w:t xml:space="preserve"> {label}</w:t></w:r></w:p>"#)
        })
        .collect()
}

fn new_box(ticked: bool) -> String {
    let (value, sign) = if ticked { (1, "☒") } else { (0, "☐") };
    format!(
        r#"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{value}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"#
    )
}

fn old_box(ticked: bool) -> String {
    let checked = if ticked { "<w:checked/>" } else { "" };
    let data = format!(r#"<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{checked}</w:checkBox>"#);
    field("FORMCHECKBOX", "Afkrydsning", &data)
}

fn field(instruction: &str, name: &str, data: &str) -> String {
    format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    )
}
