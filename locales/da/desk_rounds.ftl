# Sekretariatets bord: runder, skemaers historik, frigivelser, programmer, journal og beslutninger.

# Rundens skemaer
desk_rounds-lead = Hvem har sendt hvad, hvem mangler, og hvad er det næste.
desk_rounds-counts =
    { $received } af { $asked } kommuner har sendt et skema. { $accepted ->
        [one] Ét er godkendt
       *[other] { $accepted } er godkendt
    }, { $waiting ->
        [0] ingen venter på dig
        [one] ét venter på dig
       *[other] { $waiting } venter på dig
    }, og { $problems ->
        [0] ingen problemer er åbne.
        [one] ét problem er åbent.
       *[other] { $problems } problemer er åbne.
    }
desk_rounds-forms = Skemaer
desk_rounds-code = Kode
desk_rounds-municipality = Kommune
desk_rounds-state = Tilstand
desk_rounds-version = Version
desk_rounds-version-number = Version { $number }
desk_rounds-received = Modtaget
desk_rounds-submitted = Indsendt
desk_rounds-late = For sent
desk_rounds-late-word = efter fristen
desk_rounds-counts-word = tæller
desk_rounds-file = Fil
desk_rounds-open = Åbne problemer
desk_rounds-unconfirmed = Ubekræftede svar
desk_rounds-next = Det næste
desk_rounds-yes = Ja
desk_rounds-all = Alle
desk_rounds-missing = Mangler svar
desk_rounds-missing-count =
    { $count ->
        [one] Én kommune mangler
       *[other] { $count } kommuner mangler
    }
desk_rounds-only-open = Kun med noget åbent
desk_rounds-only-late = Kun efter fristen
desk_rounds-shown = Viser { $shown } af { $all } kommuner.
desk_rounds-none = Ingen skemaer passer
desk_rounds-none-text = Ingen kommuner i runden passer til det, du har valgt.
desk_rounds-show-all = Vis alle
desk_rounds-as-file = Hent listen, som den vises:
desk_rounds-deed-receive = Modtag skemaer
desk_rounds-deed-see = Se skemaet
desk_rounds-deed-review = Gennemgå
desk_rounds-release = Frigiv rapporten
desk_rounds-settings = Rundens indstillinger
desk_rounds-said-accept = Skemaet er godkendt og tæller med.
desk_rounds-said-return = Skemaet er sendt tilbage.
desk_rounds-said-reopen = Skemaet er åbnet igen.
desk_rounds-said-withdraw = Versionen er trukket tilbage.
desk_rounds-said-settings = Rundens indstillinger er gemt.
desk_rounds-said-opened = Runden er åbnet.

# Et skemas historik
desk_rounds-form-title = { $name }: skemaets historik
desk_rounds-review-newest = Gennemgå den nyeste version
desk_rounds-nothing-received = Kommunen har ikke sendt noget endnu.
desk_rounds-versions = Versioner
desk_rounds-changed-by = Sidst ændret af
desk_rounds-deeds = Hvad du kan gøre
desk_rounds-compare = Sammenlign to versioner
desk_rounds-compare-from = Fra
desk_rounds-compare-to = Til
desk_rounds-compare-deed = Sammenlign
desk_rounds-differences =
    { $count ->
        [0] Version { $from } og { $to } siger det samme.
        [one] Ét svar er forskelligt i version { $from } og { $to }.
       *[other] { $count } svar er forskellige i version { $from } og { $to }.
    }
desk_rounds-events = Hvad der er sket
desk_rounds-when = Hvornår
desk_rounds-who = Hvem
desk_rounds-deed = Hvad
desk_rounds-reason = Hvorfor

# Et skridt, før det tages
desk_rounds-standing = Det gælder version { $number }, som nu står sådan: { $state }.
desk_rounds-will-accept = Svarene tæller med, næste gang rapporten frigives. Du kan åbne skemaet igen.
desk_rounds-will-return = Kommunen skal svare igen. Versionen beholdes, men tæller ikke med.
desk_rounds-will-reopen = Skemaet står igen som indsendt. Det tæller ikke med, før du godkender det.
desk_rounds-will-withdraw = Versionen beholdes, men gælder ikke længere. Det kan ikke gøres om: kommunens skema skal så sendes ind igen.
desk_rounds-reason-for-them = Skriv til kommunen, hvad der skal rettes.
desk_rounds-reason-for-us = Begrundelsen står i skemaets historik.

# Frigivelse
desk_rounds-would-say = Det vil rapporten sige nu
desk_rounds-answered = { $answered } af { $asked } kommuner har et godkendt svar.
desk_rounds-picture = Alle svar på alle anbefalinger
desk_rounds-without-answer =
    { $count ->
        [one] Én kommune står som manglende
       *[other] { $count } kommuner står som manglende
    }
desk_rounds-still-open = Det er stadig åbent
desk_rounds-open-submitted =
    { $count ->
        [one] Ét indsendt skema er ikke godkendt.
       *[other] { $count } indsendte skemaer er ikke godkendt.
    }
desk_rounds-open-drafts =
    { $count ->
        [one] Én kladde er ikke indsendt.
       *[other] { $count } kladder er ikke indsendt.
    }
desk_rounds-open-review =
    { $count ->
        [one] Ét svar venter på at blive gennemgået.
       *[other] { $count } svar venter på at blive gennemgået.
    }
desk_rounds-open-warnings =
    { $count ->
        [one] Ét problem er åbent i et skema, der tæller med.
       *[other] { $count } problemer er åbne i skemaer, der tæller med.
    }
desk_rounds-see-open = Se skemaerne med noget åbent
desk_rounds-release-deed = Frigiv udgave { $number }
desk_rounds-release-consequence = Rapporten fryses og kan læses af alle. Det kan ikke tages tilbage; en rettelse er en ny udgave, der siger, hvad den retter.
desk_rounds-note = Hvad retter udgaven?
desk_rounds-note-hint = Skal udfyldes. Teksten står i rapporten og på siderne.
desk_rounds-note-first = Bemærkning til udgaven
desk_rounds-note-first-hint = Kan udelades. Teksten står i rapporten og på siderne.
desk_rounds-releases = Udgaver
desk_rounds-release-number = Udgave
desk_rounds-fingerprint = Fingeraftryk (SHA-256)
desk_rounds-frozen = Frosne data
desk_rounds-frozen-get = Hent udgave { $number } som JSON
desk_rounds-said-released = Udgave { $number } er frigivet
desk_rounds-said-released-text = Fingeraftryk (SHA-256): { $sha256 }
desk_rounds-public-pages = Se de offentlige sider
desk_rounds-public-report = Hent rapporten
desk_rounds-refusal-released-already = Der er frigivet en udgave, siden du åbnede siden. Se den nedenfor, før du frigiver en ny.

# Rundens indstillinger
desk_rounds-settings-lead = Frigivne udgaver ændres ikke.
desk_rounds-save = Gem
desk_rounds-group-text = Titel og introduktion
desk_rounds-group-days = Frister
desk_rounds-group-meanings = Hvad farverne betyder i runden
desk_rounds-group-words = Ord, som skemaerne bruger
desk_rounds-group-sections = Rapportens afsnit
desk_rounds-field-title = Titel
desk_rounds-field-introduction = Introduktion
desk_rounds-field-introduction-hint = Hver linje bliver et afsnit i rapporten.
desk_rounds-field-due = Svarfrist
desk_rounds-field-due-hint = Kommunerne skal have svaret denne dag.
desk_rounds-field-grace = Ekstra frist
desk_rounds-field-grace-hint = Til og med denne dag kaldes et svar ikke forsinket.
desk_rounds-field-closes = Runden lukker
desk_rounds-field-closes-hint = Efter denne dag kan ingen skemaer modtages.
desk_rounds-field-reference = Skæringsdag
desk_rounds-field-reference-hint = De kommuner, der er medlemmer denne dag, er med i runden.
desk_rounds-field-words = Ord, der betyder »{ $status }«, ét på hver linje
desk_rounds-section-left-out = Udelades
desk_rounds-section-place = Plads { $place }
desk_rounds-section-summary = Overblik
desk_rounds-section-matrix = Alle svar i én tabel
desk_rounds-section-recommendations = Hver anbefaling
desk_rounds-section-partner-wishes = Ønsker om samarbejde
desk_rounds-section-decisions = Beslutninger
desk_rounds-section-proposals = Forslag til nye anbefalinger
desk_rounds-section-missing = Kommuner, der mangler
desk_rounds-section-method = Metode og definitioner
desk_rounds-refusal-day = Skriv dagen som år-måned-dag, for eksempel 2018-02-15.

# Programmer
desk_rounds-programme = Program og anbefalinger
desk_rounds-rounds = Runder
desk_rounds-number = Nummer
desk_rounds-area = Indsatsområde
desk_rounds-obligation = Skal eller kan
desk_rounds-short-title = Kort titel
desk_rounds-text = Tekst
desk_rounds-edit-number = Ret anbefaling { $number }
desk_rounds-said-edited = Anbefalingen er gemt.
desk_rounds-said-set = Anbefalingerne er tilføjet.
desk_rounds-set = Anbefalinger
desk_rounds-set-period = Anbefalinger { $from } – { $to }
desk_rounds-set-new = Tilføj anbefalinger fra et blankt skema
desk_rounds-set-file = Blankt skema
desk_rounds-set-file-hint = Word, PDF, Excel, OpenDocument eller HTML, højst 10 MB. Du ser, hvad der er læst, før noget gemmes.
desk_rounds-set-read = Læs skemaet
desk_rounds-set-preview = Det står der i skemaet
desk_rounds-set-found = { $recommendations } anbefalinger i { $areas } indsatsområder. { $must } af dem er skal-anbefalinger.
desk_rounds-set-from = Periodens første dag
desk_rounds-set-to = Periodens sidste dag
desk_rounds-set-note = Note
desk_rounds-set-store = Gem anbefalingerne
desk_rounds-refusal-no-file = Vælg en fil.
desk_rounds-refusal-too-large = Filen er større end 10 MB. Gem den uden billeder, og prøv igen.
desk_rounds-round-new = Åbn en ny runde
desk_rounds-round-open = Åbn runden
desk_rounds-round-key = Nøgle
desk_rounds-round-key-hint = Et kort navn, som står i adresserne, for eksempel 2018.
desk_rounds-round-participants = Kun disse kommuner
desk_rounds-round-participants-hint = Kommunens navn eller kode, én på hver linje. Lad feltet stå tomt, så spørges alle medlemmer på skæringsdagen.
desk_rounds-refusal-municipality = »{ $line }« er ikke en kommune. Skriv navnet eller den firecifrede kode.

# Fra anbefaling til anbefaling
desk_rounds-lineage = Hvad anbefalingerne er blevet til
desk_rounds-lineage-see = Se, hvad anbefalingerne fra perioden før er blevet til
desk_rounds-lineage-said = Det er besluttet
desk_rounds-lineage-none = Ingen har sagt noget endnu.
desk_rounds-lineage-suggested = Forslag
desk_rounds-lineage-suggested-text = Forslagene bygger kun på, hvor ens teksterne er. Godkend dem, du er enig i.
desk_rounds-lineage-add = Tilføj eller ret
desk_rounds-lineage-note = Note
desk_rounds-lineage-note-hint = Skriv hvorfor. Er de to anbefalinger allerede forbundet, rettes det, der står.
desk_rounds-lineage-accept = Godkend forslaget
desk_rounds-lineage-remove = Fjern
desk_rounds-before = Før
desk_rounds-after = Efter
desk_rounds-relation = Blev til
desk_rounds-alike = Ens tekst
desk_rounds-said-lineage = Det er gemt.
desk_rounds-said-lineage-removed = Det er fjernet.

# Beslutninger
desk_rounds-decisions = Beslutninger
desk_rounds-decisions-known = Registrerede beslutninger
desk_rounds-decisions-none = Ingen beslutninger er registreret endnu.
desk_rounds-decision-new = Registrér en beslutning
desk_rounds-decision-register = Registrér beslutningen
desk_rounds-decision-numbers = Anbefalingernes numre
desk_rounds-decision-numbers-hint = Adskil numrene med komma, for eksempel 1, 3, 4.
desk_rounds-decision-body = Hvem besluttede
desk_rounds-decision-body-hint = For eksempel kommunalbestyrelsen.
desk_rounds-decision-day = Besluttet
desk_rounds-decision-text = Beslutningen
desk_rounds-decision-text-hint = Ordret, som den står i protokollen.
desk_rounds-decision-revoke = Slet registreringen
desk_rounds-decision-revoke-text = Registreringen forsvinder fra listen og fra den næste udgave af rapporten. Den kan stadig læses i journalen.
desk_rounds-choose = Vælg
desk_rounds-refusal-numbers = Skriv kun numre med komma imellem, for eksempel 1, 3, 4.
desk_rounds-said-registered = Beslutningen er registreret.
desk_rounds-said-revoked = Registreringen er slettet.

# Journalen
desk_rounds-journal = Journal
desk_rounds-journal-lead = Alt, hvad der er gjort, det nyeste først. Intet kan slettes.
desk_rounds-journal-count =
    { $count ->
        [one] Én linje.
       *[other] { $count } linjer.
    }
desk_rounds-subject = Hvad det gælder
desk_rounds-did-accept-form = Godkendte et skema
desk_rounds-did-confirm-entry = Bekræftede et svar
desk_rounds-did-correct-entry = Rettede et svar
desk_rounds-did-create-programme = Oprettede et program
desk_rounds-did-dismiss-row = Afviste en række
desk_rounds-did-edit-recommendation = Rettede en anbefaling
desk_rounds-did-edit-round = Rettede en rundes indstillinger
desk_rounds-did-explain-warning = Forklarede en advarsel
desk_rounds-did-import-form = Modtog et skema
desk_rounds-did-import-lineage = Indlæste, hvad anbefalinger er blevet til
desk_rounds-did-import-template = Tilføjede anbefalinger fra et blankt skema
desk_rounds-did-open-round = Åbnede en runde
desk_rounds-did-place-row = Placerede en række
desk_rounds-did-register-decision = Registrerede en beslutning
desk_rounds-did-register-participants = Ændrede, hvem der er med
desk_rounds-did-release-round = Frigav en rapport
desk_rounds-did-remove-lineage = Fjernede en forbindelse mellem anbefalinger
desk_rounds-did-reopen-form = Åbnede et skema igen
desk_rounds-did-return-form = Sendte et skema tilbage
desk_rounds-did-revoke-decision = Slettede registreringen af en beslutning
desk_rounds-did-set-lineage = Forbandt anbefalinger
desk_rounds-did-set-partner-wishes = Angav ønsker om samarbejde
desk_rounds-did-submit-form = Indsendte et skema
desk_rounds-did-withdraw-version = Trak en version tilbage
