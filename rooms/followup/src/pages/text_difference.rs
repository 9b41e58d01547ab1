//! Two texts as one: what was taken out is struck (`del`), what came in is underlined (`ins`).

use similar::{ChangeTag, TextDiff};
use std::time::Duration;
use web::components::Html;

/// After so long the rest is shown as taken out and put in whole.
const LONGEST: Duration = Duration::from_millis(100);

/// The difference of two texts, word by word; lines stay lines.
pub fn difference(earlier: &str, later: &str) -> Html {
    let words = TextDiff::configure()
        .timeout(LONGEST)
        .diff_words(earlier, later);
    let mut html = String::new();
    let mut open = ChangeTag::Equal;
    for change in words.iter_all_changes() {
        if change.tag() != open {
            html.push_str(closing(open));
            open = change.tag();
            html.push_str(opening(open));
        }
        html.push_str(&Html::text(change.value()).as_str().replace('\n', "<br>"));
    }
    html.push_str(closing(open));
    Html::trusted(html)
}

fn opening(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "<del>",
        ChangeTag::Insert => "<ins>",
    }
}

fn closing(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "</del>",
        ChangeTag::Insert => "</ins>",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_out_and_put_in_is_marked_word_by_word() {
        let html = difference("Vi deltager i <alt>", "Vi deltager ikke i <alt>");
        assert_eq!(html.as_str(), "Vi deltager <ins>ikke </ins>i &lt;alt&gt;");
    }

    #[test]
    fn a_text_that_came_anew_is_all_put_in() {
        assert_eq!(difference("", "Nyt").as_str(), "<ins>Nyt</ins>");
    }
}
