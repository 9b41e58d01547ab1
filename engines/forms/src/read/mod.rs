//! From a document to a reading. In order: `parts` (tables and paragraphs as they come),
//! `columns` and `rows` or `labels` or `prose` (records: what stands in one row), `colours`
//! (whether fills mean anything), `verdict` (one status from all signs), `matching` (which
//! recommendation a record answers), `form` (entries and problems).

pub(crate) mod boxes;
pub(crate) mod colours;
pub(crate) mod columns;
pub(crate) mod form;
pub(crate) mod headings;
pub(crate) mod knowledge;
pub(crate) mod labels;
pub(crate) mod markup;
pub(crate) mod matching;
pub(crate) mod municipality;
pub(crate) mod parts;
pub(crate) mod phrases;
pub(crate) mod prose;
pub(crate) mod record;
pub(crate) mod refusal;
pub(crate) mod remarks;
pub(crate) mod rest;
pub(crate) mod rows;
pub(crate) mod said;
pub(crate) mod signs;
pub(crate) mod template;
pub(crate) mod tint;
pub(crate) mod verdict;
