# Den samlede rapport: Word, PDF, Excel, HTML, CSV og JSON.

report-fictional = Opdigtede svar: rapporten er en demonstration og siger intet om virkelige kommuner.

report-word-contents = Indhold
report-word-page = Side
report-word-of = af
report-word-table = Tabel
report-word-skip = Gå til indholdet

report-fact-recipient = Til
report-fact-period = Anbefalingerne gælder
report-fact-due = Svar senest
report-fact-state = Udgave
report-fact-edition = Nr. { $number }, frigivet { $date }
report-fact-draft = Udkast, ikke frigivet
report-fact-note = Rettet siden forrige udgave

report-headline-answered = { $answered } af { $asked } kommuner har svaret.
report-headline-green = { $green ->
    [0] Ingen af de { $all } anbefalinger er grøn
    [one] 1 af de { $all } anbefalinger er grøn
   *[other] { $green } af de { $all } anbefalinger er grønne
 } hos mere end halvdelen af dem, der har svaret.
report-headline-red-must = { $municipalities ->
    [0] Ingen kommune er rød på en skal-anbefaling.
    [one] 1 kommune er rød på en skal-anbefaling.
   *[other] { $municipalities } kommuner er røde på mindst én skal-anbefaling.
 }
report-headline-changes = Siden { $since } er { $better } svar blevet bedre og { $worse } dårligere.

report-recommendation = Anbefaling
report-obligation = Skal/kan
report-municipality = Kommune
report-municipalities = Kommuner
report-number-of = Antal
report-status = Status
report-remark = Bemærkning
report-better = Bedre
report-worse = Dårligere

report-summary = Resumé
report-picture = Billedet for hver anbefaling
report-picture-caption = Antal kommuner med hver status, ud af { $asked }
report-red-must = Hvor en skal-anbefaling er rød
report-red-must-none = Ingen kommune har meldt rødt på en skal-anbefaling.
report-red-must-caption = Skal-anbefalinger, der er røde i mindst én kommune
report-changes = Bedre og dårligere siden { $since }
report-changes-none = Ingen status er blevet bedre eller dårligere.
report-changes-caption = Svar, der har skiftet farve siden { $since }
report-changes-note = { $comparable } af { $all } anbefalinger kan sammenlignes med forrige runde. De øvrige er nye, slået sammen eller delt.

report-matrix = Kommuner og anbefalinger
report-matrix-caption = Status i hver kommune ({ $answered } af { $asked } har svaret)

report-recommendations = Anbefalingerne
report-bar-alternative = Anbefaling { $number }, { $asked } kommuner: { $parts }.
report-since = Siden { $since }: { $better } bedre, { $worse } dårligere.
report-since-not-comparable = Kan ikke sammenlignes med { $since }: anbefalingen er ny, slået sammen eller delt.
report-remarks-caption = Bemærkninger til anbefaling { $number }
report-without-remark = Uden bemærkning:
report-explanation = Forklaring:

report-partners = Ønsker om samarbejde
report-partners-none = Ingen kommune har meldt, at den søger partnere eller tilbyder pladser eller erfaring.
report-partners-caption = Hvem søger partnere, og hvem tilbyder pladser eller erfaring
report-wish = Ønske
report-seeks = Søger
report-offers = Tilbyder
report-pairs = Mulige par
report-pairs-none = Ingen søger og tilbyder på samme anbefaling.
report-pairs-caption = Kommuner, der kunne tale sammen
report-pair-seeks = Søger partner
report-pair-other = Kunne tale med

report-decisions = Beslutninger indtil nu
report-decisions-count = { $deciding ->
    [0] Ingen af de { $asked } kommuners beslutninger er registreret.
    [one] 1 af { $asked } kommuners beslutning er registreret.
   *[other] { $deciding } af { $asked } kommuners beslutninger er registreret.
 } At en beslutning ikke er registreret, betyder ikke, at der ikke er truffet en.
report-decisions-caption = Registrerede beslutninger
report-body = Besluttet af
report-day = Dato
report-decision = Beslutning
report-decision-covers = { $count ->
    [one] Gælder anbefaling { $numbers }.
   *[other] Gælder anbefalingerne { $numbers }.
 }

report-proposals = Forslag til nye anbefalinger
report-proposals-none = Ingen kommune har foreslået nye anbefalinger.
report-proposals-caption = Kommunernes egne forslag
report-proposal = Forslag

report-missing = Kommuner, der mangler
report-missing-none = Alle kommuner har svaret.
report-missing-note = { $missing ->
    [one] 1 kommune har ikke et godkendt skema. Den tæller som »ikke indberettet«, aldrig som rød.
   *[other] { $missing } kommuner har ikke et godkendt skema. De tæller som »ikke indberettet«, aldrig som røde.
 }
report-missing-caption = Kommuner uden godkendt skema
report-why = Hvorfor
report-absence-nothing-received = Intet er modtaget
report-absence-in-progress = Påbegyndt, ikke indsendt
report-absence-awaits-acceptance = Indsendt, endnu ikke godkendt
report-absence-returned = Sendt tilbage til kommunen

report-method = Metode og definitioner
report-method-basis = Rapporten bygger på godkendte skemaer fra { $answered } af { $asked } kommuner, opgjort { $date }.
report-rule-counts = Tallene er optællinger. Der regnes aldrig gennemsnit: mellem grøn og gul findes intet tal.
report-rule-accepted = Kun skemaer, som sekretariatet har godkendt, tæller med.
report-rule-missing = En kommune, der ikke har svaret, tæller som »ikke indberettet« og aldrig som rød. »Deltager ikke« tæller for sig.
report-rule-obligation = Om en anbefaling er skal eller kan, følger af den overskrift, den står under.
report-rule-changes = Bedre og dårligere opgøres kun, hvor to runder spørger om det samme: samme kommune og en anbefaling med præcis én forgænger, som den er eneste efterfølger til.
report-statuses = Hvad farverne betyder
report-meaning-green = igangsat efter planen
report-meaning-yellow = i proces
report-meaning-red = endnu ikke igangsat
report-meaning-not-participating = kommunen deltager ikke i anbefalingen
report-meaning-not-reported = kommunen har ikke svaret
report-forms = De optalte skemaer
report-forms-note = Hvert svar kan følges tilbage til skemaets version og til den fil, side og række, det er læst i. Excel- og CSV-udgaven viser stedet for hvert svar.
report-forms-caption = Godkendte skemaer
report-version = Version
report-received = Modtaget
report-late = for sent
report-file = Fil
report-typed-in = Udfyldt på siden
report-sha = SHA-256 (første 16 tegn)

report-sheet-overview = Overblik
report-sheet-matrix = Matrix
report-sheet-entries = Svar
report-sheet-distribution = Fordeling
report-sheet-changes = Ændringer
report-sheet-partners = Samarbejde
report-sheet-proposals = Forslag
report-sheet-missing = Mangler
report-sheet-method = Metode
report-sheet-entries-title = Alle svar, ét på hver linje
report-sheet-distribution-title = Antal kommuner med hver status
report-sheet-changes-title = Svar, der har ændret sig siden { $since }
report-sheet-changes-none = Der er ingen forrige runde at sammenligne med.
report-column-code = Kode
report-column-number = Nr.
report-column-area = Fokusområde
report-column-text = Tekst
report-column-explanation = Forklaring
report-column-page = Side
report-column-sheet = Ark
report-column-table = Tabel
report-column-row = Række
report-column-column = Kolonne
report-column-sha = SHA-256
report-column-from = Før
report-column-to = Nu
report-column-direction = Retning
report-column-fact = Oplysning
report-column-value = Værdi
report-direction-other = Andet skift
report-fact-answered = Svar
report-answered-of = { $answered } af { $asked }
report-column-answered = I alt svaret
report-column-kind = Hvad
report-column-other = Anden kommune

report-json-unreadable = Filen er ikke en rapport i JSON: linje { $line }, { $what }. Brug den fil, som Pejling har skrevet.
report-json-newer = Rapporten er skrevet af en nyere udgave af Pejling (form { $version }). Opdater programmet, og prøv igen.
report-csv-not-utf8 = Filen er ikke gemt som UTF-8. Gem den som »CSV UTF-8« i regnearket, og prøv igen.
report-csv-column-missing = Kolonnen »{ $column }« mangler. Behold overskrifterne, som Pejling skrev dem.
report-csv-line-broken = Linje { $line } kan ikke læses: den har ikke lige så mange felter som overskrifterne.
report-csv-value-wrong = Linje { $line }: »{ $value }« kan ikke stå i kolonnen »{ $column }«. Ret værdien, eller hent filen igen.
