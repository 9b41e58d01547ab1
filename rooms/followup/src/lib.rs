//! Follow-up: recommendations, rounds, progress forms and the aggregate report.

pub mod rules;
