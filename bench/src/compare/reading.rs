//! Files to text, and documents to understood forms.

use super::peers::{PEERS, best_pass};
use super::{PASSES, Tools, of_kind};
use crate::judge::reading::Desk;
use crate::suite::Made;
use document_model::{Block, Document, Table};
use documents::reader_process::{Limits, ReaderProcess};
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// A table: files per second by us in this process, by us in a reader process, by the peer.
pub fn lines(tools: &Tools<'_>, forms: &[Made]) -> io::Result<Vec<String>> {
    let mut lines = vec![format!(
        "{:6}{:>7}{:>16}{:>20}{:>24}{:>9}{:>9}",
        "kind", "files", "ours, files/s", "in a process, /s", "peer, files/s", "ratio", "in proc."
    )];
    for (kind, peer) in PEERS {
        let forms = of_kind(forms, kind);
        if forms.is_empty() {
            lines.push(format!(
                "{kind:6} skipped: the programs that print PDFs are absent"
            ));
            continue;
        }
        let folder = tools.folder.join(kind);
        write_files(&folder, kind, &forms)?;
        let ours = best(|| read_here(&forms));
        let process = best_in_process(&forms)?;
        let theirs = best_pass(tools, kind, &folder);
        lines.push(row(kind, peer, forms.len(), [ours, process], theirs));
    }
    lines.push(String::new());
    lines.push(understanding(forms));
    Ok(lines)
}

fn row(
    kind: &str,
    peer: &str,
    files: usize,
    ours: [Duration; 2],
    theirs: Option<Duration>,
) -> String {
    let rate = |took: Duration| files as f64 / took.as_secs_f64();
    let [here, process] = ours;
    let beside = match theirs {
        Some(theirs) => format!(
            "{:>24}{:>8.1}x{:>8.1}x",
            format!("{peer} {:.1}", rate(theirs)),
            theirs.as_secs_f64() / here.as_secs_f64(),
            theirs.as_secs_f64() / process.as_secs_f64(),
        ),
        None => format!("{:>24}", format!("{peer} is absent")),
    };
    format!(
        "{kind:6}{files:>7}{:>16.0}{:>20.0}{beside}",
        rate(here),
        rate(process)
    )
}

fn write_files(folder: &Path, kind: &str, forms: &[&Made]) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (at, made) in forms.iter().enumerate() {
        std::fs::write(folder.join(format!("{at:03}.{kind}")), &made.bytes)?;
    }
    Ok(())
}

/// The best pass by the CPU time of this thread: what others do on the machine does not count.
fn best(mut pass: impl FnMut()) -> Duration {
    let timed = (0..=PASSES).map(|_| {
        let start = cpu_time();
        pass();
        cpu_time().saturating_sub(start)
    });
    // The first pass warms up, as the peers' first file does.
    timed.skip(1).min().unwrap_or_default()
}

fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

fn read_here(forms: &[&Made]) {
    for made in forms {
        let document = documents::read::read(&made.form.file_name, &made.bytes);
        black_box(document.map(|document| text(&document)).ok());
    }
}

fn best_in_process(forms: &[&Made]) -> io::Result<Duration> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("read-documents");
    let mut process = ReaderProcess::start(command, Limits::default())?;
    let mut passes = Vec::new();
    for _ in 0..=PASSES {
        let start = Instant::now();
        for made in forms {
            let document = process.read(&made.form.file_name, made.bytes.as_slice());
            black_box(document.map(|document| text(&document)).ok());
        }
        passes.push(start.elapsed());
    }
    // Two processes take part, so only the clock on the wall can tell; it suffers under load.
    Ok(passes.into_iter().skip(1).min().unwrap_or_default())
}

/// All text of a document, as the peers deliver it.
fn text(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => text.push_str(&paragraph.text()),
            Block::Table(table) => push_table(&mut text, table),
        }
        text.push('\n');
    }
    text
}

fn push_table(text: &mut String, table: &Table) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        text.push_str(&cell.text());
        text.push('\n');
    }
}

/// The engine alone: documents in memory against the blank form.
fn understanding(forms: &[Made]) -> String {
    let Ok(desk) = Desk::new() else {
        return "forms understood: the blank forms could not be read".to_owned();
    };
    let documents: Vec<_> = forms
        .iter()
        .filter_map(|made| {
            Some((
                made,
                documents::read::read(&made.form.file_name, &made.bytes).ok()?,
            ))
        })
        .collect();
    let took = best(|| {
        for (made, document) in &documents {
            black_box(desk.understand(made, document));
        }
    });
    let rate = documents.len() as f64 / took.as_secs_f64();
    format!("forms understood (12 recommendations each, one thread): {rate:.0} a second")
}
