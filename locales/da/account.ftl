# Brugere: roller, afslag og breve. Siderne står i people_page.ftl.
account-role-secretariat = Sekretariat
account-role-coordinator = Koordinator
account-role-approver = Godkender
account-role-clerk = Udvalgssekretær
account-role-reader = Læser
account-role-administrator = Administrator
account-role-operator = Driftsansvarlig

account-refusal-mail = Det er ikke en mailadresse. Skriv én adresse, for eksempel pia.hansen@kommune.dk.
account-refusal-no-name = Skriv et navn.
account-refusal-name = Navnet kan ikke bruges. Skriv højst 100 bogstaver på én linje, uden < > @ og anførselstegn.
account-refusal-no-role = Vælg mindst én rolle.
account-refusal-not-allowed = Det må du ikke her. Spørg sekretariatet eller kommunens administrator.
account-refusal-disabled = Personen har en bruger, der er lukket. Åbn den igen, eller spørg sekretariatet.
account-refusal-invited-already = Personen har allerede taget imod invitationen, eller brugeren er lukket. Du behøver ikke sende den igen.
account-refusal-role-held = Personen har allerede den rolle.
account-refusal-role-not-held = Personen har ikke længere den rolle. Nogen har taget den fra.
account-refusal-disable-oneself = Du kan ikke lukke din egen bruger. Bed en anden om det.
account-refusal-disabled-already = Brugeren er allerede lukket.
account-refusal-not-disabled = Brugeren er ikke lukket.
account-refusal-serves-others = Personen har også roller, som du ikke må give eller tage. Fjern rollerne hos jer, eller bed den, der står for de andre, om at lukke brugeren.
account-refusal-hand-over-to = Vælg en anden person hos myndigheden, hvis bruger er åben.
account-refusal-stale = Oplysningerne er ændret, siden du åbnede siden. Se dem igennem, og gem igen.
account-refusal-wait-seconds = { $seconds ->
    [one] Der er prøvet for mange gange. Vent 1 sekund, og prøv igen.
   *[other] Der er prøvet for mange gange. Vent { $seconds } sekunder, og prøv igen.
 }
account-refusal-wait-minutes = { $minutes ->
    [one] Der er prøvet for mange gange. Vent 1 minut, og prøv igen, eller bed om en ny adgangskode.
   *[other] Der er prøvet for mange gange. Vent { $minutes } minutter, og prøv igen, eller bed om en ny adgangskode.
 }
account-refusal-current = Det er ikke din nuværende adgangskode. Prøv igen, eller bed om en ny på siden Log på.
account-refusal-password-short = Adgangskoden er på { $length } tegn. Brug mindst { $shortest }, gerne en sætning.
account-refusal-password-long = Adgangskoden er for lang. Brug højst { $longest } tegn.
account-refusal-password-guessed = Adgangskoden er for let at gætte: den ligner dit navn, din mailadresse eller noget, som mange bruger. Prøv med en sætning, der kun siger dig noget.
account-refusal-password-again = De to adgangskoder er ikke ens. Skriv den samme begge steder.

account-letter-invitation-subject = Du er inviteret til Pejling
account-letter-invitation =
    Hej { $name }

    { $inviter } har inviteret dig til Pejling, hvor kommunerne melder status på de fælles anbefalinger om beskæftigelse.

    { $authority }: { $roles }

    Åbn linket, og vælg en adgangskode. Det virker én gang og til og med { $until }.

    {"{"}link{"}"}

    Send ikke linket videre: det er kun til dig. Har du ikke ventet det her, kan du lade være med at gøre noget.
account-letter-roles-subject = Du har fået en ny rolle i Pejling
account-letter-roles =
    Hej { $name }

    { $inviter } har givet dig en rolle i Pejling.

    { $authority }: { $roles }

    Log på, som du plejer: { $address }
account-letter-reset-subject = Vælg en ny adgangskode til Pejling
account-letter-reset =
    Hej { $name }

    Nogen har bedt om en ny adgangskode til din bruger i Pejling. Var det dig, så åbn linket og vælg den. Det virker én gang og i en time.

    {"{"}link{"}"}

    Var det ikke dig, skal du ikke gøre noget. Din adgangskode er den samme som før.
account-letter-password-subject = Din adgangskode til Pejling er ændret
account-letter-password =
    Hej { $name }

    Adgangskoden til din bruger i Pejling er lige blevet ændret, og du er logget af alle andre steder.

    Var det ikke dig, så vælg straks en ny: { $address }/forgotten-password – og sig det til sekretariatet.

account-did-accept-invitation = Tog imod en invitation
account-did-change-password = Skiftede sin adgangskode
account-did-disable-account = Lukkede en bruger
account-did-edit-account = Ændrede sine oplysninger
account-did-enable-account = Åbnede en bruger igen
account-did-end-session = Loggede af et andet sted
account-did-grant-role = Gav en rolle
account-did-hand-over = Overdrog roller
account-did-invent-person = Opfandt en person
account-did-invite-again = Sendte en invitation igen
account-did-invite-person = Inviterede en person
account-did-request-reset = Bad om en ny adgangskode
account-did-reset-password = Valgte en ny adgangskode
account-did-revoke-role = Fjernede en rolle
account-did-sign-in = Loggede på
account-did-sign-in-as = Loggede på som en opdigtet person
account-did-sign-in-refused = Måtte vente efter flere forkerte forsøg
account-did-sign-out = Loggede af
account-did-sign-out-everywhere = Loggede af alle steder
account-did-take-first-account = Oprettede den første bruger
