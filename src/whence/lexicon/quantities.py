"""quantities.toml -> the words of counting: numbers, bounds, units, whose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CountWords:
    """The word lists of quantities.

    Attributes:
        ones: "one" to "nine"; `teens` and `tens` likewise, in lower case.
        scales: "thousand" and up; `scale_marks` are the letters after figures.
        collectives: "dozens" and up: the least that they can be; `handful` likewise.
        groups: Exact numbers in several words ("half a dozen").
        cues: Phrases before a number, by kind: upper, lower, above, below, about, more.
        tails: Phrases after a number, by kind: lower, upper, about.
        about_blocked: Words after which some of the cues are prepositions; `up_to_blocked`
            those after which "up to" bounds nothing.
        percent: Words for "%" with the unit that they stand for.
        designators: In lower case; True where only a capital makes the word one.
        nouns: Heads of counted groups, in lower case.
        harm: Words beside which a number without a noun counts people.
        harm_nouns: What there may be none of after a blow ("no casualties").
        measure_nouns: Units of measure that stand in the singular before another noun.
        seldom_counted: Singulars of `nouns` that are mostly turns of speech.
        fractions: Names of parts, with how many make the whole.
        countries: Adjective, word for one of its people, or the name itself -> name.
    """

    ones: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    scale_marks: Mapping[str, int]
    collectives: Mapping[str, int]
    handful: Mapping[str, int]
    groups: Mapping[str, int]
    cues: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    more: tuple[str, ...]
    less: tuple[str, ...]
    rise: frozenset[str]
    fall: frozenset[str]
    takes_by: frozenset[str]
    about_blocked: frozenset[str]
    up_to_blocked: frozenset[str]
    percent: Mapping[str, str]
    currencies: tuple[str, ...]
    measures: tuple[str, ...]
    designators: Mapping[str, bool]
    nouns: frozenset[str]
    singulars: frozenset[str]
    not_nouns: frozenset[str]
    not_plural: frozenset[str]
    bodies: frozenset[str]
    harm: frozenset[str]
    harm_nouns: frozenset[str]
    measure_nouns: frozenset[str]
    seldom_counted: frozenset[str]
    fractions: Mapping[str, int]
    countries: Mapping[str, str]


_SETS = (
    "rise",
    "fall",
    "takes_by",
    "up_to_blocked",
    "about_blocked",
    "not_nouns",
    "not_plural",
    "harm",
    "harm_nouns",
    "measure_nouns",
    "seldom_counted",
)
"""Lists that are sets of words, by their name in the file."""


@cache
def count_words() -> CountWords:
    """The lists, read once."""
    path = files("whence.lexicon") / "data" / "quantities.toml"
    lists = loads(path.read_text(encoding="utf-8"))
    numbers = ("ones", "teens", "tens", "scales", "scale_marks", "collectives", "handful", "groups")
    cues = {name: tuple(lists[name]["words"]) for name in ("upper", "lower", "above", "below")}
    cues["about"] = tuple(lists["about"]["words"])
    cues["more"] = tuple(lists["more_words"]["before"])
    tails = {"lower": "or_more", "upper": "or_less", "about": "or_so"}
    nouns = _set(lists, "nouns")
    singulars = {noun[:-1] for noun in nouns if noun.endswith("s")} | _set(lists, "singulars")
    capital_only = _set(lists, "contents_numbered")
    sets: dict[str, Any] = {name: _set(lists, name) for name in _SETS}
    return CountWords(
        **{name: lists[name]["numbers"] for name in numbers},
        **sets,
        cues=cues,
        tails={kind: tuple(lists[name]["words"]) for kind, name in tails.items()},
        more=tuple(lists["more_words"]["after"]),
        less=tuple(lists["less_words"]["after"]),
        percent=lists["percent"]["units"],
        currencies=tuple(lists["currencies"]["words"]),
        measures=tuple(lists["measures"]["words"]),
        designators={word: word in capital_only for word in _set(lists, "designators")},
        nouns=nouns,
        singulars=frozenset(singulars - _set(lists, "seldom_counted")),
        bodies=frozenset(lists["bodies"]["words"]),
        fractions=lists["fractions"]["numbers"],
        countries=_countries(lists["demonyms"]["countries"]),
    )


def _set(lists: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in lists[name]["words"])


def _countries(demonyms: dict[str, list[str]]) -> dict[str, str]:
    names = {name: name for name in demonyms}
    for name, words in demonyms.items():
        for word in words:
            names[word] = name
            names.setdefault(f"{word}s", name)
    return names
