//! Roles and authorities in words.

use chrono::NaiveDate;
use database::Tx;
use kernel::{Fault, Held, Role};
use people::access::Place;
use people::authorities::{self, Kind};
use std::collections::HashMap;
use web::languages::Texts;

/// The names of authorities by their keys.
pub type Names = HashMap<String, String>;

/// The names of the authorities of the day that roles are held for.
pub async fn authority_names(tx: &mut Tx) -> Result<Names, Fault> {
    let today: NaiveDate = tx.today();
    let mut names = Names::new();
    for kind in [Kind::Municipality, Kind::Kkr, Kind::Region] {
        let found = authorities::existing_on(tx, kind, today).await?;
        names.extend(found.into_iter().map(|one| (one.key, one.name)));
    }
    Ok(names)
}

/// A role.
pub fn role(role: Role, texts: &Texts) -> String {
    texts.say(match role {
        Role::Secretariat => "account-role-secretariat",
        Role::Coordinator => "account-role-coordinator",
        Role::Approver => "account-role-approver",
        Role::Clerk => "account-role-clerk",
        Role::Reader => "account-role-reader",
        Role::Administrator => "account-role-administrator",
        Role::Operator => "account-role-operator",
    })
}

/// Several roles of one authority.
pub fn roles(all: &[Role], texts: &Texts) -> String {
    let words: Vec<String> = all.iter().map(|one| role(*one, texts)).collect();
    words.join(", ")
}

/// Roles with whom they are held for: `Koordinator, Furesø; Sekretariat`.
pub fn held(all: &[Held], names: &Names, texts: &Texts) -> String {
    let words = all.iter().map(|held| {
        let role = role(held.role, texts);
        match &held.authority {
            Some(key) => format!("{role}, {}", names.get(key).unwrap_or(key)),
            None => role,
        }
    });
    words.collect::<Vec<_>>().join("; ")
}

/// What a role is for.
pub fn about_role(role: Role, texts: &Texts) -> String {
    texts.say(match role {
        Role::Secretariat => "people_page-about-secretariat",
        Role::Coordinator => "people_page-about-coordinator",
        Role::Approver => "people_page-about-approver",
        Role::Clerk => "people_page-about-clerk",
        Role::Reader => "people_page-about-reader",
        Role::Administrator => "people_page-about-administrator",
        Role::Operator => "people_page-about-operator",
    })
}

/// The name of a place.
pub fn place(place: &Place) -> String {
    let authority = place.authority.as_ref();
    authority.map_or_else(String::new, |authority| authority.name.clone())
}
