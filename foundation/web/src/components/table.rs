use super::Html;
use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// A list as a table; heads that can be sorted by are links.
#[derive(Template)]
#[template(path = "components/data_table.html")]
pub struct DataTable<'page> {
    /// The reader's texts.
    pub texts: &'page Texts,
    /// What the table shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<Html>>,
}

impl HtmlSafe for DataTable<'_> {}

/// One column.
#[derive(Default)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How it can be sorted, if it can.
    pub sorting: Option<Sorting>,
    /// Whether it holds numbers: set to the right.
    pub number: bool,
}

/// How a column can be sorted.
pub struct Sorting {
    /// The address that sorts by it, or turns the order.
    pub href: String,
    /// How it is sorted now.
    pub now: Option<Direction>,
}

/// The direction of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
}

impl Column {
    /// A column that cannot be sorted by.
    pub fn plain(title: String) -> Self {
        Self {
            title,
            ..Self::default()
        }
    }

    /// The same column, for numbers.
    pub fn numbers(mut self) -> Self {
        self.number = true;
        self
    }

    /// The same column, sorted by a link.
    pub fn sorted(mut self, href: String, now: Option<Direction>) -> Self {
        self.sorting = Some(Sorting { href, now });
        self
    }

    fn aria(&self) -> Option<&'static str> {
        match self.sorting.as_ref()?.now? {
            Direction::Up => Some("ascending"),
            Direction::Down => Some("descending"),
        }
    }
}

/// The way through a list of many pages.
#[derive(Template)]
#[template(path = "components/pagination.html")]
pub struct Pagination<'page> {
    /// The reader's texts.
    pub texts: &'page Texts,
    /// The page shown, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The address up to the page's number, for example `/search?q=vej&page=`.
    pub href: String,
}

impl HtmlSafe for Pagination<'_> {}

impl Pagination<'_> {
    fn shown(&self) -> Vec<usize> {
        let near = self.page.saturating_sub(2).max(1)..=(self.page + 2).min(self.pages);
        let mut pages: Vec<usize> = near.collect();
        if !pages.contains(&1) {
            pages.insert(0, 1);
        }
        if !pages.contains(&self.pages) {
            pages.push(self.pages);
        }
        pages
    }
}
