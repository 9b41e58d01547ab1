use super::writing;
use chrono::{DateTime, NaiveDate, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::{Language, Message, Value};
use std::sync::LazyLock;

/// A file of `locales/`: the language's tag, the area (the file's stem, which every key in it
/// begins with), and the text in Fluent's notation.
pub type LocaleFile = (&'static str, &'static str, &'static str);

/// Every text of the program, as it was when the program was built.
pub const LOCALE_FILES: &[LocaleFile] = include!(concat!(env!("OUT_DIR"), "/locale_files.rs"));

static DANISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::Da));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::En));

/// Every text in one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts of a language; they are read once.
    pub fn of(language: Language) -> &'static Texts {
        match language {
            Language::Da => &DANISH,
            Language::En => &ENGLISH,
        }
    }

    /// Which language these texts are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text with this key.
    ///
    /// A key that does not exist is shown as it is and logged: a test keeps that from happening.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The text with this key, with values put in where it names them.
    ///
    /// Give a year as text: numbers are written with separators.
    pub fn say_with(&self, key: &str, values: &[(&str, Value)]) -> String {
        let named = values.iter().map(|(name, value)| (*name, value));
        self.format(key, &self.arguments(named))
    }

    /// A message in this language.
    pub fn message(&self, message: &Message) -> String {
        let named = message
            .args
            .iter()
            .map(|(name, value)| (name.as_ref(), value));
        self.format(&message.key, &self.arguments(named))
    }

    /// `15. februar 2018` or `15 February 2018`.
    pub fn date(&self, day: NaiveDate) -> String {
        writing::date(self.language, day)
    }

    /// `15.02.2018` or `15/02/2018`, for tables.
    pub fn short_date(&self, day: NaiveDate) -> String {
        writing::short_date(self.language, day)
    }

    /// The day and the time on Danish clocks: `15. februar 2018 kl. 10.42` or
    /// `15 February 2018 at 10:42`.
    pub fn moment(&self, moment: DateTime<Utc>) -> String {
        writing::moment(self.language, moment)
    }

    /// The time on Danish clocks: `10.42` or `10:42`.
    pub fn time(&self, moment: DateTime<Utc>) -> String {
        writing::time(self.language, moment)
    }

    /// A whole number with the language's separators, from five digits on: `12.345` or `12,345`.
    pub fn number(&self, number: i64) -> String {
        writing::number(self.language, number)
    }

    /// A share of 1 in whole per cent: `45 %` or `45%`.
    pub fn percent(&self, share: f64) -> String {
        writing::percent(self.language, share)
    }

    fn load(language: Language) -> Self {
        let locales = language.tag().parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(locales);
        // Unicode's isolation marks would end up in files, addresses and tests.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Da => writing::danish_value,
            Language::En => writing::english_value,
        }));
        let ours = LOCALE_FILES
            .iter()
            .filter(|(tag, ..)| *tag == language.tag());
        for (_, area, text) in ours {
            add(&mut bundle, area, text);
        }
        Self { language, bundle }
    }

    fn arguments<'values>(
        &self,
        values: impl Iterator<Item = (&'values str, &'values Value)>,
    ) -> FluentArgs<'values> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Number(number) => arguments.set(name, *number),
                Value::Date(day) => arguments.set(name, self.date(*day)),
                Value::Text(text) => arguments.set(name, FluentValue::from(text.as_str())),
            }
        }
        arguments
    }

    fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let found = self.bundle.get_message(key);
        let Some(pattern) = found.as_ref().and_then(|text| text.value()) else {
            tracing::error!(key, language = self.language.tag(), "a text is missing");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors)
            .into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a text lacks values");
        }
        text
    }
}

/// Adds what can be read of a file; what cannot is logged, and a test keeps that from happening.
fn add(bundle: &mut FluentBundle<FluentResource>, area: &str, text: &str) {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(part, errors)| {
        tracing::error!(area, ?errors, "a file of texts cannot be read whole");
        part
    });
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(area, ?errors, "a text exists twice");
    }
}
