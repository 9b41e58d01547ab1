//! The texts that forms are made from: blank forms, remarks, proposals and senders. The texts
//! are invented; the municipalities' names are real.

use forms::Obligation;

/// A blank form of ours.
#[derive(Debug, Clone)]
pub struct Blank {
    /// Its title.
    pub title: String,
    /// The heading over binding recommendations.
    pub must: String,
    /// The heading over voluntary ones.
    pub may: String,
    /// What some forms print below the second heading.
    pub may_note: Option<String>,
    /// Titles of the focus areas.
    pub areas: Vec<String>,
    /// The recommendations in order.
    pub recommendations: Vec<BlankRecommendation>,
    /// Whether its texts are English.
    pub english: bool,
}

/// A recommendation of a blank form.
#[derive(Debug, Clone)]
pub struct BlankRecommendation {
    /// The index of its area.
    pub area: usize,
    /// By the heading that it stands under.
    pub obligation: Obligation,
    /// Its text.
    pub text: String,
}

/// A municipality that sends a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Four digits.
    pub code: &'static str,
    /// The name.
    pub name: &'static str,
    /// The authority's name: `Københavns Kommune`.
    pub authority: &'static str,
}

/// Which of our blank forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// Recruitment and retention, one area a block, four areas.
    Recruitment,
    /// Green transition, other headings, three areas.
    Transition,
    /// The first one in English.
    English,
}

impl Which {
    /// All blank forms.
    pub const ALL: [Which; 3] = [Which::Recruitment, Which::Transition, Which::English];

    /// The blank form.
    pub fn blank(self) -> Blank {
        match self {
            Which::Recruitment => parse(include_str!("../../texts/rekruttering.txt")),
            Which::Transition => parse(include_str!("../../texts/omstilling.txt")),
            Which::English => Blank {
                english: true,
                ..parse(include_str!("../../texts/english.txt"))
            },
        }
    }
}

fn parse(text: &str) -> Blank {
    let field = |name: &str| {
        let found = text.lines().find_map(|line| line.strip_prefix(name));
        found.map(|value| value.trim().to_owned())
    };
    Blank {
        title: field("title:").unwrap_or_default(),
        must: field("must:").unwrap_or_default(),
        may: field("may:").unwrap_or_default(),
        may_note: field("may-note:"),
        areas: lines_after(text, "area:"),
        recommendations: recommendations(text),
        english: false,
    }
}

fn lines_after(text: &str, name: &str) -> Vec<String> {
    let found = text.lines().filter_map(|line| line.strip_prefix(name));
    found.map(|value| value.trim().to_owned()).collect()
}

fn recommendations(text: &str) -> Vec<BlankRecommendation> {
    let mut found = Vec::new();
    let mut areas = 0;
    for line in text.lines() {
        areas += usize::from(line.starts_with("area:"));
        let (obligation, text) = match line.split_once('|') {
            Some(("must", text)) => (Obligation::Must, text),
            Some(("may", text)) => (Obligation::May, text),
            _ => continue,
        };
        found.push(BlankRecommendation {
            area: areas - 1,
            obligation,
            text: text.trim().to_owned(),
        });
    }
    found
}

/// Remarks, each as its lines.
pub fn remarks(english: bool) -> Vec<Vec<String>> {
    blocks(match english {
        true => include_str!("../../texts/english-remarks.txt"),
        false => include_str!("../../texts/remarks.txt"),
    })
}

/// Reasons for taking no part, each as its lines.
pub fn reasons() -> Vec<Vec<String>> {
    blocks(include_str!("../../texts/reasons.txt"))
}

/// Recommendations that municipalities propose.
pub fn proposals() -> Vec<&'static str> {
    include_str!("../../texts/proposals.txt").lines().collect()
}

fn blocks(text: &str) -> Vec<Vec<String>> {
    let blocks = text.split("\n%\n");
    blocks
        .map(|block| block.trim().lines().map(str::to_owned).collect())
        .collect()
}

/// The municipalities that send our forms.
pub fn senders() -> Vec<Sender> {
    let lines = include_str!("../../texts/senders.txt").lines();
    lines.filter_map(sender).collect()
}

fn sender(line: &'static str) -> Option<Sender> {
    let mut words = line.splitn(3, ' ');
    Some(Sender {
        code: words.next()?,
        name: words.next()?,
        authority: words.next()?,
    })
}
