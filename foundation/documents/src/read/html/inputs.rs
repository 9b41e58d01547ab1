use super::elements::attr;
use super::walk::Walk;
use crate::read::ReadError;
use html5ever::tokenizer::Tag;

/// A drop-down list that stands open.
#[derive(Default)]
pub(super) struct Select {
    options: Vec<String>,
    selected: Option<usize>,
}

impl Select {
    pub(super) fn words(&mut self, text: &str) {
        if let Some(option) = self.options.last_mut() {
            option.push_str(text);
        }
    }
}

impl Walk {
    pub(super) fn input(&mut self, tag: &Tag) -> Result<(), ReadError> {
        match (&*tag.name, &mut self.select) {
            ("select", None) => self.select = Some(Select::default()),
            ("option", Some(select)) => {
                if attr(tag, "selected").is_some() {
                    select.selected = Some(select.options.len());
                }
                select.options.push(String::new());
            }
            ("input", None) => return self.control(tag),
            _ => {}
        }
        Ok(())
    }

    fn control(&mut self, tag: &Tag) -> Result<(), ReadError> {
        let kind = attr(tag, "type").unwrap_or("text").to_ascii_lowercase();
        match &*kind {
            "checkbox" | "radio" => {
                self.stand_in_paragraph()?;
                let title = attr(tag, "title")
                    .or(attr(tag, "aria-label"))
                    .map(str::to_owned);
                let format = self.wish().format();
                let checked = attr(tag, "checked").is_some();
                self.builder.check_box(checked, title, format)
            }
            "text" | "search" | "date" | "number" => {
                self.words(attr(tag, "value").unwrap_or_default())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn end_select(&mut self) -> Result<(), ReadError> {
        let Some(select) = self.select.take() else {
            return Ok(());
        };
        self.stand_in_paragraph()?;
        let words = |option: &String| option.split_whitespace().collect::<Vec<_>>().join(" ");
        let options: Vec<String> = select.options.iter().map(words).collect();
        let selected = select
            .selected
            .and_then(|index| options.get(index).cloned());
        let selected = selected.filter(|words| !words.is_empty());
        let format = self.wish().format();
        self.builder.choice(selected, options, format)
    }
}
