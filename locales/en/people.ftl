# Authorities and the journal.
people-refusal-unknown-authority = The authority is not in the register.
people-refusal-carries-out-own-work = An authority always carries out its own work. Choose another one.
people-journal-gap = Something is missing in the journal before number { $number }. Restore a backup.
people-journal-changed = Number { $number } of the journal was changed after it was written. Restore a backup.
