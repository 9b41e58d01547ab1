# Siderne om opfølgningen: runder, anbefalinger, kommuner, svar.

page-menu-front = Sådan går det
page-menu-rounds = Runder
page-menu-search = Søg i bemærkninger

page-front-title = Kommunernes status
page-nothing-released = Der er ikke offentliggjort en runde endnu
page-nothing-released-text = Når sekretariatet har samlet kommunernes svar og offentliggjort dem, kan du se dem her.
page-sentence =
    { $answered } af { $asked } kommuner har svaret. { $green ->
        [one] Ét svar er grønt
       *[other] { $green } svar er grønne
    }, { $yellow ->
        [one] ét er gult
       *[other] { $yellow } er gule
    } og { $red ->
        [0] ingen er røde
        [one] ét er rødt
       *[other] { $red } er røde
    }. { $mostly ->
        [0] På ingen af de { $recommendations } anbefalinger er de fleste svar grønne
       *[other] På { $mostly } af de { $recommendations } anbefalinger er de fleste svar grønne
    }; { $redmusts ->
        [0] ingen skal-anbefaling er rød noget sted.
        [one] én skal-anbefaling er rød mindst ét sted.
       *[other] { $redmusts } skal-anbefalinger er røde mindst ét sted.
    }
page-news =
    Siden »{ $round }« er { $better ->
        [0] ingen svar
        [one] ét svar
       *[other] { $better } svar
    } blevet bedre og { $worse ->
        [0] ingen
        [one] ét
       *[other] { $worse }
    } dårligere.
page-red-musts = Skal-anbefalinger, der er røde
page-no-red-musts = Ingen skal-anbefaling er rød noget sted.
page-get-report = Hent rapporten
page-open-round = Se hele runden
page-matrix = Alle svar
page-matrix-caption = { $round }: kommunernes status på hver anbefaling
page-map = Kort
page-map-choose = Vælg en anden anbefaling
page-map-explained = Kortet viser én anbefaling ad gangen. Hver kommune er et felt af samme størrelse; felter uden mærke er kommuner, der ikke er med i runden.

page-standing = Hvad tallene bygger på
page-standing-released = Udgave { $number }, offentliggjort { $day }.
page-standing-unreleased = Ikke offentliggjort: tallene kan nå at ændre sig.
page-standing-answered = { $answered } af { $asked } kommuner har et godkendt svar.

page-rounds = Runder
page-rounds-lead = Hver runde samler kommunernes svar på anbefalingerne for en periode.
page-round = Runde
page-programme = Samarbejde
page-due = Svarfrist
page-answered = Svar
page-of = { $part } af { $whole }
page-released-at = Offentliggjort
page-not-released = Ikke offentliggjort
page-release = Udgave
page-release-note = Hvad udgaven retter

page-link-matrix = Alle svar i runden
page-link-map = Kort
page-link-comparison = Sammenlign med runden før
page-link-search = Søg i rundens bemærkninger
page-link-report = Hent rapporten

page-all = Alle
page-area = Indsatsområde
page-obligation = Skal eller kan
page-overview-changed = Kun det, der er ændret siden sidst
page-overview-shown = Viser { $rows } af { $allrows } kommuner og { $columns } af { $allcolumns } anbefalinger.
page-overview-nothing = Ingen svar passer til det, du har valgt. Vælg færre ting, eller vis alt.

page-recommendation = Anbefaling
page-recommendations = Anbefalingerne
page-recommendation-number = Anbefaling { $number }
page-beside-recommendations = Anbefalingen før og efter
page-lineage = Bygger på
page-lineage-new = Ny i denne runde
page-lineage-unknown = Første runde
page-distribution-before = Fordelingen i runden før
page-no-predecessor = Fandtes ikke
page-wishes = Søger eller tilbyder samarbejde
page-wish-seeks = søger samarbejde
page-wish-offers = tilbyder pladser eller erfaringer
page-decisions = Beslutninger indtil nu
page-proposals = Kommunens forslag til nye anbefalinger

page-municipality-title = { $name } Kommune
page-municipality-lead = Kommunens svar i alle runder.
page-municipality-table = Dette års anbefalinger og svarene før
page-all-rounds-of-municipality = Se kommunens svar i alle runder
page-absence-nothing = Intet modtaget
page-absence-in-progress = Under udfyldelse
page-absence-awaits = Modtaget, ikke godkendt endnu
page-absence-returned = Sendt tilbage til kommunen
page-absence-explained = Kun godkendte svar tæller med. Et manglende svar tæller hverken som rødt eller som »deltager ikke«.
page-version = Udgave af svaret
page-version-of = Kommunens svar, udgave { $number }
page-submitted = Indsendt
page-late = efter fristen
page-file = Fil
page-no-file = Udfyldt uden fil
page-fingerprint = Filens fingeraftryk (SHA-256)
page-before = Før: { $status }
page-before-in = { $round }: { $status }
page-read-at = Læst på { $place }

page-entry-title = { $name }: svar på anbefaling { $number }
page-remark = Bemærkning
page-no-remark = Ingen bemærkning
page-source = Hvor svaret kommer fra
page-form = Skema
page-place = Sted i filen
page-place-page = side { $number }
page-place-sheet = ark »{ $sheet }«
page-place-table = tabel { $number }
page-place-row = række { $number }
page-place-column = kolonne { $number }
page-explanation = Kommunens forklaring

page-comparison-title = Ændringer siden { $round }
page-comparison-explained = Et svar kan kun sammenlignes, hvor anbefalingen bygger på netop én fra runden før.
page-worse = Blevet dårligere
page-better = Blevet bedre
page-otherwise = Ændret på anden måde
page-distributions = Fordelingen nu og før

page-search-title = Søg i bemærkninger
page-search-lead = Søgningen finder også bøjede ord og ord inde i sammensatte ord.
page-search-words = Ord
page-search-found =
    { $count ->
        [0] Ingen bemærkninger indeholder »{ $words }«. Prøv et kortere eller et andet ord.
        [one] Én bemærkning indeholder »{ $words }«.
       *[other] { $count } bemærkninger indeholder »{ $words }«.
    }

page-report-title = Rapporten
page-data-fingerprint = Dataenes fingeraftryk (SHA-256)
page-report-frozen = En offentliggjort rapport ændres ikke. Rettes noget, kommer der en ny udgave, der siger, hvad der er rettet.
page-file-docx = til at skrive videre i
page-file-pdf = til at sende og udskrive; kan læses af skærmlæsere
page-file-xlsx = et ark for hver visning, med filtre
page-file-html = én side, der kan gemmes og åbnes uden net
page-file-csv = en linje for hvert svar
page-file-json = alle data, til andre systemer

page-about-what = Kommunerne i en region er enige om en række anbefalinger om beskæftigelse. Hvert år skriver hver kommune, hvordan det går med dem. Pejling samler svarene, så alle kan se, hvordan det står til, og følge hvert tal tilbage til det, kommunen skrev.
page-about-who = Kommunernes kontaktråd vedtager anbefalingerne, kommunerne svarer, og sekretariatet godkender og offentliggør svarene.
page-about-marks = Sådan læses mærkerne
page-about-obligation = En skal-anbefaling forpligter de kommuner, der har tilsluttet sig. En kan-anbefaling er frivillig. Det afgøres af den overskrift, anbefalingen står under.
page-about-method = Sådan er der talt
page-about-counting = Svar bliver talt. Der beregnes ikke gennemsnit.
page-about-missing = Et manglende svar tæller ikke som rødt. Kun svar, som sekretariatet har godkendt, er med.
page-about-changes = Bedre betyder fra rød mod gul eller grøn; dårligere betyder den anden vej. At begynde eller holde op med at deltage er ingen af delene.
page-about-frozen = En offentliggjort udgave ændres ikke. En rettelse er en ny udgave.
page-about-source = Ved hvert svar står filen, siden, tabellen og rækken, som det blev læst i.
page-about-data = Brug af data
page-about-data-text = Alle tal og bemærkninger kan hentes som regneark og som data på rundens rapportside og bruges frit, når kilden og udgaven nævnes.
page-define-green = Kommunen har meldt grønt. Hvad farven betyder i en runde, står i rundens rapport.
page-define-yellow = Kommunen har meldt gult.
page-define-red = Kommunen har meldt rødt.
page-define-not-participating = Kommunen har svaret, at den ikke deltager, i skemaet ofte skrevet som »-«.
page-define-not-reported = Kommunen har ikke svaret, eller svaret er ikke godkendt endnu.

page-was-title = Tilgængelighed
page-was-aim = Alle skal kunne bruge Pejling. Siderne er lavet efter WCAG 2.1 på niveau AA, som loven om webtilgængelighed kræver af myndigheder.
page-was-done = Det har vi gjort
page-was-done-text = Status vises altid med ord og form, aldrig kun med farve. Alt kan betjenes med tastatur og uden JavaScript. Hver graf og hvert kort har en tabel bag sig. Siderne er prøvet med automatisk kontrol i flere skærmbredder.
page-was-known = Det ved vi mangler
page-was-known-matrix = Den store tabel med alle svar kræver, at man ruller vandret på små skærme. De samme svar står på siderne for hver anbefaling og hver kommune.
page-was-known-files = Bemærkninger vises, som kommunerne har skrevet dem, og kan indeholde forkortelser uden forklaring.
page-was-tell = Sig til
page-was-tell-text = Skriv til sekretariatet, hvis noget ikke virker for dig. Får du ikke svar, kan du klage til Digitaliseringsstyrelsen.
