//! The report as data: the frozen value itself, indented, keys in the order of its fields.

use super::{RoundEntries, UnreadableData};
use crate::rules::aggregate::REPORT_VERSION;
use crate::rules::aggregate_report::AggregateReport;
use kernel::{Fault, Message};

pub(super) fn write(report: &AggregateReport) -> Result<Vec<u8>, Fault> {
    let mut bytes = serde_json::to_vec_pretty(report)
        .map_err(|error| Fault::caused_by("writing the report as json", error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads the entries of a report that was written as JSON.
///
/// # Errors
/// [`UnreadableData`] where the file is not such a report, or is of a later version.
pub fn read_json(bytes: &[u8]) -> Result<RoundEntries, UnreadableData> {
    let report: AggregateReport =
        serde_json::from_slice(bytes).map_err(|error| UnreadableData {
            message: Message::new("report-json-unreadable")
                .with("line", error.line())
                .with("what", error.to_string()),
        })?;
    if report.version > REPORT_VERSION {
        return Err(UnreadableData {
            message: Message::new("report-json-newer").with("version", report.version),
        });
    }
    Ok(RoundEntries::of(&report))
}
