"""`groups.toml` -> nouns that with a nationality name a group or an organ of a state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from whence.lexicon.bodies import Body, body_of
from whence.lexicon.phrases import tables_of, words_of_table
from whence.lexicon.rows import rows_of


@cache
def group_sectors() -> Mapping[str, str | None]:
    """Noun in lower case to its PLOVER sector; None where it tells none."""
    return {
        noun: None if table == "none" else table
        for table in tables_of("groups")["groups"]
        for noun in words_of_table("groups", "groups", table)
    }


@cache
def organ_nouns() -> frozenset[str]:
    """Those of the nouns that name a body, not many people."""
    return frozenset(words_of_table("groups", "organisations"))


@cache
def words_between() -> frozenset[str]:
    """What may stand between the nationality and the noun ("senior", "military")."""
    return frozenset(words_of_table("groups", "between"))


@cache
def blocs() -> frozenset[str]:
    """Adjectives of no single state ("Western")."""
    return frozenset(words_of_table("groups", "blocs"))


@cache
def standing_groups() -> tuple[str, ...]:
    """Groups with a name of their own ("the West")."""
    return words_of_table("groups", "standing")


@cache
def party_members() -> tuple[Body, ...]:
    """What the members of parties are called ("Republicans"), as if they were a body."""
    return tuple(body_of(row) for row in rows_of("groups", "members"))


@cache
def modified_nouns() -> frozenset[str]:
    """Words after which "military" or "government" was an adjective ("bases")."""
    return frozenset(words_of_table("groups", "modified"))
