//! How often one may ask: a bucket for each token and each address, in this instance's memory.
//! Several instances each have buckets of their own.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many requests a minute, and how many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// In a minute, in the long run.
    pub per_minute: u32,
    /// At once, after a pause.
    pub burst: u32,
}

/// The rates of the two kinds of caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// Of an address without a working token.
    pub address: Rate,
    /// Of a token.
    pub token: Rate,
}

impl Default for Rates {
    /// 60 a minute for an address, 600 for a token.
    fn default() -> Self {
        Self {
            address: Rate {
                per_minute: 60,
                burst: 60,
            },
            token: Rate {
                per_minute: 600,
                burst: 120,
            },
        }
    }
}

/// Who is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Counted {
    Address(Option<IpAddr>),
    Token(i64),
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

/// The buckets of one instance.
#[derive(Debug)]
pub(crate) struct Buckets {
    rates: Rates,
    buckets: Mutex<HashMap<Counted, Bucket>>,
}

/// More buckets than this are cleared of the full ones: a full bucket says nothing.
const MANY: usize = 10_000;

impl Buckets {
    pub(crate) fn new(rates: Rates) -> Self {
        Self {
            rates,
            buckets: Mutex::default(),
        }
    }

    /// Takes one request out of a bucket; else says after how many seconds there is room again.
    pub(crate) fn take(&self, who: Counted, now: Instant) -> Result<(), u64> {
        let rate = self.rate(&who);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MANY {
            let full_after = Duration::from_secs(60 + 60 * u64::from(rate.burst));
            buckets.retain(|_, bucket| now.duration_since(bucket.at) < full_after);
        }
        let full = f64::from(rate.burst);
        let bucket = buckets.entry(who).or_insert(Bucket {
            left: full,
            at: now,
        });
        let per_second = f64::from(rate.per_minute) / 60.0;
        let passed = now.saturating_duration_since(bucket.at).as_secs_f64();
        bucket.left = (bucket.left + passed * per_second).min(full);
        bucket.at = now;
        if bucket.left >= 1.0 {
            bucket.left -= 1.0;
            return Ok(());
        }
        Err(seconds((1.0 - bucket.left) / per_second))
    }

    fn rate(&self, who: &Counted) -> Rate {
        match who {
            Counted::Address(_) => self.rates.address,
            Counted::Token(_) => self.rates.token,
        }
    }
}

/// Whole seconds, at least one.
fn seconds(time: f64) -> u64 {
    if time.is_finite() {
        (time.ceil() as u64).max(1)
    } else {
        60
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buckets() -> Buckets {
        let rate = Rate {
            per_minute: 6,
            burst: 2,
        };
        Buckets::new(Rates {
            address: rate,
            token: rate,
        })
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let (buckets, now) = (buckets(), Instant::now());
        let who = || Counted::Token(1);
        assert_eq!(buckets.take(who(), now), Ok(()));
        assert_eq!(buckets.take(who(), now), Ok(()));
        assert_eq!(buckets.take(who(), now), Err(10));
        assert_eq!(buckets.take(who(), now + Duration::from_secs(10)), Ok(()));
    }

    #[test]
    fn everybody_has_a_bucket_of_their_own() {
        let (buckets, now) = (buckets(), Instant::now());
        for who in [Counted::Token(1), Counted::Token(2), Counted::Address(None)] {
            assert_eq!(buckets.take(who, now), Ok(()));
        }
    }
}
