//! The shapes in which forms arrive: everything that a municipality does differently from its
//! neighbour.

use super::stock::Which;

/// How one form looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What makes this form special, as a sentence; printed where it is read wrong.
    pub about: String,
    /// The blank form that was filled in.
    pub which: Which,
    /// The file's kind.
    pub format: Format,
    /// How a status is said.
    pub sign: Sign,
    /// How recommendations stand on the page.
    pub layout: Layout,
    /// The columns of a table from the left.
    pub columns: Vec<Column>,
    /// What happened to the recommendations' texts.
    pub texts: Texts,
    /// Where remarks stand.
    pub remarks: Remarks,
    /// Where the municipality's name stands.
    pub named: Named,
    /// A legend of the colours above the table.
    pub legend: Legend,
    /// How many of some things.
    pub count: Counts,
    /// Whether areas and rows stand in another order.
    pub shuffled: bool,
    /// Whether the table's head stands again in the middle, as after a page break.
    pub repeated_heads: bool,
    /// Whether the program's table style colours every second row light green.
    pub banded: bool,
    /// Decides everything else.
    pub seed: u64,
}

/// The file's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Word.
    Docx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// Excel.
    Xlsx,
    /// A web page.
    Html,
    /// Separated values.
    Csv,
    /// Plain text.
    Text,
    /// Written as another kind, then printed to PDF.
    Pdf(Printed),
}

/// What a PDF was printed from, and by which program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Printed {
    /// A Word file by LibreOffice.
    Word,
    /// An OpenDocument text by LibreOffice.
    OpenText,
    /// A workbook by LibreOffice.
    Workbook,
    /// A web page by Chromium.
    Browser,
}

/// How a status is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// "Grøn".
    Word,
    /// "GRØN!", "gul.", " Rød ".
    Sloppy,
    /// "Status: grøn".
    Labelled,
    /// "Gul – på vej".
    Explained,
    /// "Igangsat efter planen", by the round's own labels.
    RoundWords,
    /// A fill without words, from one of the palettes.
    Fill(usize),
    /// A theme colour as fill.
    ThemeFill,
    /// The word on its colour.
    WordOnFill(usize),
    /// A coloured dot.
    ColoredDot,
    /// The same word for all, in colour.
    ColoredText,
    /// Highlighted text.
    Highlight,
    /// 🟢 🟡 🔴.
    Emoji,
    /// An X in one of three columns.
    Crosses,
    /// ✓ in one of four columns, the last for those who take no part.
    Ticks,
    /// A drop-down list; `true` for the form fields of before 2007.
    DropDown(bool),
    /// A check box or radio button for each status; `true` for the old form fields.
    Boxes(bool),
}

/// How recommendations stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// One table, each area with its own head row, obligations as rows: the form of 2015.
    OneTable,
    /// A table for each area under a heading, obligations as rows over all columns.
    AreaTables,
    /// A heading for area and obligation, a table below each.
    TablesUnderHeadings,
    /// Area and obligation as columns, areas merged over their rows.
    MergedAreas,
    /// A small table for each recommendation, with names at the left.
    Cards,
    /// A sheet for each area.
    Sheets,
    /// Prose: recommendations listed under the status.
    Groups,
    /// Prose: a mail with a paragraph for each recommendation.
    Mail,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// A number.
    Number,
    /// The recommendation.
    Text,
    /// The status: one column, or one for each status.
    Status,
    /// The remark.
    Remark,
    /// Who is responsible.
    Owner,
    /// By when.
    Deadline,
    /// An earlier year's status.
    LastYear,
}

/// What happened to the recommendations' texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Texts {
    /// As in the blank form.
    Full,
    /// Only the beginning.
    Shortened,
    /// Only the beginning, with an ellipsis.
    Dotted,
    /// Line-end hyphens in the middle of lines.
    Hyphenated,
    /// So many of a hundred letters read wrong by a scanner's text recognition.
    Ocr(usize),
}

/// Where remarks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remarks {
    /// In their column.
    Column,
    /// Over several rows, the other cells of the later ones empty.
    SeveralRows,
    /// In the status cell, after the status.
    StatusCell,
    /// Nowhere: the form has none.
    Absent,
}

/// Where the municipality's name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// "Kommune: Greve Kommune" above the table.
    Text,
    /// In the form's title.
    Title,
    /// In the header of every page.
    PageHeader,
    /// In the properties only.
    Properties,
    /// In the file's name as code and name.
    FileCode,
    /// In the file's name in words.
    FileName,
    /// Nowhere; remarks may name others.
    Nowhere,
}

/// A legend above the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Legend {
    /// There is none.
    None,
    /// A paragraph.
    Sentence,
    /// A small table with colours.
    Colors,
}

/// How many of some things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Counts {
    /// Statuses shown by two signs that disagree.
    pub contradictions: usize,
    /// Statuses that are none: "Lilla".
    pub unknown: usize,
    /// Recommendations without a status.
    pub blank: usize,
    /// Recommendations without a row.
    pub missing: usize,
    /// Rows of the municipality's own.
    pub proposals: usize,
    /// Whether rows carry other numbers than the blank form.
    pub renumbered: bool,
}

impl Shape {
    /// A plain form: one table, words, everything where it is expected.
    pub fn plain(about: &str, format: Format, seed: u64) -> Self {
        Self {
            about: about.to_owned(),
            which: Which::Recruitment,
            format,
            sign: Sign::Word,
            layout: Layout::OneTable,
            columns: vec![Column::Text, Column::Status, Column::Remark],
            texts: Texts::Full,
            remarks: Remarks::Column,
            named: Named::Text,
            legend: Legend::None,
            count: Counts::default(),
            shuffled: false,
            repeated_heads: false,
            banded: false,
            seed,
        }
    }
}

impl Format {
    /// The file name's ending.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Ods => "ods",
            Format::Xlsx => "xlsx",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Text => "txt",
            Format::Pdf(_) => "pdf",
        }
    }

    /// The kind that is written first.
    pub fn written_as(self) -> Format {
        match self {
            Format::Pdf(Printed::Word) => Format::Docx,
            Format::Pdf(Printed::OpenText) => Format::Odt,
            Format::Pdf(Printed::Workbook) => Format::Xlsx,
            Format::Pdf(Printed::Browser) => Format::Html,
            other => other,
        }
    }

    /// Whether the format knows colours.
    pub fn has_colors(self) -> bool {
        !matches!(self, Format::Csv | Format::Text)
    }

    /// Whether it is a workbook.
    pub fn is_workbook(self) -> bool {
        matches!(self.written_as(), Format::Xlsx | Format::Ods)
    }
}
