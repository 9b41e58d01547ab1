//! The document itself: blocks in order, sections, the title and the table of contents.

use super::paragraphs::{self, open_paragraph};
use super::{drawing, sections, tables};
use crate::write::WriteFault;
use crate::write::outline::{Block, Heading, List, Paper, Report, Wide};
use crate::write::xml::Xml;
use std::collections::HashMap;

/// The namespace of WordprocessingML.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The main part with what it refers to.
pub(super) struct DocumentPart {
    /// `word/document.xml`.
    pub xml: String,
    /// Pictures in the order of their ids.
    pub pictures: Vec<Media>,
    /// Addresses outside: relation id and address.
    pub links: Vec<(String, String)>,
    /// How many numbered lists there are.
    pub numbered_lists: u32,
}

/// A picture's file inside the container.
pub(super) struct Media {
    /// The relation's id.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The state of writing.
pub(super) struct Body<'a> {
    pub report: &'a Report,
    pub xml: Xml,
    pub paper: Paper,
    pub pictures: Vec<Media>,
    pub links: Vec<(String, String)>,
    /// Heading id to bookmark name.
    pub bookmarks: HashMap<&'a str, String>,
    pub tables: u32,
    pub drawings: u32,
    pub controls: u32,
    numbered_lists: u32,
    bookmarks_written: u32,
}

/// Writes the main part.
pub(super) fn document(report: &Report) -> Result<DocumentPart, WriteFault> {
    let mut body = Body::new(report);
    body.xml.open(
        "w:document",
        &[
            ("xmlns:w", WORD),
            (
                "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            ),
            (
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            ),
            (
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
            ),
            (
                "xmlns:pic",
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
            ),
            (
                "xmlns:mc",
                "http://schemas.openxmlformats.org/markup-compatibility/2006",
            ),
            (
                "xmlns:w14",
                "http://schemas.microsoft.com/office/word/2010/wordml",
            ),
            ("mc:Ignorable", "w14"),
        ],
    );
    body.xml.open("w:body", &[]);
    body.title_block()?;
    body.blocks(&report.blocks)?;
    let paper = body.paper;
    sections::section(&mut body.xml, paper);
    Ok(DocumentPart {
        xml: body.xml.finish(),
        pictures: body.pictures,
        links: body.links,
        numbered_lists: body.numbered_lists,
    })
}

impl<'a> Body<'a> {
    fn new(report: &'a Report) -> Self {
        let headings = report.headings();
        let bookmarks = headings
            .iter()
            .enumerate()
            .map(|(index, heading)| (heading.id.as_str(), format!("_Toc{:08}", index + 1)))
            .collect();
        Self {
            report,
            xml: Xml::document(),
            paper: Paper::A4,
            pictures: Vec::new(),
            links: Vec::new(),
            bookmarks,
            tables: 0,
            drawings: 0,
            controls: 0,
            numbered_lists: 0,
            bookmarks_written: 0,
        }
    }

    fn title_block(&mut self) -> Result<(), WriteFault> {
        let report = self.report;
        if let Some(logo) = &report.logo {
            // 16 mm high, and no wider than 80.
            let width = (16.0 * logo.aspect).min(80.0);
            drawing::picture_paragraph(self, logo, width)?;
        }
        paragraphs::simple(&mut self.xml, "Title", &report.title);
        if let Some(subtitle) = &report.subtitle {
            paragraphs::simple(&mut self.xml, "Subtitle", subtitle);
        }
        if let Some(notice) = &report.notice {
            paragraphs::simple(&mut self.xml, "Notice", notice);
        }
        for (name, value) in &report.facts {
            paragraphs::fact(&mut self.xml, name, value);
        }
        Ok(())
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), WriteFault> {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) => paragraphs::paragraph(self, paragraph),
                Block::List(list) => self.list(list),
                Block::Table(table) => tables::table(self, table),
                Block::Figure(figure) => drawing::figure(self, figure)?,
                Block::TableOfContents { depth } => self.contents(*depth),
                // What follows other paper begins on a new page already.
                Block::PageBreak if index > 0 && matches!(blocks[index - 1], Block::Wide(_)) => {}
                Block::PageBreak => page_break(&mut self.xml),
                Block::Wide(wide) => self.wide(wide, index + 1 == blocks.len())?,
            }
        }
        Ok(())
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(1, 4);
        let id = self.bookmarks_written.to_string();
        self.bookmarks_written += 1;
        let name = self
            .bookmarks
            .get(heading.id.as_str())
            .cloned()
            .unwrap_or_default();
        open_paragraph(&mut self.xml, &format!("Heading{level}"));
        self.xml
            .empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        paragraphs::plain_run(&mut self.xml, &heading.text);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]).close();
    }

    fn list(&mut self, list: &List) {
        if list.numbered {
            self.numbered_lists += 1;
        }
        let number = (2 + self.numbered_lists).to_string();
        for item in &list.items {
            match list.numbered {
                true => paragraphs::numbered_item(self, item, &number),
                false => paragraphs::styled(self, "ListBullet", item),
            }
        }
    }

    /// What is wide stands in a section of its own: the one before it ends here, and it ends
    /// itself unless it is the last.
    fn wide(&mut self, wide: &'a Wide, last: bool) -> Result<(), WriteFault> {
        self.end_section();
        self.paper = wide.paper;
        self.blocks(&wide.blocks)?;
        if !last {
            self.end_section();
            self.paper = Paper::A4;
        }
        Ok(())
    }

    fn end_section(&mut self) {
        let paper = self.paper;
        self.xml
            .open("w:p", &[])
            .open("w:pPr", &[])
            .empty("w:pStyle", &[("w:val", "Spacer")]);
        sections::section(&mut self.xml, paper);
        self.xml.close().close();
    }

    /// A field that Word can update, filled with the headings as they are, so that it shows at
    /// once. Page numbers come with the first update: only a layout knows them.
    fn contents(&mut self, depth: u8) {
        let report = self.report;
        self.xml
            .open("w:sdt", &[])
            .open("w:sdtPr", &[])
            .open("w:docPartObj", &[]);
        self.xml
            .empty("w:docPartGallery", &[("w:val", "Table of Contents")])
            .empty("w:docPartUnique", &[]);
        self.xml.close().close().open("w:sdtContent", &[]);
        paragraphs::simple(&mut self.xml, "TOCHeading", &report.words.contents);
        let listed: Vec<_> = report
            .headings()
            .into_iter()
            .filter(|heading| heading.level <= depth)
            .collect();
        for (index, heading) in listed.iter().enumerate() {
            open_paragraph(&mut self.xml, &format!("TOC{}", heading.level));
            if index == 0 {
                field_char(&mut self.xml, "begin");
                let instruction = format!(" TOC \\o \"1-{depth}\" \\h \\z \\u ");
                self.xml
                    .open("w:r", &[])
                    .leaf("w:instrText", &[("xml:space", "preserve")], &instruction)
                    .close();
                field_char(&mut self.xml, "separate");
            }
            self.contents_entry(heading);
            if index + 1 == listed.len() {
                field_char(&mut self.xml, "end");
            }
            self.xml.close();
        }
        self.xml.close().close();
    }

    fn contents_entry(&mut self, heading: &Heading) {
        let name = self
            .bookmarks
            .get(heading.id.as_str())
            .cloned()
            .unwrap_or_default();
        self.xml
            .open("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")]);
        paragraphs::plain_run(&mut self.xml, &heading.text);
        self.xml.open("w:r", &[]).empty("w:tab", &[]).close();
        field_char(&mut self.xml, "begin");
        let instruction = format!(" PAGEREF {name} \\h ");
        self.xml
            .open("w:r", &[])
            .leaf("w:instrText", &[("xml:space", "preserve")], &instruction)
            .close();
        field_char(&mut self.xml, "separate");
        field_char(&mut self.xml, "end");
        self.xml.close();
    }
}

fn field_char(xml: &mut Xml, kind: &str) {
    xml.open("w:r", &[])
        .empty("w:fldChar", &[("w:fldCharType", kind)])
        .close();
}

fn page_break(xml: &mut Xml) {
    open_paragraph(xml, "Spacer");
    xml.open("w:r", &[])
        .empty("w:br", &[("w:type", "page")])
        .close()
        .close();
}
