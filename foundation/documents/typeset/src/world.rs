//! All that the typesetter can see: one source, one piece of data, five fonts.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

const LAYOUT: &str = include_str!("report.typ");

const FONT_FILES: [&[u8]; 5] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-Italic.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-SemiBold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-SemiBoldItalic.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/DejaVuSans.ttf")),
];

/// What does not change from report to report.
struct Workshop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static WORKSHOP: LazyLock<Workshop> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONT_FILES
        .into_iter()
        .filter_map(|file| Font::new(Bytes::new(file), 0))
        .collect();
    Workshop {
        // Row headers of tables are still behind a feature of Typst's.
        library: LazyHash::new(
            Library::builder()
                .with_features([Feature::A11yExtras].into_iter().collect())
                .build(),
        ),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether a font at hand has a picture for a character.
pub(crate) fn is_covered(letter: char) -> bool {
    let covers = |font: &Font| font.info().coverage.contains(u32::from(letter));
    WORKSHOP.fonts.iter().any(covers)
}

/// The desk on which one report is set.
pub(crate) struct Desk {
    main: Source,
    data_id: FileId,
    data: Bytes,
}

impl Desk {
    /// A desk with the report's data on it.
    pub fn new(data: Vec<u8>) -> Self {
        Self {
            main: Source::new(id("report.typ"), LAYOUT.to_owned()),
            data_id: id("report.json"),
            data: Bytes::new(data),
        }
    }
}

fn id(name: &str) -> FileId {
    // Both names are fixed and plain, so that a path can always be made of them.
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("{name} is a path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &WORKSHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &WORKSHOP.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.main.id() {
            true => Ok(self.main.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id == self.data_id {
            true => Ok(self.data.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        WORKSHOP.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
