use crate::read::ReadError;
use crate::read::color;
use crate::read::format::Wish;
use crate::read::xml::{Element, Node, Xml};
use document_model::Rgb;
use std::collections::HashMap;

/// How many styles may rest on one another.
const BASES: usize = 24;

/// The styles of a file, by family and name.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<(String, String), Style>,
}

/// What a style says, and where it gets the rest.
#[derive(Debug, Clone, Default)]
struct Style {
    parent: Option<String>,
    look: Look,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) wish: Wish,
    pub(super) fill: Option<Option<Rgb>>,
    pub(super) page_break: Option<bool>,
    pub(super) outline: Option<u8>,
    pub(super) listed: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Look {
    fn under(self, over: Look) -> Look {
        Look {
            wish: self.wish.under(over.wish),
            fill: over.fill.or(self.fill),
            page_break: over.page_break.or(self.page_break),
            outline: over.outline.or(self.outline),
            listed: over.listed.or(self.listed),
            hidden: over.hidden.or(self.hidden),
        }
    }
}

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn read(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        let mut open: Option<((String, String), Style)> = None;
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => match element.name() {
                    "body" => xml.skip()?,
                    "style" | "default-style" => open = Some(style(&element)),
                    _ => {
                        if let Some((_, style)) = &mut open {
                            property(&element, &mut style.look);
                        }
                    }
                },
                Node::End(end) if matches!(end.name(), "style" | "default-style") => {
                    self.styles.extend(open.take());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// How something of a family and style looks, over the family's default.
    pub(super) fn look(&self, family: &str, name: Option<&str>) -> Look {
        let mut chain = Vec::new();
        let mut next = name.map(str::to_owned);
        while let Some(name) = next.filter(|_| chain.len() < BASES) {
            let style = self.styles.get(&(family.to_owned(), name));
            next = style.and_then(|style| style.parent.clone());
            chain.extend(style);
        }
        chain.extend(self.styles.get(&(family.to_owned(), String::new())));
        let looks = chain.into_iter().rev().map(|style| style.look);
        looks.fold(Look::default(), Look::under)
    }
}

fn style(element: &Element<'_>) -> ((String, String), Style) {
    let attr = |name| element.attr(name).map(|value| value.into_owned());
    // A family's default has no name.
    let name = attr("name").unwrap_or_default();
    let mut style = Style {
        parent: attr("parent-style-name"),
        look: Look::default(),
    };
    let level = element.number("default-outline-level");
    style.look.outline = level
        .filter(|level| (1..=9).contains(level))
        .map(|l| l as u8);
    style.look.listed = attr("list-style-name").map(|list| !list.is_empty());
    ((attr("family").unwrap_or_default(), name), style)
}

fn property(element: &Element<'_>, look: &mut Look) {
    match element.name() {
        "text-properties" => text_property(element, look),
        "table-cell-properties" => look.fill = background(element).or(look.fill),
        "paragraph-properties" => {
            look.page_break = element.attr("break-before").map(|at| at == "page");
            look.wish.highlight = background(element);
        }
        "table-properties" => {
            look.hidden = element.attr("display").map(|shown| shown == "false");
        }
        _ => {}
    }
}

fn text_property(element: &Element<'_>, look: &mut Look) {
    if let Some(weight) = element.attr("font-weight") {
        let heavy = weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
        look.wish.bold = Some(weight == "bold" || heavy);
    }
    if let Some(style) = element.attr("font-style") {
        look.wish.italic = Some(matches!(&*style, "italic" | "oblique"));
    }
    if element.flag("use-window-font-color") {
        look.wish.color = Some(None);
    } else if let Some(color) = element.attr("color") {
        look.wish.color = Some(color::hex(&color));
    }
    if let Some(background) = background(element) {
        look.wish.highlight = Some(background);
    }
    look.wish.hidden = element.attr("display").map(|display| display == "none");
}

fn background(element: &Element<'_>) -> Option<Option<Rgb>> {
    Some(color::hex(&element.attr("background-color")?))
}
