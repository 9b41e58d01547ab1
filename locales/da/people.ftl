# Myndigheder og journal.
people-refusal-unknown-authority = Myndigheden findes ikke i registret.
people-refusal-carries-out-own-work = En myndighed udfører altid sit eget arbejde. Vælg en anden.
people-journal-gap = Der mangler noget i journalen før nummer { $number }. Gendan en sikkerhedskopi.
people-journal-changed = Journalens nummer { $number } er ændret, efter at det blev skrevet. Gendan en sikkerhedskopi.
