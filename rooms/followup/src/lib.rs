//! Follow-up: programmes, recommendations, rounds, progress forms and the aggregate report.
//!
//! Nouns: programme, recommendation set with lineage, round, progress form with versions, entry,
//! problem, release. `rules` are plain functions; `records` hold the SQL; `actions` are what
//! people do, one file each, in an open transaction; `summary` is what may be read, and all that
//! other rooms may know; `access` says who may.

pub mod access;
pub mod actions;
pub mod api;
pub mod documents;
pub mod duties;
pub mod intake;
pub mod letters;
pub mod open_data;
pub mod pages;
mod recipients;
pub mod records;
mod room;
pub mod rules;
pub mod summary;

use database::{Schema, migration};

pub use room::{Room, room};

pub use summary::health as check;

/// The tables of this room.
pub const SCHEMA: Schema = Schema {
    area: "followup",
    migrations: &[
        migration!("0001_recommendations"),
        migration!("0002_rounds"),
        migration!("0003_progress_forms"),
        migration!("0004_online_form"),
        migration!("0005_chasing"),
    ],
};

/// The schemas that this room stands on and its own, in order.
pub fn schemas() -> Vec<Schema> {
    vec![mail::SCHEMA, people::SCHEMA, webhooks::SCHEMA, SCHEMA]
}

/// What became of the recommendations of 2015 in those of 2016–2017, as the coordination group's
/// documents are read by us; a file of `import_lineage`.
pub const LINEAGE_2015_2016: &str = include_str!("../data/lineage-2015-2016.csv");
