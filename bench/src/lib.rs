//! Judges the reading of forms from outside: a generator of filled-in forms with the truth
//! known, and figures beside other programs. Knows our readers and engine by their public names
//! only.

pub mod cases;
pub mod compare;
pub mod generator;
pub mod holdout;
pub mod judge;
pub mod suite;
