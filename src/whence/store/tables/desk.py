"""Who may use the desk, and what they did."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, Table, Text, UniqueConstraint

from whence.store.tables.base import metadata

USERS = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text),  # argon2id, as PHC writes it
    Column("issuer", Text),
    Column("subject", Text),
    Column("created_at", Text, nullable=False),
    Column("disabled_at", Text),
    UniqueConstraint("issuer", "subject"),
)

SESSIONS = Table(
    "sessions",
    metadata,
    Column("token_hash", Text, primary_key=True),  # SHA-256; the token itself is kept nowhere
    Column("who", Text, ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("address", Text),
    Column("created_at", Text, nullable=False),
    Column("used_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)

BUCKETS = Table(  # token buckets of what may not be tried often
    "buckets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("level", Float, nullable=False),
    Column("filled_at", Float, nullable=False),  # seconds since 1970
)

AUDIT = Table(  # triggers refuse to change or delete a row
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("role", Text),
    Column("address", Text),
    Column("action", Text, nullable=False),
    Column("about", Text),
    Column("detail", Text, nullable=False),  # a JSON object of texts
)
