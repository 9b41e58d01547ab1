# At udfylde skemaet i browseren.
filling-waiting = Venter på dig
filling-waiting-lead = Det, du er den næste til at gøre noget ved, ordnet efter frist.
filling-nothing-waits = Der er ingen åbne runder for din kommune lige nu.
filling-title = Fremdriftsskema for { $municipality }
filling-next = Næste skridt
filling-municipality = Kommune

filling-no-deadline = Der er ikke sat en frist.
filling-days-left = { $days ->
    [0] Fristen er i dag, { $day }.
    [one] Fristen er { $day }. Der er 1 dag tilbage.
   *[other] Fristen er { $day }. Der er { $days } dage tilbage.
}
filling-days-over = { $days ->
    [one] Fristen var { $day }, for 1 dag siden.
   *[other] Fristen var { $day }, for { $days } dage siden.
}
filling-done-of = { $done } af { $of } anbefalinger er besvaret

filling-progress-not-begun = Ikke begyndt
filling-progress-begun = Begyndt
filling-progress-answered = Besvaret
filling-progress-needs-a-look = Noget at se på
filling-progress-same = Som sidst, bekræftet

filling-next-begin = Begynd på skemaet
filling-next-fill-in = Skriv videre
filling-next-correct = Ret skemaet
filling-next-submit = Gennemse og indsend
filling-next-send = Gennemse og send til godkendelse
filling-next-look = Gennemse skemaet
filling-next-approve = Gennemse og godkend
filling-waits-begin = Skemaet er ikke begyndt.
filling-waits-fill-in = Skemaet bliver udfyldt.
filling-waits-approval = Skemaet venter på en godkender i kommunen.
filling-waits-secretariat = Skemaet er indsendt. Sekretariatet ser på det.
filling-waits-nothing = Skemaet er godkendt af sekretariatet. Du skal ikke gøre mere.
filling-waits-closed = Runden er lukket. Kontakt sekretariatet, hvis skemaet skal ændres.
filling-reason = { $who } skrev: { $reason }
filling-also-at-work = { $who } arbejder også i skemaet (gemt kl. { $time }).
filling-said-sent = Skemaet er sendt til godkendelse i kommunen.
filling-said-sent-back = Skemaet er sendt tilbage til den, der udfylder det.
filling-said-asked = Sekretariatet har fået din anmodning om at åbne skemaet igen.
filling-said-four-eyes-on = Fra nu af skal en godkender se skemaet, før det bliver indsendt.
filling-said-four-eyes-off = Fra nu af bliver skemaet indsendt uden en godkender.
filling-said-taken = De valgte svar fra filen er sat ind. Gennemse dem, og indsend skemaet.
filling-said-discarded = Filen er lagt væk. Intet er ændret.

filling-whole-form = Hele skemaet på én side
filling-whole-form-lead = Alt, hvad du skriver, bliver gemt undervejs.
filling-offline = Udfyld i Word eller Excel
filling-history = Versioner og ændringer
filling-receipt = Kvittering
filling-reopening = Bed om at få skemaet åbnet igen
filling-four-eyes = Godkendelse i kommunen
filling-four-eyes-is-on = Skemaet skal godkendes af en anden i kommunen, før det bliver indsendt. Slået til af { $who } { $when }.
filling-four-eyes-is-off = Skemaet bliver indsendt uden godkendelse af en anden i kommunen.
filling-four-eyes-lead = Det gælder alle kommunens skemaer, også i senere runder. Den, der sender til godkendelse, kan ikke selv godkende.
filling-four-eyes-question = Skal en anden i kommunen godkende skemaet, før det bliver indsendt?
filling-four-eyes-on = Ja, en godkender skal se det først
filling-four-eyes-off = Nej, den, der udfylder skemaet, indsender det

filling-position = Nr. { $number } af { $of }
filling-your-answer = Jeres svar
filling-status = Status
filling-no-status-yet = Ingen status endnu
filling-remark = Bemærkning
filling-remark-hint = Tomme linjer skiller afsnit. Skriv **fed** for fed og - først på linjen for en liste.
filling-partners = Samarbejde med andre kommuner
filling-seeks = Vi søger partnere til
filling-offers = Vi tilbyder pladser eller erfaringer
filling-one-a-line = Skriv ét ønske på hver linje.
filling-save = Gem
filling-save-next = Gem og gå til den næste
filling-show-preview = Vis, hvordan det ser ud
filling-preview = Sådan ser bemærkningen ud
filling-saving = Gemmer …
filling-away = Ikke gemt endnu. Vi prøver igen. Det, du har skrevet, ligger her i browseren.
filling-signed-out = Ikke gemt: Du er ikke logget ind længere. Log ind i et andet vindue. Det, du har skrevet, ligger her i browseren.
filling-restored = Du havde skrevet noget, som ikke nåede at blive gemt. Det står her igen.
filling-not-saved-yet = Intet er gemt endnu.
filling-last-saved = Sidst gemt af { $who } { $when }.
filling-saved-at = Gemt kl. { $time }
filling-saved-joined = Gemt kl. { $time } sammen med det, { $who } har skrevet imens.
filling-said-saved = Svaret er gemt.
filling-said-same = Svaret er det samme som sidst, og I har bekræftet, at det stadig er rigtigt.
filling-said-explained = Forklaringen er gemt.
filling-said-attached = Filen er vedhæftet.
filling-said-removed = Filen er taget væk.

filling-conflict = { $who } har ændret det samme { $when }
filling-conflict-short = Ikke gemt: En anden har ændret det samme. Vælg, hvad der skal stå.
filling-conflict-what-to-do = Intet er tabt. Vælg, hvad der skal stå, eller skriv de to sammen.
filling-theirs = Behold det, der står
filling-mine = Brug det, jeg har skrevet
filling-joined = Brug teksten herunder
filling-joined-text = De to tekster efter hinanden, så du kan skrive dem sammen
filling-choose = Gem valget

filling-before = Sidste rundes svar
filling-before-heading = { $round }, nr. { $number }
filling-nothing-before = Der er ikke svaret på denne anbefaling før.
filling-beside = Ved siden af
filling-same = Samme som sidst, stadig rigtigt
filling-same-hint = Sætter sidste rundes status og bemærkning ind som jeres svar nu.
filling-is-same = Samme som sidst. Bekræftet af { $who } { $when }.
filling-decision = Jeres egen beslutning
filling-no-decision = Der er ikke registreret en beslutning om denne anbefaling.

filling-attachment = Bilag
filling-attachments = Bilag
filling-no-attachments = Der er ingen bilag.
filling-attach = Vedhæft en fil
filling-attach-deed = Vedhæft
filling-attachment-hint = Højst { $most } filer til hvert svar og { $megabytes } MB hver. Ingen oplysninger om enkelte borgere.
filling-remove = Tag { $name } væk
filling-kilobytes = { $size } kB
filling-neighbours = Andre anbefalinger
filling-previous = Forrige: nr. { $number }
filling-following = Næste: nr. { $number }
filling-to-list = Til listen

filling-level-error = Skal rettes
filling-level-warning = Skal forklares
filling-level-notice = Bemærk
filling-explain = Hvorfor er det rigtigt?
filling-explain-save = Gem forklaringen
filling-explained = Forklaret af { $who }: { $text }

filling-whole-text = Hele anbefalingen
filling-to-submission = Gennemse og indsend
filling-submission = Gennemse skemaet
filling-submission-text = Når skemaet er indsendt, kan I ikke ændre det. I får en kvittering.
filling-submit-deed = Indsend skemaet
filling-send-deed = Send til godkendelse
filling-sent-by = Sendt til godkendelse af { $who } { $when }.
filling-approve-text = Når du godkender, bliver skemaet indsendt til sekretariatet.
filling-approve-deed = Godkend og indsend
filling-send-back-reason = Hvad skal rettes?
filling-send-back-deed = Send tilbage
filling-change = Ret nr. { $number }

filling-receipt-text = Kvitteringen viser det, der blev indsendt. SHA-256 er regnet ud af svarene, som de står i denne fil:
filling-receipt-file = answers.json
filling-receipt-answers = Det blev indsendt
filling-receipt-of = Kvittering for version { $number }
filling-version = Version
filling-version-number = Version { $number }
filling-versions = Versioner af skemaet
filling-state = Stand
filling-begun = Begyndt
filling-submitted = Indsendt
filling-when = Hvornår
filling-who = Hvem
filling-deed = Hvad
filling-why = Begrundelse
filling-events = Det skete der
filling-compare = Forskelle mellem to versioner
filling-compare-deed = Vis forskelle
filling-from = Fra
filling-to = Til
filling-differences = { $count ->
    [0] De to versioner har de samme svar.
    [one] 1 svar er forskelligt.
   *[other] { $count } svar er forskellige.
}

filling-reopening-reason = Hvorfor skal skemaet åbnes igen?
filling-reopening-hint = Sekretariatet svarer. Den indsendte version gælder, indtil en ny er godkendt.
filling-reopening-deed = Send anmodningen
filling-asked-before = { $who } bad om det { $when }: »{ $reason }«.
filling-granted = { $who } åbnede skemaet igen. { $text }
filling-declined = { $who } afslog: »{ $text }«.
filling-requests = Ønsker om at få et skema åbnet igen
filling-request = { $municipality }: { $who } skriver »{ $reason }« ({ $when }).
filling-answer = Svar til kommunen
filling-answer-hint = Skriv altid en grund, når du afslår.
filling-grant = Åbn skemaet igen
filling-decline = Afslå

filling-offline-lead = Hent skemaet med jeres svar, udfyld det, og send det her igen.
filling-fetch = Hent skemaet
filling-fetch-text = Filen har de samme kolonner som det tomme skema og de svar, I har nu. Hvor der intet er, står sidste rundes svar.
filling-fetch-word = Word-fil
filling-fetch-excel = Excel-fil
filling-file-lead = Vælg en status for hver anbefaling, og skriv en bemærkning. Send filen i Pejling, når I er færdige.
filling-column-obligation = Skal/kan
filling-column-recommendation = Anbefaling
filling-column-status = Status
filling-column-remark = Bemærkninger
filling-send-file = Send en udfyldt fil
filling-file = Fil
filling-file-hint = Word, Excel, PDF, OpenDocument, HTML, CSV eller tekst. Intet bliver ændret, før du har set på det.
filling-send-file-deed = Send filen
filling-review = Det står der i filen
filling-file-came = »{ $file }« er sendt af { $who } { $when }.
filling-file-of-other = Filen siger, at den er fra { $municipality }.
filling-file-differs = { $count ->
    [0] Filen siger det samme som skemaet her.
    [one] 1 svar i filen er et andet end det, der står her. { $same } er ens.
   *[other] { $count } svar i filen er andre end dem, der står her. { $same } er ens.
}
filling-stands-now = Står her nu
filling-in-file = Står i filen
filling-take = Brug filens svar til nr. { $number }
filling-take-deed = Sæt de valgte svar ind
filling-discard = Læg filen væk

filling-refusal-awaits-approval = Skemaet er sendt til godkendelse i kommunen. Bed godkenderen sende det tilbage, hvis det skal ændres.
filling-refusal-handed-in = Skemaet er indsendt. Bed sekretariatet åbne det igen, hvis det skal ændres.
filling-refusal-nothing-before = Der er ikke ét svar fra sidste runde, som kan bruges igen. Skriv et svar.
filling-refusal-too-many-attachments = Der er allerede { $most } bilag til dette svar. Tag et væk, før du vedhæfter et nyt.
filling-refusal-attached-already = Filen er vedhæftet i forvejen.
filling-refusal-empty-attachment = Filen er tom. Vælg en anden.
filling-refusal-large-attachment = Filen er for stor. Den må højst fylde { $megabytes } MB.
filling-refusal-no-attachment = Vælg en fil, før du vedhæfter.
filling-refusal-no-file = Vælg en fil, før du sender.
filling-refusal-no-approval = Kommunen har ikke slået godkendelse til. Indsend skemaet i stedet.
filling-refusal-four-eyes = Kommunen har valgt, at en anden godkender skemaet. Send det til godkendelse i stedet.
filling-refusal-own-approval = Du har selv sendt skemaet til godkendelse. En anden skal godkende det.
filling-refusal-nothing-to-approve = Skemaet venter ikke på godkendelse. Genindlæs siden.
filling-refusal-not-handed-in = Skemaet er ikke indsendt. Du kan skrive i det.
filling-refusal-asked-already = I har allerede bedt om at få skemaet åbnet. Vent på sekretariatets svar.
filling-refusal-answered-already = En anden har allerede svaret på anmodningen.
filling-refusal-nothing-chosen = Vælg mindst ét svar, der skal sættes ind.
filling-refusal-municipality-works = Kommunen er i gang med at udfylde skemaet. Vent, til det er indsendt.
filling-said-granted = Skemaet er åbnet igen for kommunen.
filling-said-declined = Anmodningen er afslået, og kommunen kan se hvorfor.
filling-no-requests = Ingen kommuner venter på svar.
filling-requests-waiting = { $count ->
    [one] 1 kommune beder om at få sit skema åbnet igen.
   *[other] { $count } kommuner beder om at få deres skema åbnet igen.
}
filling-did-approve-form = Godkendte et skema i kommunen
filling-did-ask-for-reopening = Bad om at få et skema åbnet igen
filling-did-attach-file = Vedhæftede en fil
filling-did-begin-form = Begyndte på et skema
filling-did-confirm-same-answer = Bekræftede, at et svar er som sidst
filling-did-decline-reopening = Afslog at åbne et skema igen
filling-did-discard-upload = Lagde en sendt fil væk
filling-did-grant-reopening = Åbnede et skema igen
filling-did-keep-upload = Sendte en udfyldt fil
filling-did-remove-attachment = Tog et bilag væk
filling-did-save-answer = Gemte et svar
filling-did-send-back-form = Sendte et skema tilbage i kommunen
filling-did-send-to-approval = Sendte et skema til godkendelse
filling-did-switch-four-eyes = Ændrede, om en anden skal godkende
filling-did-take-over-upload = Satte svar fra en fil ind
