use super::{Excess, ReadError, limits};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// A walk through an XML part, one node at a time, with a limit on depth and without entities
/// of the file's own making. Names are local names: prefixes are the file's choice.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

/// A node of the walk. An element without content gives a start and an end.
pub(crate) enum Node<'a> {
    Start(Element<'a>),
    End(EndTag<'a>),
    Text(Cow<'a, str>),
}

pub(crate) struct Element<'a>(BytesStart<'a>);

pub(crate) struct EndTag<'a>(BytesEnd<'a>);

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next node; nothing at the end of the part.
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            let node = match self.reader.read_event().map_err(ReadError::damaged)? {
                Event::Start(start) => self.descend(start)?,
                Event::End(end) => self.ascend(end),
                Event::Text(text) => Node::Text(text.into_inner()),
                Event::CData(data) => Node::Text(data.into_inner()),
                Event::GeneralRef(reference) => Node::Text(resolve(&reference)?),
                Event::DocType(doctype) if doctype.contains('[') => {
                    return Err(ReadError::XmlEntities);
                }
                Event::Eof if self.depth > 0 => return Err(ReadError::damaged("XML breaks off")),
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(node));
        }
    }

    fn descend(&mut self, start: BytesStart<'a>) -> Result<Node<'a>, ReadError> {
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return Err(ReadError::TooLarge(Excess::Nesting));
        }
        Ok(Node::Start(Element(start)))
    }

    fn ascend(&mut self, end: BytesEnd<'a>) -> Node<'a> {
        self.depth = self.depth.saturating_sub(1);
        Node::End(EndTag(end))
    }

    /// Leaves out everything up to the end of the element that was just opened.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        self.text().map(drop)
    }

    /// All text up to the end of the element that was just opened.
    pub(crate) fn text(&mut self) -> Result<String, ReadError> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(Node::Text(more)) => text.push_str(&more),
                Some(_) => {}
                None => break,
            }
        }
        Ok(text)
    }
}

impl Element<'_> {
    /// The local name.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute's value by its local name.
    pub(crate) fn attr(&self, name: &str) -> Option<Cow<'_, str>> {
        self.0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)
            .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
    }

    /// Several attributes in one go, by their local names.
    pub(crate) fn attrs<const N: usize>(&self, names: [&str; N]) -> [Option<Cow<'_, str>>; N] {
        let mut values = [const { None }; N];
        for attribute in self.0.attributes().with_checks(false).flatten() {
            let name = attribute.key.local_name().into_inner();
            for (value, _) in values
                .iter_mut()
                .zip(names)
                .filter(|(_, known)| *known == name)
            {
                *value = attribute.normalized_value(XmlVersion::Implicit1_0).ok();
            }
        }
        values
    }

    /// An attribute as a number.
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.attr(name)?.trim().parse().ok()
    }

    /// Office's way to write a switch: on when the attribute is absent or says so.
    pub(crate) fn on(&self, name: &str) -> bool {
        self.attr(name)
            .is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
    }

    /// A switch that is off when the attribute is absent.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.attr(name)
            .is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
    }
}

impl EndTag<'_> {
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

fn resolve<'a>(reference: &BytesRef<'_>) -> Result<Cow<'a, str>, ReadError> {
    if let Some(character) = reference.resolve_char_ref().map_err(ReadError::damaged)? {
        return Ok(Cow::Owned(character.to_string()));
    }
    resolve_xml_entity(reference)
        .map(Cow::Borrowed)
        .ok_or(ReadError::XmlEntities)
}
