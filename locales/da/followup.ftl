# Opfølgning: runder, fremdriftsskemaer, anbefalinger og rapporter.

# Hvor et skema står
followup-state-not-started = Ikke begyndt
followup-state-in-progress = Kladde
followup-state-awaiting-approval = Hos godkender i kommunen
followup-state-submitted = Indsendt
followup-state-accepted = Godkendt
followup-state-returned = Sendt tilbage
followup-state-withdrawn = Trukket tilbage

# Hvad der kan gøres med et skema
followup-deed-begin = Begynd
followup-deed-submit = Indsend
followup-deed-send-to-approval = Send til godkendelse i kommunen
followup-deed-approve = Godkend i kommunen
followup-deed-send-back = Send tilbage i kommunen
followup-deed-accept = Godkend
followup-deed-return = Send tilbage
followup-deed-reopen = Åbn igen
followup-deed-withdraw = Træk tilbage

# Hvad en anbefaling er blevet til
followup-relation-same = Uændret
followup-relation-adjusted = Justeret
followup-relation-merged = Lagt sammen
followup-relation-split = Delt
followup-relation-new = Ny
followup-relation-retired = Udgået

# Afslag: hvad der skete, hvorfor, og hvad man kan gøre
followup-refusal-not-allowed = Det kan du ikke gøre med den adgang, du har. Spørg sekretariatet.
followup-refusal-empty = Feltet skal udfyldes.
followup-refusal-key-taken = Nøglen { $key } er brugt. Vælg en anden.
followup-refusal-unknown-recipient = Modtageren findes ikke i registret. Vælg et KKR eller en region.
followup-refusal-days-out-of-order = Dagene står i forkert rækkefølge. Fristen kommer først, så den ekstra frist, og til sidst den dag, runden lukker.
followup-refusal-template-empty = Der er ingen anbefalinger i det blanke skema. Er det den rigtige fil?
followup-refusal-template-area = Anbefaling { $number } i det blanke skema står ikke under et fokusområde.
followup-refusal-set-exists = Der findes allerede anbefalinger for perioden fra { $from }, og de er ikke de samme. Ret dem dér, eller vælg en anden periode.
followup-refusal-not-a-municipality = { $code } er ikke en kommunes kode. Christiansø (0411) er ikke en kommune.
followup-refusal-participant-stays = Kommunen { $code } er ikke med i runden eller har allerede sendt et skema. Derfor kan den ikke tages ud.
followup-refusal-round-closed = Runden lukkede { $closed_on }. Bed sekretariatet om at flytte lukkedagen.
followup-refusal-municipality-unknown = Filen fortæller ikke, hvilken kommune skemaet kommer fra. Vælg kommunen.
followup-refusal-not-asked = { $municipality } er ikke med i runden { $round }. Vælg en anden kommune, eller føj den til runden.
followup-refusal-same-file = Filen er allerede modtaget fra { $municipality } som version { $number }.
followup-refusal-wrong-state = Skemaet er { $state ->
        [not_started] ikke begyndt
        [in_progress] en kladde
        [submitted] indsendt
        [accepted] godkendt
        [returned] sendt tilbage
       *[withdrawn] trukket tilbage
    } og kan ikke { $deed ->
        [begin] begyndes
        [submit] indsendes
        [accept] godkendes
        [return] sendes tilbage
        [reopen] åbnes igen
       *[withdraw] trækkes tilbage
    }. Genindlæs siden for at se, hvor det står.
followup-refusal-newer-version = Version { $number } er kommet siden. Se på den i stedet.
followup-refusal-form-settled = Skemaet er { $state ->
        [accepted] godkendt
        [returned] sendt tilbage
       *[withdrawn] trukket tilbage
    }. Åbn det igen, før du retter.
followup-refusal-reason-missing = Skriv hvorfor, så kommunen ved, hvad der skal ændres.
followup-refusal-not-a-warning = Kun en advarsel kan forklares. En fejl skal rettes.
followup-refusal-row-settled = Rækken er allerede behandlet. Genindlæs siden.
followup-refusal-stale = { $who } ændrede det { $on }, efter at du åbnede siden. Nu står der: { $now ->
        [green] Grøn
        [yellow] Gul
        [red] Rød
        [not_participating] Deltager ikke
        [not_reported] Ikke indberettet
        [in_progress] Kladde
        [submitted] Indsendt
        [accepted] Godkendt
        [returned] Sendt tilbage
        [withdrawn] Trukket tilbage
        [same] Uændret
        [adjusted] Justeret
        [merged] Lagt sammen
        [split] Delt
        [new] Ny
        [retired] Udgået
       *[other] { $now }
    }. Se ændringen, og prøv igen.
followup-refusal-lineage-sides = { $relation ->
        [new] En ny anbefaling har ingen forgænger.
        [retired] En udgået anbefaling har ingen efterfølger.
       *[other] Vælg både forgænger og efterfølger.
    }
followup-refusal-lineage-order = Forgængeren skal stamme fra en tidligere periode end efterfølgeren.
followup-refusal-lineage-line = Linje { $line } kan ikke læses: »{ $text }«. Skriv forgænger;efterfølger;relation;note, for eksempel 2015/1;2016/1;merged;hvorfor.
followup-refusal-lineage-unknown = Linje { $line } nævner en anbefaling, der ikke findes i programmet.
followup-refusal-number-unknown = Der er ingen anbefaling nummer { $number } i perioden.
followup-refusal-decision-in-future = Beslutningens dag ligger i fremtiden. Ret dagen.
followup-refusal-nothing-accepted = Ingen skemaer er godkendt. Godkend mindst ét, før rapporten frigives.

# Problemer, som indlæsningen selv finder
followup-problem-other-municipality = Filen ligner et skema fra { $read }, men er sendt ind for { $chosen }. Forklar hvorfor, eller træk skemaet tilbage.

# Kontrol af det, der er gemt
followup-release-changed = Frigivelse nr. { $number } af runden { $round } er ikke længere, som da den blev frigivet. Gendan en sikkerhedskopi.
followup-file-changed = En modtaget fil (SHA-256 { $sha256 }) er ikke længere, som da den blev modtaget. Gendan en sikkerhedskopi.
followup-receipt-changed = Kvitteringen for { $municipality }, version { $number }, er ændret: teksten passer ikke til sin SHA-256. Gendan fra en sikkerhedskopi.
followup-receipt-differs = Svarene fra { $municipality }, version { $number }, er andre end dem, der blev indsendt, og ingen har rettet dem her. Gendan fra en sikkerhedskopi.
