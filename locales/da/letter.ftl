# Breve til kommunerne og sekretariatet.
letter-greeting = Kære { $name }
letter-signature =
    Venlig hilsen
    Sekretariatet for { $recipient }
letter-form-link =
    Her er skemaet:
    { $link }

letter-reminder-subject = { $municipality }: fremdriftsskemaet skal være her senest { $due }
letter-reminder-subject-late = { $municipality }: fremdriftsskemaet mangler
letter-reminder-before =
    Fristen for fremdriftsskemaet til "{ $round }" er { $due }. Der er { $days ->
        [one] 1 dag
       *[other] { $days } dage
    } tilbage.
letter-reminder-today = Fristen for fremdriftsskemaet til "{ $round }" er i dag, { $due }.
letter-reminder-late =
    Fristen for fremdriftsskemaet til "{ $round }" var { $due }. Det er { $days ->
        [one] 1 dag
       *[other] { $days } dage
    } siden.
letter-standing-nothing = Skemaet fra { $municipality } er ikke begyndt.
letter-standing-begun = Skemaet fra { $municipality } er begyndt, men ikke indsendt.
letter-standing-approval = Skemaet fra { $municipality } er udfyldt og venter på kommunens egen godkendelse.
letter-standing-returned = Skemaet fra { $municipality } er sendt tilbage til jer og ikke indsendt igen.
letter-reminder-escalated = Du får dette brev, fordi du godkender skemaet i { $municipality }, og flere påmindelser ikke har hjulpet.

letter-by-hand-subject = { $municipality }: fremdriftsskemaet til "{ $round }"

letter-returned-subject = { $municipality }: fremdriftsskemaet er sendt tilbage
letter-returned = Vi har set på fremdriftsskemaet til "{ $round }" fra { $municipality } og sender det tilbage. Vi skriver:

letter-accepted-subject = { $municipality }: fremdriftsskemaet er godkendt
letter-accepted = Fremdriftsskemaet til "{ $round }" fra { $municipality } er godkendt og tæller med i rapporten. Tak for det. I skal ikke gøre mere.

letter-digest-subject =
    Siden sidst: { $submitted ->
        [0] ingen nye skemaer
        [one] 1 nyt skema
       *[other] { $submitted } nye skemaer
    }
letter-digest-submitted = Indsendt: { $names }
letter-digest-reminded = Påmindet: { $names }
letter-digest-unreached = Brev kom ikke frem: { $names }
letter-digest-without-contact = Ingen kendt kontaktperson: { $names }
