use document_model::{Rgb, Run};

/// The formatting of a run once everything that applies is laid over one another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct RunFormat {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) color: Option<Rgb>,
    pub(crate) highlight: Option<Rgb>,
    pub(crate) hidden: bool,
}

/// What one style or one run says about formatting; what it leaves open stays as it was.
/// `Some(None)` takes a colour away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) color: Option<Option<Rgb>>,
    pub(crate) highlight: Option<Option<Rgb>>,
    pub(crate) hidden: Option<bool>,
}

impl Wish {
    /// This wish, with another laid over it.
    pub(crate) fn under(self, over: Wish) -> Wish {
        Wish {
            bold: over.bold.or(self.bold),
            italic: over.italic.or(self.italic),
            color: over.color.or(self.color),
            highlight: over.highlight.or(self.highlight),
            hidden: over.hidden.or(self.hidden),
        }
    }

    pub(crate) fn format(self) -> RunFormat {
        RunFormat {
            bold: self.bold.unwrap_or(false),
            italic: self.italic.unwrap_or(false),
            // Black is the ink of every page: a file that names it says no more than one that
            // does not.
            color: self.color.flatten().filter(|color| *color != Rgb(0, 0, 0)),
            highlight: self.highlight.flatten(),
            hidden: self.hidden.unwrap_or(false),
        }
    }
}

impl RunFormat {
    pub(crate) fn run(self, text: &str) -> Run {
        Run {
            text: text.to_owned(),
            bold: self.bold,
            italic: self.italic,
            color: self.color,
            highlight: self.highlight,
        }
    }

    /// Whether a run has this formatting.
    pub(crate) fn is_of(self, run: &Run) -> bool {
        self.bold == run.bold
            && self.italic == run.italic
            && self.color == run.color
            && self.highlight == run.highlight
    }
}
