# Hvad der er galt, uklart eller værd at vide ved et fremdriftsskema.
# Steder: $place er table, page, sheet, line eller none; $row, $table, $page og $sheet følger med, hvor de findes.

problem-place =
    { $place ->
        [table] Række { $row } i tabel { $table }
        [page] Række { $row } i tabellen på side { $page }
        [sheet] Række { $row } i arket »{ $sheet }«
        [line] Linje { $row }
       *[none] Skemaet
    }

# Status

problem-status-unknown = { problem-place } siger »{ $text }« som status for anbefaling { $number }. Brug Grøn, Gul eller Rød, eller lad feltet stå tomt.
problem-status-two-words = { problem-place } nævner flere statusser: »{ $text }«. Anbefaling { $number } står derfor uden status. Vælg én.
problem-status-several-marks = { problem-place } har kryds ved flere farver. Anbefaling { $number } står derfor uden status. Vælg én.
problem-status-negated = { problem-place } siger »{ $text }«. Det siger ikke, hvilken status der så gælder. Vælg en status for anbefaling { $number }.
problem-status-in-text = { problem-place } nævner en status midt i en tekst: »{ $text }«. Se efter, om anbefaling { $number } er læst rigtigt.
problem-status-two-columns = { problem-place } har to felter, der kan være status, og de siger ikke det samme. Se efter, om status for anbefaling { $number } er rigtig.
problem-status-uncertain =
    { problem-place } er læst som { $status ->
        [green] grøn
        [yellow] gul
        [red] rød
        [not_participating] »deltager ikke«
       *[other] »ikke indberettet«
    }, men tegnet er ikke entydigt. Se efter, om status for anbefaling { $number } er rigtig.
problem-status-contradiction =
    { problem-place } modsiger sig selv: { $first ->
        [word] ordet
        [fill] cellens farve
        [text-color] tekstens farve
        [symbol] symbolet
        [marked-column] krydset
        [control] valget i feltet
       *[group] overskriften
    } siger { $status ->
        [green] grøn
        [yellow] gul
        [red] rød
        [not_participating] »deltager ikke«
       *[other] »ikke indberettet«
    }, men { $second ->
        [word] ordet
        [fill] cellens farve
        [text-color] tekstens farve
        [symbol] symbolet
        [marked-column] krydset
        [control] valget i feltet
       *[group] overskriften
    } siger { $other ->
        [green] grøn
        [yellow] gul
        [red] rød
        [not_participating] »deltager ikke«
       *[other] »ikke indberettet«
    }. Det første er brugt for anbefaling { $number }. Bekræft det, eller ret det.
problem-status-unknown-beside-colour = { problem-place } siger »{ $text }«, som ikke er en status. Status for anbefaling { $number } er læst af farven. Bekræft den, eller ret den.
problem-status-colour-unknown = { problem-place } har en farve, der hverken er grøn, gul eller rød. Skriv status for anbefaling { $number } med et ord.

# Svar, der mangler eller ikke hænger sammen

problem-no-row = Skemaet har ingen række om anbefaling { $number }. Den står som ikke indberettet.
problem-not-answered = { problem-place } er ikke udfyldt. Anbefaling { $number } står som ikke indberettet.
problem-remark-without-status = Anbefaling { $number } har en bemærkning, men ingen status. Vælg Grøn, Gul, Rød eller Deltager ikke.
problem-red-without-remark = Anbefaling { $number } er rød uden en bemærkning. Skriv, hvad der står i vejen.
problem-not-participating-without-remark = Anbefaling { $number } siger, at kommunen ikke deltager, uden at sige hvorfor. Skriv en bemærkning.
problem-yellow-without-remark = Anbefaling { $number } er gul uden en bemærkning. Skriv gerne, hvad der mangler.
problem-must-not-participating = Anbefaling { $number } er en skal-anbefaling, men kommunen deltager ikke. Forklar hvorfor, eller ret status.
problem-green-remark-says-otherwise = Anbefaling { $number } er grøn, men bemærkningen siger »{ $text }«. Ret status, eller forklar den.
problem-fell-two-steps = Anbefaling { $number } er gået fra grøn til rød siden sidste runde.
problem-remark-too-long = Bemærkningen til anbefaling { $number } er meget lang. Skriv det vigtigste, og vedlæg resten.
problem-nothing-answered = Skemaet har ingen svar. Er det det tomme skema?
problem-answered-twice = Anbefaling { $number } er besvaret to gange. Behold ét svar.
problem-number-unknown = Der er ingen anbefaling med nummer { $number } i dette skema. Ret nummeret.

# Personoplysninger

problem-cpr-number = Bemærkningen til anbefaling { $number } indeholder et CPR-nummer. Slet det, før skemaet sendes.
problem-contact-email = Bemærkningen til anbefaling { $number } indeholder en e-mailadresse: »{ $text }«. Slet den. Skriv i stedet, hvilken enhed man kan henvende sig til.
problem-contact-phone = Bemærkningen til anbefaling { $number } indeholder et telefonnummer: »{ $text }«. Slet det. Skriv i stedet, hvilken enhed man kan henvende sig til.

# Genkendelse

problem-match-uncertain = { problem-place } er læst som svar på anbefaling { $number }, men teksten ligner kun delvist ({ $percent } %). Bekræft, at det er den rigtige.
problem-confidence-low = Svaret på anbefaling { $number } er læst med kun { $percent } % sikkerhed. Bekræft det, eller ret det.
problem-matched-by-number = { problem-place } har et nummer, men ingen tekst. Rækken er læst som svar på anbefaling { $number }. Bekræft, at det passer.
problem-own-row = { problem-place } svarer ikke til nogen anbefaling: »{ $text }«. Den er gemt som kommunens eget forslag.
problem-row-without-text = { problem-place } har et svar, men ingen anbefaling ved siden af. Sæt svaret ved den rigtige anbefaling.
problem-duplicate-row = { problem-place } ligner en anbefaling, som en anden række allerede svarer på: »{ $text }«. Se efter, hvilket svar der gælder.
problem-other-form =
    Det ligner et andet skema. Kun { $matched } af { $rows } rækker passer til de { $asked } anbefalinger{ $years ->
        [none] {""}
       *[other] , og skemaet nævner { $years }
    }{ $expected ->
        [none] {""}
       *[other] , hvor der spørges om { $expected }
    }. Intet er læst. Send skemaet for den rigtige periode.
problem-no-form-found = Der er ingen tabel eller liste i filen, som svarer på anbefalingerne. Send det udfyldte skema.
problem-nothing-read = Der er ikke læst en eneste status i filen. Er det det tomme skema, så send det udfyldte. Står svarene i filen, så skriv Grøn, Gul, Rød eller Deltager ikke ud for hver anbefaling.
problem-too-long = Filen har { $rows } rækker eller afsnit. Et skema har højst { $most }, så intet er læst. Send kun selve skemaet.

# Kommunen

problem-municipality-unknown = Filen siger ikke, hvilken kommune der svarer. Vælg kommunen.
problem-municipality-several = Filen nævner flere kommuner, og ingen af dem er tydeligt den, der svarer. Vælg kommunen.
problem-municipality-file-name = Skemaet er fra { $name }, men filens navn siger { $other }. Bekræft kommunen.
problem-municipality-property = Skemaet er fra { $name }, men filens egenskaber siger { $other }. Bekræft kommunen.

# Tomme skemaer

problem-template-empty = Der er ingen anbefalinger i filen. Et tomt skema har en tabel med en kolonne til status og overskrifter, der siger skal eller kan.
problem-template-no-obligation = { problem-place } står ikke under en overskrift, der siger skal eller kan: »{ $text }«. Sæt overskriften ind, og prøv igen.
