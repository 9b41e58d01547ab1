//! A form is read in a few milliseconds; `make bench` measures how few. Here the limit is wide, so
//! that a busy machine does not fail it and a cost that grows with the square of the form does.
#![allow(missing_docs, clippy::print_stdout)]

mod support;

use std::time::{Duration, Instant};
use support::*;

#[test]
fn a_form_with_long_remarks_is_read_in_milliseconds() {
    let words: Vec<String> = (0..250)
        .map(|index| format!("samarbejdspartner{index} i kommunernes beskæftigelsesindsats"))
        .collect();
    let document = usual(HEADINGS, [0, 1, 2], |index| {
        (
            cell(word(PLANTED[index])),
            cell(&words[index..index + 60].join(" ")),
        )
    });
    let (template, known) = (template(), municipalities());
    let options = forms::ReadOptions {
        municipalities: &known,
        ..forms::ReadOptions::default()
    };
    // The best of several: what the machine can do when nobody else uses it.
    let best = (0..20)
        .map(|_| time(|| drop(forms::read_form(&document, &template, &options))))
        .min()
        .unwrap_or(Duration::MAX);
    println!("one form: {best:?}");
    assert!(best < Duration::from_millis(200), "{best:?}");
}

fn time(deed: impl FnOnce()) -> Duration {
    let start = Instant::now();
    deed();
    start.elapsed()
}
