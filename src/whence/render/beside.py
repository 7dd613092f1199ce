"""What stands beside a claim's chains: drifts, conflicts, relations, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from whence.ledger.claim import RelationKind
from whence.ledger.prospect import Outcome
from whence.render.phrases import day_words, value_words
from whence.render.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from whence.ledger.claim import Claim
    from whence.ledger.drift import Print
    from whence.ledger.prospect import Prospect

LENGTH = 110
"""Characters of another claim that are shown."""

MOST = 4
"""Other claims named in one line."""

_OUTWARD = {
    RelationKind.MORE_SPECIFIC: "more specific than",
    RelationKind.SUPPORTS: "supports",
    RelationKind.SUPERSEDES: "supersedes",
    RelationKind.CORRECTS: "corrects",
}
_INWARD = {
    RelationKind.MORE_SPECIFIC: "said more specifically",
    RelationKind.SUPPORTS: "supported by",
    RelationKind.SUPERSEDES: "superseded by",
    RelationKind.CORRECTS: "corrected by",
}
_OUTCOMES = {
    Outcome.HAPPENED: "it happened",
    Outcome.DID_NOT: "it did not happen",
    Outcome.PASSED: "the day passed",
    Outcome.OPEN: "still open",
}


class Remark(NamedTuple):
    """One line.

    Attributes:
        mark: One character.
        label: What it is.
        words: The rest, in one line.
        is_warning: Whether it speaks against the claim or how it was passed on.
    """

    mark: str
    label: str
    words: str
    is_warning: bool


def first_seen_words(claim: Claim) -> str:
    """`first seen here 4 March 2025 in Halden`: the first print that is known."""
    prints = [each for each in claim.assertions if each.printed_at]
    if not prints:
        return "printed on no known day"
    first = min(prints, key=lambda each: (each.printed_at or "", each.copied_from is not None))
    where = one_line(first.outlet or "") or "an article without an outlet"
    return f"first seen here {day_words(first.printed_at)} in {where}"


def remarks(claim: Claim, others: Iterable[Claim]) -> Iterator[Remark]:
    """What is to be said of a claim, the drifts first.

    Args:
        claim: Any.
        others: The claims of its story, itself among them or not.
    """
    by_id = {each.id: each for each in others}
    outlets = {
        each.article: one_line(each.outlet or each.article)
        for known in (*by_id.values(), claim)
        for each in known.assertions
    }
    for drift in claim.drifts:
        way = _way(drift.before, drift.after, outlets)
        yield Remark("~", value_words(drift.kind), f"{way}: {one_line(drift.why)}", is_warning=True)
    for conflict in claim.conflicts:
        yield Remark("≠", value_words(conflict.detail), one_line(conflict.why), is_warning=True)
    yield from _relations(claim, by_id)
    if claim.prospect is not None:
        yield _prospect(claim.prospect)


def _way(before: Print, after: Print, outlets: Mapping[str, str]) -> str:
    first, second = (outlets.get(each.article, each.article) for each in (before, after))
    return f"inside {first}" if before.article == after.article else f"{first} → {second}"


def _relations(claim: Claim, by_id: Mapping[str, Claim]) -> Iterator[Remark]:
    """Those of one kind and reason in one line."""
    outward: dict[tuple[RelationKind, str], list[str]] = {}
    for each in claim.relations:
        names = outward.setdefault((each.kind, each.why), [])
        names.append(_quoted(by_id.get(each.claim), each.claim))
    for (kind, why), names in outward.items():
        words = f"{_several(names)}: {one_line(why)}"
        yield Remark("→", _OUTWARD[kind], words, is_warning=False)
    inward: dict[tuple[RelationKind, str], list[str]] = {}
    for other in by_id.values():
        for each in other.relations:
            if each.claim == claim.id:
                names = inward.setdefault((each.kind, each.why), [])
                names.append(_quoted(other, other.id))
    for (kind, why), names in inward.items():
        is_gone = kind in {RelationKind.SUPERSEDES, RelationKind.CORRECTS}
        words = f"{_several(names)}: {one_line(why)}"
        yield Remark("←", _INWARD[kind], words, is_warning=is_gone)


def _several(names: Sequence[str]) -> str:
    told = ", ".join(names[:MOST])
    return told if len(names) <= MOST else f"{told} and {len(names) - MOST} more"


def _quoted(claim: Claim | None, id_: str) -> str:
    return f"“{shortened(one_line(claim.text), LENGTH)}”" if claim else id_


def _prospect(prospect: Prospect) -> Remark:
    why = f": {one_line(prospect.why)}" if prospect.why else ""
    is_warning = prospect.outcome in {Outcome.DID_NOT, Outcome.PASSED}
    return Remark(
        "◷",
        "to come",
        f"by {day_words(prospect.due)}; {_OUTCOMES[prospect.outcome]}{why}",
        is_warning,
    )
