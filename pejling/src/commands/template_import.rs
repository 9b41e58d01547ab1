use super::support;
use crate::cli::TemplateImport;
use crate::exit::{Ended, Ending, Failure};
use database::Tx;
use followup::actions::{self, NewProgramme, NewSet};
use followup::summary;
use forms::{Obligation, Template};
use kernel::{Actor, Message};
use web::languages::Texts;

/// A blank form becomes a recommendation set.
pub fn run(import: &TemplateImport, texts: &Texts) -> Ended {
    let period = support::period(&import.period)?;
    let template = support::read_template(&import.file, texts)?;
    let lineage = import
        .lineage
        .as_deref()
        .map(support::receive)
        .transpose()?;
    support::runtime()?.block_on(async {
        let database = support::open(&import.store).await?;
        let actor = support::operator();
        let mut tx = database.write().await?;
        ensure_programme(&mut tx, &actor, import, &template).await?;
        let set = NewSet {
            period,
            note: String::new(),
        };
        actions::import_template(&mut tx, &actor, &import.programme, set, &template).await?;
        if let Some(file) = lineage {
            let rows = String::from_utf8_lossy(&file.bytes);
            actions::import_lineage(&mut tx, &actor, &import.programme, &rows).await?;
        }
        tx.commit().await?;
        support::say(&texts.message(&imported(import, &template)));
        Ok::<_, Failure>(Ending::Done)
    })
}

/// The programme, made with the form's own title where nothing else is said.
async fn ensure_programme(
    tx: &mut Tx,
    actor: &Actor,
    import: &TemplateImport,
    template: &Template,
) -> Result<(), Failure> {
    let programmes = summary::programmes(tx).await?;
    if programmes.iter().any(|known| known.key == import.programme) {
        return Ok(());
    }
    let programme = NewProgramme {
        key: import.programme.clone(),
        title: import
            .title
            .clone()
            .unwrap_or_else(|| template.title.clone()),
        recipient: import
            .recipient
            .clone()
            .unwrap_or_else(|| "kkr-hovedstaden".to_owned()),
        fictional: false,
        guiding_goals: Vec::new(),
    };
    actions::create_programme(tx, actor, programme).await?;
    Ok(())
}

fn imported(import: &TemplateImport, template: &Template) -> Message {
    let of = |obligation| {
        let asked = template.recommendations.iter();
        asked.filter(|asked| asked.obligation == obligation).count()
    };
    Message::new("cli-template-imported")
        .with("count", template.recommendations.len())
        .with("period", import.period.as_str())
        .with("programme", import.programme.as_str())
        .with("must", of(Obligation::Must))
        .with("may", of(Obligation::May))
}
