"""Assertions of one story -> what changed in a claim on the way from one print to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from whence.claims.compare import (
    Said,
    is_one_number,
    is_one_speaker,
    is_rounded,
    longest_run,
    share_of_both,
)
from whence.claims.port import Pair
from whence.claims.status import is_against
from whence.ledger.attribution import Quotation, Stance
from whence.ledger.claim import Assertion
from whence.ledger.drift import Drift, DriftKind, Print
from whence.ledger.factuality import Certainty
from whence.ledger.reading import Reading

ALIKE = 0.5  # likeness of two prints of one number
NEAR = 0.65  # likeness from which they need no word in common
WHOLE_RUN = 8  # words in a row that tell a quotation whoever is named
SHARED = 0.12  # of both sides' words, by how rare they are
FEWEST_WORDS = 5  # of a quotation
CUT = 4  # words that are gone at least
REWORDED = 0.5  # share of a quotation's words that stand in the other print in their order
# ours, on the examples, 2026-11

_QUOTED = re.compile('[“"‘]([^“”"]{3,}?)[”"]')
_GAPS = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_WORD = re.compile(r"[^\W_]+")
_HEDGED = frozenset({Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.UNCOMMITTED})
_ADDED = frozenset({Certainty.POSSIBLE, Certainty.PROBABLE})
_SAYING = frozenset({Stance.ASSERTS, Stance.WARNS, Stance.FEARS})


class _Way(NamedTuple):
    """From one print to the next.

    Attributes:
        is_one: Whether both are in one claim.
        likeness: Of their vectors.
    """

    before: Said
    after: Said
    is_one: bool
    likeness: float


def find_drifts(
    said: Sequence[Said],
    pairs: Sequence[Pair],
    owner: Mapping[int, int],
    readings: Mapping[str, Reading],
) -> dict[int, tuple[Drift, ...]]:
    """The drifts of each claim, by its number; of several sources the likest counts.

    Args:
        said: Assertions of one story.
        pairs: Their likeness.
        owner: Index of an assertion to the number of its claim.
        readings: By article id.
    """
    quotations = _Quotations(readings)
    best: dict[tuple[int, DriftKind], tuple[float, int, Drift]] = {}
    for one, other, likeness in pairs:
        for source, later in ((one, other), (other, one)):
            is_one = owner[source] == owner[later]
            way = _Way(said[source], said[later], is_one, likeness)
            if not _passes_on(way, readings):
                continue
            for kind, why in _changes(way, quotations):
                found = _drift(kind, why, way)
                key = (later, kind)
                if key not in best or best[key][0] < likeness:
                    best[key] = likeness, owner[later], found
    drifts: dict[int, list[Drift]] = {}
    for _, (_, number, found) in sorted(best.items()):
        drifts.setdefault(number, []).append(found)
    return {number: tuple(rows) for number, rows in drifts.items()}


def _drift(kind: DriftKind, why: str, way: _Way) -> Drift:
    before, after = way.before.assertion, way.after.assertion
    return Drift(
        kind,
        Print(before.article, before.span),
        Print(after.article, after.span),
        f"{why}: “{before.text}” became “{after.text}”",
    )


def _passes_on(way: _Way, readings: Mapping[str, Reading]) -> bool:
    """Whether one print can come from another, earlier one: one speaker, its outlet, or nobody."""
    source, later = way.before.assertion, way.after.assertion
    if source.copied_from or later.copied_from or _is_one_address(source, later, readings):
        return False
    if source.is_heading or source.attribution is None:
        return False
    if (source.printed_at or "9999")[:10] > (later.printed_at or "")[:10]:
        return False
    return (
        later.attribution is None
        or is_one_speaker(source, later)
        or _is_longer_name(source.chain[-1].name, later.chain[-1].name)
        or _names_outlet(later, source.outlet)
        or longest_run(way.before.words, way.after.words) >= WHOLE_RUN
    )


def _is_longer_name(one: str | None, other: str | None) -> bool:
    """Whether one name is the other with more words behind: "Roe" and "Roe Terminals"."""
    if not one or not other:
        return False
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer.startswith(f"{shorter} ")


def _is_one_address(one: Assertion, other: Assertion, readings: Mapping[str, Reading]) -> bool:
    """Whether both stand in one article, or in two versions of it."""
    if one.article == other.article:
        return True
    first, second = readings[one.article].article, readings[other.article].article
    return bool(first and second and first.url and first.url == second.url)


def _names_outlet(later: Assertion, outlet: str | None) -> bool:
    """Whether a chain leads through the outlet that printed it before."""
    name = (outlet or "").casefold().removeprefix("the ")
    return bool(name) and any(
        (link.name or "").casefold().removeprefix("the ") == name for link in later.chain[1:]
    )


def _changes(way: _Way, quotations: _Quotations) -> Iterator[tuple[DriftKind, str]]:
    before, after = way.before.assertion, way.after.assertion
    if is_against(before) != is_against(after):
        return
    if way.is_one and not after.is_heading and {before.stance, after.stance} <= _SAYING:
        if before.certainty in _HEDGED and after.certainty is Certainty.CERTAIN:
            yield DriftKind.HEDGE_LOST, f"the hedge ({before.certainty.value}) is lost"
        if before.certainty is Certainty.CERTAIN and after.certainty in _ADDED:
            yield DriftKind.HEDGE_ADDED, f"a hedge ({after.certainty.value}) is added"
    if way.is_one and before.is_named and after.attribution is None:
        yield DriftKind.ATTRIBUTION_DROPPED, f"{before.chain[-1].name} is not named any more"
    if _is_bound_dropped(way):
        yield DriftKind.BOUND_DROPPED, "the bound of the number is dropped"
    if _is_rounded(way):
        yield DriftKind.NUMBER_ROUNDED, "the number is rounded"
    if quotations.are_marked(before, after) and after.attribution is not None:
        yield from _quoted_anew(way)


def _quoted_anew(way: _Way) -> Iterator[tuple[DriftKind, str]]:
    """A quotation that is cut, or that has other words."""
    one, other = way.before.words, way.after.words
    if min(len(one), len(other)) < FEWEST_WORDS:
        return
    if longest_run(one, other) == len(other):
        if len(one) - len(other) >= CUT:
            yield DriftKind.QUOTATION_TRIMMED, f"{len(one) - len(other)} words are cut"
        return
    if way.likeness < ALIKE:
        return
    for piece in _marked(way.after.assertion.text):
        run, kept = longest_run(one, piece), _kept(one, piece)
        if len(piece) >= FEWEST_WORDS and run < len(piece) and kept >= REWORDED * len(piece):
            common = " ".join(_common(one, piece))
            yield DriftKind.QUOTATION_REWORDED, f"the quotation has other words around “{common}”"
            return


def _marked(text: str) -> list[tuple[str, ...]]:
    """The words of each piece in quotation marks; of a text without any, of each piece."""
    pieces = _QUOTED.findall(text) or _GAPS.split(text)
    return [tuple(_WORD.findall(each.casefold())) for each in pieces]


def _kept(one: Sequence[str], piece: Sequence[str]) -> int:
    """How many words of a piece stand in the other print in the same order."""
    blocks = SequenceMatcher(None, one, piece, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _common(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The longest run of words in both."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


def _is_bound_dropped(way: _Way) -> bool:
    """Whether "at least 14" became "14"."""
    first, second = way.before.assertion.quantity, way.after.assertion.quantity
    if first is None or second is None or not is_one_number(way.before, way.after):
        return False
    is_bound = (first.low is None) != (first.high is None)
    is_exact = second.low is not None and second.low == second.high
    return is_bound and is_exact and _is_one_thing(way)


def _is_rounded(way: _Way) -> bool:
    """Whether 41,300 became 41,000, of the same things."""
    first, second = way.before.assertion.quantity, way.after.assertion.quantity
    return is_rounded(first, second) and _is_one_thing(way)


def _is_one_thing(way: _Way) -> bool:
    """Whether two numbers count one thing: one claim, one speaker, or words near enough."""
    if way.is_one or is_one_speaker(way.before.assertion, way.after.assertion):
        return True
    if way.likeness < ALIKE:
        return False
    return way.likeness >= NEAR or share_of_both(way.before, way.after) >= SHARED


class _Quotations:
    """How each attribution's content is printed."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._known: dict[str, dict[str, Quotation]] = {}

    def are_marked(self, *assertions: Assertion) -> bool:
        """Whether all stand in quotation marks, in part at least."""
        return all(self._of(each) in (Quotation.DIRECT, Quotation.MIXED) for each in assertions)

    def _of(self, assertion: Assertion) -> Quotation | None:
        if assertion.article not in self._known:
            found = self._readings[assertion.article].attributions
            self._known[assertion.article] = {each.id: each.quotation for each in found}
        return self._known[assertion.article].get(assertion.attribution or "")
