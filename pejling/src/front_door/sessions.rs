//! Who is signed in: random tokens in cookies, kept in memory as hashes.

use super::desk_key::{random_token, token_hash};
use kernel::Fault;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a session lasts.
pub const LASTS: Duration = Duration::from_secs(12 * 60 * 60);

/// More than a secretariat needs; the oldest goes first.
const MOST: usize = 1000;

/// The sessions of this server.
#[derive(Clone, Default)]
pub struct Sessions(Arc<Mutex<HashMap<[u8; 32], Instant>>>);

impl Sessions {
    /// Begins a session and gives its token.
    pub fn begin(&self, now: Instant) -> Result<String, Fault> {
        let token = random_token()?;
        let mut sessions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.retain(|_, begun| now.duration_since(*begun) < LASTS);
        if sessions.len() >= MOST {
            let oldest = sessions
                .iter()
                .min_by_key(|(_, begun)| **begun)
                .map(|(hash, _)| *hash);
            oldest.map(|hash| sessions.remove(&hash));
        }
        sessions.insert(token_hash(&token), now);
        Ok(token)
    }

    /// Whether a token belongs to a session that still lasts.
    pub fn holds(&self, token: &str, now: Instant) -> bool {
        let sessions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sessions
            .get(&token_hash(token))
            .is_some_and(|begun| now.duration_since(*begun) < LASTS)
    }

    /// Ends a session.
    pub fn end(&self, token: &str) {
        let mut sessions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.remove(&token_hash(token));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_session_ends_after_its_time_or_when_it_is_ended() {
        let sessions = Sessions::default();
        let now = Instant::now();
        let (first, second) = (sessions.begin(now).unwrap(), sessions.begin(now).unwrap());
        assert!(sessions.holds(&first, now) && sessions.holds(&second, now));
        sessions.end(&first);
        assert!(!sessions.holds(&first, now));
        assert!(!sessions.holds(&second, now + LASTS));
        assert!(!sessions.holds("made up", now));
    }

    #[test]
    fn there_are_never_more_sessions_than_the_limit() {
        let sessions = Sessions::default();
        let begin = Instant::now();
        let first = sessions.begin(begin).unwrap();
        for second in 1..=MOST as u64 {
            sessions.begin(begin + Duration::from_secs(second)).unwrap();
        }
        assert!(!sessions.holds(&first, begin));
    }
}
