//! The whole program from the command line: 98 forms to a report.

use super::{Tools, ninety_eight};
use crate::generator::{blank_form, shape, stock::Which};
use std::io;
use std::process::Command;
use std::time::Instant;

/// Ninety-eight Word files in, one Word report out, in one command.
pub fn lines(tools: &Tools<'_>) -> io::Result<Vec<String>> {
    let folder = tools.folder.join("ninety-eight");
    std::fs::create_dir_all(&folder)?;
    let blank = folder.join("blank.docx");
    std::fs::write(
        &blank,
        blank_form(
            Which::Recruitment,
            shape::Format::Docx,
            shape::Layout::OneTable,
        ),
    )?;
    let mut files = Vec::new();
    let codes = include_str!("../../../foundation/people/data/municipalities.csv")
        .lines()
        .skip(1);
    for (bytes, line) in ninety_eight().into_iter().zip(codes) {
        let code = line.split(',').next().unwrap_or_default();
        let path = folder.join(format!("2025-{code}.docx"));
        std::fs::write(&path, bytes)?;
        files.push(path);
    }
    let report = folder.join("report.docx");
    let mut command = Command::new(tools.pejling);
    command
        .arg("report")
        .arg("--template")
        .arg(&blank)
        .arg("--output")
        .arg(&report)
        .args(&files);
    let start = Instant::now();
    let output = command.output();
    let took = start.elapsed();
    Ok(vec![match output {
        Ok(output) if report.exists() && output.status.code().is_some_and(|code| code < 2) => {
            format!(
                "98 Word forms to a Word report, command from start to end: {} ms ({} files of {} kB in, {} kB out)",
                took.as_millis(),
                files.len(),
                files
                    .iter()
                    .filter_map(|file| file.metadata().ok())
                    .map(|data| data.len())
                    .sum::<u64>()
                    / 1024,
                report.metadata()?.len() / 1024
            )
        }
        Ok(output) => format!(
            "98 Word forms to a Word report: failed, {}",
            String::from_utf8_lossy(&output.stderr)
                .lines()
                .last()
                .unwrap_or("in silence")
        ),
        Err(error) => format!("98 Word forms to a Word report: {error}"),
    }])
}
