# Accounts: roles, refusals and letters. The pages are in people_page.ftl.
account-role-secretariat = Secretariat
account-role-coordinator = Coordinator
account-role-approver = Approver
account-role-clerk = Council clerk
account-role-reader = Reader
account-role-administrator = Administrator
account-role-operator = Operator

account-refusal-mail = This is not a mail address. Write one address, for example pia.hansen@kommune.dk.
account-refusal-no-name = Write a name.
account-refusal-name = The name cannot be used. Write at most 100 letters on one line, without < > @ and quotation marks.
account-refusal-no-role = Choose at least one role.
account-refusal-not-allowed = You may not do this here. Ask the secretariat or the municipality's administrator.
account-refusal-disabled = This person has an account that is closed. Open it again, or ask the secretariat.
account-refusal-invited-already = This person has taken the invitation already, or the account is closed. There is no need to send it again.
account-refusal-role-held = This person has that role already.
account-refusal-role-not-held = This person no longer has that role. Somebody took it away.
account-refusal-disable-oneself = You cannot close your own account. Ask somebody else to.
account-refusal-disabled-already = The account is closed already.
account-refusal-not-disabled = The account is not closed.
account-refusal-serves-others = This person also has roles that you may not give or take. Take away the roles with you, or ask whoever looks after the others to close the account.
account-refusal-hand-over-to = Choose another person of the authority whose account is open.
account-refusal-stale = The details were changed after you opened the page. Look them through and save again.
account-refusal-wait-seconds = { $seconds ->
    [one] There were too many attempts. Wait 1 second and try again.
   *[other] There were too many attempts. Wait { $seconds } seconds and try again.
 }
account-refusal-wait-minutes = { $minutes ->
    [one] There were too many attempts. Wait 1 minute and try again, or ask for a new password.
   *[other] There were too many attempts. Wait { $minutes } minutes and try again, or ask for a new password.
 }
account-refusal-current = This is not your present password. Try again, or ask for a new one on the page Sign in.
account-refusal-password-short = The password has { $length } characters. Use at least { $shortest }; a sentence is a good one.
account-refusal-password-long = The password is too long. Use at most { $longest } characters.
account-refusal-password-guessed = The password is too easy to guess: it is like your name, your mail address or something that many people use. Try a sentence that means something to you alone.
account-refusal-password-again = The two passwords differ. Write the same one in both places.

account-letter-invitation-subject = You are invited to Pejling
account-letter-invitation =
    Dear { $name }

    { $inviter } has invited you to Pejling, where municipalities report on their joint recommendations about employment.

    { $authority }: { $roles }

    Open the link and choose a password. It works once, until { $until } inclusive.

    {"{"}link{"}"}

    Do not pass the link on: it is for you alone. If you did not expect this, you need not do anything.
account-letter-roles-subject = You have a new role in Pejling
account-letter-roles =
    Dear { $name }

    { $inviter } has given you a role in Pejling.

    { $authority }: { $roles }

    Sign in as usual: { $address }
account-letter-reset-subject = Choose a new password for Pejling
account-letter-reset =
    Dear { $name }

    Somebody asked for a new password for your account in Pejling. If it was you, open the link and choose it. It works once, for one hour.

    {"{"}link{"}"}

    If it was not you, you need not do anything. Your password is the same as before.
account-letter-password-subject = Your password for Pejling was changed
account-letter-password =
    Dear { $name }

    The password of your account in Pejling has just been changed, and you were signed out everywhere else.

    If it was not you, choose a new one at once: { $address }/forgotten-password – and tell the secretariat.

account-did-accept-invitation = Accepted an invitation
account-did-change-password = Changed their password
account-did-disable-account = Closed an account
account-did-edit-account = Edited their details
account-did-enable-account = Opened an account again
account-did-end-session = Signed out elsewhere
account-did-grant-role = Gave a role
account-did-hand-over = Handed roles over
account-did-invent-person = Invented a person
account-did-invite-again = Sent an invitation again
account-did-invite-person = Invited a person
account-did-request-reset = Asked for a new password
account-did-reset-password = Chose a new password
account-did-revoke-role = Took a role away
account-did-sign-in = Signed in
account-did-sign-in-as = Signed in as an invented person
account-did-sign-in-refused = Had to wait after several wrong attempts
account-did-sign-out = Signed out
account-did-sign-out-everywhere = Signed out everywhere
account-did-take-first-account = Made the first account
