use super::shading;
use crate::read::ReadError;
use crate::read::color;
use crate::read::format::Wish;
use crate::read::office::Theme;
use crate::read::xml::{Element, Node, Xml};
use document_model::{ParagraphKind, Rgb};
use memchr::memmem::Finder;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// How many styles may rest on one another; Word itself ends at 11.
const BASES: usize = 24;

/// The styles of a Word file. Word writes hundreds of which a form uses ten, so each is read
/// when it is first asked for.
pub(super) struct Styles {
    source: String,
    places: HashMap<String, Range<usize>>,
    known: RefCell<HashMap<String, Option<Rc<Style>>>>,
    default_paragraph: Option<String>,
    defaults: Wish,
    pub(super) theme: Theme,
}

#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    own: Look,
    /// Of a table style: what holds in the first row, the first column, every other row …
    conditional: HashMap<String, Look>,
}

/// What a style says about text, cells and the role of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) wish: Wish,
    pub(super) fill: Option<Option<Rgb>>,
    outline: Option<u8>,
    listed: Option<bool>,
}

impl Look {
    pub(super) fn under(self, over: Look) -> Look {
        Look {
            wish: self.wish.under(over.wish),
            fill: over.fill.or(self.fill),
            outline: over.outline.or(self.outline),
            listed: over.listed.or(self.listed),
        }
    }
}

impl Styles {
    pub(super) fn empty(theme: Theme) -> Self {
        Self {
            source: String::new(),
            places: HashMap::new(),
            known: RefCell::default(),
            default_paragraph: None,
            defaults: Wish::default(),
            theme,
        }
    }

    pub(super) fn read(source: String, theme: Theme) -> Result<Self, ReadError> {
        let mut styles = Self::empty(theme);
        let prefix = prefix(&source);
        let defaults = elements(&source, prefix, "docDefaults").next();
        if let Some(text) = defaults.and_then(|place| source.get(place)) {
            styles.defaults = styles.defaults_in(text)?;
        }
        for place in elements(&source, prefix, "style") {
            styles.note(&source, place)?;
        }
        styles.source = source;
        Ok(styles)
    }

    fn defaults_in(&self, text: &str) -> Result<Wish, ReadError> {
        let mut look = Look::default();
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            match node {
                // What paragraphs do by default says nothing about their words.
                Node::Start(element) if element.name() == "pPrDefault" => xml.skip()?,
                Node::Start(element) => look_of(&element, &self.theme, false, &mut look),
                _ => {}
            }
        }
        Ok(look.wish)
    }

    /// Remembers where a style stands, by what its first tag says.
    fn note(&mut self, source: &str, place: Range<usize>) -> Result<(), ReadError> {
        let text = source.get(place.clone()).unwrap_or_default();
        if let Some(Node::Start(element)) = Xml::new(text).next()? {
            let id = element.attr("styleId").unwrap_or_default().into_owned();
            if element.flag("default") && element.attr("type").as_deref() == Some("paragraph") {
                self.default_paragraph = Some(id.clone());
            }
            self.places.insert(id, place);
        }
        Ok(())
    }

    /// A style by its id; one that is not there or makes no sense says nothing.
    fn style(&self, id: &str) -> Option<Rc<Style>> {
        if let Some(known) = self.known.borrow().get(id) {
            return known.clone();
        }
        let text = self
            .places
            .get(id)
            .and_then(|place| self.source.get(place.clone()));
        let read = text.and_then(|text| style(&mut Xml::new(text), &self.theme).ok());
        let style = read.map(Rc::new);
        self.known.borrow_mut().insert(id.to_owned(), style.clone());
        style
    }

    /// A style and everything that it rests on, as one list from the base up.
    fn chain(&self, id: &str) -> Vec<Rc<Style>> {
        let mut chain = Vec::new();
        let mut next = self.style(id);
        while let Some(style) = next.filter(|_| chain.len() < BASES) {
            next = style.based_on.as_ref().and_then(|base| self.style(base));
            chain.push(style);
        }
        chain.reverse();
        chain
    }

    fn look(&self, id: &str) -> Look {
        let looks = self.chain(id).into_iter().map(|style| style.own);
        looks.fold(Look::default(), Look::under)
    }

    /// What a table style says, alone (`None`) or for a part of the table (`firstRow` …).
    pub(super) fn table_look(&self, id: &str, part: Option<&str>) -> Look {
        let chain = self.chain(id);
        let looks = chain.iter().filter_map(|style| match part {
            None => Some(&style.own),
            Some(part) => style.conditional.get(part),
        });
        looks.copied().fold(Look::default(), Look::under)
    }

    /// How text of a paragraph style looks, over the document's defaults and the table's look.
    pub(super) fn paragraph_wish(&self, id: Option<&str>, table: Wish) -> Wish {
        let base = self.defaults.under(table);
        match id.or(self.default_paragraph.as_deref()) {
            Some(id) => base.under(self.look(id).wish),
            None => base,
        }
    }

    pub(super) fn character_wish(&self, id: &str) -> Wish {
        self.look(id).wish
    }

    /// The role that a paragraph style gives.
    pub(super) fn kind(&self, id: Option<&str>) -> ParagraphKind {
        let Some(id) = id.or(self.default_paragraph.as_deref()) else {
            return ParagraphKind::Body;
        };
        let named = self.chain(id).into_iter().rev();
        let by_name = named.map(|style| kind_by_name(&style.name));
        let by_name = by_name.chain([kind_by_name(id)]);
        let look = self.look(id);
        match (by_name.into_iter().flatten().next(), look.outline) {
            (Some(kind), _) => kind,
            (None, Some(level)) => ParagraphKind::Heading(level + 1),
            (None, None) if look.listed == Some(true) => ParagraphKind::ListItem,
            _ => ParagraphKind::Body,
        }
    }
}

/// Headings and lists by the names that Word gives their styles in English and Danish.
fn kind_by_name(name: &str) -> Option<ParagraphKind> {
    let name = name.to_lowercase();
    for heading in ["heading", "overskrift"] {
        if let Some(level) = name.strip_prefix(heading) {
            let level = level.trim().parse().unwrap_or(0);
            return (1..=9)
                .contains(&level)
                .then_some(ParagraphKind::Heading(level));
        }
    }
    let listed = [
        "list bullet",
        "list number",
        "opstilling",
        "listbullet",
        "listnumber",
    ];
    match &*name {
        "title" | "titel" => Some(ParagraphKind::Heading(1)),
        _ if listed.iter().any(|start| name.starts_with(start)) => Some(ParagraphKind::ListItem),
        _ => None,
    }
}

fn style(xml: &mut Xml<'_>, theme: &Theme) -> Result<Style, ReadError> {
    let mut style = Style::default();
    let mut part: Option<String> = None;
    let mut in_cell = false;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) => match element.name() {
                "name" => style.name = value(&element),
                "basedOn" => style.based_on = Some(value(&element)),
                "tblStylePr" => part = element.attr("type").map(|kind| kind.into_owned()),
                "tcPr" => in_cell = true,
                _ => {
                    let look = match &part {
                        Some(part) => style.conditional.entry(part.clone()).or_default(),
                        None => &mut style.own,
                    };
                    look_of(&element, theme, in_cell, look);
                }
            },
            Node::End(end) => match end.name() {
                "tcPr" => in_cell = false,
                "tblStylePr" => part = None,
                "style" => break,
                _ => {}
            },
            Node::Text(_) => {}
        }
    }
    Ok(style)
}

/// The prefix, with its colon, that the part's elements carry: nearly always `w:`.
fn prefix(source: &str) -> &str {
    let root = source.find("styles").and_then(|end| source.get(..end));
    let name = root.and_then(|before| before.rsplit_once('<'));
    name.map_or("", |(_, prefix)| prefix)
}

/// Where the elements of a name stand, from their first tag to their last.
fn elements<'s>(
    source: &'s str,
    prefix: &str,
    name: &str,
) -> impl Iterator<Item = Range<usize>> + 's {
    let open = Finder::new(&format!("<{prefix}{name}")).into_owned();
    let close = Finder::new(&format!("</{prefix}{name}>")).into_owned();
    let bytes = source.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + open.find(bytes.get(at..)?)?;
            let after = start + open.needle().len();
            at = after;
            // `<w:styles` and `<w:stylePaneFormatFilter` begin alike.
            if bytes
                .get(after)
                .is_some_and(|next| matches!(next, b' ' | b'>' | b'\n' | b'\r' | b'\t'))
            {
                let end = after + close.find(bytes.get(after..)?)?;
                at = end + close.needle().len();
                return Some(start..at);
            }
        }
    })
}

fn value(element: &Element<'_>) -> String {
    element.attr("val").unwrap_or_default().into_owned()
}

fn look_of(element: &Element<'_>, theme: &Theme, in_cell: bool, look: &mut Look) {
    match element.name() {
        "shd" if in_cell => look.fill = shading::shading(element, theme),
        "outlineLvl" => look.outline = element.number("val").filter(|l| *l < 9).map(|l| l as u8),
        "numId" => look.listed = Some(element.number("val") != Some(0)),
        _ => run_property(element, theme, &mut look.wish),
    }
}

/// One property of a run, of a style or directly.
pub(super) fn run_property(element: &Element<'_>, theme: &Theme, wish: &mut Wish) {
    match element.name() {
        "b" => wish.bold = Some(element.on("val")),
        "i" => wish.italic = Some(element.on("val")),
        "vanish" => wish.hidden = Some(element.on("val")),
        "color" => wish.color = Some(shading::color_of(element, theme)),
        "shd" => {
            if let Some(shading) = shading::shading(element, theme) {
                wish.highlight = Some(shading.or(wish.highlight.flatten()));
            }
        }
        "highlight" => {
            let name = element.attr("val").unwrap_or_default();
            wish.highlight = Some(color::highlight(&name));
        }
        _ => {}
    }
}
