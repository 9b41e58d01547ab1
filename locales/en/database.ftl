# Data and backup.
database-damaged = The database is damaged: { $finding }. Restore a backup.
database-backup-exists = The file { $file } is there already. Choose another name.
database-backup-by-postgresql = The data are in PostgreSQL. Make the backup with pg_dump.
