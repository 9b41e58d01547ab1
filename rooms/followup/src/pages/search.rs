use super::{links, words};
use crate::summary::SearchHit;
use askama::Template;
use std::ops::Range;
use web::components::{Filter, Filters, Html, Pagination};
use web::languages::Texts;
use web::{Page, Reader};

/// How many hits a page shows.
const ON_A_PAGE: usize = 20;
/// How many letters are shown before the first word that was found.
const LEAD: usize = 90;
/// How many letters of a remark are shown.
const SHOWN: usize = 360;

/// What a reader searches for.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The words.
    pub q: String,
    /// Only this round.
    pub round: String,
    /// The page of the hits, from 1.
    pub page: String,
}

/// Search in remarks.
#[derive(Template)]
#[template(path = "followup/search.html")]
struct SearchPage<'page> {
    texts: &'static Texts,
    filters: Filters<'static>,
    outcome: Option<String>,
    hits: Vec<&'page SearchHit>,
    pagination: Pagination<'static>,
}

/// The page of a search with what was found.
pub fn render(asked: &Asked, hits: &[SearchHit], reader: &Reader) -> String {
    let texts = reader.texts();
    let hits: Vec<&SearchHit> = hits
        .iter()
        .filter(|hit| asked.round.is_empty() || hit.found.round_key == asked.round)
        .collect();
    let pages = hits.len().div_ceil(ON_A_PAGE).max(1);
    let page = asked.page.parse().unwrap_or(1).clamp(1, pages);
    let content = SearchPage {
        texts,
        filters: filters(asked, texts),
        outcome: outcome(asked, hits.len(), texts),
        hits: hits
            .into_iter()
            .skip((page - 1) * ON_A_PAGE)
            .take(ON_A_PAGE)
            .collect(),
        pagination: Pagination {
            texts,
            page,
            pages,
            href: format!(
                "/search?q={}&round={}&page=",
                links::segment(&asked.q),
                links::segment(&asked.round)
            ),
        },
    };
    Page::titled(texts.say("page-search-title"))
        .with_lead(texts.say("page-search-lead"))
        .render(&content, reader)
}

fn filters(asked: &Asked, texts: &'static Texts) -> Filters<'static> {
    Filters {
        texts,
        action: "/search".to_owned(),
        filters: vec![Filter::Search {
            name: "q",
            label: texts.say("page-search-words"),
            value: asked.q.clone(),
        }],
        active: !asked.q.is_empty(),
    }
}

fn outcome(asked: &Asked, count: usize, texts: &Texts) -> Option<String> {
    let values = [("count", count.into()), ("words", asked.q.as_str().into())];
    (!asked.q.trim().is_empty()).then(|| texts.say_with("page-search-found", &values))
}

impl SearchPage<'_> {
    fn shown(&self, hit: &SearchHit) -> Html {
        marked(&hit.found.remark_text, &hit.words)
    }
}

/// The part of a remark around the first word that was found, with the words marked.
fn marked(text: &str, found: &[Range<usize>]) -> Html {
    let first = found.first().map_or(0, |word| word.start);
    let from = back(text, first, LEAD);
    let until = forth(text, from, SHOWN);
    let mut html = Html::text(if from > 0 { "… " } else { "" });
    let mut at = from;
    for word in found
        .iter()
        .filter(|word| word.start >= from && word.end <= until)
    {
        let (Some(between), Some(marked)) = (text.get(at..word.start), text.get(word.clone()))
        else {
            continue;
        };
        html = html.and(&Html::text(between));
        html = html.and(&Html::trusted(format!(
            "<mark>{}</mark>",
            Html::text(marked)
        )));
        at = word.end;
    }
    html = html.and(&Html::text(text.get(at..until).unwrap_or_default()));
    html.and(&Html::text(if until < text.len() { " …" } else { "" }))
}

/// The beginning of a word about `letters` before a place.
fn back(text: &str, place: usize, letters: usize) -> usize {
    let head = text.get(..place).unwrap_or_default();
    let Some((start, _)) = head.char_indices().rev().nth(letters) else {
        return 0;
    };
    head[start..]
        .find(' ')
        .map_or(start, |space| start + space + 1)
}

/// The end of a word about `letters` after a place.
fn forth(text: &str, place: usize, letters: usize) -> usize {
    let tail = text.get(place..).unwrap_or_default();
    let Some((end, _)) = tail.char_indices().nth(letters) else {
        return text.len();
    };
    tail[end..]
        .find(' ')
        .map_or(text.len(), |space| place + end + space)
}

#[cfg(test)]
mod tests {
    // One find is given as a slice of one range.
    #![allow(clippy::single_range_in_vec_init)]

    use super::*;

    #[test]
    fn what_was_found_is_marked_and_the_rest_is_never_markup() {
        let text = "Jobrotation <b> i samarbejdet";
        assert_eq!(
            marked(text, &[0..11]).as_str(),
            "<mark>Jobrotation</mark> &lt;b&gt; i samarbejdet"
        );
    }

    #[test]
    fn a_long_remark_is_cut_at_words_around_the_first_find() {
        let text = format!("{} jobrotation {}", "æøå ".repeat(100), "ord ".repeat(200));
        let at = text.find("jobrotation").unwrap_or_default();
        let shown = marked(&text, &[at..at + 11]);
        assert!(shown.as_str().starts_with("… æøå"));
        assert!(shown.as_str().contains("<mark>jobrotation</mark>"));
        assert!(shown.as_str().ends_with("ord …"));
    }
}
