# Besked til andre systemer.
webhook-refusal-address = Skriv en hel adresse, for eksempel https://esdh.kommune.dk/pejling, uden navn og adgangskode.
webhook-refusal-https = Adressen skal begynde med https://, så ingen kan læse med.
webhook-refusal-private = Adressen ligger på et lukket net. Vælg en, der kan nås fra internettet, eller bed den, der driver Pejling, om at tillade det.
webhook-refusal-events = Vælg mindst én af disse hændelser: { $known }.
webhook-refusal-many = Myndigheden har allerede { $most } adresser. Fjern en, før du laver en ny.
webhook-refusal-off = Besked til andre systemer er slået fra her. Bed den, der driver Pejling, om at slå det til.
webhook-sender = Udsendelse af beskeder
webhook-off-subject = Besked til jeres system er slået fra
webhook-off-text =
    Hej { $name }

    { $address } har ikke svaret længe, så Pejling sender ikke flere beskeder dertil.

    Når systemet svarer igen, kan det slås til med POST /api/v1/webhooks/…/enabling. Det, der ventede, bliver så sendt.
