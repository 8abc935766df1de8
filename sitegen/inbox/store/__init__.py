"""Where the inbox keeps everything: one contract, SQLite embedded, PostgreSQL for several instances."""
