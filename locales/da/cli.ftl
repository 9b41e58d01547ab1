# Kommandolinjen.
cli = Samler kommunernes fremdriftsskemaer og gør dem til én rapport.
cli-heading-options = Valg
cli-examples =
    Eksempler:
      pejling serve --demo
          Start med en opdigtet region, og se hele kredsløbet i browseren.
      pejling form read --template tomt-skema.docx svar/*.docx
          Se, hvad der står i svarene. Intet gemmes.
      pejling report --template tomt-skema.docx --output rapport.docx svar/*
          Lav den samlede rapport direkte ud af en mappe med svar.
      pejling form import --round 2025 --data /var/lib/pejling svar/*
          Gem svarene i en runde.

    Udgangskoder: 0 udført, 1 der er fejl i skemaerne, 2 forkert brug, 3 kan ikke læse eller skrive.
cli-arg-language = Sproget i beskeder: da eller en
cli-arg-data = Mappen med den indbyggede database
cli-arg-database = Adressen på en database, for eksempel postgres://bruger@vært/navn
cli-arg-json = Skriv ét JSON-objekt pr. linje
cli-arg-words = Et ord, der betyder en status i denne runde, for eksempel "i proces=yellow"
cli-arg-round = Rundens nøgle, for eksempel 2025
cli-arg-template = Det tomme skema (docx, pdf, xlsx, odt, ods, html)
cli-arg-gallery = Vis galleriet over sidernes dele

cli-serve = Start serveren
cli-serve-arg-demo = Indlæs den opdigtede region, hvis databasen er tom
cli-serve-arg-listen = Adresse og port at lytte på
cli-serve-arg-smtp = Mailserveren, der sender breve, for eksempel smtp://bruger@mail.kommune.dk:587
cli-serve-arg-smtp_password_file = Filen med adgangskoden til mailserveren
cli-serve-arg-smtp_ca_file = Certifikater (PEM), når mailserverens er udstedt af kommunen selv
cli-serve-arg-mail_from = Hvem breve er fra, for eksempel "KKR-sekretariatet <sekretariat@kommune.dk>"
cli-mail-is-not-set-up = Breve bliver ikke sendt: der er ikke angivet en mailserver (--smtp).
cli-mail-is-sent = Breve sendes gennem { $server }.

cli-form = Udfyldte fremdriftsskemaer
cli-form-read = Vis, hvad der står i udfyldte skemaer. Intet gemmes
cli-form-read-arg-files = Skemaerne (docx, pdf, xlsx, odt, ods, html, csv, txt)
cli-form-import = Gem udfyldte skemaer i en runde, med de samme kontroller som alle andre veje ind
cli-form-import-arg-files = Skemaerne, eller en rapport i csv eller json, som Pejling selv har skrevet
cli-form-import-arg-municipality = Kommunekoden, når den ikke fremgår af filen, for eksempel 0101
cli-form-import-arg-draft = Gem som kladder, også når der er noget at rette
cli-form-accept = Godkend indsendte skemaer, så de tæller med
cli-form-accept-arg-municipality = Kommunekoden; udelades den, godkendes alle rundens indsendte skemaer

cli-template = Tomme skemaer
cli-template-import = Gør et tomt skema til et sæt anbefalinger
cli-template-import-arg-programme = Samarbejdets nøgle; det oprettes, hvis det ikke findes
cli-template-import-arg-period = Perioden, for eksempel 2016-2017 eller 2016-01-01-2017-12-31
cli-template-import-arg-title = Samarbejdets titel, når det oprettes
cli-template-import-arg-recipient = Det kontaktråd, der får rapporten, når samarbejdet oprettes
cli-template-import-arg-lineage = En fil, der siger, hvad hver anbefaling stammer fra
cli-template-import-arg-file = Det tomme skema

cli-round = Runder
cli-round-open = Åbn en runde
cli-round-open-arg-programme = Samarbejdets nøgle
cli-round-open-arg-title = Rapportens titel
cli-round-open-arg-due = Svarfristen
cli-round-open-arg-period = Hvilken periodes anbefalinger der spørges om; udelades den, den nyeste
cli-round-list = Vis runderne
cli-round-release = Frys og offentliggør rundens rapport
cli-round-release-arg-note = Hvad en rettelse retter

cli-report = Skriv den samlede rapport som docx, pdf, xlsx, html, csv eller json
cli-report-arg-title = Rapportens titel, når den laves ud fra filer
cli-report-arg-output = Filen, der skrives; endelsen afgør formatet
cli-report-arg-files = Skemaerne, når rapporten laves ud fra filer

cli-check = Kontrollér database, logkæde og frosne rapporter
cli-completions = Skriv fuldførelse til en skal
cli-completions-arg-shell = Skallen

cli-level-error = Fejl
cli-level-warning = Advarsel
cli-level-notice = Bemærk
cli-municipality-unknown = kommunen fremgår ikke
cli-unmatched = Egen række: { $text }
cli-summary-forms = { $forms ->
    [one] 1 skema læst
   *[other] { $forms } skemaer læst
 }, { $problems ->
    [0] ingen fejl
    [one] 1 fejl
   *[other] { $problems } fejl
 }.
cli-not-found = Det findes ikke. Se rundernes nøgler med: pejling round list
cli-bad-word = "{ $word }" kan ikke forstås. Skriv for eksempel: --word "i proces=yellow" (green, yellow, red, not_participating).
cli-bad-period = "{ $period }" er ikke en periode. Skriv for eksempel 2016-2017.
cli-bad-municipality = "{ $code }" er ikke en kommunekode. Skriv fire cifre, for eksempel 0101.
cli-bad-ending = "{ $file }" har ikke en endelse, der kan skrives. Brug docx, pdf, xlsx, html, csv eller json.
cli-template-unreadable = Det tomme skema { $file } kan ikke læses. { $reason }
cli-file-unreadable = { $file } kan ikke åbnes: { $reason }
cli-file-unwritable = { $file } kan ikke skrives: { $reason }
cli-no-store = Sig, hvor data er: --data MAPPE eller --database ADRESSE.
cli-store-newer = Data er skrevet af en nyere udgave af Pejling. Start den udgave, eller gendan en sikkerhedskopi, der er ældre. ({ $reason })
cli-store-changed = Data passer ikke til denne udgave af Pejling. Start den udgave, der skrev dem, eller gendan en sikkerhedskopi. ({ $reason })
cli-store-unreachable = Databasen kan ikke åbnes. Kontrollér --data eller --database. ({ $reason })
cli-template-imported = { $count } anbefalinger for { $period } er gemt i { $programme }: { $must } skal og { $may } kan.
cli-round-opened = Runden { $round } er åben. { $participants } kommuner skal svare senest { $due }.
cli-round-released = Runden { $round } er frigivet som nummer { $number }. SHA-256 { $sha256 }
cli-round-line = { $round }: { $title }, { $answered } af { $participants } har svaret, { $state }
cli-round-state-open = åben
cli-round-state-released = frigivet
cli-no-rounds = Der er ingen runder endnu. Åbn en med: pejling round open
cli-form-stored = { $file }: { $municipality } gemt som udgave { $version }, { $state }
cli-form-state-draft = kladde
cli-form-state-submitted = indsendt
cli-form-refused = { $file }: ikke gemt
cli-accepted = { $count ->
    [one] 1 skema er godkendt.
   *[other] { $count } skemaer er godkendt.
 }
cli-report-written = { $file } er skrevet: { $answered } af { $participants } har svaret.
cli-two-forms = { $first } og { $second } er begge fra { $municipality }. Fjern den ene.
cli-municipality-missing = { $file }: det fremgår ikke, hvilken kommune svaret er fra. Giv filen et navn med kommunens kode eller navn, for eksempel 0101-koebenhavn.docx.
cli-check-clean = Alt er i orden: { $checked } led i logkæden og { $releases } frosne rapporter er kontrolleret.
cli-check-broken = { $finding }
cli-serving = Pejling kører på { $address }
cli-serving-first-account = Der er ingen brugere endnu. Lav den første her (linket virker én gang; hold det for dig selv): { $address }
cli-serving-demo = Demonstration: alle svar er opdigtede. Log på som en af de opdigtede personer, uden adgangskode: { $address }
cli-listen-failed = Kan ikke lytte på { $address }: { $reason }. Vælg en anden med --listen, for eksempel --listen 127.0.0.1:8081.
cli-progress-reading = Læser skemaer

cli-account = Brugere
cli-account-invite = Invitér en person, og vis linket
cli-account-invite-arg-name = Navnet
cli-account-invite-arg-mail = Mailadressen
cli-account-invite-arg-role = Rollen og for hvem, for eksempel secretariat@kkr-hovedstaden eller coordinator@0190
cli-account-invite-arg-letters = Sproget i breve til personen
cli-account-list = Vis alle brugere og deres roller
cli-account-disable = Luk en bruger
cli-account-disable-arg-mail = Mailadressen
cli-account-invited = { $mail } er inviteret som { $role }. Linket virker én gang i 14 dage og er kun til den person: { $link }
cli-account-has-role = { $mail } har en bruger i forvejen og er nu også { $role }.
cli-account-line = { $name } <{ $mail }>: { $roles }, { $standing }
cli-account-closed = Brugeren { $mail } er lukket.
cli-no-accounts = Der er ingen brugere endnu. Invitér den første med: pejling account invite
cli-no-such-account = Der er ingen bruger med mailadressen { $mail }. Se dem med: pejling account list
cli-no-such-authority = "{ $authority }" er ikke en myndighed. Skriv for eksempel kkr-hovedstaden eller en kommunekode som 0190.
cli-bad-role = "{ $role }" er ikke en rolle. Skriv for eksempel secretariat@kkr-hovedstaden, coordinator@0190 eller approver@0190.
cli-arg-public_address = Adressen, som folk når serveren på, for eksempel https://pejling.dk
cli-serve-arg-behind_proxy = En proxy står foran serveren og siger, hvem der spørger (X-Forwarded-For, X-Forwarded-Proto)
cli-token = Nøgler til API'et
cli-token-create = Lav en nøgle; den vises kun denne ene gang
cli-token-create-arg-name = Hvad nøglen bruges til
cli-token-create-arg-authority = Myndigheden, som nøglen handler for: 0101, kkr-hovedstaden, eller installation for dem alle
cli-token-create-arg-roles = Rolle hos myndigheden: secretariat, coordinator, approver, clerk, reader, administrator
cli-token-create-arg-scopes = Hvad nøglen må bruges til: read, fill, review, administer
cli-token-create-arg-expires = Sidste dag, den virker; udelades den, om et år
cli-token-list = Vis nøglerne
cli-token-revoke = Træk en nøgle tilbage
cli-token-revoke-arg-token = Nøglens nummer eller dens første tegn
cli-token-revoke-arg-reason = Hvorfor
cli-token-made = Nøglen { $name } virker til og med { $on }. Den vises ikke igen.
cli-token-line = { $number }: { $start }… { $name }, { $authority }, { $scopes }, til { $on }, { $state }
cli-token-state-works = virker
cli-token-state-revoked = trukket tilbage
cli-token-state-ended = udløbet
cli-token-revoked = Nøglen { $name } er trukket tilbage.
cli-bad-token-role = { $word } er ikke en rolle. Se dem med: pejling token create --help
cli-bad-scope = { $word } er ikke noget, en nøgle kan bruges til. Se dem med: pejling token create --help
cli-serve-arg-api_rate = Hvor mange gange i minuttet en adresse uden nøgle må spørge API'et; ellers 60
cli-serve-arg-api_token_rate = Hvor mange gange i minuttet en nøgle må spørge API'et; ellers 600
cli-serve-arg-webhooks = Om andre systemer får besked: off (nej), public (på internettet, https) eller any (også på egne net)
