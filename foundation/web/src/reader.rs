use crate::languages::{self, Texts};
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use kernel::{Actor, Language};
use std::convert::Infallible;
use std::sync::Arc;

/// What is the same on every page of the installation; put into requests as an extension.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The main navigation: key of the words, and address.
    pub menu: Vec<MenuItem>,
    /// Where one signs in, if anybody can.
    pub sign_in: Option<&'static str>,
    /// Where one signs out by POST.
    pub sign_out: Option<&'static str>,
    /// Where one's own account is.
    pub account: Option<&'static str>,
    /// Whether the pages say that all answers are invented.
    pub fictional: bool,
}

/// An entry of the main navigation.
#[derive(Debug, Clone, Copy)]
pub struct MenuItem {
    /// The key of its words in `locales/`.
    pub words: &'static str,
    /// Its address.
    pub href: &'static str,
    /// Who sees it.
    pub shown_to: fn(&Actor) -> bool,
}

/// Who reads the page, in which language, and where they are.
///
/// The acting person comes from the request's extension [`Actor`], the installation's facts from
/// the extension [`Arc<Site>`]; without them it is a stranger on a bare site.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The language to answer in.
    pub language: Language,
    /// Who acts.
    pub actor: Actor,
    /// The path of the address.
    pub path: String,
    /// The query of the address, without `lang`.
    pub query: String,
    /// The installation's facts.
    pub site: Arc<Site>,
}

impl Reader {
    /// The reader of a request.
    pub fn of(parts: &Parts) -> Self {
        let extensions = &parts.extensions;
        Self {
            language: language(&parts.uri, &parts.headers),
            actor: extensions.get().cloned().unwrap_or_else(Actor::stranger),
            path: parts.uri.path().to_owned(),
            query: without_language(parts.uri.query().unwrap_or_default()),
            site: extensions.get().cloned().unwrap_or_default(),
        }
    }

    /// The texts in the reader's language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    /// Whether the reader has signed in.
    pub fn is_signed_in(&self) -> bool {
        self.actor.account.is_some() || !self.actor.roles.is_empty()
    }

    /// This page in a language.
    pub fn in_language(&self, language: Language) -> String {
        let joint = if self.query.is_empty() { "" } else { "&" };
        format!("{}?{}{joint}lang={}", self.path, self.query, language.tag())
    }
}

impl<State: Send + Sync> FromRequestParts<State> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

fn language(uri: &Uri, headers: &HeaderMap) -> Language {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let remembers = !crate::problem::is_api(uri.path());
    languages::choose(
        asked_language(uri),
        header(COOKIE)
            .filter(|_| remembers)
            .and_then(|cookies| cookie(cookies, languages::COOKIE)),
        header(ACCEPT_LANGUAGE),
    )
}

/// The language that an address asks for.
pub(crate) fn asked_language(uri: &Uri) -> Option<&str> {
    uri.query()?
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
}

fn cookie<'header>(cookies: &'header str, name: &str) -> Option<&'header str> {
    cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

fn without_language(query: &str) -> String {
    query
        .split('&')
        .filter(|pair| !pair.starts_with("lang=") && !pair.is_empty())
        .collect::<Vec<_>>()
        .join("&")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::Request;

    fn reader(address: &str, cookies: &str) -> Reader {
        let request = Request::get(address)
            .header(COOKIE, cookies)
            .body(())
            .unwrap();
        Reader::of(&request.into_parts().0)
    }

    #[test]
    fn the_address_asks_for_a_language_and_the_links_keep_the_rest() {
        let reader = reader("/rounds?status=red&lang=en", "");
        assert_eq!(reader.language, Language::En);
        assert_eq!(
            reader.in_language(Language::Da),
            "/rounds?status=red&lang=da"
        );
    }

    #[test]
    fn the_cookie_remembers_the_language() {
        let reader = reader("/rounds", "a=b; pejling_language=en");
        assert_eq!(reader.language, Language::En);
    }

    #[test]
    fn whoever_has_not_signed_in_is_a_stranger() {
        assert!(!reader("/", "").is_signed_in());
    }
}
