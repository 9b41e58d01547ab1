# Breve: hvad der siges ved start, og hvorfor et brev ikke kom af sted.
mail-refusal-smtp = Adressen på mailserveren { $address } kan ikke læses. Skriv den som smtp://bruger@server:587 eller smtps://server. Til sidst kan stå ?tls=none, hvis serveren ligger på et lukket net.
mail-refusal-password-in-address = Der står en adgangskode i adressen på mailserveren, hvor andre på maskinen kan se den. Skriv den i en fil, og angiv filen med --smtp-password-file.
mail-refusal-no-password = Der mangler en adgangskode til mailserveren for { $user }. Skriv den i en fil, og angiv filen med --smtp-password-file.
mail-refusal-password-without-user = Der er angivet en adgangskode til mailserveren, men ingen bruger. Skriv brugeren i adressen: smtp://bruger@server.
mail-refusal-password-in-the-open = Adgangskoden ville blive sendt ukrypteret til mailserveren. Fjern ?tls=none, eller brug en server uden adgangskode.
mail-refusal-no-from = Sig, hvem brevene er fra, med --mail-from, for eksempel "KKR-sekretariatet <sekretariat@kommune.dk>".
mail-refusal-from = Afsenderen { $address } kan ikke læses. Skriv den som "Navn <navn@kommune.dk>".
mail-refusal-no-public-address = Breve har links i sig. Sig, hvor folk når Pejling, med --public-address, for eksempel https://pejling.dk.
mail-refusal-public-address = Den offentlige adresse { $address } kan ikke læses. Skriv den som https://pejling.dk, uden noget efter navnet.
mail-refusal-not-given-up = Brevet er ikke opgivet: det venter på at blive sendt eller er sendt. Genindlæs siden.
mail-refusal-link-is-gone = Brevet havde et personligt link, som er slettet. Send en ny invitation i stedet.

mail-failure-address = Adressen { $address } kan ikke bruges. Ret den hos personen, og send et nyt brev.
mail-failure-silence = Mailserveren svarede ikke i tide.
mail-failure-refused = Mailserveren tog ikke imod brevet: { $answer }
mail-failure-connection = Der var ingen forbindelse til mailserveren: { $reason }
mail-failure-out-of-date = Brevet er fra { $on } og blev ikke sendt dengang. Læs det igennem, og send det, hvis det stadig passer.
