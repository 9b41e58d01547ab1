use crate::{ApiError, ApiResult};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A piece of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listing<T: ToSchema> {
    /// The piece.
    pub items: Vec<T>,
    /// Where the next piece begins: give it as `after`. Null at the end.
    pub next: Option<String>,
}

/// How many a piece holds where nothing is said.
const USUAL: u32 = 100;
/// How many a piece holds at most.
pub const MOST: u32 = 500;

/// Which piece of a list is wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageAsked {
    /// The `next` of the piece before; the first piece without it.
    pub after: Option<String>,
    /// How many at most; 100 where nothing is said.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u32>,
}

impl PageAsked {
    /// How many at most.
    pub fn size(&self) -> ApiResult<u32> {
        match self.limit {
            None => Ok(USUAL),
            Some(size) if (1..=MOST).contains(&size) => Ok(size),
            Some(_) => {
                let refusal = Refusal::new("api-refusal-limit").with("most", MOST);
                Err(ApiError::Refused(vec![refusal.at("limit")]))
            }
        }
    }

    /// The key of the last item of the piece before.
    pub fn last_key(&self) -> ApiResult<Option<String>> {
        let Some(after) = &self.after else {
            return Ok(None);
        };
        let bytes = URL_SAFE_NO_PAD.decode(after).ok();
        let key = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        key.map(Some).ok_or_else(unknown_cursor)
    }
}

impl PageAsked {
    /// The same where keys are numbers.
    pub fn last_number(&self) -> ApiResult<Option<i64>> {
        let number = self.last_key()?.map(|key| key.parse());
        number.transpose().map_err(|_| unknown_cursor())
    }
}

fn unknown_cursor() -> ApiError {
    ApiError::Refused(vec![Refusal::new("api-refusal-cursor").at("after")])
}

/// The cursor that follows an item with this key.
fn cursor(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

/// The piece that was asked for, of a list that is read whole; `key` names each item once and
/// for all, so that a piece begins where the one before ended although the list has grown.
pub fn paged<T: ToSchema>(
    items: Vec<T>,
    asked: &PageAsked,
    key: impl Fn(&T) -> String,
) -> ApiResult<Listing<T>> {
    let size = asked.size()? as usize;
    let begin = match asked.last_key()? {
        None => 0,
        Some(last) => {
            let found = items.iter().position(|item| key(item) == last);
            found.ok_or_else(unknown_cursor)? + 1
        }
    };
    let rest = items.into_iter().skip(begin).take(size + 1);
    Ok(piece(rest.collect(), asked.size()?, key))
}

/// A piece of a list that is read from where it begins, with one item more than it holds: the
/// one too many says that there is a next piece.
pub fn piece<T: ToSchema>(mut items: Vec<T>, size: u32, key: impl Fn(&T) -> String) -> Listing<T> {
    let size = size as usize;
    let has_more = items.len() > size;
    items.truncate(size);
    let last = items.last().filter(|_| has_more);
    let next = last.map(|last| cursor(&key(last)));
    Listing { items, next }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn asked(after: Option<String>, limit: Option<u32>) -> PageAsked {
        PageAsked { after, limit }
    }

    #[test]
    fn a_list_is_read_piece_by_piece_without_gap_or_double() {
        let all: Vec<i64> = (1..=7).collect();
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let piece = paged(all.clone(), &asked(after, Some(3)), i64::to_string).unwrap();
            seen.extend(piece.items);
            after = piece.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, all);
    }

    #[test]
    fn an_unknown_cursor_and_an_absurd_size_are_refused() {
        let all = vec![1_i64];
        for (after, limit) in [
            (Some("???".to_owned()), None),
            (Some(cursor("9")), None),
            (None, Some(0)),
            (None, Some(501)),
        ] {
            let refused = paged(all.clone(), &asked(after, limit), i64::to_string);
            assert!(matches!(refused, Err(ApiError::Refused(_))));
        }
    }
}
