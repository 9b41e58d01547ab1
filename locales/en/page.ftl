# The pages of the follow-up: rounds, recommendations, municipalities, answers.

page-menu-front = How it stands
page-menu-rounds = Rounds
page-menu-search = Search remarks

page-front-title = The municipalities’ status
page-nothing-released = No round has been published yet
page-nothing-released-text = When the secretariat has gathered and published the municipalities’ answers, you can see them here.
page-sentence =
    { $answered } of { $asked } municipalities have answered. { $green ->
        [one] One answer is green
       *[other] { $green } answers are green
    }, { $yellow ->
        [one] one is yellow
       *[other] { $yellow } are yellow
    } and { $red ->
        [0] none are red
        [one] one is red
       *[other] { $red } are red
    }. { $mostly ->
        [0] On none of the { $recommendations } recommendations are most answers green
       *[other] On { $mostly } of the { $recommendations } recommendations most answers are green
    }; { $redmusts ->
        [0] no must recommendation is red anywhere.
        [one] one must recommendation is red in at least one place.
       *[other] { $redmusts } must recommendations are red in at least one place.
    }
page-news =
    Since “{ $round }”, { $better ->
        [0] no answers have
        [one] one answer has
       *[other] { $better } answers have
    } improved and { $worse ->
        [0] none have
        [one] one has
       *[other] { $worse } have
    } become worse.
page-red-musts = Must recommendations that are red
page-no-red-musts = No must recommendation is red anywhere.
page-get-report = Get the report
page-open-round = See the whole round
page-matrix = All answers
page-matrix-caption = { $round }: the municipalities’ status on each recommendation
page-map = Map
page-map-choose = Choose another recommendation
page-map-explained = The map shows one recommendation at a time. Each municipality is a tile of the same size; tiles without a mark are municipalities outside the round.

page-standing = What the figures rest on
page-standing-released = Release { $number }, published { $day }.
page-standing-unreleased = Not published: the figures may still change.
page-standing-answered = { $answered } of { $asked } municipalities have an accepted answer.

page-rounds = Rounds
page-rounds-lead = Each round gathers the municipalities’ answers to the recommendations of a period.
page-round = Round
page-programme = Cooperation
page-due = Due
page-answered = Answers
page-of = { $part } of { $whole }
page-released-at = Published
page-not-released = Not published
page-release = Release
page-release-note = What the release corrects

page-link-matrix = All answers of the round
page-link-map = Map
page-link-comparison = Compare with the round before
page-link-search = Search the round’s remarks
page-link-report = Get the report

page-all = All
page-area = Focus area
page-obligation = Must or may
page-overview-changed = Only what has changed since last time
page-overview-shown = Showing { $rows } of { $allrows } municipalities and { $columns } of { $allcolumns } recommendations.
page-overview-nothing = No answers fit what you chose. Choose fewer things, or show all.

page-recommendation = Recommendation
page-recommendations = The recommendations
page-recommendation-number = Recommendation { $number }
page-beside-recommendations = The recommendation before and after
page-lineage = Continues
page-lineage-new = New in this round
page-lineage-unknown = First round
page-distribution-before = The distribution in the round before
page-no-predecessor = Did not exist
page-wishes = Seek or offer cooperation
page-wish-seeks = seeks partners
page-wish-offers = offers places or experience
page-decisions = Decisions so far
page-proposals = The municipality’s proposals for new recommendations

page-municipality-title = { $name } Municipality
page-municipality-lead = The municipality’s answers in all rounds.
page-municipality-table = This year’s recommendations and the answers before
page-all-rounds-of-municipality = See the municipality’s answers in all rounds
page-absence-nothing = Nothing received
page-absence-in-progress = Being filled in
page-absence-awaits = Received, not accepted yet
page-absence-returned = Returned to the municipality
page-absence-explained = Only accepted answers count. A missing answer counts neither as red nor as “not participating”.
page-version = Version of the answer
page-version-of = The municipality’s answer, version { $number }
page-submitted = Submitted
page-late = after the due date
page-file = File
page-no-file = Filled in without a file
page-fingerprint = The file’s fingerprint (SHA-256)
page-before = Before: { $status }
page-before-in = { $round }: { $status }
page-read-at = Read at { $place }

page-entry-title = { $name }: answer to recommendation { $number }
page-remark = Remark
page-no-remark = No remark
page-source = Where the answer comes from
page-form = Form
page-place = Place in the file
page-place-page = page { $number }
page-place-sheet = sheet “{ $sheet }”
page-place-table = table { $number }
page-place-row = row { $number }
page-place-column = column { $number }
page-explanation = The municipality’s explanation

page-comparison-title = Changes since { $round }
page-comparison-explained = An answer can be compared only where the recommendation continues exactly one of the round before.
page-worse = Become worse
page-better = Improved
page-otherwise = Changed in another way
page-distributions = The distribution now and before

page-search-title = Search remarks
page-search-lead = The search also finds inflected words and words inside Danish compounds.
page-search-words = Words
page-search-found =
    { $count ->
        [0] No remarks contain “{ $words }”. Try a shorter or another word.
        [one] One remark contains “{ $words }”.
       *[other] { $count } remarks contain “{ $words }”.
    }

page-report-title = The report
page-data-fingerprint = The data’s fingerprint (SHA-256)
page-report-frozen = A published report does not change. If something is corrected, a new release says what was corrected.
page-file-docx = to go on writing in
page-file-pdf = to send and print; readable by screen readers
page-file-xlsx = a sheet for each view, with filters
page-file-html = one page that can be saved and opened offline
page-file-csv = a line for each answer
page-file-json = all data, for other systems

page-about-what = The municipalities of a region agree on a number of recommendations about employment. Every year each municipality writes how it is going. Pejling gathers the answers, so that everybody can see how things stand and follow each figure back to what the municipality wrote.
page-about-who = The municipalities’ contact council adopts the recommendations, the municipalities answer, and the secretariat accepts and publishes the answers.
page-about-marks = How to read the marks
page-about-obligation = A must recommendation binds the municipalities that have joined. A may recommendation is voluntary. The heading that the recommendation stands under decides which it is.
page-about-method = How it is counted
page-about-counting = Answers are counted. No averages are made.
page-about-missing = A missing answer does not count as red. Only answers that the secretariat has accepted are included.
page-about-changes = Better means from red towards yellow or green; worse means the other way. To begin or cease to take part is neither.
page-about-frozen = A published release does not change. A correction is a new release.
page-about-source = Each answer says in which file, page, table and row it was read.
page-about-data = Use of the data
page-about-data-text = All figures and remarks can be fetched as a workbook and as data on the round’s report page and used freely, when the source and the release are named.
page-define-green = The municipality reported green. What the colour means in a round is said in the round’s report.
page-define-yellow = The municipality reported yellow.
page-define-red = The municipality reported red.
page-define-not-participating = The municipality answered that it takes no part, often written “-” on the form.
page-define-not-reported = The municipality has not answered, or the answer has not been accepted yet.

page-was-title = Accessibility
page-was-aim = Everybody must be able to use Pejling. The pages follow WCAG 2.1 at level AA, as Danish law requires of public authorities.
page-was-done = What we have done
page-was-done-text = A status is always shown by word and shape, never by colour alone. Everything works by keyboard and without JavaScript. Each chart and map has a table behind it. The pages are checked automatically at several screen widths.
page-was-known = What we know is missing
page-was-known-matrix = The large table of all answers must be scrolled sideways on small screens. The same answers stand on the pages of each recommendation and each municipality.
page-was-known-files = Remarks are shown as the municipalities wrote them, and may hold abbreviations without explanation.
page-was-tell = Tell us
page-was-tell-text = Write to the secretariat if something does not work for you. If you get no answer, you can complain to the Danish Agency for Digital Government.
