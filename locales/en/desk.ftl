# The secretariat's way in.
desk-secretariat = The secretariat
desk-sign-in-title = Sign in as the secretariat
desk-sign-in = Sign in
desk-sign-in-key = The key was shown when Pejling was started, and lies in the file desk-key in the data folder.
desk-sign-in-demo = All answers are invented here, so you need no key. Try to receive, review and release forms as the secretariat does.
desk-key = Key
desk-refusal-wrong-key = The key does not fit. Copy it from the file desk-key in the data folder and try again.
