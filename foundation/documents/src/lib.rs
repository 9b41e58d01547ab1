//! Foreign files in as tables and text, reports out.
//!
//! Readers live in [`read`]: each takes the bytes of a file and gives a
//! [`document_model::Document`]. Files from outside go through [`reader_process`], which runs
//! the readers in a child process with limits on time, memory and output.

pub mod read;
pub mod reader_process;
pub mod write;
