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
desk_rounds-open-review = Gennemgå den nyeste version
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
