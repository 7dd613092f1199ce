"""`given_names.toml` -> given names with "he" or "she", family names that come first."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import words_of_table


@cache
def given_names() -> frozenset[str]:
    """Names that start a person's name."""
    other = {*words_of_table("given_names", "other"), *words_of_table("given_names", "phoenix")}
    return male_names() | female_names() | other


@cache
def male_names() -> frozenset[str]:
    """Names of men, some also of women."""
    return frozenset(words_of_table("given_names", "male"))


@cache
def female_names() -> frozenset[str]:
    """Names of women, some also of men."""
    return frozenset(words_of_table("given_names", "female"))


@cache
def family_first_names() -> frozenset[str]:
    """Korean, Chinese and Vietnamese family names."""
    return frozenset(words_of_table("given_names", "family_first"))
