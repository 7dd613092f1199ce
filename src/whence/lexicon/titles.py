"""`titles.toml` -> offices and callings with their sectors; Mr. and Mrs.; "former"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from whence.lexicon.phrases import tables_of, words_of_table

NO_SECTOR = frozenset({"other", "lawyers"})
"""Tables of titles that tell no sector."""


@cache
def title_sectors() -> Mapping[str, str | None]:
    """Title in lower case to its PLOVER sector; None where it tells none."""
    return {
        title: None if table in NO_SECTOR else table
        for table in tables_of("titles")["titles"]
        for title in words_of_table("titles", "titles", table)
    }


@cache
def male_honorifics() -> frozenset[str]:
    """Words before a man's name, without dots."""
    return frozenset(
        word.replace(".", "") for word in words_of_table("titles", "honorifics", "male")
    )


@cache
def female_honorifics() -> frozenset[str]:
    """Words before a woman's name, without dots."""
    return frozenset(
        word.replace(".", "") for word in words_of_table("titles", "honorifics", "female")
    )


@cache
def words_before_titles() -> frozenset[str]:
    """Words like "former", "acting", "top"; in lower case."""
    return frozenset(words_of_table("titles", "before_titles"))


@cache
def united_states_titles() -> frozenset[str]:
    """Titles that only the press of the United States prints, without dots."""
    return frozenset(word.replace(".", "") for word in words_of_table("titles", "united_states"))


@cache
def ministry_fields() -> frozenset[str]:
    """What a ministry is for, one word each, in lower case."""
    return frozenset(words_of_table("titles", "fields"))


@cache
def states_by_title() -> Mapping[str, str]:
    """Title in lower case to the one state whose press gives it without saying the state."""
    return {
        title: code
        for code in tables_of("titles")["of_one_state"]
        for title in words_of_table("titles", "of_one_state", code)
    }
