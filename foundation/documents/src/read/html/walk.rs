use super::css::Rules;
use super::inputs::Select;
use crate::read::builder::Builder;
use crate::read::format::Wish;
use crate::read::{Excess, ReadError};
use document_model::{Document, ParagraphKind};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// Elements inside elements; browsers end at 512 and pages at a few dozen.
const DEPTH: usize = 10_000;

/// Takes the tokens of a page.
pub(super) struct Sink(RefCell<Walk>);

/// The walk through a page: soup in, paragraphs and tables out.
pub(super) struct Walk {
    pub(super) builder: Builder,
    pub(super) rules: Rules,
    /// The open elements that format text, the innermost last.
    pub(super) open: Vec<Open>,
    /// Where the open tables began in `open`, with their rows and cells.
    pub(super) tables: Vec<TableMarks>,
    pub(super) select: Option<Select>,
    /// An element whose raw text goes elsewhere (`style`, `title`, `script` …).
    raw: Option<(String, String)>,
    failed: Option<ReadError>,
}

pub(super) struct Open {
    pub(super) tag: String,
    pub(super) wish: Wish,
}

#[derive(Default)]
pub(super) struct TableMarks {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) in_head: bool,
    pub(super) headings: u32,
    pub(super) others: u32,
    pub(super) row_fill: Option<Option<document_model::Rgb>>,
    pub(super) table_fill: Option<Option<document_model::Rgb>>,
}

impl Sink {
    pub(super) fn new(builder: Builder) -> Self {
        Self(RefCell::new(Walk {
            builder,
            rules: Rules::default(),
            open: Vec::new(),
            tables: Vec::new(),
            select: None,
            raw: None,
            failed: None,
        }))
    }

    pub(super) fn finish(self) -> Result<Document, ReadError> {
        let walk = self.0.into_inner();
        match walk.failed {
            Some(error) => Err(error),
            None => walk.builder.finish(),
        }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut walk = self.0.borrow_mut();
        if walk.failed.is_some() {
            return TokenSinkResult::Continue;
        }
        let (outcome, raw) = match token {
            Token::TagToken(tag) => (walk.tag(&tag), raw_kind(&tag)),
            Token::CharacterTokens(text) => (walk.characters(&text), None),
            _ => (Ok(()), None),
        };
        walk.failed = outcome.err();
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

/// Elements whose content is not markup.
fn raw_kind(tag: &Tag) -> Option<RawKind> {
    if tag.kind == TagKind::EndTag {
        return None;
    }
    match &*tag.name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "noframes" | "iframe" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

impl Walk {
    fn tag(&mut self, tag: &Tag) -> Result<(), ReadError> {
        let raw = raw_kind(tag).is_some();
        if raw {
            self.raw = Some((tag.name.to_string(), String::new()));
            return Ok(());
        }
        match tag.kind {
            TagKind::StartTag => self.start(tag),
            TagKind::EndTag if self.raw.is_some() => self.end_raw(),
            TagKind::EndTag => self.end(&tag.name),
        }
    }

    fn end_raw(&mut self) -> Result<(), ReadError> {
        match self.raw.take() {
            Some((tag, text)) if tag == "style" => self.rules.add(&text),
            Some((tag, text)) if tag == "title" => self.builder.property("title", &text),
            Some((tag, text)) if tag == "textarea" => return self.words(&text),
            _ => {}
        }
        Ok(())
    }

    fn characters(&mut self, text: &str) -> Result<(), ReadError> {
        match &mut self.raw {
            Some((_, raw)) => {
                raw.push_str(text);
                Ok(())
            }
            None => self.words(text),
        }
    }

    /// Words of the page: white space is one space, except where it is kept.
    pub(super) fn words(&mut self, text: &str) -> Result<(), ReadError> {
        if let Some(select) = &mut self.select {
            select.words(text);
            return Ok(());
        }
        let kept = self
            .open
            .iter()
            .rev()
            .take(32)
            .any(|open| open.tag == "pre");
        if text.trim_ascii().is_empty() && !self.builder.in_paragraph() {
            return Ok(());
        }
        self.stand_in_paragraph()?;
        let text = if kept {
            text.to_owned()
        } else {
            self.collapse(text)
        };
        let format = self.wish().format();
        self.builder.text(&text, format)
    }

    fn collapse(&self, text: &str) -> String {
        let mut words = String::with_capacity(text.len());
        let mut after_space = self
            .builder
            .last_char()
            .is_none_or(|last| matches!(last, ' ' | '\n'));
        for character in text.chars() {
            let space = character.is_ascii_whitespace();
            if !space && character.is_control() {
                continue;
            }
            if !space {
                words.push(character);
            } else if !after_space {
                words.push(' ');
            }
            after_space = space;
        }
        words
    }

    /// Opens the paragraph, and the row and cell, that words need.
    pub(super) fn stand_in_paragraph(&mut self) -> Result<(), ReadError> {
        if self.builder.in_table() && !self.builder.in_cell() {
            if !self.builder.in_row() {
                self.builder.open_row(None)?;
            }
            self.builder.open_cell(1, 1)?;
        }
        match self.builder.in_paragraph() {
            true => Ok(()),
            false => self.builder.open_paragraph(self.kind()),
        }
    }

    fn kind(&self) -> ParagraphKind {
        let floor = self.tables.last().map_or(0, |marks| marks.table);
        let own = self.open.get(floor..).unwrap_or_default();
        for open in own.iter().rev().take(32) {
            match (open.tag.as_bytes(), &*open.tag) {
                ([b'h', level @ b'1'..=b'6'], _) => return ParagraphKind::Heading(level - b'0'),
                (_, "li") => return ParagraphKind::ListItem,
                _ => {}
            }
        }
        ParagraphKind::Body
    }

    pub(super) fn wish(&self) -> Wish {
        self.open
            .last()
            .map_or_else(Wish::default, |open| open.wish)
    }

    pub(super) fn push(&mut self, tag: &str, wish: Wish) -> Result<(), ReadError> {
        if self.open.len() >= DEPTH {
            return Err(ReadError::TooLarge(Excess::Nesting));
        }
        self.open.push(Open {
            tag: tag.to_owned(),
            wish,
        });
        Ok(())
    }

    /// Closes an element and what was left open inside it, within its table.
    pub(super) fn pop(&mut self, tag: &str) {
        let floor = self.tables.last().map_or(0, |marks| marks.table);
        let near = self.open.len().saturating_sub(256).max(floor);
        let own = self.open.get(near..).unwrap_or_default();
        if let Some(at) = own.iter().rposition(|open| open.tag == tag) {
            self.open.truncate(near + at);
        }
    }
}
