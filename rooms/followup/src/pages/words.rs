//! How the room's values look and sound on a page. Templates hand over references, so small
//! values are taken by value or reference.

use crate::rules::aggregate_report::*;
use forms::{Obligation, RemarkParagraph, Source, Status};
use std::borrow::Borrow;
use web::components::{Counts, DistributionBar, Html, Mark, StatusMark};
use web::languages::Texts;

/// The mark of a status.
pub fn mark(status: Status) -> Mark {
    match status {
        Status::Green => Mark::Green,
        Status::Yellow => Mark::Yellow,
        Status::Red => Mark::Red,
        Status::NotParticipating => Mark::NotParticipating,
        Status::NotReported => Mark::Missing,
    }
}

/// A status with its shape, letter and word.
pub fn status(status: impl Borrow<Status>, texts: &Texts) -> Html {
    Html::of(&StatusMark::new(mark(*status.borrow()), texts))
}

/// `Skal` or `Kan`.
pub fn obligation(obligation: impl Borrow<Obligation>, texts: &Texts) -> String {
    texts.say(match obligation.borrow() {
        Obligation::Must => "common-obligation-must",
        Obligation::May => "common-obligation-may",
    })
}

/// Why a municipality has no accepted form.
pub fn absence(absence: Option<Absence>, texts: &Texts) -> String {
    texts.say(match absence {
        Some(Absence::NothingReceived) | None => "page-absence-nothing",
        Some(Absence::InProgress) => "page-absence-in-progress",
        Some(Absence::AwaitsAcceptance) => "page-absence-awaits",
        Some(Absence::Returned) => "page-absence-returned",
    })
}

/// The counts of a recommendation in the order of the marks.
pub fn counts(counts: StatusCounts) -> Counts {
    Counts([
        counts.green,
        counts.yellow,
        counts.red,
        counts.not_participating,
        counts.not_reported,
    ])
}

/// A recommendation's distribution as a bar.
pub fn bar(
    report: &AggregateReport,
    index: usize,
    texts: &'static Texts,
) -> DistributionBar<'static> {
    let of = report.counts.get(index).copied().unwrap_or_default();
    let title = report
        .recommendations
        .get(index)
        .map_or_else(String::new, |one| {
            format!("{}. {}", one.number, one.short_title)
        });
    DistributionBar::new(counts(of), title, texts)
}

/// A remark with its paragraphs, lists, bold and italic.
pub fn remark(paragraphs: &[RemarkParagraph]) -> Html {
    let mut html = String::new();
    let mut in_list = false;
    for paragraph in paragraphs
        .iter()
        .filter(|one| !one.text().trim().is_empty())
    {
        if paragraph.list_item != in_list {
            html.push_str(if in_list { "</ul>" } else { "<ul>" });
            in_list = paragraph.list_item;
        }
        let (open, close) = if in_list {
            ("<li>", "</li>")
        } else {
            ("<p>", "</p>")
        };
        html.push_str(open);
        push_runs(paragraph, &mut html);
        html.push_str(close);
    }
    if in_list {
        html.push_str("</ul>");
    }
    Html::trusted(html)
}

fn push_runs(paragraph: &RemarkParagraph, html: &mut String) {
    for run in &paragraph.runs {
        let text = Html::text(&run.text);
        match (run.bold, run.italic) {
            (true, true) => html.push_str(&format!("<strong><em>{text}</em></strong>")),
            (true, false) => html.push_str(&format!("<strong>{text}</strong>")),
            (false, true) => html.push_str(&format!("<em>{text}</em>")),
            (false, false) => html.push_str(text.as_str()),
        }
    }
}

/// The beginning of a remark, cut at a word, on one line.
pub fn excerpt(paragraphs: &[RemarkParagraph], letters: usize) -> Option<String> {
    let whole = forms::plain_remark(paragraphs);
    let words: Vec<&str> = whole.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= letters {
        return (!line.is_empty()).then_some(line);
    }
    let cut: String = line.chars().take(letters).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    Some(format!("{} …", &cut[..end]))
}

/// Where in the file an entry was read: "side 3, tabel 1, række 4".
pub fn place(source: &Source, texts: &Texts) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(sheet) = &source.sheet {
        parts.push(texts.say_with("page-place-sheet", &[("sheet", sheet.as_str().into())]));
    }
    let counted = [
        ("page-place-page", source.page),
        ("page-place-table", source.table),
        ("page-place-row", source.row),
        ("page-place-column", source.column),
    ];
    for (key, number) in counted {
        parts.extend(number.map(|number| texts.say_with(key, &[("number", number.into())])));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Of when and of how many: the line that stands on every page with figures.
pub fn standing(report: &AggregateReport, texts: &Texts) -> String {
    let answered = texts.say_with(
        "page-standing-answered",
        &[
            ("answered", report.answered().into()),
            ("asked", report.participants.len().into()),
        ],
    );
    let when = match &report.release {
        Some(release) => texts.say_with(
            "page-standing-released",
            &[
                ("number", release.number.into()),
                ("day", release.released_at.date_naive().into()),
            ],
        ),
        None => texts.say("page-standing-unreleased"),
    };
    format!("{when} {answered}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use forms::RemarkRun;

    #[test]
    fn a_remark_keeps_its_paragraphs_and_lists_and_is_never_markup() {
        let run = |text: &str, bold| RemarkRun {
            text: text.to_owned(),
            bold,
            italic: false,
        };
        let paragraphs = [
            RemarkParagraph {
                list_item: false,
                runs: vec![run("Mål", true), run(" <1", false)],
            },
            RemarkParagraph {
                list_item: true,
                runs: vec![run("et", false)],
            },
            RemarkParagraph {
                list_item: true,
                runs: vec![run("to", false)],
            },
        ];
        assert_eq!(
            remark(&paragraphs).as_str(),
            "<p><strong>Mål</strong> &lt;1</p><ul><li>et</li><li>to</li></ul>"
        );
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        let paragraphs = [RemarkParagraph::plain("Kommunen deltager i samarbejdet.")];
        assert_eq!(
            excerpt(&paragraphs, 20).as_deref(),
            Some("Kommunen deltager i …")
        );
        assert_eq!(
            excerpt(&paragraphs, 80).as_deref(),
            Some("Kommunen deltager i samarbejdet.")
        );
        assert_eq!(excerpt(&[], 20), None);
    }
}
