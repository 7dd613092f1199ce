"""Two numbers -> the range or the share that they make ("1,500 to 3,000", "six in 10")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.values.numerals import Value, read_number, tidy
from whence.values.printed import Figure, number_pattern, read_figure

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

_SCORE_WORDS = re.compile(
    r"\b(?i:won|win|wins|beat|beats|lost|lose|loses|lead|leads|led|drew|draw|score|scored|voted|vote|ruled|ruling|defeat|victory"
    r"|by\s+a|tied|split)\s+(?:\w+\s+)?$",
)
_THOUSAND = 1000
_OUT_OF = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?")
_WHOLES = frozenset({3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 1000})


def share_from(text: str, first: Figure, ceiling: int) -> Figure | None:
    """Read "six in 10" as per cent; None where there is no share."""
    joint = _OUT_OF.match(text, first.end, ceiling)
    second = number_pattern().match(text, joint.end(), ceiling) if joint else None
    other = read_figure(second) if second else None
    if other is None or first.unit or other.unit or other.low.number not in _WHOLES:
        return None
    if first.low.is_least or not first.low.number < other.low.number:
        return None
    share = tidy(round(100 * first.low.number / other.low.number, 2))
    return Figure(first.start, other.end, Value(share), None, "%", first.words or "in", "")


_SEPARATOR = re.compile(
    r"\s?[-–—]\s?|\s+(?:to|and|or)\s+(?:(?:about|some|nearly|even|perhaps|as\s+many\s+as)\s+)?"
)
_BETWEEN = re.compile(r"\b(?i:between)\s+(?:(?:an\s+estimated|about|some|roughly|around)\s+)?$")
_MOVED = re.compile(
    r"\b(?i:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown?|grows|growing|increas\w+"
    r"|drop(?:s|ped)?|declin\w+|cut|went|jumped|climbed|expand\w*|reduc\w+|rais\w+|down|up|shrank"
    r"|shrunk|doubled|tripled|change[sd]?|slipped|moved|plunged|soared|surged)\b[^.;]{0,40}\bfrom\s+$",
)
_STEPPED = re.compile(
    r"\b(?i:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown?|increas\w+|drop(?:s|ped)?"
    r"|declin\w+|jumped|climbed|soared|surged|plunged|went\s+up|went\s+down|up|down|widened|swelled)"
    r"\s+by\s+$",
)


def range_from(
    text: str, first: Figure, found: re.Match[str], ceiling: int
) -> tuple[int, Figure | None] | None:
    """The range that two numbers make; None where there is one number only.

    A pair with a dash that does not rise is a score or a code: its end and None.
    """
    joint = _SEPARATOR.match(text, first.end, ceiling)
    second = number_pattern().match(text, joint.end(), ceiling) if joint else None
    if joint is None or second is None:
        return None
    is_dash = joint[0].strip() in {"-", "–", "—"}
    other = read_figure(second)
    if other is None:
        return None
    before = text[max(0, first.start - 70) : first.start]
    if not is_dash and not _links(joint[0].split()[0].lower(), first, other, before):
        return None
    low = _lent_scale(first, found, other, second)
    if low < other.low.number and (first.unit in {None, other.unit} or other.unit is None):
        if is_dash and _SCORE_WORDS.search(before):
            return second.end(), None
        unit = other.unit or first.unit
        joined = joint[0].strip().lower()
        return second.end(), Figure(
            first.start, second.end(), Value(low), other.low.number, unit, first.words, joined
        )
    return (second.end(), None) if is_dash else None


def _links(word: str, first: Figure, other: Figure, before: str) -> bool:
    if first.low.is_least or other.low.is_least:
        return False
    if word == "and":
        return bool(_BETWEEN.search(before))
    if word == "to" and _grew_by(first, other, before):
        return False
    if word == "or":
        return bool(first.words) and bool(other.words) and first.low.number < other.low.number
    return not _MOVED.search(before)


def _grew_by(first: Figure, other: Figure, before: str) -> bool:
    """Whether "rose by 12 to 41" tells a step and the number reached."""
    if first.unit is not None and other.unit is not None and first.unit != other.unit:
        return True
    return first.unit == other.unit and bool(_STEPPED.search(before))


def _lent_scale(
    first: Figure, found: re.Match[str], other: Figure, second: re.Match[str]
) -> Number:
    """The first number of "two to three million" and of "10-12,000" in the scale of the second."""
    low, high = first.low.number, other.low.number
    if found["scale"] or low >= _THOUSAND:
        return low
    if second["scale"]:
        factor = high / (read_number(second["figure"]) or Value(high)).number
        return tidy(low * factor)
    if other.words and high >= _THOUSAND and not re.search("thousand|million|billion", first.words):
        scale = next((size for size in (10**12, 10**9, 10**6, 10**3) if high % size == 0), 1)
        return low * scale
    is_grouped = "," in (second["figure"] or "")
    if is_grouped and "," not in (found["figure"] or ",") and low * _THOUSAND < high:
        return low * _THOUSAND
    return low
