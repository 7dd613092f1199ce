"""The histories of one story on two days -> the numbers of one thing that moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.claims.figures import has_same_number
from whence.ledger.claim import Assertion, Claim
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.figure import Figure, History
from whence.text.days import day_words


def find_moved(
    before: Sequence[History], after: Sequence[History], claims: Sequence[Claim]
) -> Iterator[Difference]:
    """New numbers of things that had another, each with the last that was said before it.

    Args:
        before: The histories on the earlier day.
        after: Those on the later one.
        claims: Of the later day.
    """
    known = {figure.id for history in before for figure in history.figures}
    said = _Said(claims)
    for history in after:
        levels = [each for each in history.figures if _is_level(each)]
        seen = [each for each in levels if each.id in known]
        fresh = [each for each in levels if each.id not in known]
        for new in sorted(fresh, key=_when):
            if seen and not any(has_same_number(new, old) for old in seen):
                yield _moved(max(seen, key=_when), new, said)
            seen.append(new)


class _Said:
    """The sentences in which figures stand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._places: dict[str, list[Assertion]] = {}
        for claim in claims:
            for each in claim.assertions:
                self._places.setdefault(each.article, []).append(each)

    def assertion(self, figure: Figure) -> Assertion | None:
        """The innermost assertion that holds a figure; None where a heading's has folded away."""
        held = [
            each
            for each in self._places.get(figure.article, ())
            if each.attribution == figure.attribution
            and any(piece.covers(figure.span) for piece in each.span)
        ]
        return min(held, key=lambda each: len(each.text), default=None)


def _is_level(figure: Figure) -> bool:
    """Whether it says how many there are, in an article's own body."""
    return figure.change is None and not figure.is_heading and figure.copied_from is None


def _when(figure: Figure) -> tuple[str, str, object]:
    return (figure.said_on or figure.printed_at or "", figure.article, figure.span)


def _moved(old: Figure, new: Figure, said: _Said) -> Difference:
    assertion, earlier = said.assertion(new), said.assertion(old)
    told_on = day_words(old.printed_at) if old.printed_at else None
    told = ", ".join(filter(None, (old.origin, told_on)))
    return Difference(
        kind=DifferenceKind.NUMBER,
        story=new.story,
        text=assertion.text if assertion else new.words,
        claim=new.claim,
        article=new.article,
        outlet=new.outlet,
        day=new.printed_at,
        stance=assertion.stance if assertion else None,
        who=new.origin if new.attribution else None,
        before=_words(old),
        after=_words(new, old.unit),
        why=f"“{earlier.text if earlier else old.words}”" + f" ({told})" * bool(told),
    )


def _words(figure: Figure, fallback: str | None = None) -> str:
    """`up to 4,000 troops`: as printed; the unit, or another's, where the words leave it out."""
    unit = figure.unit or fallback or ""
    has_unit = unit.casefold() in figure.words.casefold()
    return figure.words if has_unit else f"{figure.words} {unit}"
