"""Run by Alembic: an open transaction -> the same, one or more steps further."""

from __future__ import annotations

from alembic import context

from whence.store.tables import metadata

_BY_CODE_POINT = """
DO $$ DECLARE own record; BEGIN
  FOR own IN
    SELECT table_name AS name, string_agg(
      'ALTER COLUMN ' || quote_ident(column_name) || ' TYPE text COLLATE "C"', ', ') AS changes
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'text'
      AND collation_name IS DISTINCT FROM 'C'
    GROUP BY table_name
  LOOP EXECUTE 'ALTER TABLE ' || quote_ident(own.name) || ' ' || own.changes; END LOOP;
END $$
"""
"""Lets PostgreSQL order and compare texts as SQLite and Python do, whatever its language is."""


def run() -> None:
    """Take the steps on the connection that the caller gives, in its transaction."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        context.configure(dialect_name="postgresql", target_metadata=metadata, as_sql=True)
    else:
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
        if context.get_context().dialect.name == "postgresql":
            context.execute(_BY_CODE_POINT)


run()
