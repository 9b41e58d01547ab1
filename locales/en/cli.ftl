# The command line.
cli = Gathers the municipalities' progress forms and makes them one report.
cli-heading-options = Options
cli-examples =
    Examples:
      pejling serve --demo
          Start with a made-up region and see the whole circle in the browser.
      pejling form read --template blank-form.docx answers/*.docx
          See what the answers say. Nothing is stored.
      pejling report --template blank-form.docx --output report.docx answers/*
          Make the aggregate report straight from a folder of answers.
      pejling form import --round 2025 --data /var/lib/pejling answers/*
          Store the answers in a round.

    Exit codes: 0 done, 1 there are errors in the forms, 2 wrong usage, 3 cannot read or write.
cli-arg-language = The language of messages: da or en
cli-arg-data = The folder of the embedded database
cli-arg-database = The address of a database, for example postgres://user@host/name
cli-arg-json = Write one JSON object a line
cli-arg-words = A word that means a status in this round, for example "i proces=yellow"
cli-arg-round = The round's key, for example 2025
cli-arg-template = The blank form (docx, pdf, xlsx, odt, ods, html)
cli-arg-gallery = Show the gallery of page components

cli-serve = Start the server
cli-serve-arg-demo = Load the made-up region if the database is empty
cli-serve-arg-listen = Address and port to listen on
cli-serve-arg-smtp = The mail server that sends letters, for example smtp://user@mail.municipality.dk:587
cli-serve-arg-smtp_password_file = The file that holds the password for the mail server
cli-serve-arg-smtp_ca_file = Certificates (PEM), where the mail server’s was issued by the municipality itself
cli-serve-arg-mail_from = Who letters are from, for example "KKR secretariat <secretariat@municipality.dk>"
cli-mail-is-not-set-up = Letters are not sent: no mail server was given (--smtp).
cli-mail-is-sent = Letters are sent through { $server }.

cli-form = Filled-in progress forms
cli-form-read = Show what filled-in forms say. Nothing is stored
cli-form-read-arg-files = The forms (docx, pdf, xlsx, odt, ods, html, csv, txt)
cli-form-import = Store filled-in forms in a round, with the same checks as every other way in
cli-form-import-arg-files = The forms, or a report in csv or json that Pejling itself wrote
cli-form-import-arg-municipality = The municipality code where the file does not tell, for example 0101
cli-form-import-arg-draft = Store as drafts, also where something must be corrected
cli-form-accept = Accept submitted forms, so that they count
cli-form-accept-arg-municipality = The municipality code; without it every submitted form of the round

cli-template = Blank forms
cli-template-import = Make a blank form a recommendation set
cli-template-import-arg-programme = The programme's key; it is made if it does not exist
cli-template-import-arg-period = The period, for example 2016-2017 or 2016-01-01-2017-12-31
cli-template-import-arg-title = The programme's title, when it is made
cli-template-import-arg-recipient = The contact council that receives the report, when the programme is made
cli-template-import-arg-lineage = A file that says what each recommendation descends from
cli-template-import-arg-file = The blank form

cli-round = Rounds
cli-round-open = Open a round
cli-round-open-arg-programme = The programme's key
cli-round-open-arg-title = The report's title
cli-round-open-arg-due = The last day for answers
cli-round-open-arg-period = Which period's recommendations are asked about; the newest if left out
cli-round-list = Show the rounds
cli-round-release = Freeze and publish the round's report
cli-round-release-arg-note = What a correction corrects

cli-report = Write the aggregate report as docx, pdf, xlsx, html, csv or json
cli-report-arg-title = The report's title, when it is made from files
cli-report-arg-output = The file to write; its ending says which format
cli-report-arg-files = The forms, when the report is made from files

cli-check = Check the database, the chain of the journal and the frozen reports
cli-completions = Write completion for a shell
cli-completions-arg-shell = The shell

cli-level-error = Error
cli-level-warning = Warning
cli-level-notice = Notice
cli-municipality-unknown = the file does not tell the municipality
cli-unmatched = A row of its own: { $text }
cli-summary-forms = { $forms ->
    [one] 1 form read
   *[other] { $forms } forms read
 }, { $problems ->
    [0] no errors
    [one] 1 error
   *[other] { $problems } errors
 }.
cli-not-found = There is no such thing. See the rounds' keys with: pejling round list
cli-bad-word = "{ $word }" cannot be understood. Write for example: --word "i proces=yellow" (green, yellow, red, not_participating).
cli-bad-period = "{ $period }" is not a period. Write for example 2016-2017.
cli-bad-municipality = "{ $code }" is not a municipality code. Write four digits, for example 0101.
cli-bad-ending = "{ $file }" does not end in something that can be written. Use docx, pdf, xlsx, html, csv or json.
cli-template-unreadable = The blank form { $file } cannot be read. { $reason }
cli-file-unreadable = { $file } cannot be opened: { $reason }
cli-file-unwritable = { $file } cannot be written: { $reason }
cli-no-store = Say where the data are: --data DIR or --database URL.
cli-store-newer = The data were written by a newer version of Pejling. Start that version, or restore a backup that is older. ({ $reason })
cli-store-changed = The data do not fit this version of Pejling. Start the version that wrote them, or restore a backup. ({ $reason })
cli-store-unreachable = The database cannot be opened. Check --data or --database. ({ $reason })
cli-template-imported = { $count } recommendations for { $period } are stored in { $programme }: { $must } must and { $may } may.
cli-round-opened = The round { $round } is open. { $participants } municipalities are to answer by { $due }.
cli-round-released = The round { $round } is released as number { $number }. SHA-256 { $sha256 }
cli-round-line = { $round }: { $title }, { $answered } of { $participants } have answered, { $state }
cli-round-state-open = open
cli-round-state-released = released
cli-no-rounds = There are no rounds yet. Open one with: pejling round open
cli-form-stored = { $file }: { $municipality } stored as version { $version }, { $state }
cli-form-state-draft = draft
cli-form-state-submitted = submitted
cli-form-refused = { $file }: not stored
cli-accepted = { $count ->
    [one] 1 form is accepted.
   *[other] { $count } forms are accepted.
 }
cli-report-written = { $file } is written: { $answered } of { $participants } have answered.
cli-two-forms = { $first } and { $second } are both from { $municipality }. Take one of them away.
cli-municipality-missing = { $file }: it does not say which municipality the answer is from. Give the file a name with the municipality's code or name, for example 0101-koebenhavn.docx.
cli-check-clean = All is in order: { $checked } links of the journal and { $releases } frozen reports were checked.
cli-check-broken = { $finding }
cli-serving = Pejling is running at { $address }
cli-serving-first-account = There are no accounts yet. Make the first one here (the link works once; keep it to yourself): { $address }
cli-serving-demo = Demonstration: all answers are invented. Sign in as one of the invented people, without a password: { $address }
cli-listen-failed = Cannot listen on { $address }: { $reason }. Choose another with --listen, for example --listen 127.0.0.1:8081.
cli-progress-reading = Reading forms

cli-account = Accounts
cli-account-invite = Invite somebody and print the link
cli-account-invite-arg-name = The name
cli-account-invite-arg-mail = The mail address
cli-account-invite-arg-role = The role and for whom, for example secretariat@kkr-hovedstaden or coordinator@0190
cli-account-invite-arg-letters = The language of letters to this person
cli-account-list = List all accounts and their roles
cli-account-disable = Close an account
cli-account-disable-arg-mail = The mail address
cli-account-invited = { $mail } is invited as { $role }. The link works once, for 14 days, and is for this person alone: { $link }
cli-account-has-role = { $mail } has an account already and is now also { $role }.
cli-account-line = { $name } <{ $mail }>: { $roles }, { $standing }
cli-account-closed = The account { $mail } is closed.
cli-no-accounts = There are no accounts yet. Invite the first person with: pejling account invite
cli-no-such-account = No account has the mail address { $mail }. See them with: pejling account list
cli-no-such-authority = "{ $authority }" is not an authority. Write for example kkr-hovedstaden, or a municipality code such as 0190.
cli-bad-role = "{ $role }" is not a role. Write for example secretariat@kkr-hovedstaden, coordinator@0190 or approver@0190.
cli-arg-public_address = The address that people reach the server by, for example https://pejling.dk
cli-serve-arg-behind_proxy = A proxy stands before the server and says who asks (X-Forwarded-For, X-Forwarded-Proto)
cli-token = Tokens of the API
cli-token-create = Make a token; it is shown this once only
cli-token-create-arg-name = What the token is for
cli-token-create-arg-authority = The authority that the token acts for: 0101, kkr-hovedstaden, or installation for all of them
cli-token-create-arg-roles = Role at the authority: secretariat, coordinator, approver, clerk, reader, administrator
cli-token-create-arg-scopes = What the token may be used for: read, fill, review, administer
cli-token-create-arg-expires = The last day on which it works; a year from now if left out
cli-token-list = List the tokens
cli-token-revoke = Take a token back
cli-token-revoke-arg-token = The token's number or its first letters
cli-token-revoke-arg-reason = Why
cli-token-made = The token { $name } works until { $on }. It is not shown again.
cli-token-line = { $number }: { $start }… { $name }, { $authority }, { $scopes }, until { $on }, { $state }
cli-token-state-works = works
cli-token-state-revoked = taken back
cli-token-state-ended = ended
cli-token-revoked = The token { $name } has been taken back.
cli-bad-token-role = { $word } is not a role. See them with: pejling token create --help
cli-bad-scope = { $word } is nothing that a token can be used for. See them with: pejling token create --help
cli-serve-arg-api_rate = How often a minute an address without a token may ask the API; else 60
cli-serve-arg-api_token_rate = How often a minute a token may ask the API; else 600
cli-serve-arg-webhooks = Whether other systems are told: off, public (on the internet, https) or any (in own networks too)
