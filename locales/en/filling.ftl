# Filling the form in in the browser.
filling-waiting = Waiting for you
filling-waiting-lead = What you are the next to do something about, by deadline.
filling-nothing-waits = There are no open rounds for your municipality right now.
filling-title = Progress form of { $municipality }
filling-next = Next step
filling-municipality = Municipality

filling-no-deadline = No deadline has been set.
filling-days-left = { $days ->
    [0] The deadline is today, { $day }.
    [one] The deadline is { $day }. There is 1 day left.
   *[other] The deadline is { $day }. There are { $days } days left.
}
filling-days-over = { $days ->
    [one] The deadline was { $day }, 1 day ago.
   *[other] The deadline was { $day }, { $days } days ago.
}
filling-done-of = { $done } of { $of } recommendations are answered

filling-progress-not-begun = Not begun
filling-progress-begun = Begun
filling-progress-answered = Answered
filling-progress-needs-a-look = Something to look at
filling-progress-same = Same as last time, confirmed

filling-next-begin = Begin the form
filling-next-fill-in = Go on writing
filling-next-correct = Correct the form
filling-next-submit = Look through and submit
filling-next-send = Look through and send to approval
filling-next-look = Look through the form
filling-next-approve = Look through and approve
filling-waits-begin = The form has not been begun.
filling-waits-fill-in = The form is being filled in.
filling-waits-approval = The form waits for an approver in the municipality.
filling-waits-secretariat = The form has been submitted. The secretariat is looking at it.
filling-waits-nothing = The secretariat has accepted the form. There is nothing more for you to do.
filling-waits-closed = The round is closed. Contact the secretariat if the form must be changed.
filling-reason = { $who } wrote: { $reason }
filling-also-at-work = { $who } is working on the form too (saved at { $time }).
filling-said-sent = The form has been sent to approval in the municipality.
filling-said-sent-back = The form has been sent back to whoever fills it in.
filling-said-asked = The secretariat has received your request to open the form again.
filling-said-four-eyes-on = From now on an approver must see the form before it is submitted.
filling-said-four-eyes-off = From now on the form is submitted without an approver.
filling-said-taken = The chosen answers of the file have been put in. Look through them and submit the form.
filling-said-discarded = The file has been put away. Nothing was changed.

filling-whole-form = The whole form on one page
filling-whole-form-lead = Everything you write is saved as you go.
filling-offline = Fill in with Word or Excel
filling-history = Versions and changes
filling-receipt = Receipt
filling-reopening = Ask for the form to be opened again
filling-four-eyes = Approval in the municipality
filling-four-eyes-is-on = Somebody else in the municipality must approve the form before it is submitted. Switched on by { $who } { $when }.
filling-four-eyes-is-off = The form is submitted without approval by somebody else in the municipality.
filling-four-eyes-lead = This holds for all of the municipality's forms, in later rounds too. Whoever sends to approval cannot approve.
filling-four-eyes-question = Must somebody else in the municipality approve the form before it is submitted?
filling-four-eyes-on = Yes, an approver must see it first
filling-four-eyes-off = No, whoever fills the form in submits it

filling-position = No. { $number } of { $of }
filling-your-answer = Your answer
filling-status = Status
filling-no-status-yet = No status yet
filling-remark = Remark
filling-remark-hint = Empty lines part paragraphs. Write **bold** for bold, and - first on the line for a list.
filling-partners = Cooperation with other municipalities
filling-seeks = We seek partners for
filling-offers = We offer places or experience
filling-one-a-line = Write one wish on each line.
filling-save = Save
filling-save-next = Save and go to the next
filling-show-preview = Show what it looks like
filling-preview = What the remark looks like
filling-saving = Saving …
filling-away = Not saved yet. We are trying again. What you wrote is kept in this browser.
filling-signed-out = Not saved: you are no longer signed in. Sign in in another window. What you wrote is kept in this browser.
filling-restored = You had written something that was not saved in time. Here it is again.
filling-not-saved-yet = Nothing has been saved yet.
filling-last-saved = Last saved by { $who } { $when }.
filling-saved-at = Saved at { $time }
filling-saved-joined = Saved at { $time } together with what { $who } wrote meanwhile.
filling-said-saved = The answer has been saved.
filling-said-same = The answer is the same as last time, and you have confirmed that it is still true.
filling-said-explained = The explanation has been saved.
filling-said-attached = The file has been attached.
filling-said-removed = The file has been taken away.

filling-conflict = { $who } changed the same { $when }
filling-conflict-short = Not saved: somebody else changed the same. Choose what is to stand.
filling-conflict-what-to-do = Nothing is lost. Choose what is to stand, or write the two together.
filling-theirs = Keep what stands there
filling-mine = Use what I wrote
filling-joined = Use the text below
filling-joined-text = The two texts one after the other, so that you can write them together
filling-choose = Save the choice

filling-before = Last round's answer
filling-before-heading = { $round }, no. { $number }
filling-nothing-before = This recommendation has not been answered before.
filling-beside = Beside it
filling-same = Same as last time, still true
filling-same-hint = Puts last round's status and remark in as your answer now.
filling-is-same = Same as last time. Confirmed by { $who } { $when }.
filling-decision = Your own decision
filling-no-decision = No decision on this recommendation has been registered.

filling-attachment = Attachment
filling-attachments = Attachments
filling-no-attachments = There are no attachments.
filling-attach = Attach a file
filling-attach-deed = Attach
filling-attachment-hint = At most { $most } files for each answer and { $megabytes } MB each. Nothing about individual citizens.
filling-remove = Take { $name } away
filling-kilobytes = { $size } kB
filling-neighbours = Other recommendations
filling-previous = Previous: no. { $number }
filling-following = Next: no. { $number }
filling-to-list = To the list

filling-level-error = Must be corrected
filling-level-warning = Must be explained
filling-level-notice = Note
filling-explain = Why is it right?
filling-explain-save = Save the explanation
filling-explained = Explained by { $who }: { $text }

filling-whole-text = The whole recommendation
filling-to-submission = Look through and submit
filling-submission = Look through the form
filling-submission-text = Once the form is submitted you cannot change it. You get a receipt.
filling-submit-deed = Submit the form
filling-send-deed = Send to approval
filling-sent-by = Sent to approval by { $who } { $when }.
filling-approve-text = When you approve, the form is submitted to the secretariat.
filling-approve-deed = Approve and submit
filling-send-back-reason = What must be corrected?
filling-send-back-deed = Send back
filling-change = Change no. { $number }

filling-receipt-text = The receipt shows what was submitted. The SHA-256 is computed from the answers as they stand in this file:
filling-receipt-file = answers.json
filling-receipt-answers = What was submitted
filling-receipt-of = Receipt for version { $number }
filling-version = Version
filling-version-number = Version { $number }
filling-versions = Versions of the form
filling-state = State
filling-begun = Begun
filling-submitted = Submitted
filling-when = When
filling-who = Who
filling-deed = What
filling-why = Reason
filling-events = What happened
filling-compare = Differences between two versions
filling-compare-deed = Show differences
filling-from = From
filling-to = To
filling-differences = { $count ->
    [0] The two versions have the same answers.
    [one] 1 answer differs.
   *[other] { $count } answers differ.
}

filling-reopening-reason = Why must the form be opened again?
filling-reopening-hint = The secretariat answers. The submitted version stands until a new one is accepted.
filling-reopening-deed = Send the request
filling-asked-before = { $who } asked { $when }: “{ $reason }”.
filling-granted = { $who } opened the form again. { $text }
filling-declined = { $who } declined: “{ $text }”.
filling-requests = Requests to open a form again
filling-request = { $municipality }: { $who } writes “{ $reason }” ({ $when }).
filling-answer = Answer to the municipality
filling-answer-hint = Always give a reason when you decline.
filling-grant = Open the form again
filling-decline = Decline

filling-offline-lead = Fetch the form with your answers, fill it in, and send it here again.
filling-fetch = Fetch the form
filling-fetch-text = The file has the columns of the blank form and the answers you have now. Where there is nothing, it has last round's answers.
filling-fetch-word = Word file
filling-fetch-excel = Excel file
filling-file-lead = Choose a status for each recommendation and write a remark. Send the file in Pejling when you have finished.
filling-column-obligation = Must/may
filling-column-recommendation = Recommendation
filling-column-status = Status
filling-column-remark = Remarks
filling-send-file = Send a filled-in file
filling-file = File
filling-file-hint = Word, Excel, PDF, OpenDocument, HTML, CSV or text. Nothing is changed before you have looked at it.
filling-send-file-deed = Send the file
filling-review = What the file says
filling-file-came = “{ $file }” was sent by { $who } { $when }.
filling-file-of-other = The file says that it is from { $municipality }.
filling-file-differs = { $count ->
    [0] The file says the same as the form here.
    [one] 1 answer in the file is another than the one here. { $same } are the same.
   *[other] { $count } answers in the file are others than those here. { $same } are the same.
}
filling-stands-now = Here now
filling-in-file = In the file
filling-take = Use the file's answer for no. { $number }
filling-take-deed = Put the chosen answers in
filling-discard = Put the file away

filling-refusal-awaits-approval = The form has been sent to approval in the municipality. Ask the approver to send it back if it must be changed.
filling-refusal-handed-in = The form has been submitted. Ask the secretariat to open it again if it must be changed.
filling-refusal-nothing-before = There is no single answer of the last round to use again. Write an answer.
filling-refusal-too-many-attachments = This answer has { $most } attachments already. Take one away before you attach another.
filling-refusal-attached-already = The file has been attached already.
filling-refusal-empty-attachment = The file is empty. Choose another.
filling-refusal-large-attachment = The file is too large. It may have { $megabytes } MB at most.
filling-refusal-no-attachment = Choose a file before you attach it.
filling-refusal-no-file = Choose a file before you send it.
filling-refusal-no-approval = The municipality has not switched approval on. Submit the form instead.
filling-refusal-four-eyes = The municipality has chosen that somebody else approves the form. Send it to approval instead.
filling-refusal-own-approval = You sent the form to approval yourself. Somebody else must approve it.
filling-refusal-nothing-to-approve = The form does not wait for approval. Reload the page.
filling-refusal-not-handed-in = The form has not been submitted. You can write in it.
filling-refusal-asked-already = You have asked for the form to be opened already. Wait for the secretariat's answer.
filling-refusal-answered-already = Somebody else has answered the request already.
filling-refusal-nothing-chosen = Choose at least one answer to put in.
filling-refusal-municipality-works = The municipality is filling the form in. Wait until it is submitted.
filling-said-granted = The form has been opened again for the municipality.
filling-said-declined = The request has been declined, and the municipality can see why.
filling-no-requests = No municipality waits for an answer.
filling-requests-waiting = { $count ->
    [one] 1 municipality asks for its form to be opened again.
   *[other] { $count } municipalities ask for their form to be opened again.
}
filling-did-approve-form = Approved a form in the municipality
filling-did-ask-for-reopening = Asked for a form to be opened again
filling-did-attach-file = Attached a file
filling-did-begin-form = Began a form
filling-did-confirm-same-answer = Confirmed that an answer is the same as last time
filling-did-decline-reopening = Declined to open a form again
filling-did-discard-upload = Put a sent file away
filling-did-grant-reopening = Opened a form again
filling-did-keep-upload = Sent a filled-in file
filling-did-remove-attachment = Took an attachment away
filling-did-save-answer = Saved an answer
filling-did-send-back-form = Sent a form back in the municipality
filling-did-send-to-approval = Sent a form to approval
filling-did-switch-four-eyes = Changed whether somebody else approves
filling-did-take-over-upload = Put answers of a file in
