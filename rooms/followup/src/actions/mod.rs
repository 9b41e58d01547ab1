//! What people do: one file per deed. Each takes an open transaction, asks `access`, lets the
//! rules decide, and enters the journal; whoever calls opens and commits.

mod accept_form;
mod approve_form;
mod ask_for_reopening;
mod attach_file;
mod confirm_entry;
mod confirm_same_answer;
mod correct_entry;
mod create_programme;
mod dismiss_row;
mod drafting;
mod edit_cycle;
mod edit_recommendation;
mod edit_reminder_plan;
mod edit_round;
mod explain_warning;
mod form_step;
mod handing_in;
mod import_form;
mod import_lineage;
mod import_template;
mod note_contact;
mod open_round;
mod place_row;
mod post_letter_again;
mod recheck;
mod register_decision;
mod register_participants;
mod release_round;
mod remind;
mod remind_now;
mod remove_lineage;
mod reopen_form;
mod return_form;
mod revoke_decision;
mod save_answer;
mod send_digest;
mod set_lineage;
mod set_partner_wishes;
mod submit_form;
mod suggest_lineage;
mod take_over_upload;
mod tell;
mod tell_municipality;
mod withdraw_version;
mod write_about_form;

pub use accept_form::accept_form;
pub use approve_form::{approve_form, send_back_form, send_to_approval, switch_four_eyes};
pub use ask_for_reopening::{answer_reopening, ask_for_reopening};
pub use attach_file::{
    ATTACHMENT_SIZE, ATTACHMENTS, NewAttachment, attach_file, remove_attachment,
};
pub use confirm_entry::confirm_entry;
pub use confirm_same_answer::confirm_same_answer;
pub use correct_entry::{EntryCorrection, correct_entry};
pub use create_programme::{NewProgramme, create_programme};
pub use dismiss_row::dismiss_row;
pub use edit_cycle::{add_cycle_event, edit_cycle_event, withdraw_cycle_event};
pub use edit_recommendation::{RecommendationEdit, edit_recommendation};
pub use edit_reminder_plan::edit_reminder_plan;
pub use edit_round::edit_round;
pub use explain_warning::explain_warning;
pub use import_form::{ImportedForm, Purpose, ReceivedFile, ReceivedForm, import_form};
pub use import_lineage::import_lineage;
pub use import_template::{NewSet, import_template};
pub use note_contact::note_contact;
pub use open_round::{Invited, NewRound, open_round};
pub use place_row::place_row;
pub use post_letter_again::post_letter_again;
pub use register_decision::{NewDecision, register_decision};
pub use register_participants::{ParticipantChange, register_participants};
pub use release_round::release_round;
pub use remind::remind;
pub use remind_now::{ReminderByHand, remind_now};
pub use remove_lineage::remove_lineage;
pub use reopen_form::reopen_form;
pub use return_form::return_form;
pub use revoke_decision::revoke_decision;
pub use save_answer::{AnswerConflict, SavedAnswer, StoredAnswer, TypedAnswer, save_answer};
pub use send_digest::send_digest;
pub use set_lineage::{NewLineage, set_lineage};
pub use set_partner_wishes::set_partner_wishes;
pub use submit_form::submit_form;
pub use suggest_lineage::{SuggestedLineage, suggest_lineage};
pub use take_over_upload::{discard_upload, keep_upload, take_over_upload};
pub use tell::EVENTS;
pub use withdraw_version::withdraw_version;

use people::journal::Entry;

/// A journal entry of this room.
fn journal_entry(deed: &'static str, subject: impl Into<String>) -> Entry {
    Entry::new("followup", deed, subject)
}

/// A text that must not be empty, without the blanks around it.
fn required(text: &str, field: &'static str) -> Result<String, kernel::Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(kernel::Refusal::new("followup-refusal-empty").at(field));
    }
    Ok(text.to_owned())
}
