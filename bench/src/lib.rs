//! Judges the reading of forms from outside: a generator of filled-in forms with the truth
//! known, and figures beside other programs; the server under load and killed. Knows the house by
//! its public names only.

pub mod cases;
pub mod compare;
pub mod generator;
pub mod holdout;
pub mod judge;
pub mod stress;
pub mod suite;
