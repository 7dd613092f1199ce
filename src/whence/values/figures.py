"""A sentence -> the numbers printed in it that count or measure, and the pairs that are ranges.

Left out: numbers in times, addresses, names of things ("F-16", "Article 5", "33rd"), scores.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.quantities import count_words
from whence.values.fences import fences_in
from whence.values.naming import is_titled, names_thing
from whence.values.numerals import (
    FEW,
    FIGURES,
    Value,
    read_number,
    tidy,
    vague_pattern,
    word_pattern,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whence.ledger.quantity import Number


class Figure(NamedTuple):
    """A number or a range, before the words around it are looked at.

    Attributes:
        low: Its value, or that of the first number of a range.
        high: None where it is one number.
        unit: Where it is part of the number: a currency, "%".
        words: As printed, in lower case, for numbers in words; "" for figures.
        joint: What stands between the numbers of a range, in lower case; "" for one number.
    """

    start: int
    end: int
    low: Value
    high: Number | None
    unit: str | None
    words: str
    joint: str


_LISTED = re.compile(r"[\s\"“]*\(?\d{1,3}[.)](?=\s|$)")
_AND_ALSO = re.compile(r"\s*(?:,|and|or|to|&|-|–)\s*")
_SCORE_WORDS = re.compile(
    r"\b(?i:won|win|wins|beat|beats|lost|lose|loses|lead|leads|led|drew|draw|score|scored|voted|vote|ruled|ruling|defeat|victory"
    r"|by\s+a|tied|split)\s+(?:\w+\s+)?$",
)
_THOUSAND = 1000
_WORD = re.compile(r"[^\W_]+")
_IN_WORDS = ("fraction", "part", "half", "vague", "words", "some")
_POINTS = r"percent|per\s+cent|percentage[-\s]points?"
_PART_ENDS = (
    r"\s*[,.;)]|\s+(?:in|since|to|over|from|on|compared|last|this|between|after|as|by|and|when)\b|$"
)
_BY_PART = re.compile(r"\b(?:by|of)\s+(?:[\w-]+\s+){0,2}$")


@cache
def _number() -> re.Pattern[str]:
    words = count_words()
    currencies = _join(words.currencies)
    percent = rf"(?P<percent>\s?%|[-\s]+(?i:{_join(w for w in words.percent if w != '%')})\b)"
    marks = f"{_join(words.scale_marks)}|M|B|K"
    scale = rf"[-\s\u00a0]?(?i:{_join(words.scales)})(?!\w)|(?:{marks})(?!\w)"
    measure = _join(words.measures)
    figures = rf"(?:(?P<currency>{currencies})\s?)?(?P<figure>{FIGURES})(?!,\d)(?P<scale>{scale})?"
    parts = rf"(?:an?|one|two|three|four)[-\s](?:{_join(words.fractions)})"
    fraction = (
        rf"(?P<fraction>{parts}(?=\s+of\b)|half(?=\s+of\b|\s+the\b|\s+its\b|\s+their\b))"
        rf"|(?P<part>{parts}|half)(?={_PART_ENDS})"
    )
    points = (
        rf"(?P<half>half\s+(?:of\s+)?an?|an?\s+(?:half|quarter)(?:\s+of\s+an?)?)"
        rf"(?=[-\s]+(?:{_POINTS})\b)"
    )
    return re.compile(
        rf"(?:(?i:{fraction}|{points})|(?P<vague>(?i:{vague_pattern()}))"
        rf"|(?P<words>(?i:{word_pattern()}))|(?P<some>(?i:several|a\s+few)(?=\s))|{figures})"
        rf"{percent}?(?=(?:{measure}|[CF])(?!\w)|[^\w]|$|(?<=%))",
    )


@cache
def _currency_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_join(count_words().currencies)})\s?$")


@cache
def _openers() -> frozenset[str]:
    """First words of numbers in words, in lower case; those after an article too."""
    words = count_words()
    names = {*words.ones, *words.teens, *words.tens, *words.collectives, *words.handful}
    names |= {*words.groups, *words.scales, "hundred", "zero", "half", "tens", *FEW}
    return frozenset(re.split(r"[\s-]", name)[0] for name in names) - {"a"} | {"a", "an"}


@cache
def _after_article() -> frozenset[str]:
    words = count_words()
    names = {*words.scales, *words.fractions, *words.groups, *words.handful}
    last = {re.split(r"[\s-]", name)[-1] for name in names}
    return frozenset(last | {"hundred", "dozen", "few", "couple", "half"})


def _join(names: object) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))  # type: ignore[call-overload]
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


def _openings(text: str, start: int, end: int) -> Iterator[int]:
    """Where a number may begin."""
    words = [(found.start(), found[0]) for found in _WORD.finditer(text, start, end)]
    openers, following = _openers(), _after_article()
    for (at, word), (_, next_word) in zip(words, [*words[1:], (end, "")], strict=False):
        if word[0].isdigit() or word[0] in "½¼¾":
            at -= at > start and text[at - 1] == "." and not text[max(at - 2, 0)].isalnum()  # noqa: PLW2901
            currency = _currency_before().search(text, max(start, at - 7), at)
            at = currency.start() if currency else at  # noqa: PLW2901
        else:
            low = word.lower()
            if low not in openers or (low in {"a", "an"} and next_word.lower() not in following):
                continue
        if at == start or not (text[at - 1].isalnum() or text[at - 1] in "_.,/:#@&+’'-"):
            yield at


def figures_in(
    text: str, start: int, end: int, times: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    """The numbers of a sentence `[start, end)`, ascending, apart from each other."""
    listed = _LISTED.match(text, start, end)
    position = listed.end() if listed else start
    begun = [at for at in _openings(text, start, end) if at >= position]
    if not begun:
        return
    fences = [*times, *fences_in(text, start, end)]
    named = start
    titled = is_titled(text[start:end])
    for at in begun:
        found = _number().match(text, at, end) if at >= position else None
        if found is None or not found[0]:
            continue
        position = found.end()
        if any(first < found.end() and found.start() < last for first, last in fences):
            continue
        read = _number_or_range(text, found, end)
        position = max(position, read.end)
        figure = read.figure
        if figure is None:
            continue
        is_listed = named > start and _AND_ALSO.fullmatch(text, named, figure.start)
        if not read.is_share and (
            is_listed or names_thing(text, start, figure.start, figure.end, is_titled=titled)
        ):
            named = figure.end
        else:
            yield figure
        position = figure.end


class _Read(NamedTuple):
    """A number found, where it ends, and whether it is a share ("six in 10")."""

    figure: Figure | None
    end: int
    is_share: bool = False


def _number_or_range(text: str, found: re.Match[str], end: int) -> _Read:
    figure = _figure(found)
    if figure is None or _is_compound_name(text, found):
        return _Read(None, found.end())
    share = _share(text, figure, end)
    if share is not None:
        return _Read(share, share.end, is_share=True)
    second = _range(text, figure, found, end)
    if second is None:
        return _Read(figure, figure.end)
    return _Read(second[1], second[0])


def _figure(found: re.Match[str]) -> Figure | None:
    currency, percent = found["currency"], found["percent"]
    unit = currency
    if percent:
        unit = count_words().percent[" ".join(percent.lower().replace("-", " ").split())]
    words = _words_of(found)
    if found["fraction"] or found["part"]:
        if found["part"] and not _BY_PART.search(
            found.string[max(0, found.start() - 30) : found.start()]
        ):
            return None
        return Figure(*found.span(), Value(_fraction(words)), None, "%", words.lower(), "")
    scale = found["scale"] or ""
    end = found.end()
    if scale in {"m", "b", "B", "t"} and not currency and not _COUNTED.match(found.string, end):
        scale, end = "", found.start("scale")
    value = read_number(words or found["figure"] + scale)
    if value is None:
        return None
    return Figure(found.start(), end, value, None, unit, words.lower(), "")


_COUNTED = re.compile(
    r"(?:\s?(?:-|–|to\b)\s?\d[\d.,]*(?:m|bn?)?)?(?:\s+(?:[a-z]+\s+){0,2}[a-z]+s\b|\s+people\b)"
)


def _words_of(found: re.Match[str]) -> str:
    return next((found[name] for name in _IN_WORDS if found[name]), "")


def _fraction(words: str) -> Number:
    lists = count_words()
    parts = re.split(r"[-\s]+", words.lower())
    count = lists.ones.get(parts[0], 1) if len(parts) > 1 else 1
    return tidy(round(100 * count / lists.fractions[parts[-1]], 2))


def _is_compound_name(text: str, found: re.Match[str]) -> bool:
    """Whether it is as in "two-state", "Three Gorges": words that are no count."""
    if found["words"] and found["words"][0].isupper() and found.start() > 0:
        before = text[: found.start()].rstrip(" ")[-1:]
        after = re.match(r"\s+[A-Z]", text[found.end() : found.end() + 4])
        return (
            bool(after)
            and before.isalpha()
            and not is_titled(text[found.start() : found.end() + 40])
        )
    return False


_OUT_OF = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?")
_WHOLES = frozenset({3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 1000})


def _share(text: str, first: Figure, ceiling: int) -> Figure | None:
    """Read "six in 10" as per cent; None where there is no share."""
    joint = _OUT_OF.match(text, first.end, ceiling)
    second = _number().match(text, joint.end(), ceiling) if joint else None
    other = _figure(second) if second else None
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


def _range(
    text: str, first: Figure, found: re.Match[str], ceiling: int
) -> tuple[int, Figure | None] | None:
    """The range that two numbers make; None where there is one number only.

    A pair with a dash that does not rise is a score or a code: its end and None.
    """
    joint = _SEPARATOR.match(text, first.end, ceiling)
    second = _number().match(text, joint.end(), ceiling) if joint else None
    if joint is None or second is None:
        return None
    is_dash = joint[0].strip() in {"-", "–", "—"}
    other = _figure(second)
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
