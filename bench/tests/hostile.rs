//! Forms that fuzzing found to be too much for the engine, made again small.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use bench::generator::shape::{Format, Layout};
use bench::generator::stock::Which;
use bench::judge::reading::template;
use forms::ReadOptions;
use rustix::time::{ClockId, clock_gettime};
use std::fmt::Write;

/// Of this thread, so that what others do on the machine does not count.
fn cpu_milliseconds() -> i64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// A form whose twelve rows stand in it again and again.
fn repeated(times: usize) -> String {
    let mut text = "Anbefaling;Grøn/gul/rød;Bemærkninger\n".to_owned();
    for _ in 0..times {
        for recommendation in Which::Recruitment.blank().recommendations {
            let _ = writeln!(text, "{};Grøn;Vi er i gang.", recommendation.text);
        }
    }
    text
}

/// The engine runs in the server's own process: the two seconds of a hostile file are its too.
#[test]
fn a_form_whose_rows_stand_in_it_250_times_costs_less_than_two_seconds() {
    let template = template(Which::Recruitment, Format::Docx, Layout::OneTable).unwrap();
    let document = documents::read::read("form.csv", repeated(250).as_bytes()).unwrap();
    let start = cpu_milliseconds();
    let reading = forms::read_form(&document, &template, &ReadOptions::default());
    let took = cpu_milliseconds() - start;
    assert_eq!(reading.entries.len(), 12);
    assert!(took < 2000, "{took} ms of CPU time");
}
