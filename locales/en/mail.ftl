# Letters: what is said at start, and why a letter did not leave.
mail-refusal-smtp = The address of the mail server { $address } cannot be read. Write it as smtp://user@server:587 or smtps://server. It may end in ?tls=none if the server is on a closed network.
mail-refusal-password-in-address = There is a password in the address of the mail server, where others on the machine can see it. Write it in a file and name the file with --smtp-password-file.
mail-refusal-no-password = The mail server wants a password for { $user }. Write it in a file and name the file with --smtp-password-file.
mail-refusal-password-without-user = There is a password for the mail server but no user. Write the user in the address: smtp://user@server.
mail-refusal-password-in-the-open = The password would be sent to the mail server unencrypted. Remove ?tls=none, or use a server without a password.
mail-refusal-no-from = Say who letters are from with --mail-from, for example "KKR secretariat <secretariat@municipality.dk>".
mail-refusal-from = The sender { $address } cannot be read. Write it as "Name <name@municipality.dk>".
mail-refusal-no-public-address = Letters have links in them. Say where people reach Pejling with --public-address, for example https://pejling.dk.
mail-refusal-public-address = The public address { $address } cannot be read. Write it as https://pejling.dk, with nothing after the name.
mail-refusal-not-given-up = The letter was not given up: it waits to be sent or has been sent. Reload the page.
mail-refusal-link-is-gone = The letter had a personal link in it, which has been erased. Send a new invitation instead.

mail-failure-address = The address { $address } cannot be used. Correct it at the person, and send a new letter.
mail-failure-silence = The mail server did not answer in time.
mail-failure-refused = The mail server did not take the letter: { $answer }
mail-failure-connection = There was no connection to the mail server: { $reason }
mail-failure-out-of-date = The letter is from { $on } and was not sent then. Read it through, and send it if it still holds.
