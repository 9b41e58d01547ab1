use super::support;
use crate::cli::{AccountDisable, AccountInvite, AccountList};
use crate::exit::{Ended, Ending, Failure};
use kernel::{Held, Language, Message, Refusal};
use people::accounts::{self, Invitation, Person, Post};
use serde_json::json;
use web::languages::Texts;

/// Invites somebody, and prints the link that was sent: for the first people of an installation,
/// and where no mail is set up.
pub fn invite(invite: &AccountInvite, texts: &Texts) -> Ended {
    let unknown = || Message::new("cli-bad-role").with("role", invite.role.as_str());
    let held = Held::try_from(invite.role.clone()).map_err(|_| Failure::Usage(unknown()))?;
    let wanted = Invitation {
        name: invite.name.clone(),
        mail: invite.mail.clone(),
        language: Language::from_tag(&invite.letters).unwrap_or_default(),
        roles: vec![held.role],
    };
    let post = post(&invite.public_address);
    support::runtime()?.block_on(async {
        let database = support::open(&invite.store).await?;
        let mut tx = database.write().await?;
        let (actor, key) = (support::operator(), held.authority.as_deref());
        let invited = accounts::invite_person(&mut tx, &actor, &post, key, wanted).await;
        let invited = invited.map_err(|stop| no_such_authority(stop, key))?;
        tx.commit().await?;
        let said = match invited.path {
            Some(path) => Message::new("cli-account-invited").with("link", post.link(&path)),
            None => Message::new("cli-account-has-role"),
        };
        let said = said.with("mail", invite.mail.as_str());
        support::say(&texts.message(&said.with("role", invite.role.as_str())));
        Ok::<_, Failure>(Ending::Done)
    })
}

fn post(address: &str) -> Post {
    fn say(language: Language, message: &Message) -> String {
        Texts::of(language).message(message)
    }
    Post {
        say,
        address: address.trim_end_matches('/').to_owned(),
    }
}

fn no_such_authority(stop: kernel::Stop, key: Option<&str>) -> Failure {
    match stop {
        kernel::Stop::NotFound => {
            let refusal = Refusal::new("cli-no-such-authority");
            let refusal = refusal.with("authority", key.unwrap_or_default());
            Failure::Refused(vec![refusal])
        }
        other => other.into(),
    }
}

/// Lists everybody with an account, and as what.
pub fn list(list: &AccountList, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&list.store).await?;
        let mut tx = database.read().await?;
        let everybody = accounts::everybody(&mut tx, &support::operator()).await?;
        for person in &everybody {
            support::say(&match list.json {
                true => line_json(person),
                false => texts.message(&line(person, texts)),
            });
        }
        if everybody.is_empty() && !list.json {
            support::say(&texts.say("cli-no-accounts"));
        }
        Ok::<_, Failure>(Ending::Done)
    })
}

fn roles(person: &Person) -> Vec<String> {
    person.held().iter().map(ToString::to_string).collect()
}

/// `invited`, `open` or `closed`.
fn standing(person: &Person) -> &'static str {
    let account = &person.account;
    match (&account.disabled, account.has_password || account.fictional) {
        (Some(_), _) => "closed",
        (None, true) => "open",
        (None, false) => "invited",
    }
}

fn line_json(person: &Person) -> String {
    let account = &person.account;
    json!({
        "name": account.name,
        "mail": account.mail,
        "roles": roles(person),
        "standing": standing(person),
        "fictional": account.fictional,
    })
    .to_string()
}

fn line(person: &Person, texts: &Texts) -> Message {
    let standing = match standing(person) {
        "closed" => "people_page-standing-closed",
        "open" => "people_page-standing-open",
        _ => "people_page-standing-invited",
    };
    Message::new("cli-account-line")
        .with("name", person.account.name.as_str())
        .with("mail", person.account.mail.as_str())
        .with("roles", roles(person).join(" "))
        .with("standing", texts.say(standing))
}

/// Closes an account: its sessions end, and nobody signs in with it.
pub fn disable(disable: &AccountDisable, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&disable.store).await?;
        let mut tx = database.write().await?;
        let found = accounts::with_mail(&mut tx, &disable.mail).await?;
        let unknown = || Refusal::new("cli-no-such-account").with("mail", disable.mail.as_str());
        let account = found.ok_or_else(|| Failure::Refused(vec![unknown()]))?;
        accounts::disable_account(&mut tx, &support::operator(), None, account.id).await?;
        tx.commit().await?;
        let closed = Message::new("cli-account-closed").with("mail", account.mail);
        support::say(&texts.message(&closed));
        Ok::<_, Failure>(Ending::Done)
    })
}
