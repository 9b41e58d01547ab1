use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Actor, Language};
use people::tokens::{Scope, Token};
use std::convert::Infallible;
use std::sync::Arc;
use web::languages::Texts;

/// Who calls: the gate puts it into the request.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who acts; a stranger where no token was sent.
    pub actor: Actor,
    /// The token, if one was sent.
    pub token: Option<Arc<Token>>,
    /// The language of the answer's sentences.
    pub language: Language,
}

impl Caller {
    /// Somebody without a token.
    pub fn stranger(language: Language) -> Self {
        Self {
            actor: Actor::stranger(),
            token: None,
            language,
        }
    }

    /// The texts in the caller's language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    /// Whether the token may be used for something.
    pub fn has(&self, scope: Scope) -> bool {
        let token = self.token.as_ref();
        token.is_some_and(|token| token.scopes.contains(&scope))
    }
}

impl<State: Send + Sync> FromRequestParts<State> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<Caller>().cloned();
        Ok(known.unwrap_or_else(|| Self::stranger(Language::default())))
    }
}
