//! Which recommendation of an earlier round a recommendation continues, over several rounds.

use super::aggregate_report::AggregateReport;

/// The recommendations of the last report that `number` of the first one continues, walking
/// from round to round; `reports` are in order, newest first. Nothing where the thread breaks:
/// a recommendation is new, or a round between is not among the reports.
pub fn ancestors(reports: &[&AggregateReport], number: u32) -> Vec<u32> {
    let mut numbers = vec![number];
    for pair in reports.windows(2) {
        let follows = pair[0]
            .changes
            .as_ref()
            .is_some_and(|changes| changes.since_key == pair[1].round.key);
        numbers = if follows {
            predecessors(pair[0], &numbers)
        } else {
            Vec::new()
        };
    }
    numbers
}

fn predecessors(report: &AggregateReport, numbers: &[u32]) -> Vec<u32> {
    let mut earlier: Vec<u32> = report
        .recommendations
        .iter()
        .filter(|one| numbers.contains(&one.number))
        .flat_map(|one| one.predecessors.iter().copied())
        .collect();
    earlier.sort_unstable();
    earlier.dedup();
    earlier
}
