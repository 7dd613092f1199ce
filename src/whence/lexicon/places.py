"""`places.toml` -> towns, regions, seas and parts of the world."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from whence.lexicon.phrases import tables_of, words_of_table


@cache
def places() -> Mapping[str, str | None]:
    """Name to the alpha-3 code of the state that it lies in; None where it is no state's."""
    return {
        name: None if code == "none" else code
        for code in tables_of("places")
        for name in words_of_table("places", code)
    }
