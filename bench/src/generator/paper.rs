//! A form on paper: what a municipality sees in its office program, before it becomes a file.

/// One file's content.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    /// The title in the file's properties.
    pub title: Option<String>,
    /// The company in the file's properties.
    pub company: Option<String>,
    /// The header of every page.
    pub page_header: Option<String>,
    /// The content from the top.
    pub pieces: Vec<Piece>,
    /// Chooses among ways of writing that differ between programs but mean the same.
    pub variant: u64,
}

/// A part of the content.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A heading of level 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Text(Line),
    /// A table.
    Grid(Grid),
    /// A new sheet of a workbook; a heading elsewhere.
    Sheet(String),
}

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// The columns' widths in per cent of the page.
    pub widths: Vec<u32>,
    /// The rows from the top.
    pub rows: Vec<Vec<Cell>>,
    /// How many rows repeat on each page.
    pub heading_rows: usize,
    /// Whether the program's table style colours every second row light green.
    pub banded: bool,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its paragraphs.
    pub lines: Vec<Line>,
    /// How many columns it covers.
    pub across: usize,
    /// How many rows it covers; 0 for a cell covered from above.
    pub down: usize,
    /// The colour behind it.
    pub fill: Option<Fill>,
    /// A form control after the text.
    pub control: Option<Control>,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Whether it is an item of a list.
    pub bullet: bool,
    /// Its text.
    pub runs: Vec<Run>,
}

/// Text of one formatting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// The colour as six hexadecimal digits.
    pub color: Option<&'static str>,
    /// The colour behind the text as six hexadecimal digits.
    pub highlight: Option<&'static str>,
}

/// A colour behind a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Six hexadecimal digits.
    Hex(&'static str),
    /// An accent of the theme, 1 to 6, made lighter by so many per cent; where a format has no
    /// themes it is the colour that the office program would show.
    Accent(u8, u8),
}

/// A form control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// A drop-down list; `old` is Word's form field of before 2007.
    DropDown {
        /// What can be chosen.
        options: Vec<&'static str>,
        /// Which is.
        chosen: Option<usize>,
        /// Whether it is the old kind.
        old: bool,
    },
    /// A box or radio button for each option.
    Boxes {
        /// The words beside the boxes.
        options: Vec<&'static str>,
        /// Which are ticked.
        ticked: Vec<usize>,
        /// Whether they are the old kind.
        old: bool,
    },
}

impl Line {
    /// A paragraph of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(Run::plain(text))
    }

    /// A paragraph of one run.
    pub fn of(run: Run) -> Self {
        Self {
            bullet: false,
            runs: vec![run],
        }
    }

    /// A paragraph as the stock of texts writes it: `- ` begins a list item, `**` stands around
    /// bold words.
    pub fn marked(text: &str) -> Self {
        let (bullet, text) = match text.strip_prefix("- ") {
            Some(item) => (true, item),
            None => (false, text),
        };
        let pieces = text.split("**").enumerate();
        let runs = pieces
            .filter(|(_, piece)| !piece.is_empty())
            .map(|(at, piece)| Run {
                bold: at % 2 == 1,
                ..Run::plain(piece)
            })
            .collect();
        Self { bullet, runs }
    }

    /// The text without formatting.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
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
}

impl Cell {
    /// A cell of paragraphs.
    pub fn of(lines: Vec<Line>) -> Self {
        Self {
            lines,
            across: 1,
            down: 1,
            fill: None,
            control: None,
        }
    }

    /// A cell with nothing in it.
    pub fn blank() -> Self {
        Self::of(Vec::new())
    }

    /// A cell of one plain paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(vec![Line::plain(text)])
    }

    /// A cell of one bold paragraph.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::of(vec![Line::of(Run::bold(text))])
    }

    /// The same cell over several columns.
    pub fn across(mut self, columns: usize) -> Self {
        self.across = columns;
        self
    }

    /// The same cell with a colour behind it.
    pub fn filled(mut self, fill: Fill) -> Self {
        self.fill = Some(fill);
        self
    }

    /// The text without formatting.
    pub fn text(&self) -> String {
        let lines: Vec<_> = self.lines.iter().map(Line::text).collect();
        lines.join("\n")
    }
}

/// The accents of the theme that our Word and Excel files carry: Office 2013 to 2022.
pub const ACCENTS: [&str; 6] = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];

impl Fill {
    /// The colour that a person sees.
    pub fn hex(self) -> String {
        match self {
            Fill::Hex(digits) => digits.to_owned(),
            Fill::Accent(accent, lighter) => {
                lighten(ACCENTS[usize::from(accent) - 1], u32::from(lighter))
            }
        }
    }
}

fn lighten(digits: &str, percent: u32) -> String {
    let part = |at: usize| u32::from_str_radix(&digits[at..at + 2], 16).unwrap_or(0);
    let lighter = |part: u32| part + (255 - part) * percent / 100;
    format!(
        "{:02X}{:02X}{:02X}",
        lighter(part(0)),
        lighter(part(2)),
        lighter(part(4))
    )
}
