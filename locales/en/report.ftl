# The aggregate report: Word, PDF, Excel, HTML, CSV and JSON.

report-fictional = Invented answers: this report is a demonstration and says nothing about real municipalities.

report-word-contents = Contents
report-word-page = Page
report-word-of = of
report-word-table = Table
report-word-skip = Skip to the content

report-fact-recipient = To
report-fact-period = Recommendations in force
report-fact-due = Answers due
report-fact-state = Edition
report-fact-edition = No. { $number }, released { $date }
report-fact-draft = Draft, not released
report-fact-note = Corrected since the edition before

report-headline-answered = { $answered } of { $asked } municipalities have answered.
report-headline-green = { $green ->
    [0] None of the { $all } recommendations is green
    [one] 1 of the { $all } recommendations is green
   *[other] { $green } of the { $all } recommendations are green
 } in more than half of those that answered.
report-headline-red-must = { $municipalities ->
    [0] No municipality is red on a binding recommendation.
    [one] 1 municipality is red on a binding recommendation.
   *[other] { $municipalities } municipalities are red on at least one binding recommendation.
 }
report-headline-changes = Since { $since }, { $better } answers have become better and { $worse } worse.

report-recommendation = Recommendation
report-obligation = Must/may
report-municipality = Municipality
report-municipalities = Municipalities
report-number-of = Number
report-status = Status
report-remark = Remark
report-better = Better
report-worse = Worse

report-summary = Summary
report-picture = The picture for each recommendation
report-picture-caption = Municipalities with each status, of { $asked }
report-red-must = Where a binding recommendation is red
report-red-must-none = No municipality reports red on a binding recommendation.
report-red-must-caption = Binding recommendations that are red in at least one municipality
report-changes = Better and worse since { $since }
report-changes-none = No status has become better or worse.
report-changes-caption = Answers that have changed colour since { $since }
report-changes-note = { $comparable } of { $all } recommendations can be compared with the round before. The others are new, merged or split.

report-matrix = Municipalities and recommendations
report-matrix-caption = Status in each municipality ({ $answered } of { $asked } have answered)

report-recommendations = The recommendations
report-bar-alternative = Recommendation { $number }, { $asked } municipalities: { $parts }.
report-since = Since { $since }: { $better } better, { $worse } worse.
report-since-not-comparable = Cannot be compared with { $since }: the recommendation is new, merged or split.
report-remarks-caption = Remarks on recommendation { $number }
report-without-remark = Without a remark:
report-explanation = Explanation:

report-partners = Wishes for cooperation
report-partners-none = No municipality says that it seeks partners or offers places or experience.
report-partners-caption = Who seeks partners, and who offers places or experience
report-wish = Wish
report-seeks = Seeks
report-offers = Offers
report-pairs = Possible pairs
report-pairs-none = Nobody seeks and offers on the same recommendation.
report-pairs-caption = Municipalities that could talk to each other
report-pair-seeks = Seeks a partner
report-pair-other = Could talk to

report-decisions = Decisions so far
report-decisions-count = { $deciding ->
    [0] No decision of the { $asked } municipalities is registered.
    [one] The decision of 1 of { $asked } municipalities is registered.
   *[other] The decisions of { $deciding } of { $asked } municipalities are registered.
 } That a decision is not registered does not mean that none was made.
report-decisions-caption = Registered decisions
report-body = Decided by
report-day = Date
report-decision = Decision
report-decision-covers = { $count ->
    [one] Covers recommendation { $numbers }.
   *[other] Covers recommendations { $numbers }.
 }

report-proposals = Proposals for new recommendations
report-proposals-none = No municipality has proposed a new recommendation.
report-proposals-caption = The municipalities' own proposals
report-proposal = Proposal

report-missing = Missing municipalities
report-missing-none = Every municipality has answered.
report-missing-note = { $missing ->
    [one] 1 municipality has no accepted form. It counts as “not reported”, never as red.
   *[other] { $missing } municipalities have no accepted form. They count as “not reported”, never as red.
 }
report-missing-caption = Municipalities without an accepted form
report-why = Why
report-absence-nothing-received = Nothing was received
report-absence-in-progress = Begun, not submitted
report-absence-awaits-acceptance = Submitted, not yet accepted
report-absence-returned = Returned to the municipality

report-method = Method and definitions
report-method-basis = The report rests on accepted forms from { $answered } of { $asked } municipalities, as of { $date }.
report-rule-counts = The figures are counts. Nothing is averaged: between green and yellow there is no number.
report-rule-accepted = Only forms that the secretariat has accepted count.
report-rule-missing = A municipality that has not answered counts as “not reported” and never as red. “Not participating” is counted by itself.
report-rule-obligation = Whether a recommendation is binding follows from the heading that it stands under.
report-rule-changes = Better and worse are stated only where two rounds ask the same: the same municipality, and a recommendation with exactly one predecessor of which it is the only successor.
report-statuses = What the colours mean
report-meaning-green = started as planned
report-meaning-yellow = in process
report-meaning-red = not yet started
report-meaning-not-participating = the municipality takes no part in the recommendation
report-meaning-not-reported = the municipality has not answered
report-forms = The forms that were counted
report-forms-note = Every answer can be followed back to the form's version and to the file, page and row it was read from. The Excel and CSV editions show the place of each answer.
report-forms-caption = Accepted forms
report-version = Version
report-received = Received
report-late = late
report-file = File
report-typed-in = Filled in online
report-sha = SHA-256 (first 16 characters)

report-sheet-overview = Overview
report-sheet-matrix = Matrix
report-sheet-entries = Answers
report-sheet-distribution = Distribution
report-sheet-changes = Changes
report-sheet-partners = Cooperation
report-sheet-proposals = Proposals
report-sheet-missing = Missing
report-sheet-method = Method
report-sheet-entries-title = All answers, one on each line
report-sheet-distribution-title = Municipalities with each status
report-sheet-changes-title = Answers that have changed since { $since }
report-sheet-changes-none = There is no round before to compare with.
report-column-code = Code
report-column-number = No.
report-column-area = Focus area
report-column-text = Text
report-column-explanation = Explanation
report-column-page = Page
report-column-sheet = Sheet
report-column-table = Table
report-column-row = Row
report-column-column = Column
report-column-sha = SHA-256
report-column-from = Before
report-column-to = Now
report-column-direction = Direction
report-column-fact = Fact
report-column-value = Value
report-direction-other = Other change
report-fact-answered = Answers
report-answered-of = { $answered } of { $asked }
report-column-answered = Answered in all
report-column-kind = What
report-column-other = Other municipality

report-json-unreadable = The file is not a report in JSON: line { $line }, { $what }. Use the file as Pejling wrote it.
report-json-newer = The report was written by a newer edition of Pejling (shape { $version }). Update the program and try again.
report-csv-not-utf8 = The file is not saved as UTF-8. Save it as “CSV UTF-8” in the spreadsheet and try again.
report-csv-column-missing = The column “{ $column }” is missing. Keep the headings as Pejling wrote them.
report-csv-line-broken = Line { $line } cannot be read: it does not have as many fields as the headings.
report-csv-value-wrong = Line { $line }: “{ $value }” cannot stand in the column “{ $column }”. Correct the value, or fetch the file again.
