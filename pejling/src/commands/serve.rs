use super::support;
use crate::cli::{Mail, Serve, Store, Webhooks};
use crate::exit::{Ended, Ending, Failure};
use crate::front_door::{self, Options, announce};
use crate::typesetting;
use database::Database;
use mail::{Mailing, Outlet, PostOffice, Said, Settings};
use std::path::PathBuf;
use tracing_subscriber::EnvFilter;
use web::languages::Texts;
use webhooks::{Sending, Targets};

/// Starts the server.
pub fn run(serve: Serve, texts: &'static Texts) -> Ended {
    log();
    let mail = mail_settings(&serve.mail)?;
    support::runtime()?.block_on(async {
        let store = store(&serve);
        let database = support::open(&store).await?;
        let fictional = serve.demo && load_demo(&database).await?;
        let options = Options {
            listen: serve.listen,
            outlet: outlet(&mail, fictional),
            office: post_office(&mail)?,
            database,
            behind_proxy: serve.behind_proxy,
            readers: support::readers()?,
            typeset: typesetting::typesetter()?,
            fictional,
            gallery: serve.gallery,
            api: api_settings(&serve),
            sending: match serve.webhooks {
                Webhooks::Off => Sending::Off,
                Webhooks::Public => Sending::To(Targets::Public),
                Webhooks::Any => Sending::To(Targets::Any),
            },
        };
        front_door::serve(options, |address, first_account| {
            for line in announce(address, first_account, fictional, texts) {
                support::say(&line);
            }
            support::say(&about_mail(&mail, texts));
        })
        .await?;
        Ok::<_, Failure>(Ending::Done)
    })
}

/// What was said about mail, checked before anything is opened.
fn mail_settings(said: &Mail) -> Result<Settings, Failure> {
    let words = |path: &Option<PathBuf>| -> Result<Option<String>, Failure> {
        let file = path.as_deref().map(support::receive).transpose()?;
        Ok(file.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()))
    };
    let said = Said {
        smtp: said.smtp.clone(),
        password: words(&said.smtp_password_file)?,
        authorities: words(&said.smtp_ca_file)?,
        from: said.mail_from.clone(),
        public_address: said.public_address.clone(),
    };
    said.read()
        .map_err(|refusal| Failure::Usage(refusal.message))
}

fn post_office(mail: &Settings) -> Result<Option<PostOffice>, Failure> {
    let set_up = mail.server.as_ref().zip(mail.address.as_ref());
    let office = set_up.map(|(server, address)| PostOffice::at(server, address));
    Ok(office.transpose()?)
}

fn outlet(mail: &Settings, fictional: bool) -> Outlet {
    Outlet {
        mailing: match (&mail.server, fictional) {
            (Some(_), _) => Mailing::Sent,
            (None, true) => Mailing::Demonstration,
            (None, false) => Mailing::NotSetUp,
        },
        address: mail.address.clone(),
    }
}

fn about_mail(mail: &Settings, texts: &Texts) -> String {
    match &mail.server {
        Some(server) => texts.say_with(
            "cli-mail-is-sent",
            &[("server", format!("{}:{}", server.host, server.port).into())],
        ),
        None => texts.say("cli-mail-is-not-set-up"),
    }
}

/// How often the API may be asked, and whether a proxy says by whom.
fn api_settings(serve: &Serve) -> web_api::Settings {
    let rate = |per_minute: u32| web_api::Rate {
        per_minute,
        burst: per_minute,
    };
    let usual = web_api::Rates::default();
    web_api::Settings {
        rates: web_api::Rates {
            address: serve.api_rate.map_or(usual.address, rate),
            token: serve.api_token_rate.map_or(usual.token, rate),
        },
        behind_proxy: serve.behind_proxy,
    }
}

/// Where the data are; beside the reader, if nothing is said.
fn store(serve: &Serve) -> Store {
    let mut store = serve.store.clone();
    if store.data.is_none() && store.database.is_none() {
        store.data = Some(PathBuf::from(".pejling"));
    }
    store
}

/// Loads the demonstration into an empty database; whether the database holds only fiction.
async fn load_demo(database: &Database) -> Result<bool, Failure> {
    let mut tx = database.read().await?;
    let empty = followup::summary::is_empty(&mut tx).await?;
    drop(tx);
    if empty {
        demo::load(database).await?;
    }
    let mut tx = database.read().await?;
    let programmes = followup::summary::programmes(&mut tx).await?;
    Ok(programmes.iter().all(|programme| programme.fictional))
}

fn log() {
    let wanted =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(wanted)
        .with_writer(std::io::stderr)
        .try_init();
}
