# Words that every room uses: statuses, obligations, levels of problems.

common-status-green = Grøn
common-status-yellow = Gul
common-status-red = Rød
common-status-not-participating = Deltager ikke
common-status-not-reported = Ikke indberettet

common-letter-green = G
common-letter-yellow = Y
common-letter-red = R

common-obligation-must = Skal
common-obligation-may = Kan

common-level-error = Fejl
common-level-warning = Advarsel
common-level-notice = Oplysning
