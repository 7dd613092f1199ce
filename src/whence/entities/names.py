"""A person's name -> its family name, and whether "he" or "she" follows."""

from __future__ import annotations

from functools import lru_cache

from whence.entities.runs import SUFFIXES
from whence.entities.words import keys_of
from whence.lexicon.given_names import family_first_names, female_names, male_names
from whence.lexicon.nearby import nearby

FEWEST_PARTS = 3  # of a name that is printed family name first: "Choe Son Hui"


def surname_of(name: str) -> tuple[str, ...]:
    """The keys of the family name, with its particles ("van der Bellen")."""
    parts = keys_of(name)
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts = parts[:-1]
    if parts[0] in family_first_names() and len(parts) >= FEWEST_PARTS:
        return parts[:1]
    start = len(parts) - 1
    while start > 1 and parts[start - 1] == "-":
        start -= 2
    while start > 1 and parts[start - 1].lower() in nearby("particles"):
        start -= 1
    return parts[max(start, 0) :]


@lru_cache(maxsize=1024)
def gender_of(name: str) -> str | None:
    """Say "he" or "she" as the given name tells; None where it does not."""
    parts = keys_of(name)
    first = parts[0] if parts else ""
    if len(parts) >= FEWEST_PARTS and surname_of(name) == parts[:1]:
        return None  # "Kim Min-ho" is no Kim
    is_male, is_female = first in male_names(), first in female_names()
    if is_male == is_female:
        return None
    return "he" if is_male else "she"
