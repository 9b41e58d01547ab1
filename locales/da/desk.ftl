# Sekretariatets adgang.
desk-secretariat = Sekretariatet
desk-sign-in-title = Log ind som sekretariat
desk-sign-in = Log ind
desk-sign-in-key = Nøglen blev vist, da Pejling blev startet, og ligger i filen desk-key i datamappen.
desk-sign-in-demo = Alle svar er opdigtede her, så du behøver ingen nøgle. Prøv at modtage, gennemgå og frigive skemaer, som sekretariatet gør det.
desk-key = Nøgle
desk-refusal-wrong-key = Nøglen passer ikke. Kopiér den fra filen desk-key i datamappen, og prøv igen.
