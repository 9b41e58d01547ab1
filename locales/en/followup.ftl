# Follow-up: rounds, progress forms, recommendations and reports.

# Where a form stands
followup-state-not-started = Not started
followup-state-in-progress = Draft
followup-state-awaiting-approval = With the municipality's approver
followup-state-submitted = Submitted
followup-state-accepted = Accepted
followup-state-returned = Returned
followup-state-withdrawn = Withdrawn

# What can be done with a form
followup-deed-begin = Begin
followup-deed-submit = Submit
followup-deed-send-to-approval = Send to approval in the municipality
followup-deed-approve = Approve in the municipality
followup-deed-send-back = Send back in the municipality
followup-deed-accept = Accept
followup-deed-return = Return
followup-deed-reopen = Reopen
followup-deed-withdraw = Withdraw

# What became of a recommendation
followup-relation-same = Unchanged
followup-relation-adjusted = Adjusted
followup-relation-merged = Merged
followup-relation-split = Split
followup-relation-new = New
followup-relation-retired = Retired

# Refusals: what happened, why, and what to do
followup-refusal-not-allowed = Your access does not cover this. Ask the secretariat.
followup-refusal-empty = Fill in this field.
followup-refusal-key-taken = The key { $key } is in use. Choose another one.
followup-refusal-unknown-recipient = The recipient is not in the register. Choose a KKR or a region.
followup-refusal-days-out-of-order = The days are in the wrong order. The due day comes first, then the grace, and last the day on which the round closes.
followup-refusal-template-empty = The blank form holds no recommendations. Is it the right file?
followup-refusal-template-area = Recommendation { $number } of the blank form stands under no focus area.
followup-refusal-set-exists = There are recommendations for the period from { $from } already, and they differ from these. Edit them there, or choose another period.
followup-refusal-not-a-municipality = { $code } is not the code of a municipality. Christiansø (0411) is not a municipality.
followup-refusal-participant-stays = Municipality { $code } is not in the round, or has sent a form already. It cannot be taken out.
followup-refusal-round-closed = The round closed on { $closed_on }. Ask the secretariat to move the closing day.
followup-refusal-municipality-unknown = The file does not tell which municipality the form is from. Choose the municipality.
followup-refusal-not-asked = { $municipality } is not in the round { $round }. Choose another municipality, or add it to the round.
followup-refusal-same-file = The file has been received from { $municipality } already, as version { $number }.
followup-refusal-wrong-state = The form is { $state ->
        [not_started] not started
        [in_progress] a draft
        [submitted] submitted
        [accepted] accepted
        [returned] returned
       *[withdrawn] withdrawn
    } and cannot be { $deed ->
        [begin] begun
        [submit] submitted
        [accept] accepted
        [return] returned
        [reopen] reopened
       *[withdraw] withdrawn
    }. Reload the page to see where it stands.
followup-refusal-newer-version = Version { $number } has come since. Look at that one instead.
followup-refusal-form-settled = The form is { $state ->
        [accepted] accepted
        [returned] returned
       *[withdrawn] withdrawn
    }. Reopen it before you edit.
followup-refusal-reason-missing = Write why, so that the municipality knows what to change.
followup-refusal-not-a-warning = Only a warning can be explained. An error must be corrected.
followup-refusal-row-settled = The row has been dealt with already. Reload the page.
followup-refusal-stale = { $who } changed it on { $on }, after you opened the page. It now says: { $now ->
        [green] Green
        [yellow] Yellow
        [red] Red
        [not_participating] Not participating
        [not_reported] Not reported
        [in_progress] Draft
        [submitted] Submitted
        [accepted] Accepted
        [returned] Returned
        [withdrawn] Withdrawn
        [same] Unchanged
        [adjusted] Adjusted
        [merged] Merged
        [split] Split
        [new] New
        [retired] Retired
       *[other] { $now }
    }. Look at the change and try again.
followup-refusal-lineage-sides = { $relation ->
        [new] A new recommendation has no predecessor.
        [retired] A retired recommendation has no successor.
       *[other] Choose both a predecessor and a successor.
    }
followup-refusal-lineage-order = The predecessor must come from an earlier period than the successor.
followup-refusal-lineage-line = Line { $line } cannot be read: “{ $text }”. Write predecessor;successor;relation;note, for example 2015/1;2016/1;merged;why.
followup-refusal-lineage-unknown = Line { $line } names a recommendation that the programme does not have.
followup-refusal-number-unknown = The period has no recommendation number { $number }.
followup-refusal-decision-in-future = The day of the decision lies in the future. Correct the day.
followup-refusal-nothing-accepted = No form has been accepted. Accept at least one before the report is released.

# Problems that the intake itself finds
followup-problem-other-municipality = The file looks like a form from { $read }, but was sent in for { $chosen }. Explain why, or withdraw the form.

# The check of what is stored
followup-release-changed = Release { $number } of the round { $round } is no longer as it was released. Restore a backup.
followup-file-changed = A received file (SHA-256 { $sha256 }) is no longer as it was received. Restore a backup.
followup-receipt-changed = The receipt of { $municipality }, version { $number }, was changed: the text does not fit its SHA-256. Restore from a backup.
followup-receipt-differs = The answers of { $municipality }, version { $number }, are others than those that were submitted, and nobody corrected them here. Restore from a backup.
