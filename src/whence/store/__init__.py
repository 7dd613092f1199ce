"""Records <-> SQLite in one file, or PostgreSQL by URL."""
