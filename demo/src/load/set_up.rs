use super::Teller;
use crate::material::{DecisionText, PersonText, ReleaseText, RoundText, SetText, Step};
use chrono::Datelike;
use database::Tx;
use followup::actions::RecommendationEdit;
use followup::actions::{self, Invited, NewDecision, NewProgramme, NewRound, NewSet};
use followup::records::SetId;
use followup::records::recommendations;
use followup::records::rounds::RoundSettings;
use followup::rules::aggregate_report::Section;
use followup::rules::lineage::Relation;
use forms::StatusWords;
use kernel::{Actor, Fault, Outcome};
use people::accounts::{self, InventedPerson};

impl Teller<'_> {
    pub(super) async fn invent(&mut self, tx: &mut Tx, person: &PersonText) -> Outcome<()> {
        let person = InventedPerson {
            name: person.name.clone(),
            mail: person.mail.clone(),
            roles: person.roles.clone(),
        };
        accounts::invent_person(tx, &Actor::operator("Demonstration"), person).await?;
        Ok(())
    }

    pub(super) async fn agree_programme(&mut self, tx: &mut Tx) -> Outcome<()> {
        let programme = &self.material.programme;
        let new = NewProgramme {
            key: programme.key.clone(),
            title: programme.title.clone(),
            recipient: programme.recipient.clone(),
            fictional: true,
            guiding_goals: programme.guiding_goals.clone(),
        };
        actions::create_programme(tx, &self.secretariat, new).await?;
        Ok(())
    }

    pub(super) async fn adopt_set(&mut self, tx: &mut Tx, set: &SetText) -> Outcome<()> {
        let programme = &self.material.programme.key;
        let new = NewSet {
            period: (set.from, set.to),
            note: String::new(),
        };
        let actor = &self.secretariat;
        let id = actions::import_template(tx, actor, programme, new, &set.template()).await?;
        self.give_short_titles(tx, id, set).await?;
        if let Some(lineage) = self.lineage(set) {
            actions::import_lineage(tx, actor, programme, &lineage).await?;
        }
        self.sets.insert(set.key.clone(), id);
        Ok(())
    }

    async fn give_short_titles(&self, tx: &mut Tx, id: SetId, set: &SetText) -> Outcome<()> {
        let stored = recommendations::of_set(tx, id).await?;
        for (stored, written) in stored.into_iter().zip(&set.recommendation) {
            let edit = RecommendationEdit {
                version: stored.change.version,
                obligation: stored.obligation,
                text: stored.text,
                short_title: written.short_title.clone(),
            };
            actions::edit_recommendation(tx, &self.secretariat, stored.id, edit).await?;
        }
        Ok(())
    }

    /// The set's lineage as a file of `import_lineage`; none where it continues nothing.
    fn lineage(&self, set: &SetText) -> Option<String> {
        let before = set.continues.as_ref()?;
        let before = self.material.sets.iter().find(|one| one.key == *before)?;
        let (year, year_before) = (set.from.year(), before.from.year());
        let mut lines = vec!["predecessor;successor;relation;note".to_owned()];
        for one in &set.recommendation {
            lines.extend(one.lineage.iter().map(|ancestor| {
                let from = ancestor
                    .from
                    .map(|number| format!("{year_before}/{number}"));
                let relation = relation(ancestor.relation).key();
                let note = ancestor.note.as_deref().unwrap_or_default();
                format!(
                    "{};{year}/{};{relation};{note}",
                    from.unwrap_or_default(),
                    one.number
                )
            }));
        }
        lines.extend(set.retired.iter().map(|one| {
            let relation = Relation::Retired.key();
            format!("{year_before}/{};;{relation};{}", one.number, one.note)
        }));
        Some(lines.join("\n"))
    }

    pub(super) async fn open_round(&mut self, tx: &mut Tx, round: &RoundText) -> Outcome<()> {
        let new = NewRound {
            set: self.stored_set(&round.set)?,
            key: round.key.clone(),
            settings: settings(round),
            invited: Invited::Members,
        };
        actions::open_round(tx, &self.secretariat, new).await?;
        Ok(())
    }

    pub(super) async fn register_decision(
        &mut self,
        tx: &mut Tx,
        decision: &DecisionText,
    ) -> Outcome<()> {
        let new = NewDecision {
            code: decision.municipality.clone(),
            set: self.stored_set(&decision.set)?,
            numbers: decision.numbers.clone(),
            body: decision.body.clone(),
            decided_on: decision.decided,
            text: decision.text.clone(),
        };
        actions::register_decision(tx, &self.secretariat, new).await?;
        Ok(())
    }

    pub(super) async fn release(
        &mut self,
        tx: &mut Tx,
        round: &RoundText,
        release: &ReleaseText,
    ) -> Outcome<()> {
        let note = release.note.as_deref();
        actions::release_round(tx, &self.secretariat, &round.key, note).await?;
        Ok(())
    }

    fn stored_set(&self, key: &str) -> Result<SetId, Fault> {
        let missing = || Fault::new(format!("the demonstration has no set {key}"));
        self.sets.get(key).copied().ok_or_else(missing)
    }
}

fn settings(round: &RoundText) -> RoundSettings {
    RoundSettings {
        title: round.title.clone(),
        introduction: round.introduction.clone(),
        due_on: Some(round.due),
        grace_until: Some(round.grace_until),
        closes_on: None,
        reference_date: round.due,
        meanings: round.meanings(),
        status_words: words(round),
        sections: Section::ALL.to_vec(),
        logo: None,
    }
}

/// The round's own words first, then the usual ones.
pub(super) fn words(round: &RoundText) -> StatusWords {
    let mut words = round.status_words();
    words.words.extend(StatusWords::usual().words);
    words
}

fn relation(step: Step) -> Relation {
    match step {
        Step::Same => Relation::Same,
        Step::Adjusted => Relation::Adjusted,
        Step::Merged => Relation::Merged,
        Step::Split => Relation::Split,
        Step::New => Relation::New,
    }
}
