use kernel::Message;
use serde::{Deserialize, Serialize};

/// Why a file could not be read. Every variant has a text in `locales/*/documents.ftl` that
/// says what happened and what the sender can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ReadError {
    /// The content is none of the formats that can be read.
    #[error("unknown format")]
    UnknownFormat,
    /// The file holds nothing at all.
    #[error("empty file")]
    EmptyFile,
    /// Word's binary format of before 2007 (.doc).
    #[error("old binary Word file")]
    OldWord,
    /// Excel's binary format of before 2007 (.xls).
    #[error("old binary Excel file")]
    OldExcel,
    /// The file is protected by a password.
    #[error("encrypted file")]
    Encrypted,
    /// The file breaks off or contradicts itself; `detail` is for the log, not for readers.
    #[error("damaged file: {detail}")]
    Damaged {
        /// Where and how, in technical words.
        detail: String,
    },
    /// The file defines XML entities of its own, which no office program does.
    #[error("the file defines XML entities")]
    XmlEntities,
    /// Something in the file is larger than any real form.
    #[error("too large: {0:?}")]
    TooLarge(Excess),
    /// A PDF of pictures, without text.
    #[error("scanned PDF without text")]
    ScannedPdf,
    /// The reader used up its time.
    #[error("took too long")]
    TookTooLong,
    /// The reader used up its memory.
    #[error("used too much memory")]
    TooMuchMemory,
    /// The reader stopped without an answer; `detail` is for the log, not for readers.
    #[error("reader crashed: {detail}")]
    ReaderCrashed {
        /// How the reader process ended.
        detail: String,
    },
}

/// What was too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excess {
    /// The file itself.
    File,
    /// The file once unpacked.
    Unpacked,
    /// The depth of elements inside elements.
    Nesting,
    /// The number of cells.
    Cells,
    /// The number of paragraphs or pages.
    Paragraphs,
    /// The length of the text.
    Text,
}

impl ReadError {
    /// A damaged file, with the technical reason for the log.
    pub fn damaged(detail: impl ToString) -> Self {
        Self::Damaged {
            detail: detail.to_string(),
        }
    }

    /// Why unpacking stopped: for want of memory, or because the packed bytes make no sense.
    pub(crate) fn unpacking(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::OutOfMemory => Self::TooMuchMemory,
            _ => Self::damaged(error),
        }
    }

    /// What the sender of the file is told.
    pub fn message(&self) -> Message {
        Message::new(self.key())
    }

    fn key(&self) -> &'static str {
        match self {
            Self::UnknownFormat => "documents-unknown-format",
            Self::EmptyFile => "documents-empty-file",
            Self::OldWord => "documents-old-word",
            Self::OldExcel => "documents-old-excel",
            Self::Encrypted => "documents-encrypted",
            Self::Damaged { .. } => "documents-damaged",
            Self::XmlEntities => "documents-xml-entities",
            Self::TooLarge(excess) => excess.key(),
            Self::ScannedPdf => "documents-scanned-pdf",
            Self::TookTooLong => "documents-took-too-long",
            Self::TooMuchMemory => "documents-too-much-memory",
            Self::ReaderCrashed { .. } => "documents-reader-crashed",
        }
    }
}

impl Excess {
    fn key(self) -> &'static str {
        match self {
            Self::File => "documents-file-too-large",
            Self::Unpacked => "documents-unpacked-too-large",
            Self::Nesting => "documents-nested-too-deep",
            Self::Cells => "documents-too-many-cells",
            Self::Paragraphs => "documents-too-many-paragraphs",
            Self::Text => "documents-too-much-text",
        }
    }
}
