# Sekretariatets bord: hvad der venter, filer ind, gennemgang af det læste.

desk_review-title = Venter på dig
desk_review-lead = Her er de runder, du er i gang med, efter frist. Hvert skema, der venter, har ét næste skridt.
desk_review-no-rounds = Der venter ikke noget på dig
desk_review-no-rounds-text = Alle runder er offentliggjort, og ingen nye skemaer er kommet siden.
desk_review-all-rounds = Se alle runder
desk_review-count-asked = Spurgt
desk_review-count-received = Modtaget
desk_review-count-waiting = Venter på dig
desk_review-count-returned = Sendt tilbage
desk_review-count-accepted = Godkendt
desk_review-count-missing = Mangler
desk_review-no-deadline = Runden har ingen frist.
desk_review-days-left =
    Fristen er { $day }. { $days ->
        [0] Det er i dag.
        [one] Der er én dag igen.
       *[other] Der er { $days } dage igen.
    }
desk_review-days-over =
    Fristen var { $day }. Det er { $days ->
        [one] én dag siden.
       *[other] { $days } dage siden.
    }
desk_review-everyone-accepted = Alle kommuner har et godkendt skema. Rapporten kan frigives.
desk_review-nothing-waits =
    Ingen skemaer venter på dig. { $missing ->
        [one] Én kommune har endnu ikke et godkendt skema.
       *[other] { $missing } kommuner har endnu ikke et godkendt skema.
    }
desk_review-forms-waiting = Skemaer, der venter: { $round }
desk_review-municipality = Kommune
desk_review-received = Modtaget
desk_review-state = Skemaet er
desk_review-open = Skal ses efter
desk_review-next = Næste skridt
desk_review-next-review = Gennemgå skemaet fra { $municipality }
desk_review-next-submit = Indsend skemaet fra { $municipality }
desk_review-next-accept = Godkend skemaet fra { $municipality }
desk_review-upload = Læg skemaer ind
desk_review-all-forms = Alle skemaer i runden

desk_review-upload-title = Læg skemaer ind
desk_review-files = Filer
desk_review-files-hint = Word, PDF, Excel, OpenDocument, HTML, CSV eller tekst. Højst { $files } filer ad gangen og { $megabytes } MB pr. fil.
desk_review-municipality-hint = Vælg kun, når du sender én fil, der ikke selv fortæller, hvilken kommune den kommer fra.
desk_review-municipality-from-file = Filen fortæller det
desk_review-pasted = Indsat tekst
desk_review-pasted-hint = Står svarene i en mail eller på en side, kan du sætte teksten ind her i stedet for at sende en fil.
desk_review-pasted-name = Den indsatte tekst
desk_review-send = Læs og gem
desk_review-send-hint = Hver fil læses og kontrolleres for sig. Et skema med fejl gemmes som kladde, så du kan rette det.
desk_review-send-more = Læg flere ind
desk_review-result =
    { $stored } af { $sent } { $sent ->
        [one] skema
       *[other] skemaer
    } er gemt
desk_review-stored-draft =
    { $municipality }: gemt som kladde, version { $version }. { $open ->
        [0] Intet skal ses efter.
        [one] Én ting skal ses efter.
       *[other] { $open } ting skal ses efter.
    }
desk_review-stored-submitted =
    { $municipality }: gemt som indsendt, version { $version }. { $open ->
        [0] Intet skal ses efter.
        [one] Én ting skal ses efter.
       *[other] { $open } ting skal ses efter.
    }
desk_review-review-form = Gennemgå skemaet fra { $municipality }
desk_review-not-stored = Ikke gemt.
desk_review-choose-municipality = Vælg kommunen til { $files } nedenfor, og send den alene.

desk_review-refusal-text-too-long = Teksten er for lang. Send den som en fil.
desk_review-refusal-upload-too-large = Filerne fylder for meget tilsammen. Send højst { $files } filer ad gangen, hver på højst { $megabytes } MB.
desk_review-refusal-upload-broken = Filerne nåede ikke helt frem. Prøv igen.
desk_review-refusal-too-many = Send højst { $files } filer ad gangen. Ingen af dem er gemt.
desk_review-refusal-nothing-sent = Vælg mindst én fil, eller sæt en tekst ind.
desk_review-refusal-one-municipality = Du har valgt en kommune, men sendt flere skemaer. Send skemaet alene, eller lad filerne selv fortælle det. Intet er gemt.
desk_review-refusal-file-too-large = Filen er større end { $megabytes } MB. Gem den uden billeder, og send den igen.
desk_review-refusal-status = Vælg en status.
desk_review-refusal-choose-recommendation = Vælg den anbefaling, som rækken svarer på.

desk_review-review-title = Gennemgå skema: { $municipality }
desk_review-nothing-received = Vi har ikke modtaget et skema fra kommunen i denne runde.
desk_review-newer = Du ser en ældre version. Gå til version { $number }.
desk_review-version = Version
desk_review-late = Skemaet kom efter fristen
desk_review-deadline = Frist
desk_review-file = Fil
desk_review-get-file = Hent { $file }
desk_review-no-file = Svarene er tastet ind uden en fil.
desk_review-fingerprint = Filens fingeraftryk (SHA-256)
desk_review-steps = Næste skridt
desk_review-left =
    { $count ->
        [0] Alt er set efter.
        [one] Én ting skal ses efter, før skemaet kan godkendes.
       *[other] { $count } ting skal ses efter, før skemaet kan godkendes.
    }
desk_review-number = Anbefaling { $number }.
desk_review-submit = Indsend
desk_review-accept = Godkend
desk_review-return-open = Send tilbage til kommunen
desk_review-return-reason = Hvad skal kommunen ændre?
desk_review-return = Send retur
desk_review-whole-form = Om hele skemaet
desk_review-order-form = Vis svarene i skemaets rækkefølge
desk_review-order-urgency = Vis det usikre først
desk_review-all-answers = Alle { $count } svar i skemaets rækkefølge
desk_review-to-look-at =
    { $count ->
        [one] Ét svar skal ses efter
       *[other] { $count } svar skal ses efter
    }
desk_review-certain =
    { $count ->
        [one] Ét svar uden tvivl
       *[other] { $count } svar uden tvivl
    }
desk_review-answer = Svaret
desk_review-confirmed = Set efter
desk_review-no-remark = Ingen bemærkning.
desk_review-in-file = Læst her
desk_review-place = Sted
desk_review-no-place = Anbefalingen står ikke i filen.
desk_review-text-in-file = Filens tekst
desk_review-status-read = Status er læst af
desk_review-certainty = Sikkerhed
desk_review-certainty-confirmed = Set efter af { $who } (læst med { $share })
desk_review-certainty-low = { $share }: se efter, om rækken hører til anbefalingen
desk_review-certainty-high = { $share }
desk_review-before = Sidste runde
desk_review-nothing-before = Intet svar på det samme sidste gang.
desk_review-before-in = { $round }, anbefaling { $number }
desk_review-whole-text = Hele anbefalingen
desk_review-evidence-word = ordet »{ $text }«
desk_review-evidence-fill = cellens farve
desk_review-evidence-text-color = tekstens farve
desk_review-evidence-symbol = tegnet { $text }
desk_review-evidence-marked-column = krydset i kolonnen »{ $text }«
desk_review-evidence-control = valget »{ $text }«
desk_review-evidence-group = overskriften »{ $text }«
desk_review-confirm = Bekræft svar { $number }
desk_review-correct = Ret svar { $number }
desk_review-correct-save = Gem rettelsen af svar { $number }
desk_review-status = Status
desk_review-remark = Bemærkning
desk_review-remark-hint = Et afsnit pr. linje. **To stjerner** om ordene gør dem fede, *én stjerne* kursive, og »- « først på linjen gør den til et punkt.
desk_review-reason = Hvorfor retter du det?
desk_review-reason-hint = Kan udelades. Det, der stod før, bliver gemt.
desk_review-was = Stod som »{ $status }«, til { $who } rettede det { $when }.
desk_review-was-because = Stod som »{ $status }«, til { $who } rettede det { $when }: { $reason }
desk_review-explain = Forklar, hvorfor det er, som det skal være
desk_review-explanation = Forklaring
desk_review-explain-save = Gem forklaringen
desk_review-explained = Forklaret af { $who } { $when }: { $text }
desk_review-rows = Kommunens egne rækker
desk_review-rows-text = De svarer ikke på en anbefaling. De bliver stående som forslag, medmindre du flytter eller fjerner dem.
desk_review-row-kept = Står som forslag.
desk_review-row-placed = Flyttet til en anbefaling.
desk_review-row-dismissed = Fjernet.
desk_review-row-question = Svarer rækken alligevel på en anbefaling?
desk_review-row-choose = Vælg anbefaling
desk_review-row-place = Flyt til anbefalingen
desk_review-row-dismiss = Fjern rækken

desk_review-done-confirm = Svar { $number } er bekræftet.
desk_review-done-correct = Svar { $number } er rettet.
desk_review-done-explain = Forklaringen er gemt.
desk_review-done-place = Rækken er flyttet til anbefaling { $number }.
desk_review-done-dismiss = Rækken er fjernet.
desk_review-done-submit = Skemaet er indsendt.
desk_review-done-accept = Skemaet er godkendt og tæller nu med.
desk_review-done-return = Skemaet er sendt tilbage til kommunen.
