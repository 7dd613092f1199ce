"""Words, names, days and numbers that are meant to be hard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from whence.ledger.identity import make_id

if TYPE_CHECKING:
    from whence.ledger.quantity import Number


HARD = "<>&\"'“”‘’«»=+-@|*_`[]()\\#~$%…–—\t\x1b\x07\u202e\u2066\u200b\u0301\ufeff語🇬🇧𝒳é"
"""Characters that have broken programs of this kind."""

letters = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,")
characters = st.one_of(
    letters,
    letters,
    st.sampled_from(HARD),
    st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"),
)

words = st.text(characters, min_size=1, max_size=24)
"""A name, a title, a cue: one line, mostly plain."""

names = words.filter(lambda text: bool(text.strip()))
"""Words that are not white space alone."""

ids = st.binary(min_size=1, max_size=4).map(lambda seed: make_id("id", seed.hex()))
maybe_names = st.none() | names
days = st.dates().map(lambda day: day.isoformat())
moments = days | st.datetimes().map(
    lambda moment: moment.replace(microsecond=0).isoformat() + "Z",
)
maybe_moments = st.none() | moments
scores = st.floats(0, 1)
numbers: st.SearchStrategy[Number] = st.integers(-(10**18), 10**18) | st.floats(
    -1e9, 1e9, allow_nan=False
)
