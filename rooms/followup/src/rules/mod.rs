//! The room's rules: types and plain functions. No clock, SQL, HTML or `async` here.

pub mod aggregate;
pub mod aggregate_figures;
pub mod aggregate_report;
pub mod ancestry;
pub mod deadline;
pub mod gathered;
pub mod lineage;
pub mod progress_form;
pub mod recommendation;
pub mod review;
