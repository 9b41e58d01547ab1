use super::controls::{Field, Sdt};
use super::paragraphs::OpenRun;
use super::styles::Styles;
use super::tables::TableState;
use crate::read::ReadError;
use crate::read::builder::Builder;
use crate::read::format::{RunFormat, Wish};
use crate::read::xml::{Element, Node, Xml};
use document_model::ReaderRemark;

/// The walk through a document, header or footer part.
pub(super) struct Body<'s> {
    pub(super) styles: &'s Styles,
    pub(super) builder: Builder,
    /// Where the walk stands.
    path: Vec<Place>,
    pub(super) paragraphs: Vec<Wish>,
    pub(super) run: OpenRun,
    pub(super) tables: Vec<TableState>,
    pub(super) controls: Vec<Sdt>,
    pub(super) fields: Vec<Field>,
    /// Whether Word noted where its pages ended.
    pub(super) rendered: bool,
}

/// The elements that matter for what stands inside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    ParagraphProperties,
    MarkProperties,
    Numbering,
    Run,
    RunProperties,
    Text,
    Instruction,
    Table,
    TableProperties,
    RowException,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Control,
    ControlProperties,
    ControlList,
    ControlBox,
    ControlContent,
    FieldData,
    FieldList,
    FieldBox,
    Other,
}

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles, builder: Builder) -> Self {
        Self {
            styles,
            builder,
            path: Vec::new(),
            paragraphs: Vec::new(),
            run: OpenRun::default(),
            tables: Vec::new(),
            controls: Vec::new(),
            fields: Vec::new(),
            rendered: false,
        }
    }

    pub(super) fn into_builder(self) -> Builder {
        self.builder
    }

    pub(super) fn read(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => match self.left_out(&element) {
                    true => xml.skip()?,
                    false => self.start(&element)?,
                },
                Node::End(_) => self.end()?,
                Node::Text(text) => self.characters(&text)?,
            }
        }
        Ok(())
    }

    /// Deleted text, former formatting, and the second telling of what newer programs draw.
    fn left_out(&mut self, element: &Element<'_>) -> bool {
        let parent = self.path.last().copied().unwrap_or(Place::Other);
        match element.name() {
            "del" | "moveFrom" if self.in_properties(parent) => false,
            "del" | "moveFrom" => self.tracked(),
            "Fallback" | "sectPr" | "rt" => true,
            name if name.ends_with("PrChange") => self.tracked(),
            "rPr" | "placeholder" => {
                matches!(parent, Place::Control | Place::ControlProperties)
            }
            _ => false,
        }
    }

    fn in_properties(&self, parent: Place) -> bool {
        matches!(parent, Place::MarkProperties | Place::RowProperties)
    }

    fn tracked(&mut self) -> bool {
        self.builder.remark(ReaderRemark::TrackedChangesAccepted);
        true
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let parent = self.path.last().copied().unwrap_or(Place::Other);
        let place = place_of(element.name(), parent);
        self.path.push(place);
        match place {
            Place::Paragraph => self.open_paragraph()?,
            Place::Run => self.open_run(),
            Place::Table => self.open_table()?,
            Place::Row => self.open_row()?,
            Place::Cell => self.open_cell()?,
            Place::Control => self.open_control(),
            Place::ControlContent => self.open_control_content()?,
            Place::FieldList => self.field_is_list(),
            Place::FieldBox => self.field_is_box(),
            Place::ControlList => self.control_is_choice(),
            Place::ControlBox => self.control_is_box(),
            _ => self.detail(element, parent)?,
        }
        Ok(())
    }

    fn detail(&mut self, element: &Element<'_>, parent: Place) -> Result<(), ReadError> {
        match parent {
            Place::ParagraphProperties | Place::Numbering => self.paragraph_property(element),
            Place::RunProperties => self.run_property(element),
            Place::MarkProperties => self.mark_property(element),
            Place::Run => self.run_content(element)?,
            Place::TableProperties | Place::RowException => self.table_property(element, parent),
            Place::RowProperties => self.row_property(element),
            Place::CellProperties => self.cell_property(element),
            Place::ControlProperties | Place::ControlList | Place::ControlBox => {
                self.control_property(element, parent);
            }
            Place::FieldData | Place::FieldList | Place::FieldBox => {
                self.field_property(element, parent);
            }
            _ if matches!(element.name(), "ins" | "moveTo") => {
                self.builder.remark(ReaderRemark::TrackedChangesAccepted);
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadError> {
        match self.path.pop().unwrap_or(Place::Other) {
            Place::Paragraph => self.close_paragraph(),
            Place::ParagraphProperties => {
                self.paragraph_is_described();
                Ok(())
            }
            Place::RunProperties => {
                self.run_is_described();
                Ok(())
            }
            Place::Table => self.close_table(),
            Place::Row => self.close_row(),
            Place::Cell => self.close_cell(),
            Place::CellProperties => {
                self.cell_is_described();
                Ok(())
            }
            Place::ControlContent => self.close_control_content(),
            Place::Control => {
                self.controls.pop();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn characters(&mut self, text: &str) -> Result<(), ReadError> {
        match self.path.last() {
            Some(Place::Text) => self.words(text),
            Some(Place::Instruction) => {
                if text.trim_start().starts_with('=') {
                    self.builder.remark(ReaderRemark::FormulasNotComputed);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The formatting of text that stands here.
    pub(super) fn format(&mut self) -> RunFormat {
        let format = self.run.format;
        if format.hidden {
            self.builder.remark(ReaderRemark::HiddenContentRead);
        }
        format
    }
}

fn place_of(name: &str, parent: Place) -> Place {
    match (name, parent) {
        ("p", _) => Place::Paragraph,
        ("r", _) => Place::Run,
        ("t", Place::Run) => Place::Text,
        ("instrText", _) => Place::Instruction,
        ("pPr", Place::Paragraph) => Place::ParagraphProperties,
        ("rPr", Place::ParagraphProperties) => Place::MarkProperties,
        ("numPr", Place::ParagraphProperties) => Place::Numbering,
        ("rPr", Place::Run) => Place::RunProperties,
        ("tbl", _) => Place::Table,
        ("tblPr", Place::Table) => Place::TableProperties,
        ("tr", _) => Place::Row,
        ("tblPrEx", Place::Row) => Place::RowException,
        ("trPr", Place::Row) => Place::RowProperties,
        ("tc", _) => Place::Cell,
        ("tcPr", Place::Cell) => Place::CellProperties,
        ("sdt", _) => Place::Control,
        ("sdtPr", Place::Control) => Place::ControlProperties,
        ("dropDownList" | "comboBox", Place::ControlProperties) => Place::ControlList,
        ("checkbox" | "checkBox", Place::ControlProperties) => Place::ControlBox,
        ("sdtContent", Place::Control) => Place::ControlContent,
        ("ffData", _) => Place::FieldData,
        ("ddList", Place::FieldData) => Place::FieldList,
        ("checkBox", Place::FieldData) => Place::FieldBox,
        _ => Place::Other,
    }
}
