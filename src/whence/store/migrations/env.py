"""Run by Alembic: an open transaction -> the same, one or more steps further."""

from __future__ import annotations

from alembic import context

from whence.store.tables import metadata


def run() -> None:
    """Take the steps on the connection that the caller gives, in its transaction."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        context.configure(dialect_name="postgresql", target_metadata=metadata, as_sql=True)
    else:
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run()
