# Sekretariatets adgang.
desk-secretariat = Sekretariatet
