"""`name_heads.toml` -> last words of a name that tell what is named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from whence.ledger.entity import EntityKind
from whence.lexicon.phrases import tables_of, words_of_table


@cache
def head_kinds() -> Mapping[str, EntityKind]:
    """Last word of a name to what it names."""
    return {
        word: EntityKind(kind)
        for kind in ("place", "document", "organisation")
        for word in words_of_table("name_heads", kind)
    }


@cache
def head_sectors() -> Mapping[str, str]:
    """Last word of an organisation's name to its PLOVER sector, where it tells one."""
    return {
        word: sector
        for sector in tables_of("name_heads")["sectors"]
        for word in words_of_table("name_heads", "sectors", sector)
    }
