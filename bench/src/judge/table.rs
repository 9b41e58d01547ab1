//! The score as text.

use super::score::{Score, Share};
use forms::Status;
use std::fmt;

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n{} forms. Rows: what is true; columns: what was read.",
            self.forms
        )?;
        write!(f, "{:18}", "")?;
        for status in Status::ALL {
            write!(f, "{:>18}", status.key())?;
        }
        writeln!(f)?;
        for (status, counts) in Status::ALL.iter().zip(&self.confusion) {
            write!(f, "{:18}", status.key())?;
            for count in counts {
                write!(f, "{count:>18}")?;
            }
            writeln!(f)?;
        }
        let [right, right_asked, wrong_asked, silent] = self.plain;
        writeln!(
            f,
            "\nstatuses without a planted doubt: {right} right, {right_asked} right with a question, {wrong_asked} wrong with a question, {silent} wrong in silence"
        )?;
        line(f, "right without a question", self.without_question())?;
        line(f, "contradictions reported", self.contradictions)?;
        line(f, "words that are no status reported", self.unknown_words)?;
        line(
            f,
            "empty statuses beside a remark left empty",
            self.remarks_alone,
        )?;
        line(f, "remarks whole", self.remarks.whole)?;
        line(
            f,
            "remarks (or none) with nothing else in them",
            self.remarks.nothing_else,
        )?;
        line(f, "remarks with their paragraphs", self.remarks.paragraphs)?;
        line(f, "remarks with their bold words", self.remarks.bold)?;
        line(
            f,
            "municipalities found, or rightly not",
            self.municipalities,
        )?;
        line(f, "own rows kept with their status", self.proposals)?;
        writeln!(
            f,
            "  {:46}{:>6}",
            "municipalities taken for another", self.municipalities_wrong
        )?;
        writeln!(
            f,
            "  {:46}{:>6}",
            "rows left over that answer nothing", self.rows_too_many
        )?;
        writeln!(
            f,
            "  {:46}{:>6}",
            "WRONG IN SILENCE, with planted doubts", self.silent
        )
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, share: Share) -> fmt::Result {
    writeln!(
        f,
        "  {name:46}{:>6} of {:<6}{:>7.2} %",
        share.right,
        share.all,
        share.percent()
    )
}
