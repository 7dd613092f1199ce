"""Tables of titles: what they are of, and which of them fits which."""

from __future__ import annotations

import pytest

from whence.entities.ranks import has_role, rank_of

SAME = {
    "spelling": ("defence minister", "Defense Minister"),
    "of": ("minister of defense", "defence minister"),
    "of and affairs": ("minister of foreign affairs", "foreign minister"),
    "article": ("minister of the interior", "interior minister"),
    "hyphen": ("vice-president", "vice president"),
}


@pytest.mark.parametrize(("first", "second"), SAME.values(), ids=SAME)
def test_one_office_has_one_rank(first: str, second: str) -> None:
    """Spellings and orders of words of one title are taken apart alike."""
    assert rank_of(first) == rank_of(second)


FITS = {
    "shorter": ("foreign minister", "minister", True),
    "one field of two": ("interior and safety minister", "interior minister", True),
    "deputy": ("deputy foreign minister", "deputy minister", True),
    "longer": ("minister", "foreign minister", False),
    "minister is no deputy": ("deputy foreign minister", "foreign minister", False),
    "vice president": ("vice president", "president", False),
    "former": ("former president", "president", False),
    "other field": ("foreign minister", "interior minister", False),
    "attorney general": ("attorney general", "general", False),
    "state is no secretary": ("secretary of state", "state", False),
    "nobody": (None, "minister", False),
}


@pytest.mark.parametrize(("role", "title", "fits"), FITS.values(), ids=FITS)
def test_a_title_fits_a_closer_role(role: str | None, title: str, *, fits: bool) -> None:
    """A person of a role is meant by the same title or a shorter one of the same rank."""
    assert has_role(role, title) is fits
