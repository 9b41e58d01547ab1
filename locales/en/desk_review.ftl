# The secretariat's desk: what waits, files in, the review of what was read.

desk_review-title = Waiting for you
desk_review-lead = These are the rounds you are working on, by deadline. Each form that waits has one next step.
desk_review-no-rounds = Nothing waits for you
desk_review-no-rounds-text = All rounds are published, and no new forms have come since.
desk_review-all-rounds = See all rounds
desk_review-count-asked = Asked
desk_review-count-received = Received
desk_review-count-waiting = Waiting for you
desk_review-count-returned = Returned
desk_review-count-accepted = Accepted
desk_review-count-missing = Missing
desk_review-no-deadline = The round has no deadline.
desk_review-days-left =
    The deadline is { $day }. { $days ->
        [0] That is today.
        [one] One day is left.
       *[other] { $days } days are left.
    }
desk_review-days-over =
    The deadline was { $day }. That was { $days ->
        [one] one day ago.
       *[other] { $days } days ago.
    }
desk_review-everyone-accepted = Every municipality has an accepted form. The report can be released.
desk_review-nothing-waits =
    No forms wait for you. { $missing ->
        [one] One municipality has no accepted form yet.
       *[other] { $missing } municipalities have no accepted form yet.
    }
desk_review-forms-waiting = Forms that wait: { $round }
desk_review-municipality = Municipality
desk_review-received = Received
desk_review-state = State
desk_review-open = To look at
desk_review-next = Next step
desk_review-next-review = Review the form of { $municipality }
desk_review-next-submit = Submit the form of { $municipality }
desk_review-next-accept = Accept the form of { $municipality }
desk_review-upload = Add forms
desk_review-all-forms = All forms of the round

desk_review-upload-title = Add forms
desk_review-files = Files
desk_review-files-hint = Word, PDF, Excel, OpenDocument, HTML, CSV or text. At most { $files } files at a time and { $megabytes } MB a file.
desk_review-municipality-hint = Choose one only when you send a single file that does not say which municipality it comes from.
desk_review-municipality-from-file = The file says so
desk_review-pasted = Pasted text
desk_review-pasted-hint = If the answers are in an e-mail or on a web page, paste the text here instead of sending a file.
desk_review-pasted-name = The pasted text
desk_review-send = Read and save
desk_review-send-hint = Each file is read and checked by itself. A form with errors is saved as a draft for you to correct.
desk_review-send-more = Add more
desk_review-result =
    { $stored } of { $sent } { $sent ->
        [one] form
       *[other] forms
    } saved
desk_review-stored-draft =
    { $municipality }: saved as a draft, version { $version }. { $open ->
        [0] Nothing to look at.
        [one] One thing to look at.
       *[other] { $open } things to look at.
    }
desk_review-stored-submitted =
    { $municipality }: saved as submitted, version { $version }. { $open ->
        [0] Nothing to look at.
        [one] One thing to look at.
       *[other] { $open } things to look at.
    }
desk_review-review-form = Review the form of { $municipality }
desk_review-not-stored = Not saved.
desk_review-choose-municipality = Choose the municipality for { $files } below and send it alone.

desk_review-refusal-text-too-long = The text is too long. Send it as a file.
desk_review-refusal-upload-too-large = The files are too large together. Send at most { $files } files at a time, each of at most { $megabytes } MB.
desk_review-refusal-upload-broken = The files did not arrive whole. Try again.
desk_review-refusal-too-many = Send at most { $files } files at a time. None of them is saved.
desk_review-refusal-nothing-sent = Choose at least one file, or paste a text.
desk_review-refusal-one-municipality = You chose a municipality but sent several forms. Send the form alone, or let the files say so themselves. Nothing is saved.
desk_review-refusal-file-too-large = The file is larger than { $megabytes } MB. Save it without pictures and send it again.
desk_review-refusal-status = Choose a status.
desk_review-refusal-choose-recommendation = Choose the recommendation that the row answers.

desk_review-review-title = Review form: { $municipality }
desk_review-nothing-received = We have not received a form from the municipality in this round.
desk_review-newer = You see an older version. Go to version { $number }.
desk_review-version = Version
desk_review-late = The form came after the deadline
desk_review-deadline = Deadline
desk_review-file = File
desk_review-get-file = Download { $file }
desk_review-no-file = The answers were typed, without a file.
desk_review-fingerprint = The file’s fingerprint (SHA-256)
desk_review-steps = Next step
desk_review-left =
    { $count ->
        [0] Everything has been looked at.
        [one] One thing must be looked at before the form can be accepted.
       *[other] { $count } things must be looked at before the form can be accepted.
    }
desk_review-number = Recommendation { $number }.
desk_review-submit = Submit
desk_review-accept = Accept
desk_review-return-open = Send back to the municipality
desk_review-return-reason = What should the municipality change?
desk_review-return = Send back
desk_review-whole-form = About the whole form
desk_review-order-form = Show the answers in the form’s order
desk_review-order-urgency = Show the uncertain ones first
desk_review-all-answers = All { $count } answers in the form’s order
desk_review-to-look-at =
    { $count ->
        [one] One answer to look at
       *[other] { $count } answers to look at
    }
desk_review-certain =
    { $count ->
        [one] One answer without doubt
       *[other] { $count } answers without doubt
    }
desk_review-answer = The answer
desk_review-confirmed = Looked at
desk_review-no-remark = No remark.
desk_review-in-file = Read here
desk_review-place = Place
desk_review-no-place = The recommendation is not in the file.
desk_review-text-in-file = The file’s text
desk_review-status-read = Status read from
desk_review-certainty = Certainty
desk_review-certainty-confirmed = Looked at by { $who } (read with { $share })
desk_review-certainty-low = { $share }: check that the row belongs to the recommendation
desk_review-certainty-high = { $share }
desk_review-before = Last round
desk_review-nothing-before = No answer to the same last time.
desk_review-before-in = { $round }, recommendation { $number }
desk_review-whole-text = The whole recommendation
desk_review-evidence-word = the word “{ $text }”
desk_review-evidence-fill = the cell’s colour
desk_review-evidence-text-color = the text’s colour
desk_review-evidence-symbol = the sign { $text }
desk_review-evidence-marked-column = the mark in the column “{ $text }”
desk_review-evidence-control = the choice “{ $text }”
desk_review-evidence-group = the heading “{ $text }”
desk_review-confirm = Confirm answer { $number }
desk_review-correct = Correct answer { $number }
desk_review-correct-save = Save the correction of answer { $number }
desk_review-status = Status
desk_review-remark = Remark
desk_review-remark-hint = One paragraph a line. **Two stars** around words make them bold, *one star* italic, and “- ” first on a line makes it a list item.
desk_review-reason = Why do you correct it?
desk_review-reason-hint = May be left out. What stood there before is kept.
desk_review-was = Stood as “{ $status }” until { $who } corrected it on { $when }.
desk_review-was-because = Stood as “{ $status }” until { $who } corrected it on { $when }: { $reason }
desk_review-explain = Explain why it is as it should be
desk_review-explanation = Explanation
desk_review-explain-save = Save the explanation
desk_review-explained = Explained by { $who } on { $when }: { $text }
desk_review-rows = The municipality’s own rows
desk_review-rows-text = They answer no recommendation. They stay as proposals unless you move or remove them.
desk_review-row-kept = Kept as a proposal.
desk_review-row-placed = Moved to a recommendation.
desk_review-row-dismissed = Removed.
desk_review-row-question = Does the row answer a recommendation after all?
desk_review-row-choose = Choose a recommendation
desk_review-row-place = Move to the recommendation
desk_review-row-dismiss = Remove the row

desk_review-done-confirm = Answer { $number } is confirmed.
desk_review-done-correct = Answer { $number } is corrected.
desk_review-done-explain = The explanation is saved.
desk_review-done-place = The row is moved to recommendation { $number }.
desk_review-done-dismiss = The row is removed.
desk_review-done-submit = The form is submitted.
desk_review-done-accept = The form is accepted and counts from now on.
desk_review-done-return = The form is sent back to the municipality.
