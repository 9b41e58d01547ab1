//! A report as one HTML file that stands alone: no scripts, nothing fetched, readable on a
//! phone, in a screen reader and on paper.

use super::bar::stretches;
use super::outline::{
    Alignment, Block, Cell, Drawing, Figure, Heading, Link, List, Mark, Paint, Paper, Paragraph,
    Report, Run, Segment, Style, Table,
};
use super::picture::Picture;
use super::xml::Xml;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use document_model::Rgb;

const STYLE: &str = include_str!("report.css");

/// Writes a report as HTML.
pub fn write(report: &Report) -> String {
    let mut page = Page {
        report,
        xml: Xml::fragment(),
        tables: 0,
    };
    page.xml
        .raw("<!DOCTYPE html>\n")
        .open("html", &[("lang", report.language.tag())]);
    page.head();
    page.xml.open("body", &[]);
    page.xml.leaf(
        "a",
        &[("class", "skip"), ("href", "#content")],
        &report.words.skip,
    );
    page.banner();
    page.xml.open("main", &[("id", "content")]);
    page.blocks(&report.blocks);
    page.xml.close();
    page.foot();
    page.xml.finish() + "\n"
}

struct Page<'a> {
    report: &'a Report,
    xml: Xml,
    tables: u32,
}

impl Page<'_> {
    fn head(&mut self) {
        let report = self.report;
        let xml = &mut self.xml;
        xml.open("head", &[]).empty("meta", &[("charset", "utf-8")]);
        xml.empty(
            "meta",
            &[
                ("name", "viewport"),
                ("content", "width=device-width, initial-scale=1"),
            ],
        );
        xml.leaf("title", &[], &report.title);
        xml.empty("meta", &[("name", "author"), ("content", &report.author)]);
        xml.empty(
            "meta",
            &[
                ("name", "date"),
                ("content", &report.dated.date_naive().to_string()),
            ],
        );
        if let Some(notice) = &report.notice {
            xml.empty("meta", &[("name", "description"), ("content", notice)]);
        }
        xml.open("style", &[]).raw(STYLE).close().close();
    }

    fn banner(&mut self) {
        let report = self.report;
        self.xml.open("header", &[]);
        if let Some(notice) = &report.notice {
            self.xml
                .leaf("p", &[("class", "notice"), ("role", "note")], notice);
        }
        if let Some(logo) = &report.logo {
            self.picture(logo, (16.0 * logo.aspect).min(80.0), &logo.alternative_text);
        }
        self.xml.leaf("h1", &[], &report.title);
        if let Some(subtitle) = &report.subtitle {
            self.xml.leaf("p", &[("class", "subtitle")], subtitle);
        }
        if !report.facts.is_empty() {
            self.xml.open("dl", &[("class", "facts")]);
            for (name, value) in &report.facts {
                self.xml
                    .open("div", &[])
                    .leaf("dt", &[], name)
                    .leaf("dd", &[], value)
                    .close();
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn foot(&mut self) {
        let report = self.report;
        self.xml.open("footer", &[]).open("p", &[]);
        self.xml
            .text(&report.author)
            .text(" · ")
            .text(&report.title)
            .close();
        if let Some(notice) = &report.notice {
            self.xml.leaf("p", &[("class", "notice")], notice);
        }
        self.xml.close();
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::List(list) => self.list(list),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
                Block::TableOfContents { depth } => self.contents(*depth),
                Block::PageBreak => drop(self.xml.open("div", &[("class", "break")]).close()),
                Block::Wide(wide) => {
                    let paper = match wide.paper {
                        Paper::A4 => "wide a4",
                        Paper::A4Landscape => "wide landscape",
                        Paper::A3Landscape => "wide a3",
                    };
                    self.xml.open("div", &[("class", paper)]);
                    self.blocks(&wide.blocks);
                    self.xml.close();
                }
            }
        }
    }

    /// The title is the page's only `h1`: a heading of level 1 is an `h2` here.
    fn heading(&mut self, heading: &Heading) {
        let name = match heading.level {
            0 | 1 => "h2",
            2 => "h3",
            3 => "h4",
            _ => "h5",
        };
        self.xml.leaf(name, &[("id", &heading.id)], &heading.text);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let class = match paragraph.style {
            Style::Body => "body",
            Style::Lead => "lead",
            Style::Small => "small",
            Style::Notice => "notice",
            Style::Item => "item",
        };
        self.xml.open("p", &[("class", class)]);
        self.runs(&paragraph.runs);
        self.xml.close();
    }

    fn list(&mut self, list: &List) {
        self.xml.open(if list.numbered { "ol" } else { "ul" }, &[]);
        for item in &list.items {
            self.xml.open("li", &[]);
            self.runs(item);
            self.xml.close();
        }
        self.xml.close();
    }

    fn contents(&mut self, depth: u8) {
        self.xml.open(
            "nav",
            &[("class", "contents"), ("aria-labelledby", "contents")],
        );
        self.xml
            .leaf("h2", &[("id", "contents")], &self.report.words.contents)
            .open("ul", &[]);
        for heading in self
            .report
            .headings()
            .into_iter()
            .filter(|heading| heading.level <= depth)
        {
            let class = format!("level{}", heading.level);
            self.xml.open("li", &[("class", &class)]);
            self.xml
                .leaf("a", &[("href", &format!("#{}", heading.id))], &heading.text)
                .close();
        }
        self.xml.close().close();
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let class = if table.dense { "dense" } else { "roomy" };
        // A table wider than a phone scrolls by itself; with a keyboard too, hence the tab stop.
        self.xml.open(
            "div",
            &[
                ("class", "scroll"),
                ("tabindex", "0"),
                ("role", "region"),
                ("aria-label", &table.caption),
            ],
        );
        self.xml.open("table", &[("class", class)]);
        if !table.caption.is_empty() {
            let caption = format!(
                "{} {}. {}",
                self.report.words.table, self.tables, table.caption
            );
            self.xml.leaf("caption", &[], &caption);
        }
        self.columns(table);
        self.xml.open("thead", &[]);
        self.rows(table, &table.header, true);
        self.xml.close().open("tbody", &[]);
        self.rows(table, &table.rows, false);
        self.xml.close().close().close();
    }

    fn columns(&mut self, table: &Table) {
        let whole: f64 = table.columns.iter().map(|column| column.width).sum();
        self.xml.open("colgroup", &[]);
        for column in &table.columns {
            let share = format!("width:{:.1}%", column.width * 100.0 / whole.max(1.0));
            self.xml.empty("col", &[("style", &share)]);
        }
        self.xml.close();
    }

    fn rows(&mut self, table: &Table, rows: &[Vec<Cell>], header: bool) {
        for places in super::grid::places(rows) {
            self.xml.open("tr", &[]);
            for (column, place) in places {
                if let super::grid::Place::Begins(cell) = place {
                    self.cell(table, cell, column, header);
                }
            }
            self.xml.close();
        }
    }

    fn cell(&mut self, table: &Table, cell: &Cell, column: usize, header: bool) {
        let scope = match (header, table.row_headers && column == 0) {
            (true, _) if cell.column_span > 1 => Some("colgroup"),
            (true, _) => Some("col"),
            (false, true) if cell.row_span > 1 => Some("rowgroup"),
            (false, true) => Some("row"),
            (false, false) => None,
        };
        let (across, down) = (cell.column_span.to_string(), cell.row_span.to_string());
        let alignment = table.columns.get(column).map(|column| column.alignment);
        let class = match alignment.unwrap_or_default() {
            _ if cell.column_span > 1 => "left",
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        };
        let paint = cell.paint.map(paint_style).unwrap_or_default();
        let mut attributes = vec![("class", class)];
        attributes.extend(scope.map(|scope| ("scope", scope)));
        attributes.extend((cell.column_span > 1).then_some(("colspan", across.as_str())));
        attributes.extend((cell.row_span > 1).then_some(("rowspan", down.as_str())));
        attributes.extend((!paint.is_empty()).then_some(("style", paint.as_str())));
        self.xml
            .open(if scope.is_some() { "th" } else { "td" }, &attributes);
        self.cell_text(cell);
        self.xml.close();
    }

    fn cell_text(&mut self, cell: &Cell) {
        if let Some(spoken) = &cell.spoken {
            self.xml.open("span", &[("aria-hidden", "true")]);
            self.xml.text(
                &cell
                    .paragraphs
                    .iter()
                    .map(Paragraph::text)
                    .collect::<String>(),
            );
            self.xml
                .close()
                .leaf("span", &[("class", "spoken")], spoken);
            return;
        }
        match &cell.paragraphs[..] {
            [only] if only.style == Style::Body => self.runs(&only.runs),
            several => several
                .iter()
                .for_each(|paragraph| self.paragraph(paragraph)),
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let address = match &run.link {
                Some(Link::Web(address)) => Some(address.clone()),
                Some(Link::Heading(id)) => Some(format!("#{id}")),
                None => None,
            };
            if let Some(address) = &address {
                self.xml.open("a", &[("href", address)]);
            }
            self.run(run);
            if address.is_some() {
                self.xml.close();
            }
        }
    }

    fn run(&mut self, run: &Run) {
        if let Some(mark) = run.mark {
            let color = format!("color:{}", hex(mark.paint.ink));
            let symbol = mark.shape.character().to_string();
            self.xml.leaf(
                "span",
                &[("aria-hidden", "true"), ("style", &color)],
                &symbol,
            );
            self.xml
                .text(if run.text.is_empty() { "" } else { "\u{a0}" });
        }
        let frames = [(run.bold, "strong"), (run.italic, "em")];
        let open = frames.iter().filter(|(wanted, _)| *wanted);
        let count = open.clone().count();
        for (_, name) in open {
            self.xml.open(name, &[]);
        }
        for (index, line) in run.text.split('\n').enumerate() {
            if index > 0 {
                self.xml.empty("br", &[]);
            }
            self.xml.text(line);
        }
        for _ in 0..count {
            self.xml.close();
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.xml.open("figure", &[]);
        match &figure.drawing {
            Drawing::Bar(segments) => self.bar(segments, &figure.alternative_text),
            Drawing::Picture(picture, width) => {
                self.picture(picture, *width, &figure.alternative_text)
            }
        }
        self.xml.close();
    }

    fn picture(&mut self, picture: &Picture, width: f64, alternative: &str) {
        let source = format!(
            "data:{};base64,{}",
            picture.kind.media_type(),
            BASE64_STANDARD.encode(&picture.bytes)
        );
        let size = format!("width:{width:.0}mm");
        self.xml.empty(
            "img",
            &[("src", &source), ("alt", alternative), ("style", &size)],
        );
    }

    fn bar(&mut self, segments: &[Segment], alternative: &str) {
        self.xml.open(
            "svg",
            &[
                ("role", "img"),
                ("viewBox", "0 0 1000 34"),
                ("class", "bar"),
            ],
        );
        self.xml.leaf("title", &[], alternative);
        for stretch in stretches(segments) {
            let (from, to) = (stretch.from * 1000.0, stretch.to * 1000.0 - 2.0);
            self.segment(stretch.segment, from, to.max(from + 1.0));
        }
        self.xml.close();
    }

    fn segment(&mut self, segment: Segment, from: f64, to: f64) {
        let Mark { shape, paint } = segment.mark;
        let (x, width) = (format!("{from:.1}"), format!("{:.1}", to - from));
        let (fill, ink) = (hex(paint.fill), hex(paint.ink));
        let mut attributes = vec![
            ("x", x.as_str()),
            ("y", "0"),
            ("width", &width),
            ("height", "34"),
            ("fill", &fill),
        ];
        if paint.hatched {
            attributes.extend([("stroke", ink.as_str()), ("stroke-dasharray", "4 3")]);
        }
        self.xml.empty("rect", &attributes);
        if to - from >= 44.0 {
            let middle = format!("{:.1}", (from + to) / 2.0);
            let text = format!("{} {}", shape.character(), segment.count);
            self.xml.leaf(
                "text",
                &[
                    ("x", &middle),
                    ("y", "23"),
                    ("text-anchor", "middle"),
                    ("fill", &ink),
                ],
                &text,
            );
        }
    }
}

fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn paint_style(paint: Paint) -> String {
    let (fill, ink) = (hex(paint.fill), hex(paint.ink));
    match paint.hatched {
        false => format!("background:{fill};color:{ink}"),
        true => format!(
            "background:repeating-linear-gradient(135deg,{fill} 0 5px,{ink}40 5px 6px);color:{ink}"
        ),
    }
}
