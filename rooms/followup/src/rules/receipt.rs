//! What a municipality submitted, as one text that always comes out the same.

use forms::{RemarkParagraph, Status};
use serde::{Deserialize, Serialize};

/// Everything that was submitted. Its canonical text is this value as JSON, in UTF-8, without
/// blanks between its parts, the fields in the order in which they stand here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedForm {
    /// The round's key.
    pub round: String,
    /// The municipality's code.
    pub municipality: String,
    /// The version's number.
    pub version: u32,
    /// One for each recommendation, in the set's order.
    pub answers: Vec<SubmittedAnswer>,
}

/// One answer that was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedAnswer {
    /// The recommendation's number.
    pub number: u32,
    /// The status.
    pub status: Status,
    /// The remark.
    pub remark: Vec<RemarkParagraph>,
    /// Which partners are sought.
    pub seeks: Vec<String>,
    /// What is offered to others.
    pub offers: Vec<String>,
    /// The names of the attachments.
    pub attachments: Vec<String>,
}

impl SubmittedForm {
    /// The text that the fingerprint is taken of.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_answers_are_the_same_text() {
        let form = SubmittedForm {
            round: "2017".to_owned(),
            municipality: "0101".to_owned(),
            version: 2,
            answers: vec![SubmittedAnswer {
                number: 1,
                status: Status::Green,
                remark: vec![RemarkParagraph::plain("I gang")],
                seeks: vec!["En nabo".to_owned()],
                offers: Vec::new(),
                attachments: Vec::new(),
            }],
        };
        assert_eq!(
            form.canonical().unwrap(),
            r#"{"round":"2017","municipality":"0101","version":2,"answers":[{"number":1,"status":"green","remark":[{"runs":[{"text":"I gang"}]}],"seeks":["En nabo"],"offers":[],"attachments":[]}]}"#
        );
    }
}
