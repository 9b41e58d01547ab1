use super::cells::TableState;
use super::controls::{Forms, OpenControl};
use super::styles::Styles;
use crate::read::ReadError;
use crate::read::builder::Builder;
use crate::read::format::{RunFormat, Wish};
use crate::read::xml::{Element, Node, Xml};
use document_model::{ParagraphKind, ReaderRemark};

/// The walk through the content of a file.
pub(super) struct Content<'s> {
    pub(super) styles: &'s Styles,
    pub(super) forms: Forms,
    pub(super) builder: Builder,
    pub(super) tables: Vec<TableState>,
    pub(super) controls: Vec<OpenControl>,
    /// The formatting of each open paragraph and span, the innermost last.
    wishes: Vec<Wish>,
    lists: u32,
    in_body: bool,
}

impl<'s> Content<'s> {
    pub(super) fn new(styles: &'s Styles, forms: Forms, builder: Builder) -> Self {
        Self {
            styles,
            forms,
            builder,
            tables: Vec::new(),
            controls: Vec::new(),
            wishes: Vec::new(),
            lists: 0,
            in_body: false,
        }
    }

    pub(super) fn into_builder(self) -> Builder {
        self.builder
    }

    pub(super) fn read(&mut self, text: &str) -> Result<(), ReadError> {
        if text.contains("soft-page-break") || text.contains("break-before=\"page\"") {
            self.builder.page = Some(1);
        }
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) if element.name() == "body" => self.in_body = true,
                Node::Start(_) if !self.in_body => {}
                Node::Start(element) => match self.left_out(&element) {
                    true => xml.skip()?,
                    false => self.start(&element)?,
                },
                Node::End(end) => self.end(end.name())?,
                Node::Text(text) => self.characters(&text)?,
            }
        }
        Ok(())
    }

    /// Comments, notes, deleted text, and the definitions before the body.
    fn left_out(&mut self, element: &Element<'_>) -> bool {
        match element.name() {
            "tracked-changes" => {
                self.builder.remark(ReaderRemark::TrackedChangesAccepted);
                true
            }
            "annotation"
            | "note"
            | "forms"
            | "ruby-text"
            | "shapes"
            | "covered-table-cell"
            | "content-validations"
            | "named-expressions" => true,
            _ => false,
        }
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "p" | "h" => self.open_paragraph(element),
            "span" => {
                self.open_span(element);
                Ok(())
            }
            "s" => {
                let count = element.number("c").unwrap_or(1).min(1000) as usize;
                self.words(&" ".repeat(count))
            }
            "tab" => self.words("\t"),
            "line-break" => self.words("\n"),
            "list" => {
                self.lists += 1;
                Ok(())
            }
            "soft-page-break" => {
                self.next_page();
                Ok(())
            }
            "control" => self.shown_control(element),
            "drop-down" => {
                self.open_drop_down();
                Ok(())
            }
            "label" => {
                self.drop_down_label(element);
                Ok(())
            }
            "content-control" => self.open_content_control(element),
            "list-item" if !self.controls.is_empty() => {
                self.list_item(element);
                Ok(())
            }
            "fieldmark" => {
                self.open_field(element);
                Ok(())
            }
            "param" => {
                self.field_parameter(element);
                Ok(())
            }
            "table-source" => {
                self.builder.remark(ReaderRemark::ExternalLinksIgnored);
                Ok(())
            }
            "image" | "object" => {
                self.note_foreign(element);
                Ok(())
            }
            _ => self.table_start(element),
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if !self.in_body {
            return Ok(());
        }
        match name {
            "body" => self.in_body = false,
            "p" | "h" => {
                self.wishes.pop();
                return self.builder.close_paragraph();
            }
            "span" => drop(self.wishes.pop()),
            "list" => self.lists = self.lists.saturating_sub(1),
            "drop-down" | "content-control" | "fieldmark" => return self.close_control(),
            _ => return self.table_end(name),
        }
        Ok(())
    }

    fn note_foreign(&mut self, element: &Element<'_>) {
        if element
            .attr("href")
            .is_some_and(|address| address.contains("://"))
        {
            self.builder.remark(ReaderRemark::ExternalLinksIgnored);
        }
    }

    fn open_paragraph(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let style = element.attr("style-name");
        let look = self.styles.look("paragraph", style.as_deref());
        let heading = element.name() == "h";
        let level = element.number("outline-level").unwrap_or(1).clamp(1, 9) as u8;
        let kind = match (heading, look.outline) {
            (true, _) => ParagraphKind::Heading(level),
            (false, Some(level)) => ParagraphKind::Heading(level),
            _ if self.lists > 0 || look.listed == Some(true) => ParagraphKind::ListItem,
            _ => ParagraphKind::Body,
        };
        if look.page_break == Some(true) {
            self.next_page();
        }
        self.wishes.push(self.cell_wish().under(look.wish));
        self.builder.open_paragraph(kind)
    }

    fn open_span(&mut self, element: &Element<'_>) {
        let style = element.attr("style-name");
        let over = self.styles.look("text", style.as_deref()).wish;
        let under = self.wishes.last().copied().unwrap_or_default();
        self.wishes.push(under.under(over));
    }

    fn next_page(&mut self) {
        self.builder.page = self.builder.page.map(|page| page.saturating_add(1));
    }

    pub(super) fn format(&mut self) -> RunFormat {
        let format = self.wishes.last().copied().unwrap_or_default().format();
        if format.hidden {
            self.builder.remark(ReaderRemark::HiddenContentRead);
        }
        format
    }

    /// Text as it stands in the file: space around line ends is layout.
    fn characters(&mut self, text: &str) -> Result<(), ReadError> {
        if self.wishes.is_empty() {
            return Ok(());
        }
        let mut words = String::with_capacity(text.len());
        let mut after_space = self.builder.last_char().is_none_or(|last| last == ' ');
        for character in text.chars() {
            let space = matches!(character, ' ' | '\n' | '\r' | '\t');
            if !space {
                words.push(character);
            } else if !after_space {
                words.push(' ');
            }
            after_space = space;
        }
        self.words(&words)
    }

    fn words(&mut self, text: &str) -> Result<(), ReadError> {
        if self.taken_by_control(text) {
            return Ok(());
        }
        let format = self.format();
        self.builder.text(text, format)
    }
}
