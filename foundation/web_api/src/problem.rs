use serde::Serialize;
use utoipa::ToSchema;

/// Why a request was not carried out, as RFC 9457 has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "/api#refused",
    "title": "Det kan ikke lade sig gøre",
    "status": 422,
    "detail": "Skriv, hvorfor skemaet sendes tilbage.",
    "instance": "/api/v1/form-versions/17/return",
    "reference": "4F2K-9QBD",
    "errors": [{
        "field": "reason",
        "code": "followup-refusal-reason-missing",
        "message": "Skriv, hvorfor skemaet sendes tilbage."
    }]
}))]
pub struct ProblemShape {
    /// The kind of problem: an address on the page that explains it.
    #[schema(rename = "type")]
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What happened, why, and what to do, in the language of `Accept-Language`.
    pub detail: String,
    /// The path of the request.
    pub instance: String,
    /// Names this request in our log; give it to those who run the installation.
    pub reference: Option<String>,
    /// Each thing that stopped the request.
    pub errors: Vec<RefusalShape>,
    /// What stands there now, where somebody else has changed it (status 409).
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<serde_json::Value>,
}

/// One thing that stopped a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Refusal)]
pub struct RefusalShape {
    /// The field that it belongs to, if one.
    pub field: Option<String>,
    /// The rule that says no; it stays the same in every language.
    pub code: String,
    /// The sentence.
    pub message: String,
}
