"""Two readings and the claims of both -> what the later says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.ledger.attribution import Attribution
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import words_of
from whence.store.passages import Passage


@dataclass(frozen=True, slots=True)
class Firmness:
    """A claim that both make, each in its own way.

    Attributes:
        before: Stance and certainty of each telling, "asserts, certain".
        after: The same of the later.
    """

    claim: Passage
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one article to another.

    Attributes:
        gained: Claims that only the later makes, each once, in its order.
        lost: Claims that only the earlier makes.
        firmness: Claims that both make, told with another stance or certainty.
        numbers: Quantities that only one has; two of one unit and owner are a pair.
        heard: Names that only the later gives words to, most first.
        unheard: Names that only the earlier gives words to.
    """

    gained: tuple[Passage, ...]
    lost: tuple[Passage, ...]
    firmness: tuple[Firmness, ...]
    numbers: tuple[tuple[Quantity | None, Quantity | None], ...]
    heard: tuple[str, ...]
    unheard: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of all this changed."""
        every = (self.gained, self.lost, self.firmness, self.numbers, self.heard, self.unheard)
        return not any(every)


def find_revision(
    before: Reading, after: Reading, earlier: Sequence[Passage], later: Sequence[Passage]
) -> Revision:
    """Compare what two articles say.

    Args:
        before: The earlier, or the one that was copied.
        after: The later.
        earlier: The claims of `before`.
        later: The claims of `after`.
    """
    ones, twos = _by_claim(earlier), _by_claim(later)
    names = [_voices(each) for each in (before, after)]
    return Revision(
        gained=tuple(_only(twos, ones)),
        lost=tuple(_only(ones, twos)),
        firmness=tuple(_firmness(ones, twos)),
        numbers=tuple(_numbers(before.quantities, after.quantities)),
        heard=tuple(name for name, _ in names[1].most_common() if name not in names[0]),
        unheard=tuple(name for name, _ in names[0].most_common() if name not in names[1]),
    )


def _by_claim(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for each in passages:
        found.setdefault(each.claim, []).append(each)
    return found


def _only(
    own: Mapping[str, Sequence[Passage]], others: Mapping[str, Sequence[Passage]]
) -> Iterator[Passage]:
    """The claims of one article that the other has neither as the same claim nor in its words."""
    told = {_folded(each) for rows in others.values() for each in rows}
    for claim, rows in own.items():
        if claim not in others and not told & {_folded(each) for each in rows}:
            yield rows[0]


def _folded(passage: Passage) -> str:
    return " ".join(passage.text.casefold().split())


def _firmness(
    ones: Mapping[str, Sequence[Passage]], twos: Mapping[str, Sequence[Passage]]
) -> Iterator[Firmness]:
    for claim, rows in twos.items():
        tellings = [_tellings(each) for each in (ones.get(claim, ()), rows)]
        if tellings[0] and tellings[0] != tellings[1]:
            yield Firmness(rows[0], *tellings)


def _tellings(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Stance and certainty of each in the text; of the headings where the text has none."""
    rows = list(passages)
    own = [each for each in rows if not each.is_heading] or rows
    return tuple(sorted({_telling(each) for each in own}))


def _telling(passage: Passage) -> str:
    firmness = f"{passage.certainty}{' that not' if passage.degree < 0 else ''}"
    return f"{passage.stance.replace('_', ' ')}, {firmness}"


Facts = tuple[object, ...]


def _numbers(
    before: Sequence[Quantity], after: Sequence[Quantity]
) -> Iterator[tuple[Quantity | None, Quantity | None]]:
    """Numbers of one text that the other does not have, those of one kind side by side."""
    counts = [Counter(map(_amount, each)) for each in (before, after)]
    gone = list(_unmatched(before, counts[1]))
    new = list(_unmatched(after, counts[0]))
    for each in gone:
        partner = next((other for other in new if _kind(other) == _kind(each)), None)
        if partner is not None:
            new.remove(partner)
        yield each, partner
    yield from ((None, each) for each in new)


def _unmatched(quantities: Sequence[Quantity], others: Mapping[Facts, int]) -> Iterator[Quantity]:
    seen: set[Facts] = set()
    for each in quantities:
        facts = _amount(each)
        if facts not in others and facts not in seen:
            seen.add(facts)
            yield each


def _amount(quantity: Quantity) -> Facts:
    return (quantity.low, quantity.high, quantity.is_approximate, *_kind(quantity))


def _kind(quantity: Quantity) -> Facts:
    return (quantity.unit, quantity.of, quantity.change)


def _voices(reading: Reading) -> Counter[str]:
    """Who is given words, by name; those who are not resolved by the words for them.

    A word alone ("we", "who", "reports") tells nobody apart.
    """
    names = {each.id: each.name for each in reading.entities}
    text = reading.article.text if reading.article else ""
    found = (_voice(each, names, text) for each in reading.attributions)
    return Counter(each for each in found if each)


def _voice(attribution: Attribution, names: Mapping[str, str], text: str) -> str:
    known = names.get(attribution.entity or "")
    words = words_of(attribution.source, text).split()
    return known or (" ".join(words) if len(words) > 1 else "")
