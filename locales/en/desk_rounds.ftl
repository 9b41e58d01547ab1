# The secretariat's desk: rounds, the history of forms, releases, programmes, journal and decisions.

# The forms of a round
desk_rounds-lead = Who has sent what, who is missing, and what comes next.
desk_rounds-counts =
    { $received } of { $asked } municipalities have sent a form. { $accepted ->
        [one] One is accepted
       *[other] { $accepted } are accepted
    }, { $waiting ->
        [0] none wait for you
        [one] one waits for you
       *[other] { $waiting } wait for you
    }, and { $problems ->
        [0] no problems are open.
        [one] one problem is open.
       *[other] { $problems } problems are open.
    }
desk_rounds-forms = Forms
desk_rounds-code = Code
desk_rounds-municipality = Municipality
desk_rounds-state = State
desk_rounds-version = Version
desk_rounds-version-number = Version { $number }
desk_rounds-received = Received
desk_rounds-submitted = Submitted
desk_rounds-late = Late
desk_rounds-late-word = after the due day
desk_rounds-counts-word = counts
desk_rounds-file = File
desk_rounds-open = Open problems
desk_rounds-unconfirmed = Unconfirmed answers
desk_rounds-next = Next
desk_rounds-yes = Yes
desk_rounds-all = All
desk_rounds-missing = No answer yet
desk_rounds-missing-count =
    { $count ->
        [one] One municipality is missing
       *[other] { $count } municipalities are missing
    }
desk_rounds-only-open = Only with something open
desk_rounds-only-late = Only after the due day
desk_rounds-shown = Showing { $shown } of { $all } municipalities.
desk_rounds-none = No forms match
desk_rounds-none-text = No municipality in the round matches what you chose.
desk_rounds-show-all = Show all
desk_rounds-as-file = Download the list as shown:
desk_rounds-deed-receive = Receive forms
desk_rounds-deed-see = See the form
desk_rounds-deed-review = Review
desk_rounds-release = Release the report
desk_rounds-settings = Settings of the round
desk_rounds-said-accept = The form is accepted and counts.
desk_rounds-said-return = The form is sent back.
desk_rounds-said-reopen = The form is open again.
desk_rounds-said-withdraw = The version is withdrawn.
desk_rounds-said-settings = The settings of the round are saved.
desk_rounds-said-opened = The round is open.

# The history of a form
desk_rounds-form-title = { $name }: history of the form
desk_rounds-review-newest = Review the newest version
desk_rounds-nothing-received = The municipality has not sent anything yet.
desk_rounds-versions = Versions
desk_rounds-changed-by = Last changed by
desk_rounds-deeds = What you can do
desk_rounds-compare = Compare two versions
desk_rounds-compare-from = From
desk_rounds-compare-to = To
desk_rounds-compare-deed = Compare
desk_rounds-differences =
    { $count ->
        [0] Versions { $from } and { $to } say the same.
        [one] One answer differs between versions { $from } and { $to }.
       *[other] { $count } answers differ between versions { $from } and { $to }.
    }
desk_rounds-events = What has happened
desk_rounds-when = When
desk_rounds-who = Who
desk_rounds-deed = What
desk_rounds-reason = Why

# A step before it is taken
desk_rounds-standing = This is about version { $number }, which now stands as: { $state }.
desk_rounds-will-accept = The answers count the next time the report is released. You can reopen the form.
desk_rounds-will-return = The municipality must answer again. The version is kept but does not count.
desk_rounds-will-reopen = The form stands as submitted again. It does not count until you accept it.
desk_rounds-will-withdraw = The version is kept but no longer stands. This cannot be undone: the municipality's form must then be sent in again.
desk_rounds-reason-for-them = Tell the municipality what must be changed.
desk_rounds-reason-for-us = The reason is kept in the history of the form.

# Release
desk_rounds-would-say = What the report would say now
desk_rounds-answered = { $answered } of { $asked } municipalities have an accepted answer.
desk_rounds-picture = All answers to all recommendations
desk_rounds-without-answer =
    { $count ->
        [one] One municipality is listed as missing
       *[other] { $count } municipalities are listed as missing
    }
desk_rounds-still-open = Still open
desk_rounds-open-submitted =
    { $count ->
        [one] One submitted form is not accepted.
       *[other] { $count } submitted forms are not accepted.
    }
desk_rounds-open-drafts =
    { $count ->
        [one] One draft is not submitted.
       *[other] { $count } drafts are not submitted.
    }
desk_rounds-open-review =
    { $count ->
        [one] One answer waits to be reviewed.
       *[other] { $count } answers wait to be reviewed.
    }
desk_rounds-open-warnings =
    { $count ->
        [one] One problem is open in a form that counts.
       *[other] { $count } problems are open in forms that count.
    }
desk_rounds-see-open = See the forms with something open
desk_rounds-release-deed = Release edition { $number }
desk_rounds-release-consequence = The report is frozen and everyone can read it. This cannot be taken back; a correction is a new edition that says what it corrects.
desk_rounds-note = What does the edition correct?
desk_rounds-note-hint = Required. The text stands in the report and on the pages.
desk_rounds-note-first = Note on the edition
desk_rounds-note-first-hint = Optional. The text stands in the report and on the pages.
desk_rounds-releases = Editions
desk_rounds-release-number = Edition
desk_rounds-fingerprint = Fingerprint (SHA-256)
desk_rounds-frozen = Frozen data
desk_rounds-frozen-get = Download edition { $number } as JSON
desk_rounds-said-released = Edition { $number } is released
desk_rounds-said-released-text = Fingerprint (SHA-256): { $sha256 }
desk_rounds-public-pages = See the public pages
desk_rounds-public-report = Get the report
desk_rounds-refusal-released-already = An edition was released after you opened the page. See it below before you release a new one.

# Settings of the round
desk_rounds-settings-lead = Released editions do not change.
desk_rounds-save = Save
desk_rounds-group-text = Title and introduction
desk_rounds-group-days = Due days
desk_rounds-group-meanings = What the colours mean in the round
desk_rounds-group-words = Words that the forms use
desk_rounds-group-sections = Sections of the report
desk_rounds-field-title = Title
desk_rounds-field-introduction = Introduction
desk_rounds-field-introduction-hint = Each line becomes a paragraph of the report.
desk_rounds-field-due = Due day
desk_rounds-field-due-hint = The municipalities must have answered by this day.
desk_rounds-field-grace = Grace
desk_rounds-field-grace-hint = Until the end of this day an answer is not called late.
desk_rounds-field-closes = The round closes
desk_rounds-field-closes-hint = After this day no forms are received.
desk_rounds-field-reference = Reference day
desk_rounds-field-reference-hint = The municipalities that are members on this day take part in the round.
desk_rounds-field-words = Words that mean “{ $status }”, one on each line
desk_rounds-section-left-out = Left out
desk_rounds-section-place = Place { $place }
desk_rounds-section-summary = Overview
desk_rounds-section-matrix = All answers in one table
desk_rounds-section-recommendations = Each recommendation
desk_rounds-section-partner-wishes = Wishes for cooperation
desk_rounds-section-decisions = Decisions
desk_rounds-section-proposals = Proposals for new recommendations
desk_rounds-section-missing = Missing municipalities
desk_rounds-section-method = Method and definitions
desk_rounds-refusal-day = Write the day as year-month-day, for example 2018-02-15.

# Programmes
desk_rounds-programme = Programme and recommendations
desk_rounds-rounds = Rounds
desk_rounds-number = Number
desk_rounds-area = Focus area
desk_rounds-obligation = Must or may
desk_rounds-short-title = Short title
desk_rounds-text = Text
desk_rounds-edit-number = Edit recommendation { $number }
desk_rounds-said-edited = The recommendation is saved.
desk_rounds-said-set = The recommendations are added.
desk_rounds-set = Recommendations
desk_rounds-set-period = Recommendations { $from } – { $to }
desk_rounds-set-new = Add recommendations from a blank form
desk_rounds-set-file = Blank form
desk_rounds-set-file-hint = Word, PDF, Excel, OpenDocument or HTML, at most 10 MB. You see what was read before anything is stored.
desk_rounds-set-read = Read the form
desk_rounds-set-preview = What the form says
desk_rounds-set-found = { $recommendations } recommendations in { $areas } focus areas. { $must } of them are must-recommendations.
desk_rounds-set-from = First day of the period
desk_rounds-set-to = Last day of the period
desk_rounds-set-note = Note
desk_rounds-set-store = Store the recommendations
desk_rounds-refusal-no-file = Choose a file.
desk_rounds-refusal-too-large = The file is larger than 10 MB. Save it without pictures and try again.
desk_rounds-round-new = Open a new round
desk_rounds-round-open = Open the round
desk_rounds-round-key = Key
desk_rounds-round-key-hint = A short name that stands in addresses, for example 2018.
desk_rounds-round-participants = Only these municipalities
desk_rounds-round-participants-hint = Name or code of a municipality, one on each line. Leave it empty to ask all members on the reference day.
desk_rounds-refusal-municipality = “{ $line }” is not a municipality. Write the name or the code of four digits.

# From recommendation to recommendation
desk_rounds-lineage = What became of the recommendations
desk_rounds-lineage-see = See what became of the recommendations of the period before
desk_rounds-lineage-said = Decided
desk_rounds-lineage-none = Nobody has said anything yet.
desk_rounds-lineage-suggested = Suggestions
desk_rounds-lineage-suggested-text = The suggestions only go by how alike the texts are. Accept those you agree with.
desk_rounds-lineage-add = Add or edit
desk_rounds-lineage-note = Note
desk_rounds-lineage-note-hint = Say why. If the two are connected already, what stands there is edited.
desk_rounds-lineage-accept = Accept the suggestion
desk_rounds-lineage-remove = Remove
desk_rounds-before = Before
desk_rounds-after = After
desk_rounds-relation = Became
desk_rounds-alike = Alike
desk_rounds-said-lineage = It is saved.
desk_rounds-said-lineage-removed = It is removed.

# Decisions
desk_rounds-decisions = Decisions
desk_rounds-decisions-known = Registered decisions
desk_rounds-decisions-none = No decisions are registered yet.
desk_rounds-decision-new = Register a decision
desk_rounds-decision-register = Register the decision
desk_rounds-decision-numbers = Numbers of the recommendations
desk_rounds-decision-numbers-hint = Separate the numbers by commas, for example 1, 3, 4.
desk_rounds-decision-body = Who decided
desk_rounds-decision-body-hint = For example the municipal council.
desk_rounds-decision-day = Decided on
desk_rounds-decision-text = The decision
desk_rounds-decision-text-hint = Word for word, as the minutes have it.
desk_rounds-decision-revoke = Delete the registration
desk_rounds-decision-revoke-text = The registration disappears from the list and from the next edition of the report. It can still be read in the journal.
desk_rounds-choose = Choose
desk_rounds-refusal-numbers = Write only numbers separated by commas, for example 1, 3, 4.
desk_rounds-said-registered = The decision is registered.
desk_rounds-said-revoked = The registration is deleted.

# The journal
desk_rounds-journal = Journal
desk_rounds-journal-lead = Everything that was done, the newest first. Nothing can be deleted.
desk_rounds-journal-count =
    { $count ->
        [one] One line.
       *[other] { $count } lines.
    }
desk_rounds-subject = About
desk_rounds-did-accept-form = Accepted a form
desk_rounds-did-confirm-entry = Confirmed an answer
desk_rounds-did-correct-entry = Corrected an answer
desk_rounds-did-create-programme = Set up a programme
desk_rounds-did-dismiss-row = Dismissed a row
desk_rounds-did-edit-recommendation = Edited a recommendation
desk_rounds-did-edit-round = Edited the settings of a round
desk_rounds-did-explain-warning = Explained a warning
desk_rounds-did-import-form = Received a form
desk_rounds-did-import-lineage = Read in what became of recommendations
desk_rounds-did-import-template = Added recommendations from a blank form
desk_rounds-did-open-round = Opened a round
desk_rounds-did-place-row = Placed a row
desk_rounds-did-register-decision = Registered a decision
desk_rounds-did-register-participants = Changed who takes part
desk_rounds-did-release-round = Released a report
desk_rounds-did-remove-lineage = Removed a connection between recommendations
desk_rounds-did-reopen-form = Reopened a form
desk_rounds-did-return-form = Sent a form back
desk_rounds-did-revoke-decision = Deleted the registration of a decision
desk_rounds-did-set-lineage = Connected recommendations
desk_rounds-did-set-partner-wishes = Noted wishes for cooperation
desk_rounds-did-submit-form = Submitted a form
desk_rounds-did-withdraw-version = Withdrew a version
