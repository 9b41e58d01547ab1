use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Text in the encoding that its byte order mark tells, else UTF-8 where that fits, else the
/// Windows encoding of western Europe, in which Danish programs wrote for decades.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text,
        None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The same, where the text itself names its encoding.
pub(crate) fn decode_as<'a>(bytes: &'a [u8], label: &[u8]) -> Cow<'a, str> {
    match Encoding::for_label(label) {
        Some(encoding) if Encoding::for_bom(bytes).is_none() && encoding != UTF_8 => {
            encoding.decode_without_bom_handling(bytes).0
        }
        _ => decode(bytes),
    }
}

/// Latin text in UTF-16 has a zero in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..64.min(bytes.len()))?;
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let half = start.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, odd) if half >= 4 && odd * 4 >= half * 3 => Some(encoding_rs::UTF_16LE),
        (even, 0) if half >= 4 && even * 4 >= half * 3 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}
