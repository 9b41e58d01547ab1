# What every page shares: head and foot, components, errors.

web-skip = Gå til indholdet
web-languages = Sprog
web-menu = Hovedmenu
web-crumbs = Du er her
web-front-page = Forsiden
web-sign-in = Log på
web-sign-out = Log af
web-fictional = Svarene er opdigtede. Kommunerne findes, men har ikke svaret det, der står her.
web-footer = Pejling samler kommunernes status på fælles anbefalinger om beskæftigelse.
web-about = Om Pejling
web-accessibility = Tilgængelighed

web-legend = Sådan læses mærkerne
web-legend-changed = Hjørnet viser, at svaret er ændret siden runden før
web-matrix-open = Se svaret og hvor det kommer fra
web-show-table = Vis som tabel
web-status = Status
web-municipality = Kommune
web-municipalities = Kommuner

web-filters = Afgræns listen
web-filter-apply = Vis
web-filter-clear = Vis alt
web-cancel = Fortryd
web-error-summary = Der er noget, du skal rette

web-pages = Sider
web-page-before = Forrige
web-page-after = Næste
web-page-number = Side { $number }

web-step-done = Færdig
web-step-current = I gang
web-step-ahead = Venter

web-error-not-found = Siden findes ikke
web-error-not-found-text = Måske er adressen skrevet forkert, eller siden er flyttet. Det kan også være, at den kun vises for dem, der er logget på.
web-error-forbidden = Du har ikke adgang til siden
web-error-forbidden-text = Log på med en bruger, der har adgang, eller spørg sekretariatet.
web-error-refused = Det kunne ikke lade sig gøre
web-error-refused-text = Det, der blev sendt, kan ikke bruges. Gå tilbage, ret det og prøv igen.
web-error-too-large = Det, du sendte, er for stort
web-error-too-large-text = Send færre filer ad gangen, eller gør filen mindre, og prøv igen.
web-error-busy = Det tog for lang tid
web-error-busy-text = Vent et øjeblik, og prøv igen. Der er ikke gemt noget.
web-error-failed = Noget gik galt hos os
web-error-failed-text = Fejlen er noteret. Prøv igen om lidt. Sker det igen, så giv sekretariatet henvisningen herunder.
web-error-reference = Henvisning: { $reference }
web-error-way-on = Til forsiden

web-gallery = Galleri
web-gallery-lead = Alle de dele, som siderne er bygget af, med eksempler.
web-api = API
