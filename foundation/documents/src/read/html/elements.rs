use super::css::{Declared, declarations_of};
use super::walk::{TableMarks, Walk};
use crate::read::ReadError;
use crate::read::color;
use html5ever::tokenizer::Tag;

/// The value of an attribute.
pub(super) fn attr<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    let mut attrs = tag.attrs.iter();
    attrs
        .find(|attr| &*attr.name.local == name)
        .map(|attr| &*attr.value)
}

impl Walk {
    pub(super) fn start(&mut self, tag: &Tag) -> Result<(), ReadError> {
        match &*tag.name {
            "br" => self.line_break(),
            "hr" => self.builder.close_paragraph_here(),
            "table" => self.open_table(tag),
            "thead" | "tbody" | "tfoot" => self.open_section(&tag.name),
            "tr" => self.open_row(tag),
            "td" | "th" => self.open_cell(tag),
            "select" | "option" | "input" | "optgroup" => self.input(tag),
            "meta" => {
                self.meta(tag);
                Ok(())
            }
            "img" | "link" | "col" | "wbr" | "base" | "area" | "source" => Ok(()),
            name => self.open_element(tag, name),
        }
    }

    fn line_break(&mut self) -> Result<(), ReadError> {
        match self.builder.in_paragraph() {
            true => {
                let format = self.wish().format();
                self.builder.text("\n", format)
            }
            false => Ok(()),
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let name = attr(tag, "name").unwrap_or_default().to_lowercase();
        if matches!(&*name, "author" | "description" | "keywords" | "generator") {
            self.builder
                .property(&name, attr(tag, "content").unwrap_or_default());
        }
    }

    fn open_element(&mut self, tag: &Tag, name: &str) -> Result<(), ReadError> {
        if is_block(name) {
            self.builder.close_paragraph_here()?;
        }
        if matches!(name, "p" | "li" | "dt" | "dd") {
            self.pop_sibling(name);
        }
        let declared = self.declared(tag);
        let mut wish = self.wish().under(by_name(name)).under(declared.wish);
        if let Some(background) = declared.background {
            wish.highlight = Some(background);
        }
        if tag.self_closing {
            return Ok(());
        }
        self.push(name, wish)
    }

    /// A paragraph ends where the next begins, a list item where its neighbour does.
    fn pop_sibling(&mut self, name: &str) {
        let ends = |tag: &str| matches!(tag, "ul" | "ol" | "dl" | "div" | "td" | "th" | "table");
        let near = self.open.iter().rev().take(32);
        let found = near
            .take_while(|open| !ends(&open.tag))
            .any(|open| open.tag == name);
        if found {
            self.pop(name);
        }
    }

    pub(super) fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "table" => return self.close_table(),
            "tr" => return self.close_row(),
            "td" | "th" => return self.close_cell(),
            "thead" | "tbody" | "tfoot" => return self.close_row(),
            "select" => return self.end_select(),
            name if is_block(name) => self.builder.close_paragraph_here()?,
            _ => {}
        }
        self.pop(name);
        Ok(())
    }

    /// What the style sheet, the `style` attribute and old attributes say.
    fn declared(&self, tag: &Tag) -> Declared {
        let classes = attr(tag, "class").unwrap_or_default();
        let mut declared = self.rules.of(&tag.name, classes);
        if let Some(background) = attr(tag, "bgcolor") {
            declared.background = Some(color::css(background));
        }
        if let (Some(ink), "font") = (attr(tag, "color"), &*tag.name) {
            declared.wish.color = Some(color::css(ink));
        }
        match attr(tag, "style") {
            Some(style) => declared.under(declarations_of(style)),
            None => declared,
        }
    }

    fn open_table(&mut self, tag: &Tag) -> Result<(), ReadError> {
        if self.builder.in_table() && !self.builder.in_cell() {
            self.stand_in_paragraph()?;
        }
        self.builder.close_paragraph_here()?;
        self.builder.open_table(None)?;
        let declared = self.declared(tag);
        let wish = self.wish().under(declared.wish);
        self.tables.push(TableMarks {
            table: self.open.len(),
            row: self.open.len() + 1,
            table_fill: declared.background,
            ..TableMarks::default()
        });
        self.push("table", wish)
    }

    fn close_table(&mut self) -> Result<(), ReadError> {
        let Some(marks) = self.tables.last() else {
            return Ok(());
        };
        let table = marks.table;
        self.close_row()?;
        self.tables.pop();
        self.open.truncate(table);
        self.builder.close_table()
    }

    fn open_section(&mut self, name: &str) -> Result<(), ReadError> {
        self.close_row()?;
        if let Some(marks) = self.tables.last_mut() {
            marks.in_head = name == "thead";
        }
        Ok(())
    }

    /// Rows pasted without their table still are rows.
    fn open_row(&mut self, tag: &Tag) -> Result<(), ReadError> {
        if self.tables.is_empty() {
            self.builder.close_paragraph_here()?;
            self.builder.open_table(None)?;
            self.tables.push(TableMarks {
                table: self.open.len(),
                row: self.open.len(),
                ..TableMarks::default()
            });
        }
        self.close_row()?;
        self.builder.open_row(None)?;
        let declared = self.declared(tag);
        let wish = self.wish().under(declared.wish);
        let row = self.open.len() + 1;
        if let Some(marks) = self.tables.last_mut() {
            (marks.headings, marks.others) = (0, 0);
            marks.row_fill = declared.background;
            marks.row = row;
        }
        self.push("tr", wish)
    }

    fn close_row(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        let Some(marks) = self.tables.last() else {
            return Ok(());
        };
        let heading = marks.in_head || (marks.headings > 0 && marks.others == 0);
        let table = marks.table + 1;
        if let Some(row) = self.builder.row() {
            row.header = heading;
            self.open.truncate(table);
        }
        self.builder.close_row()
    }

    fn open_cell(&mut self, tag: &Tag) -> Result<(), ReadError> {
        self.close_cell()?;
        if !self.builder.in_row() {
            self.open_bare_row()?;
        }
        let number = |name| attr(tag, name).and_then(|n| n.trim().parse::<u32>().ok());
        let columns = number("colspan").unwrap_or(1).clamp(1, 1000);
        let rows = number("rowspan").unwrap_or(1).clamp(1, 65_534);
        self.builder.open_cell(columns, rows)?;
        let declared = self.declared(tag);
        let heading = &*tag.name == "th";
        let mut wish = self.wish();
        wish.bold = if heading { Some(true) } else { wish.bold };
        let wish = wish.under(declared.wish);
        if let Some(marks) = self.tables.last_mut() {
            marks.headings += u32::from(heading);
            marks.others += u32::from(!heading);
            let fill = declared.background.or(marks.row_fill).or(marks.table_fill);
            if let Some(cell) = self.builder.cell() {
                cell.fill = fill.flatten();
            }
        }
        self.push(&tag.name, wish)
    }

    fn open_bare_row(&mut self) -> Result<(), ReadError> {
        if self.tables.is_empty() {
            self.builder.close_paragraph_here()?;
            self.builder.open_table(None)?;
            self.tables.push(TableMarks {
                table: self.open.len(),
                ..TableMarks::default()
            });
        }
        let row = self.open.len();
        if let Some(marks) = self.tables.last_mut() {
            marks.row = row;
        }
        self.builder.open_row(None)
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        if !self.builder.in_cell() {
            return Ok(());
        }
        if let Some(marks) = self.tables.last() {
            self.open.truncate(marks.row);
        }
        self.builder.close_cell()
    }
}

fn by_name(name: &str) -> crate::read::format::Wish {
    let mut wish = crate::read::format::Wish::default();
    match name {
        "b" | "strong" => wish.bold = Some(true),
        "i" | "em" | "cite" => wish.italic = Some(true),
        "mark" => wish.highlight = Some(Some(document_model::Rgb(255, 255, 0))),
        _ => {}
    }
    wish
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "address"
            | "figure"
            | "figcaption"
            | "fieldset"
            | "legend"
            | "form"
            | "body"
            | "html"
            | "head"
            | "caption"
            | "details"
            | "summary"
            | "center"
    )
}
