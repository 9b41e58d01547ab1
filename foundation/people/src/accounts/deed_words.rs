/// The key in `locales/` of what a deed with accounts is called in the journal.
pub fn deed_words(deed: &str) -> Option<&'static str> {
    Some(match deed {
        "accept_invitation" => "account-did-accept-invitation",
        "change_password" => "account-did-change-password",
        "disable_account" => "account-did-disable-account",
        "edit_account" => "account-did-edit-account",
        "enable_account" => "account-did-enable-account",
        "end_session" => "account-did-end-session",
        "grant_role" => "account-did-grant-role",
        "hand_over" => "account-did-hand-over",
        "invent_person" => "account-did-invent-person",
        "invite_again" => "account-did-invite-again",
        "invite_person" => "account-did-invite-person",
        "request_reset" => "account-did-request-reset",
        "reset_password" => "account-did-reset-password",
        "revoke_role" => "account-did-revoke-role",
        "sign_in" => "account-did-sign-in",
        "sign_in_as" => "account-did-sign-in-as",
        "sign_in_refused" => "account-did-sign-in-refused",
        "sign_out" => "account-did-sign-out",
        "sign_out_everywhere" => "account-did-sign-out-everywhere",
        "take_first_account" => "account-did-take-first-account",
        _ => return None,
    })
}
