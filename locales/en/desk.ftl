# The secretariat's way in.
desk-secretariat = The secretariat
