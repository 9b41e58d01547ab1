//! The room's rules: types and plain functions. No clock, SQL, HTML or `async` here.

pub mod aggregate;
pub mod aggregate_figures;
pub mod aggregate_report;
