use crate::Material;
use crate::material::{DecisionText, FormFile, PersonText, ReleaseText, Round, RoundText, SetText};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

/// One thing that happened.
#[derive(Debug, Clone, Copy)]
pub(super) enum Happening<'m> {
    /// Somebody was given an account.
    PersonInvented(&'m PersonText),
    /// The programme was agreed.
    ProgrammeAgreed,
    /// Recommendations were adopted for a period.
    SetAdopted(&'m SetText),
    /// A round was opened.
    RoundOpened(&'m RoundText),
    /// A council's decision was told.
    Decided(&'m DecisionText),
    /// A form came.
    FormReceived(&'m RoundText, &'m FormFile),
    /// The secretariat accepted or returned it.
    FormHandled(&'m RoundText, &'m FormFile),
    /// The report was released.
    Released(&'m RoundText, &'m ReleaseText),
}

/// Everything in the order in which it happened.
pub(super) fn of(material: &Material) -> Vec<(DateTime<Utc>, Happening<'_>)> {
    let mut story = Vec::new();
    let sets = material.sets.iter();
    story.extend(sets.map(|set| (morning(set.from, 0), Happening::SetAdopted(set))));
    if let Some((first, _)) = story.first().copied() {
        let before = first - TimeDelta::hours(1);
        let people = material.people.iter();
        story.extend(people.map(|person| (before, Happening::PersonInvented(person))));
        story.push((before, Happening::ProgrammeAgreed));
    }
    // The minutes reach the secretariat a week after the meeting.
    let decisions = material.decisions.iter();
    story.extend(decisions.map(|one| (morning(one.decided, 7), Happening::Decided(one))));
    story.extend(material.rounds.iter().flat_map(of_round));
    story.sort_by_key(|(moment, _)| *moment);
    story
}

fn of_round(round: &Round) -> Vec<(DateTime<Utc>, Happening<'_>)> {
    let text = &round.text;
    let mut story = vec![(text.opened, Happening::RoundOpened(text))];
    for form in &round.forms {
        story.push((form.received, Happening::FormReceived(text, form)));
        let handled = form.handled.into_iter();
        story.extend(handled.map(|moment| (moment, Happening::FormHandled(text, form))));
    }
    let releases = text.release.iter();
    story.extend(releases.map(|release| (release.at, Happening::Released(text, release))));
    story
}

/// Nine o'clock, some days later.
fn morning(day: NaiveDate, later: u64) -> DateTime<Utc> {
    let day = day.checked_add_days(Days::new(later)).unwrap_or(day);
    let midnight = day.and_time(NaiveTime::MIN).and_utc();
    midnight + TimeDelta::hours(9)
}
