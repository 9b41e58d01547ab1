//! The material in `data/`, read from the binary.

mod form_file;
mod person;
mod programme;
mod recommendations;
mod round;

pub use form_file::{
    Correction, EntryText, Explanation, FormFile, FormStage, Made, OwnRow, Wish, WishText,
};
pub use person::PersonText;
pub use programme::{DecisionText, Programme};
pub use recommendations::{Ancestor, RecommendationText, RetiredText, SetText, Step};
pub use round::{Meanings, Phrase, ReleaseText, Round, RoundText};

use kernel::Fault;
use rust_embed::RustEmbed;
use serde::{Deserialize, de::DeserializeOwned};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/data"]
struct Data;

/// Everything that the demonstration holds.
#[derive(Debug, Clone)]
pub struct Material {
    /// The programme.
    pub programme: Programme,
    /// Recommendation sets by period, oldest first.
    pub sets: Vec<SetText>,
    /// Rounds, oldest first; each with its forms in the order in which they came.
    pub rounds: Vec<Round>,
    /// Decisions of councils.
    pub decisions: Vec<DecisionText>,
    /// The people that one can be.
    pub people: Vec<PersonText>,
}

/// A file "as a municipality sent it".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The name under which it came.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Material {
    /// Reads everything.
    ///
    /// # Errors
    /// A [`Fault`] that names the file where our own material is not well written.
    pub fn read() -> Result<Self, Fault> {
        #[derive(Deserialize)]
        struct Decisions {
            decision: Vec<DecisionText>,
        }
        #[derive(Deserialize)]
        struct People {
            person: Vec<PersonText>,
        }
        let decisions: Decisions = parsed("decisions.toml")?;
        let people: People = parsed("people.toml")?;
        Ok(Self {
            programme: parsed("programme.toml")?,
            sets: recommendations::all()?,
            rounds: round::all()?,
            decisions: decisions.decision,
            people: people.person,
        })
    }

    /// The recommendation set of a round.
    pub fn set_of(&self, round: &RoundText) -> Option<&SetText> {
        self.sets.iter().find(|set| set.key == round.set)
    }
}

/// A committed source file by its name.
pub fn source_file(name: &str) -> Result<SourceFile, Fault> {
    Ok(SourceFile {
        name: name.to_owned(),
        bytes: bytes(&format!("files/{name}"))?,
    })
}

/// The names of the material's files, in order.
fn names() -> Vec<String> {
    let mut names: Vec<String> = Data::iter().map(|name| name.replace('\\', "/")).collect();
    names.sort();
    names
}

fn bytes(name: &str) -> Result<Vec<u8>, Fault> {
    Data::get(name)
        .map(|file| file.data.into_owned())
        .ok_or_else(|| Fault::new(format!("the demonstration lacks the file {name}")))
}

fn parsed<T: DeserializeOwned>(name: &str) -> Result<T, Fault> {
    let context = format!("reading {name} of the demonstration");
    let text = match String::from_utf8(bytes(name)?) {
        Ok(text) => text,
        Err(error) => return Err(Fault::caused_by(context, error)),
    };
    toml::from_str(&text).map_err(|error| Fault::caused_by(context, error))
}
