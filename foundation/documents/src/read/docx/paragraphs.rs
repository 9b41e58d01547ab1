use super::body::Body;
use super::styles;
use crate::read::ReadError;
use crate::read::boxes;
use crate::read::format::{RunFormat, Wish};
use crate::read::xml::Element;
use document_model::{ParagraphKind, ReaderRemark};

/// What is known of the paragraph and run that stand open.
#[derive(Default)]
pub(super) struct OpenRun {
    style: Option<String>,
    outline: Option<u8>,
    listed: Option<bool>,
    character_style: Wish,
    direct: Wish,
    pub(super) format: RunFormat,
}

impl Body<'_> {
    pub(super) fn open_paragraph(&mut self) -> Result<(), ReadError> {
        self.builder.open_paragraph(ParagraphKind::Body)?;
        self.run = OpenRun::default();
        let wish = self.styles.paragraph_wish(None, self.table_wish());
        self.paragraphs.push(wish);
        self.open_control_paragraph()
    }

    pub(super) fn paragraph_property(&mut self, element: &Element<'_>) {
        match element.name() {
            "pStyle" => self.run.style = element.attr("val").map(|id| id.into_owned()),
            "outlineLvl" => self.run.outline = element.number("val").map(|l| l.min(9) as u8),
            "numId" => self.run.listed = Some(element.number("val") != Some(0)),
            "pageBreakBefore" if element.on("val") => self.explicit_page_break(),
            _ => {}
        }
    }

    pub(super) fn paragraph_is_described(&mut self) {
        let style = self.run.style.as_deref();
        let mut kind = self.styles.kind(style);
        match self.run.outline {
            Some(level) if level < 9 => kind = ParagraphKind::Heading(level + 1),
            _ => {}
        }
        match (kind, self.run.listed) {
            (ParagraphKind::Body, Some(true)) => kind = ParagraphKind::ListItem,
            (ParagraphKind::ListItem, Some(false)) => kind = ParagraphKind::Body,
            _ => {}
        }
        self.builder.set_kind(kind);
        let wish = self.styles.paragraph_wish(style, self.table_wish());
        if let Some(open) = self.paragraphs.last_mut() {
            *open = wish;
        }
    }

    /// The paragraph mark's own formatting says nothing about the words.
    pub(super) fn mark_property(&mut self, element: &Element<'_>) {
        if matches!(element.name(), "del" | "ins" | "moveFrom" | "moveTo") {
            self.builder.remark(ReaderRemark::TrackedChangesAccepted);
        }
    }

    pub(super) fn close_paragraph(&mut self) -> Result<(), ReadError> {
        self.close_control_paragraph()?;
        self.fields.retain(|field| field.shows_result);
        self.paragraphs.pop();
        self.builder.close_paragraph()
    }

    pub(super) fn open_run(&mut self) {
        self.run.character_style = Wish::default();
        self.run.direct = Wish::default();
        self.run_is_described();
    }

    pub(super) fn run_property(&mut self, element: &Element<'_>) {
        if element.name() == "rStyle" {
            let id = element.attr("val").unwrap_or_default();
            self.run.character_style = self.styles.character_wish(&id);
        } else {
            styles::run_property(element, &self.styles.theme, &mut self.run.direct);
        }
    }

    pub(super) fn run_is_described(&mut self) {
        let base = self.paragraphs.last().copied().unwrap_or_default();
        let wish = base.under(self.run.character_style).under(self.run.direct);
        self.run.format = wish.format();
    }

    pub(super) fn run_content(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "tab" | "ptab" => self.words("\t"),
            "br" => match element.attr("type").as_deref() {
                Some("page") => {
                    self.explicit_page_break();
                    Ok(())
                }
                _ => self.words("\n"),
            },
            "cr" => self.words("\n"),
            "noBreakHyphen" => self.words("\u{2011}"),
            "sym" => self.symbol(element),
            "lastRenderedPageBreak" => {
                self.next_page();
                Ok(())
            }
            "fldChar" => self.field(element),
            _ => Ok(()),
        }
    }

    fn symbol(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let font = element.attr("font").unwrap_or_default();
        let code = element.attr("char").unwrap_or_default();
        let code = u32::from_str_radix(&code, 16).unwrap_or(0);
        match boxes::symbol(&font, code) {
            Some(text) => self.words(text),
            None => Ok(()),
        }
    }

    /// Takes page breaks as they stand: as Word last drew them, else as they were set.
    pub(super) fn number_pages(&mut self, text: &str) {
        self.rendered = text.contains("lastRenderedPageBreak");
        let set = text.contains("w:type=\"page\"") || text.contains("pageBreakBefore");
        self.builder.page = (self.rendered || set || self.is_one_page()).then_some(1);
    }

    fn is_one_page(&self) -> bool {
        self.builder.property_is("pages", "1")
    }

    fn explicit_page_break(&mut self) {
        if !self.rendered {
            self.next_page();
        }
    }

    fn next_page(&mut self) {
        self.builder.page = self.builder.page.map(|page| page.saturating_add(1));
    }
}
