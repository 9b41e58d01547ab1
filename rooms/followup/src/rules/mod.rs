//! The room's rules: types and plain functions. No clock, SQL, HTML or `async` here.

pub mod aggregate;
pub mod aggregate_figures;
pub mod aggregate_report;
pub mod ancestry;
pub mod chasing;
pub mod cycle;
pub mod deadline;
pub mod filling;
pub mod gathered;
pub mod lineage;
pub mod marked_text;
pub mod merging;
pub mod progress_form;
pub mod receipt;
pub mod recommendation;
pub mod review;
