"""ports.Store in SQLAlchemy Core on SQLite: engine, tables, units of work, migrations."""
