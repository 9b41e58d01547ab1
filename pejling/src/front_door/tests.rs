//! The front door's pages behind their routes, as a browser asks for them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::account_routes;
use super::door::{Door, recognise};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use chrono::TimeDelta;
use database::{Database, FromRow, Row, Tx};
use followup::actions::{NewProgramme, create_programme};
use kernel::{Actor, Fault, Held, Language, Role};
use people::accounts::{self, AccountId, InventedPerson, Invitation};
use tower::ServiceExt;

const PASSWORD: &str = "tre røde cykler ved fjorden";
const TYPED: &str = "tre+r%C3%B8de+cykler+ved+fjorden";
const MAIL: &str = "pia@kommune.dk";

/// The front door of a house.
struct House {
    database: Database,
    door: Door,
    routes: Router,
}

/// What a browser got.
struct Answer {
    status: StatusCode,
    to: String,
    cookie: String,
    text: String,
}

fn in_a_house(test: impl AsyncFn(House)) {
    let test = &test;
    testkit::on_both(&followup::schemas(), |database| async move {
        people::prepare(&database).await.unwrap();
        test(house(&database, "http://pejling.test")).await;
    });
}

fn house(database: &Database, address: &str) -> House {
    let door = Door::new(database.clone(), address.to_owned(), false);
    let routes = account_routes()
        .with_state(door.clone())
        .layer(from_fn_with_state(door.clone(), recognise));
    House {
        database: database.clone(),
        routes: web::surround(routes, web::Site::default(), web::Limits::default()),
        door,
    }
}

impl House {
    /// The same house with a clock that stands later.
    fn later(&self, by: TimeDelta) -> House {
        let database = self.database.fixed_at(testkit::a_morning() + by);
        house(&database, &self.door.post.address)
    }

    async fn get(&self, address: &str, cookie: &str) -> Answer {
        let request = Request::get(address).header(header::COOKIE, cookie);
        self.ask(request, String::new()).await
    }

    async fn post(&self, address: &str, typed: &str, cookie: &str) -> Answer {
        let request = Request::post(address)
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, typed.to_owned()).await
    }

    async fn ask(&self, request: axum::http::request::Builder, typed: String) -> Answer {
        let request = request
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "da")
            .header(
                header::USER_AGENT,
                "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
            );
        let request = request.body(Body::from(typed)).unwrap();
        Answer::of(self.routes.clone().oneshot(request).await.unwrap()).await
    }

    async fn sign_in(&self, password: &str) -> Answer {
        let typed = format!("mail={MAIL}&password={password}");
        self.post("/sign-in", &typed, "").await
    }

    /// Somebody with an account and a password; the cookie of their session.
    async fn person(&self, key: &str, mail: &str, roles: &[Role]) -> (AccountId, String) {
        let (id, link) = self.invited(key, mail, roles).await;
        let typed = format!("password={TYPED}&again={TYPED}");
        let answer = self.post(&link, &typed, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        (id, answer.cookie)
    }

    async fn invited(&self, key: &str, mail: &str, roles: &[Role]) -> (AccountId, String) {
        let mut tx = self.database.write().await.unwrap();
        let wanted = Invitation {
            name: "Pia Sørensen".to_owned(),
            mail: mail.to_owned(),
            language: Language::Da,
            roles: roles.to_vec(),
        };
        let (who, post) = (Actor::operator("drift"), &self.door.post);
        let invited = accounts::invite_person(&mut tx, &who, post, Some(key), wanted).await;
        tx.commit().await.unwrap();
        let invited = invited.unwrap();
        (invited.account, invited.path.unwrap())
    }

    async fn letters(&self) -> Vec<Letter> {
        let mut tx = self.database.read().await.unwrap();
        let sql = "SELECT to_address, text, secret_link FROM letters ORDER BY id";
        tx.all(sql, []).await.unwrap()
    }
}

struct Letter {
    to: String,
    text: String,
    link: Option<String>,
}

impl FromRow for Letter {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            to: row.get("to_address")?,
            text: row.get("text")?,
            link: row.get("secret_link")?,
        })
    }
}

impl Answer {
    async fn of(answer: Response) -> Self {
        let header = |name| {
            let value = answer.headers().get(name);
            value.map_or("", |value| value.to_str().unwrap()).to_owned()
        };
        let (to, set) = (header(header::LOCATION), header(header::SET_COOKIE));
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        Self {
            status,
            to,
            cookie: set.split(';').next().unwrap_or_default().to_owned(),
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    fn refuses_beside(&self, field: &str, words: &str) {
        assert_eq!(
            self.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            self.text
        );
        let error = format!("id=\"{field}-error\">");
        let (_, said) = self
            .text
            .split_once(&error)
            .expect("no error beside the field");
        assert!(
            said.split("</span>").next().unwrap().contains(words),
            "{said}"
        );
    }
}

#[test]
fn one_signs_in_and_is_back_where_one_wanted_to_go() {
    in_a_house(async |house| {
        house.person("0101", MAIL, &[Role::Coordinator]).await;
        let asked = house.get("/account", "").await;
        assert_eq!(
            (asked.status, asked.to.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?to=/account")
        );
        let page = house.get(&asked.to, "").await;
        assert!(page.text.contains("name=\"to\" value=\"/account\""));
        let typed = format!("to=/account&mail=PIA@Kommune.dk&password={TYPED}");
        let entered = house.post("/sign-in", &typed, "").await;
        assert_eq!(entered.to, "/account");
        let account = house.get("/account", &entered.cookie).await;
        assert!(
            account.text.contains("Koordinator, København"),
            "{}",
            account.text
        );
        assert_eq!(
            house.get("/sign-in?to=/account", &entered.cookie).await.to,
            "/account"
        );
        for elsewhere in ["//evil.example", "/%5Cevil.example", "https://evil.example"] {
            let typed = format!("to={elsewhere}&mail={MAIL}&password={TYPED}");
            assert_eq!(house.post("/sign-in", &typed, "").await.to, "/desk");
        }
    });
}

#[test]
fn a_planted_session_is_never_the_one_that_is_signed_in() {
    in_a_house(async |house| {
        let (_, evil) = house
            .person("0147", "evil@kommune.dk", &[Role::Reader])
            .await;
        house.person("0101", MAIL, &[Role::Coordinator]).await;
        for planted in [evil.as_str(), "pejling_session=made-up"] {
            let typed = format!("mail={MAIL}&password={TYPED}");
            let entered = house.post("/sign-in", &typed, planted).await;
            assert!(!entered.cookie.is_empty() && entered.cookie != planted);
            let with_planted = house.get("/account", planted).await;
            assert_eq!(with_planted.status, StatusCode::SEE_OTHER);
            assert_eq!(
                house.get("/account", &entered.cookie).await.status,
                StatusCode::OK
            );
        }
    });
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_page() {
    in_a_house(async |house| {
        house.person("0101", MAIL, &[Role::Coordinator]).await;
        let known = house.sign_in("noget-helt-andet").await;
        let typed = "mail=ukendt@kommune.dk&password=noget-helt-andet";
        let unknown = house.post("/sign-in", typed, "").await;
        known.refuses_beside("mail", "passer ikke sammen");
        assert!(known.text.contains(&format!("value=\"{MAIL}\"")));
        assert!(!known.text.contains("noget-helt-andet"));
        assert_eq!(known.text.replace(MAIL, "ukendt@kommune.dk"), unknown.text);
        let asked = house
            .post("/forgotten-password", &format!("mail={MAIL}"), "")
            .await;
        let other = house
            .post("/forgotten-password", "mail=ukendt@kommune.dk", "")
            .await;
        assert_eq!((asked.status, &asked.text), (other.status, &other.text));
        assert_eq!(house.letters().await.len(), 2);
    });
}

#[test]
fn after_many_attempts_one_waits_and_then_comes_in() {
    in_a_house(async |house| {
        house.person("0101", MAIL, &[Role::Coordinator]).await;
        for _ in 0..5 {
            house.sign_in("forkert").await;
        }
        let waiting = house.sign_in(TYPED).await;
        assert_eq!(waiting.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            waiting.text.contains("Vent 15 sekunder"),
            "{}",
            waiting.text
        );
        let later = house.later(TimeDelta::seconds(15));
        assert_eq!(later.sign_in(TYPED).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_forgotten_password_is_chosen_anew_by_the_link() {
    in_a_house(async |house| {
        let (_, before) = house.person("0101", MAIL, &[Role::Coordinator]).await;
        house
            .post("/forgotten-password", &format!("mail={MAIL}"), "")
            .await;
        let letter = house.letters().await.pop().unwrap();
        assert_eq!(letter.to, MAIL);
        assert!(letter.text.contains("{link}"), "{}", letter.text);
        let link = letter.link.unwrap();
        let path = link.strip_prefix("http://pejling.test").unwrap();
        assert!(house.get(path, "").await.text.contains(MAIL));
        let short = house.post(path, "password=kort&again=kort", "").await;
        short.refuses_beside("password", "mindst 12");
        let differing = format!("password={TYPED}&again=noget-andet");
        house
            .post(path, &differing, "")
            .await
            .refuses_beside("again", "ikke ens");
        let new = "en+helt+ny+kajak+p%C3%A5+s%C3%B8en";
        let done = house
            .post(path, &format!("password={new}&again={new}"), "")
            .await;
        assert_eq!(done.to, "/sign-in?done=password");
        assert_eq!(
            house.get("/account", &before).await.status,
            StatusCode::SEE_OTHER
        );
        let gone = house.get(path, "").await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        assert!(gone.text.contains("virker ikke længere"));
        let again = house
            .post(path, &format!("password={new}&again={new}"), "")
            .await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.sign_in(TYPED).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(house.sign_in(new).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn an_invitation_that_was_taken_or_made_up_says_what_to_do() {
    in_a_house(async |house| {
        let (_, link) = house.invited("0101", MAIL, &[Role::Coordinator]).await;
        let page = house.get(&link, "").await;
        assert!(page.text.contains("Velkommen, Pia Sørensen"));
        let guessed = "password=PiaSoerensen2026&again=PiaSoerensen2026";
        assert_eq!(
            house.post(&link, guessed, "").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let typed = format!("password={TYPED}&again={TYPED}");
        let entered = house.post(&link, &typed, "").await;
        assert_eq!(entered.to, "/account?done=welcome");
        for address in [link.as_str(), "/invitations/made-up"] {
            let gone = house.get(address, "").await;
            assert_eq!(gone.status, StatusCode::NOT_FOUND);
            assert!(gone.text.contains("virker ikke længere"));
        }
        let late = house.later(TimeDelta::days(15));
        let (_, link) = house
            .invited("0101", "bo@kommune.dk", &[Role::Reader])
            .await;
        assert_eq!(late.get(&link, "").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn my_account_shows_where_i_am_signed_in_and_ends_the_rest() {
    in_a_house(async |house| {
        let (_, first) = house.person("0101", MAIL, &[Role::Coordinator]).await;
        let second = house.sign_in(TYPED).await.cookie;
        let page = house.get("/account", &second).await;
        assert!(page.text.contains("Firefox, Windows") && page.text.contains("Her og nu"));
        let end = page
            .text
            .split("action=\"/account/sessions/")
            .nth(1)
            .unwrap();
        let end = end.split('"').next().unwrap();
        let end = format!("/account/sessions/{end}");
        let (_, others) = house.person("0147", "bo@kommune.dk", &[Role::Reader]).await;
        assert_eq!(
            house.post(&end, "", &others).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            house.post(&end, "", &second).await.to,
            "/account?done=ended"
        );
        assert_eq!(
            house.get("/account", &first).await.status,
            StatusCode::SEE_OTHER
        );
        let left = house
            .post("/account/sign-out-everywhere", "", &second)
            .await;
        assert_eq!(left.cookie, "pejling_session=");
        assert_eq!(
            house.get("/account", &second).await.status,
            StatusCode::SEE_OTHER
        );
    });
}

#[test]
fn the_present_password_is_asked_before_a_new_one_is_taken() {
    in_a_house(async |house| {
        let (_, cookie) = house.person("0101", MAIL, &[Role::Coordinator]).await;
        let new = "en+helt+ny+kajak";
        let wrong = format!("current=forkert&password={new}&again={new}");
        let refused = house.post("/account/password", &wrong, &cookie).await;
        refused.refuses_beside("current", "ikke din nuværende");
        let right = format!("current={TYPED}&password={new}&again={new}");
        let done = house.post("/account/password", &right, &cookie).await;
        assert_eq!(done.to, "/account?done=password");
        assert_eq!(house.sign_in(new).await.status, StatusCode::SEE_OTHER);
        assert!(
            house
                .letters()
                .await
                .pop()
                .unwrap()
                .text
                .contains("er lige blevet ændret")
        );
    });
}

#[test]
fn details_that_changed_in_another_window_are_not_overwritten() {
    in_a_house(async |house| {
        let (_, cookie) = house.person("0101", MAIL, &[Role::Coordinator]).await;
        let version = async || {
            let page = house.get("/account", &cookie).await;
            let after = page.text.split("name=\"version\" value=\"").nth(1).unwrap();
            after.split('"').next().unwrap().to_owned()
        };
        let seen = version().await;
        let typed = format!("version={seen}&name=Pia+Holm&language=en");
        let saved = house.post("/account", &typed, &cookie).await;
        assert_eq!(saved.to, "/account?done=saved&lang=en");
        let stale = house.post("/account", &typed, &cookie).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text.contains("er ændret, siden du åbnede siden"));
        let odd = format!("version={}&name=Pia%0ABo&language=da", version().await);
        house
            .post("/account", &odd, &cookie)
            .await
            .refuses_beside("name", "på én linje");
    });
}

#[test]
fn strangers_and_other_sites_change_nothing() {
    in_a_house(async |house| {
        let (_, cookie) = house.person("0101", MAIL, &[Role::Administrator]).await;
        for address in ["/account", "/account/sign-out-everywhere"] {
            let answer = house
                .post(address, "version=1&name=X&language=da", "")
                .await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
        }
        let foreign = Request::post("/account/sign-out-everywhere")
            .header(header::COOKIE, &cookie)
            .header("sec-fetch-site", "cross-site");
        let answer = house.ask(foreign, String::new()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(house.get("/account", &cookie).await.status, StatusCode::OK);
    });
}

#[test]
fn whoever_signs_out_is_out_also_with_the_old_cookie() {
    in_a_house(async |house| {
        let (_, cookie) = house.person("0101", MAIL, &[Role::Coordinator]).await;
        let left = house.post("/sign-out", "", &cookie).await;
        assert_eq!(
            (left.to.as_str(), left.cookie.as_str()),
            ("/", "pejling_session=")
        );
        assert_eq!(
            house.get("/account", &cookie).await.status,
            StatusCode::SEE_OTHER
        );
    });
}

#[test]
fn an_administrator_finds_the_people_of_one_authority_and_no_others() {
    in_a_house(async |house| {
        let (_, admin) = house.person("0101", MAIL, &[Role::Administrator]).await;
        let (ida, idas) = house
            .person("0147", "ida@kommune.dk", &[Role::Coordinator])
            .await;
        house
            .invited("0101", "eva@kommune.dk", &[Role::Coordinator])
            .await;
        assert_eq!(
            house.get("/people", &admin).await.to,
            "/authorities/0101/people"
        );
        let list = house.get("/authorities/0101/people", &admin).await;
        assert!(list.text.contains("eva@kommune.dk") && list.text.contains("Inviteret"));
        let narrowed = house
            .get("/authorities/0101/people?role=administrator", &admin)
            .await;
        assert!(!narrowed.text.contains("eva@kommune.dk") && narrowed.text.contains(MAIL));
        let file = house
            .get("/authorities/0101/people.csv?standing=invited", &admin)
            .await;
        assert!(
            file.text
                .contains("Pia Sørensen;eva@kommune.dk;coordinator;invited;")
        );
        assert!(!file.text.contains(MAIL));
        for address in [
            "/authorities/0147/people".to_owned(),
            "/authorities/0147/people.csv".to_owned(),
            "/authorities/0147/people/new".to_owned(),
            format!("/authorities/0147/people/{}", ida.0),
            format!("/authorities/0101/people/{}", ida.0),
            "/authorities/9999/people".to_owned(),
        ] {
            let answer = house.get(&address, &admin).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert!(!answer.text.contains("ida@kommune.dk"));
        }
        // A coordinator looks after nobody.
        let own = house.get("/authorities/0147/people", &idas).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.get("/people", &idas).await.status,
            StatusCode::FORBIDDEN
        );
        let asked = house
            .get("/authorities/0101/people?q=a&role=reader", "")
            .await;
        assert_eq!(
            asked.to,
            "/sign-in?to=/authorities/0101/people?q=a%26role=reader"
        );
    });
}

#[test]
fn somebody_is_invited_on_the_page_and_nothing_typed_is_lost() {
    in_a_house(async |house| {
        let (_, admin) = house.person("0101", MAIL, &[Role::Administrator]).await;
        let page = house.get("/authorities/0101/people/new", &admin).await;
        assert!(page.text.contains("value=\"coordinator\"") && !page.text.contains("operator"));
        let odd = "name=Bo%0D%0ABcc:+x&mail=bo@kommune.dk%0D%0ABcc:+x@y.dk&roles=coordinator";
        let refused = house
            .post("/authorities/0101/people/new", odd, &admin)
            .await;
        refused.refuses_beside("name", "på én linje");
        refused.refuses_beside("mail", "ikke en mailadresse");
        assert!(refused.text.contains("value=\"coordinator\" checked"));
        let more = "name=Bo&mail=bo@kommune.dk&roles=coordinator&roles=operator";
        let escalated = house
            .post("/authorities/0101/people/new", more, &admin)
            .await;
        assert_eq!(escalated.status, StatusCode::UNPROCESSABLE_ENTITY);
        let typed = "name=Bo&mail=bo@kommune.dk&language=en&roles=coordinator&roles=reader";
        let done = house
            .post("/authorities/0101/people/new", typed, &admin)
            .await;
        assert_eq!(done.to, "/authorities/0101/people?done=invited");
        let letter = house.letters().await.pop().unwrap();
        assert!(
            letter.text.contains("København: Coordinator, Reader"),
            "{}",
            letter.text
        );
        assert!(
            letter
                .link
                .unwrap()
                .starts_with("http://pejling.test/invitations/")
        );
    });
}

#[test]
fn roles_are_given_taken_handed_over_and_accounts_closed_on_the_page() {
    in_a_house(async |house| {
        let (own, admin) = house.person("0101", MAIL, &[Role::Administrator]).await;
        let (bo, bos) = house
            .person("0101", "bo@kommune.dk", &[Role::Coordinator])
            .await;
        let (eva, _) = house
            .invited("0101", "eva@kommune.dk", &[Role::Reader])
            .await;
        let at = format!("/authorities/0101/people/{}", bo.0);
        let act = async |deed: &str, typed: &str| {
            house.post(&format!("{at}/{deed}"), typed, &admin).await
        };
        assert_eq!(
            act("grant", "role=approver").await.to,
            format!("{at}?done=granted")
        );
        let escalated = act("grant", "role=operator").await;
        assert_eq!(escalated.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            act("revoke", "role=approver").await.to,
            format!("{at}?done=revoked")
        );
        assert_eq!(act("close", "").await.to, format!("{at}?done=closed"));
        assert_eq!(
            house.get("/account", &bos).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(
            house
                .get(&at, &admin)
                .await
                .text
                .contains("Åbn brugeren igen")
        );
        assert_eq!(act("open", "").await.to, format!("{at}?done=opened"));
        let handed = act("hand-over", &format!("to={}", eva.0)).await;
        assert_eq!(handed.to, "/authorities/0101/people?done=handed-over");
        assert_eq!(house.get(&at, &admin).await.status, StatusCode::NOT_FOUND);
        let evas = format!("/authorities/0101/people/{}", eva.0);
        assert!(
            house
                .get(&evas, &admin)
                .await
                .text
                .contains("Fjern rollen Koordinator")
        );
        let again = house
            .post(&format!("{evas}/invite-again"), "", &admin)
            .await;
        assert_eq!(again.to, format!("{evas}?done=invited"));
        assert_eq!(act("burn", "").await.status, StatusCode::NOT_FOUND);
        let own = format!("/authorities/0101/people/{}", own.0);
        let given_away = house
            .post(&format!("{own}/revoke"), "role=administrator", &admin)
            .await;
        assert_eq!(given_away.to, "/account");
        assert_eq!(house.get(&own, &admin).await.status, StatusCode::NOT_FOUND);
    });
}

async fn programme(tx: &mut Tx, key: &str, fictional: bool) {
    let new = NewProgramme {
        key: key.to_owned(),
        title: key.to_owned(),
        recipient: "kkr-hovedstaden".to_owned(),
        fictional,
        guiding_goals: Vec::new(),
    };
    create_programme(tx, &Actor::operator("drift"), new)
        .await
        .unwrap();
}

#[test]
fn one_is_somebody_invented_only_while_nothing_is_real() {
    in_a_house(async |house| {
        let (real, _) = house.person("0101", MAIL, &[Role::Coordinator]).await;
        let mut tx = house.database.write().await.unwrap();
        let ditte = InventedPerson {
            name: "Ditte Lindegaard".to_owned(),
            mail: "ditte@example.org".to_owned(),
            roles: vec![Held::at(Role::Secretariat, "kkr-hovedstaden")],
        };
        let who = Actor::operator("drift");
        let ditte = accounts::invent_person(&mut tx, &who, ditte).await.unwrap();
        tx.commit().await.unwrap();
        let as_ditte = format!("account={}&to=/desk/journal", ditte.0);
        let offered = async || {
            let page = house.get("/sign-in", "").await;
            page.text.contains("Log på som Ditte Lindegaard")
        };
        // Without any programme nothing says that all is invented.
        assert!(!offered().await);
        assert_eq!(
            house.post("/sign-in/as", &as_ditte, "").await.status,
            StatusCode::NOT_FOUND
        );
        let mut tx = house.database.write().await.unwrap();
        programme(&mut tx, "opdigtet", true).await;
        tx.commit().await.unwrap();
        assert!(offered().await);
        let entered = house.post("/sign-in/as", &as_ditte, "").await;
        assert_eq!(entered.to, "/desk/journal");
        assert!(
            house
                .get("/account", &entered.cookie)
                .await
                .text
                .contains("Ditte Lindegaard")
        );
        let as_real = house
            .post("/sign-in/as", &format!("account={}", real.0), "")
            .await;
        assert_eq!(as_real.status, StatusCode::NOT_FOUND);
        let mut tx = house.database.write().await.unwrap();
        programme(&mut tx, "rigtigt", false).await;
        tx.commit().await.unwrap();
        let still = house.get("/account", &entered.cookie).await;
        assert_eq!(still.status, StatusCode::SEE_OTHER);
        assert!(!offered().await);
        assert_eq!(
            house.post("/sign-in/as", &as_ditte, "").await.status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn the_first_person_comes_in_by_the_link_that_was_printed() {
    in_a_house(async |house| {
        let mut tx = house.database.write().await.unwrap();
        let path = accounts::make_first_link(&mut tx, &Actor::operator("drift")).await;
        tx.commit().await.unwrap();
        let path = path.unwrap().unwrap();
        let odd = format!("name=&mail=x&language=da&password={TYPED}&again={TYPED}");
        house
            .post(&path, &odd, "")
            .await
            .refuses_beside("mail", "ikke en mailadresse");
        let typed =
            format!("name=Ditte&mail=ditte@kkr.dk&language=da&password={TYPED}&again={TYPED}");
        let entered = house.post(&path, &typed, "").await;
        assert_eq!(entered.to, "/account?done=welcome", "{}", entered.text);
        assert!(
            house
                .get("/people", &entered.cookie)
                .await
                .text
                .contains("KKR Sjælland")
        );
        assert_eq!(house.get(&path, "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.post(&path, &typed, "").await.status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn a_stranger_without_a_cookie_costs_no_question() {
    in_a_house(async |house| {
        house.database.close().await;
        assert_eq!(
            house.get("/forgotten-password", "a=b").await.status,
            StatusCode::OK
        );
        let asked = house
            .get("/forgotten-password", "pejling_session=made-up")
            .await;
        assert_eq!(asked.status, StatusCode::INTERNAL_SERVER_ERROR);
    });
}

#[test]
fn on_an_encrypted_way_the_cookie_stays_on_it() {
    in_a_house(async |house| {
        house.person("0101", MAIL, &[Role::Coordinator]).await;
        let secure = super::tests::house(&house.database, "https://pejling.test");
        let entered = secure.sign_in(TYPED).await;
        let planted = entered.cookie.replace("__Host-", "");
        assert_ne!(planted, entered.cookie);
        assert_eq!(
            secure.get("/account", &entered.cookie).await.status,
            StatusCode::OK
        );
        assert_eq!(
            secure.get("/account", &planted).await.status,
            StatusCode::SEE_OTHER
        );
    });
}

#[test]
fn passwords_stand_in_no_log_of_deeds() {
    in_a_house(async |house| {
        house.person("0101", MAIL, &[Role::Coordinator]).await;
        house.sign_in(TYPED).await;
        let mut tx = house.database.read().await.unwrap();
        let written = people::journal::newest(&mut tx, 100).await.unwrap();
        assert!(written.iter().any(|entry| entry.deed == "sign_in"));
        let all = format!("{written:?}");
        assert!(!all.contains(PASSWORD) && !all.contains("argon2"));
    });
}

#[test]
fn a_caller_cannot_write_what_the_proxy_writes() {
    in_a_house(async |house| {
        let door = |proxied| Door::new(house.database.clone(), String::new(), proxied);
        let request = Request::get("/")
            .header("x-forwarded-for", "203.0.113.9")
            .header("x-forwarded-for", "203.0.113.10, 192.0.2.7");
        let (parts, ()) = request.body(()).unwrap().into_parts();
        assert_eq!(door(true).address(&parts), "192.0.2.7");
        assert_eq!(door(false).address(&parts), "");
    });
}
