//! XML by hand: open, close, attributes, text, escaped and free of what XML cannot carry.

/// An XML text under construction. Elements close in the order in which they were opened.
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document with its declaration.
    pub fn document() -> Self {
        Self {
            text: r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.to_owned() + "\n",
            open: Vec::new(),
        }
    }

    /// A piece without declaration.
    pub fn fragment() -> Self {
        Self {
            text: String::new(),
            open: Vec::new(),
        }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.text.push('>');
        self.open.push(name);
        self
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.text.push_str("/>");
        self
    }

    /// Closes the element opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
        self
    }

    /// An element that holds text only.
    pub fn leaf(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> &mut Self {
        self.open(name, attributes).text(text).close()
    }

    /// Text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.text, text);
        self
    }

    /// Ready XML, from this writer.
    pub fn raw(&mut self, xml: &str) -> &mut Self {
        self.text.push_str(xml);
        self
    }

    /// The finished text, with all elements closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            push_escaped(&mut self.text, value);
            self.text.push('"');
        }
    }
}

fn push_escaped(target: &mut String, text: &str) {
    for letter in text.chars().filter(|letter| may_stand_in_xml(*letter)) {
        match letter {
            '&' => target.push_str("&amp;"),
            '<' => target.push_str("&lt;"),
            '>' => target.push_str("&gt;"),
            '"' => target.push_str("&quot;"),
            other => target.push(other),
        }
    }
}

/// The characters of XML 1.0, production 2.
fn may_stand_in_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_looks_like_markup_stays_text() {
        let mut xml = Xml::fragment();
        xml.open("a", &[("b", "\"<")])
            .text("1 < 2 & \u{b}\u{ffff}3");
        assert_eq!(xml.finish(), r#"<a b="&quot;&lt;">1 &lt; 2 &amp; 3</a>"#);
    }
}
