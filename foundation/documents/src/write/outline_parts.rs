//! Short ways to make the parts of an outline.

use super::outline::*;

impl Shape {
    /// The character that looks like the shape, for formats that carry text only.
    pub fn character(self) -> char {
        match self {
            Shape::Disc => '●',
            Shape::Triangle => '▲',
            Shape::Square => '■',
            Shape::Dash => '–',
            Shape::Ring => '○',
        }
    }
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            bold: true,
            ..Self::plain(text)
        }
    }

    /// A symbol with its word.
    pub fn marked(mark: Mark, text: impl Into<String>) -> Self {
        Self {
            mark: Some(mark),
            ..Self::plain(text)
        }
    }

    /// The same text as a link.
    pub fn linked(mut self, link: Link) -> Self {
        self.link = Some(link);
        self
    }
}

impl Paragraph {
    /// Running text of one run.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::styled(Style::Body, text)
    }

    /// Text of one run in a style.
    pub fn styled(style: Style, text: impl Into<String>) -> Self {
        Self {
            style,
            runs: vec![Run::plain(text)],
        }
    }

    /// Running text of several runs.
    pub fn of(runs: Vec<Run>) -> Self {
        Self {
            style: Style::Body,
            runs,
        }
    }

    /// The text without formatting; symbols as characters.
    pub fn text(&self) -> String {
        self.runs.iter().map(Run::text_with_symbol).collect()
    }
}

impl Run {
    /// The text with its symbol as a character before it.
    pub fn text_with_symbol(&self) -> String {
        match self.mark {
            Some(mark) if self.text.is_empty() => mark.shape.character().to_string(),
            Some(mark) => format!("{}\u{a0}{}", mark.shape.character(), self.text),
            None => self.text.clone(),
        }
    }
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            paragraphs: Vec::new(),
            paint: None,
            column_span: 1,
            row_span: 1,
            spoken: None,
            controls: Vec::new(),
        }
    }
}

impl Cell {
    /// A cell of one plain paragraph; of none where the text is empty.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::default();
        }
        Self::of(vec![Paragraph::plain(text)])
    }

    /// A cell of paragraphs.
    pub fn of(paragraphs: Vec<Paragraph>) -> Self {
        Self {
            paragraphs,
            ..Self::default()
        }
    }

    /// A cell with a symbol, a short text and the colours behind it; `spoken` is the whole word.
    pub fn marked(mark: Mark, short: impl Into<String>, spoken: impl Into<String>) -> Self {
        Self {
            paragraphs: vec![Paragraph::of(vec![Run::marked(mark, short)])],
            paint: Some(mark.paint),
            spoken: Some(spoken.into()),
            ..Self::default()
        }
    }

    /// The same cell over several columns.
    pub fn across(mut self, columns: u32) -> Self {
        self.column_span = columns.max(1);
        self
    }

    /// The same cell over several rows.
    pub fn down(mut self, rows: u32) -> Self {
        self.row_span = rows.max(1);
        self
    }

    /// How many characters stand in the cell.
    pub fn length(&self) -> usize {
        let runs = self.paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
        runs.map(|run| run.text.chars().count()).sum()
    }
}

impl Column {
    /// A column of text.
    pub fn text(width: f64) -> Self {
        Self {
            width,
            alignment: Alignment::Left,
        }
    }

    /// A column of numbers.
    pub fn number(width: f64) -> Self {
        Self {
            width,
            alignment: Alignment::Right,
        }
    }

    /// A column whose cells stand in the middle.
    pub fn centered(width: f64) -> Self {
        Self {
            width,
            alignment: Alignment::Center,
        }
    }
}

impl Block {
    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>, id: impl Into<String>) -> Self {
        Block::Heading(Heading {
            level,
            text: text.into(),
            id: id.into(),
        })
    }

    /// A paragraph of running text.
    pub fn text(text: impl Into<String>) -> Self {
        Block::Paragraph(Paragraph::plain(text))
    }

    /// A paragraph in a style.
    pub fn styled(style: Style, text: impl Into<String>) -> Self {
        Block::Paragraph(Paragraph::styled(style, text))
    }
}

impl Report {
    /// Every heading in reading order.
    pub fn headings(&self) -> Vec<&Heading> {
        headings_in(&self.blocks)
    }
}

fn headings_in(blocks: &[Block]) -> Vec<&Heading> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => found.push(heading),
            Block::Wide(wide) => found.extend(headings_in(&wide.blocks)),
            _ => {}
        }
    }
    found
}
