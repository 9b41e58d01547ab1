# Data og sikkerhedskopi.
database-damaged = Databasen er beskadiget: { $finding }. Gendan en sikkerhedskopi.
database-backup-exists = Filen { $file } findes allerede. Vælg et andet navn.
database-backup-by-postgresql = Data ligger i PostgreSQL. Tag sikkerhedskopien med pg_dump.
