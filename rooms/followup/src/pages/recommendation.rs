use super::{links, words};
use crate::rules::aggregate_report::*;
use askama::Template;
use forms::Status;
use web::components::{DefinitionList, DistributionBar, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// One recommendation of a round: its text, how the municipalities divide, where it comes from,
/// and what each answered.
#[derive(Template)]
#[template(path = "followup/recommendation.html")]
struct RecommendationPage<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    one: &'page RecommendationFacts,
    bar: DistributionBar<'static>,
    facts: DefinitionList,
    groups: Vec<Group<'page>>,
    wishes: Vec<&'page PartnerWish>,
    decisions: Vec<&'page DecisionFacts>,
    earlier: Option<&'page RecommendationFacts>,
    later: Option<&'page RecommendationFacts>,
}

/// The municipalities with one status.
struct Group<'page> {
    status: Status,
    answers: Vec<(&'page ParticipantFacts, &'page EntryFacts)>,
}

/// The page of a recommendation; nothing where the round has no such number.
pub fn render(report: &AggregateReport, number: u32, reader: &Reader) -> Option<String> {
    let texts = reader.texts();
    let index = report
        .recommendations
        .iter()
        .position(|one| one.number == number)?;
    let one = &report.recommendations[index];
    let content = RecommendationPage {
        texts,
        report,
        one,
        bar: words::bar(report, index, texts).with_table(),
        facts: facts(report, one, texts),
        groups: groups(report, index),
        wishes: report
            .partner_wishes
            .iter()
            .filter(|wish| wish.number == number)
            .collect(),
        decisions: report
            .decisions
            .iter()
            .filter(|decision| decision.numbers.contains(&number))
            .collect(),
        earlier: index
            .checked_sub(1)
            .and_then(|before| report.recommendations.get(before)),
        later: report.recommendations.get(index + 1),
    };
    let page = Page::titled(format!("{}. {}", one.number, one.short_title))
        .standing(words::standing(report, texts))
        .under(texts.say("page-rounds"), "/rounds")
        .under(report.round.title.clone(), links::round(&report.round.key))
        .fictional(report.programme.fictional);
    Some(page.render(&content, reader))
}

fn groups(report: &AggregateReport, index: usize) -> Vec<Group<'_>> {
    // Red first: that is what a reader comes to see.
    let order = [
        Status::Red,
        Status::Yellow,
        Status::Green,
        Status::NotParticipating,
        Status::NotReported,
    ];
    order
        .into_iter()
        .map(|status| Group {
            status,
            answers: report
                .column(index)
                .filter(|(_, entry)| entry.status == status)
                .collect(),
        })
        .filter(|group| !group.answers.is_empty())
        .collect()
}

fn facts(
    report: &AggregateReport,
    one: &RecommendationFacts,
    texts: &'static Texts,
) -> DefinitionList {
    let area = report
        .areas
        .get(one.area)
        .map(|area| Html::text(&area.title));
    DefinitionList::default()
        .with_some(texts.say("page-area"), area)
        .with(
            texts.say("page-obligation"),
            Html::text(&words::obligation(one.obligation, texts)),
        )
        .with(texts.say("page-lineage"), lineage(report, one, texts))
        .with_some(
            texts.say("page-distribution-before"),
            before(report, one, texts),
        )
}

/// The recommendations of the round before that this one continues, as links.
fn lineage(report: &AggregateReport, one: &RecommendationFacts, texts: &Texts) -> Html {
    let Some(changes) = &report.changes else {
        return Html::text(&texts.say("page-lineage-unknown"));
    };
    if one.predecessors.is_empty() {
        return Html::text(&texts.say("page-lineage-new"));
    }
    let links: Vec<String> = one
        .predecessors
        .iter()
        .map(|number| {
            let words = texts.say_with(
                "page-recommendation-number",
                &[("number", (*number).into())],
            );
            Html::link(&links::recommendation(&changes.since_key, *number), &words).into_string()
        })
        .collect();
    let since = Html::text(&changes.since_title);
    Html::trusted(format!("{} ({since})", links.join(", ")))
}

/// How the predecessors stood in the round before.
fn before(
    report: &AggregateReport,
    one: &RecommendationFacts,
    texts: &'static Texts,
) -> Option<Html> {
    let changes = report.changes.as_ref()?;
    let bars: Vec<Html> = changes
        .counts_before
        .iter()
        .filter(|(number, _)| one.predecessors.contains(number))
        .map(|(number, counts)| {
            let title = texts.say_with(
                "page-recommendation-number",
                &[("number", (*number).into())],
            );
            Html::of(&DistributionBar::new(words::counts(*counts), title, texts))
        })
        .collect();
    (!bars.is_empty()).then(|| bars.iter().fold(Html::default(), Html::and))
}

impl RecommendationPage<'_> {
    fn name(&self, code: &kernel::MunicipalityCode) -> String {
        self.report
            .participant(code)
            .map_or_else(|| code.to_string(), |one| one.name.clone())
    }

    fn day(&self, decision: &DecisionFacts) -> String {
        self.texts.date(decision.decided_on)
    }

    fn wish_kind(&self, wish: &PartnerWish) -> String {
        self.texts.say(match wish.kind {
            WishKind::Seeks => "page-wish-seeks",
            WishKind::Offers => "page-wish-offers",
        })
    }
}
