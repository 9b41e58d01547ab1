# Letters to the municipalities and to the secretariat.
letter-greeting = Dear { $name }
letter-signature =
    Kind regards
    The secretariat of { $recipient }
letter-form-link =
    Here is the form:
    { $link }

letter-reminder-subject = { $municipality }: the progress form is due on { $due }
letter-reminder-subject-late = { $municipality }: the progress form is missing
letter-reminder-before =
    The progress form for "{ $round }" is due on { $due }. There { $days ->
        [one] is 1 day
       *[other] are { $days } days
    } left.
letter-reminder-today = The progress form for "{ $round }" is due today, { $due }.
letter-reminder-late =
    The progress form for "{ $round }" was due on { $due }. That is { $days ->
        [one] 1 day
       *[other] { $days } days
    } ago.
letter-standing-nothing = The form from { $municipality } has not been begun.
letter-standing-begun = The form from { $municipality } has been begun but not submitted.
letter-standing-approval = The form from { $municipality } is filled in and waits for the municipality’s own approval.
letter-standing-returned = The form from { $municipality } was returned to you and has not been submitted again.
letter-reminder-escalated = You get this letter because you approve the form in { $municipality }, and several reminders have not helped.

letter-by-hand-subject = { $municipality }: the progress form for "{ $round }"

letter-returned-subject = { $municipality }: the progress form is returned
letter-returned = We have looked at the progress form for "{ $round }" from { $municipality } and return it. We write:

letter-accepted-subject = { $municipality }: the progress form is accepted
letter-accepted = The progress form for "{ $round }" from { $municipality } is accepted and counts in the report. Thank you. There is nothing more to do.

letter-digest-subject =
    Since last time: { $submitted ->
        [0] no new forms
        [one] 1 new form
       *[other] { $submitted } new forms
    }
letter-digest-submitted = Submitted: { $names }
letter-digest-reminded = Reminded: { $names }
letter-digest-unreached = A letter did not arrive: { $names }
letter-digest-without-contact = No contact known: { $names }
