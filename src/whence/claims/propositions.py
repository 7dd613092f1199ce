"""A reading -> its assertions: who puts forward what, through whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.claims.chains import chain_of, find_passages, outlet_link
from whence.claims.reference import Meant, resolve_references
from whence.claims.status import AGAINST
from whence.ledger.article import BlockKind
from whence.ledger.attribution import Attribution, Basis, OwnWords, Stance
from whence.ledger.claim import Amount, Assertion, Link
from whence.ledger.entity import Entity
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import GAP, Span, Spans, words_of
from whence.text.sentences import Positions

RELAYED = 0.75  # share of a content that inner ones hold, above which it only passes them on
HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BULLET})

_MARGIN = re.compile(r"\b(?:differ(?:s|ed|ing)?|var(?:y|ies|ied)|apart)\s+by\s+$", re.IGNORECASE)
_BEFORE = 20
_LEADING = re.compile(r"^(?:that|whether|if)\s+", re.IGNORECASE)
_EDGES = " \t\r\n,.;:—–-•*`´"
_OPENING, _CLOSING = "\"“„«‘'", "\"”“»’'"


def make_assertions(reading: Reading, original: str | None = None) -> list[Assertion]:
    """Every assertion of one article, in reading order.

    Args:
        reading: Of an article that was read.
        original: The outlet or agency whose text it is again, where it is a copy: what
            the outlet says in its own voice then ends there.
    """
    article = reading.article
    if article is None:
        return []
    by_id = {each.id: each for each in reading.attributions}
    entities = {each.id: each for each in reading.entities}
    passages = find_passages(reading, entities)
    kind_at = _BlockKinds(reading)
    found: list[Assertion] = []
    for each in reading.attributions:
        outer = outer_of(each, by_id)
        if passes_on(each, reading.attributions) or is_denied_noun(each, outer):
            continue
        speakers = outer if is_evidence(each, outer) else [*outer, each]
        chain = chain_of(reading, speakers[-1], speakers[:-1], entities, passages)
        said_at = next((one.said_at for one in [each, *outer[::-1]] if one.said_at), None)
        own = [
            quantity
            for quantity in reading.quantities
            if quantity.attribution == each.id and not _is_margin(article.text, quantity.span)
        ]
        assertion = _assertion(
            reading, each.content, chain, own, said_at, each, kind_at(each.content[0])
        )
        found.append(replace(assertion, is_named=speakers[-1].is_named))
    for words in reading.own_words:
        chain = (outlet_link(reading), *([Link(original, None, None)] if original else []))
        own = [each for each in reading.quantities if words.span.covers(each.span)]
        found.append(_own_assertion(reading, words, chain, own))
    found.sort(key=lambda each: (each.span, each.attribution or ""))
    return resolve_references(found, lambda each: _meant(each, entities))


def _meant(assertion: Assertion, entities: Mapping[str, Entity]) -> Meant:
    """The countries that an assertion names, and those of its chain."""
    named = {
        entity.country
        for entity in entities.values()
        if entity.country
        and any(span.overlaps(piece) for span in entity.mentions for piece in assertion.span)
    }
    chain = [
        entities[link.entity] for link in assertion.chain if link.entity and link.entity in entities
    ]
    speaking = {entity.country for entity in chain if entity.country}
    return Meant(frozenset(named), frozenset(speaking))


def passes_on(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether an attribution's content is mostly what others say inside it."""
    inner = [
        piece
        for each in others
        if each.within == attribution.id and not is_denied_noun(each, [attribution])
        for piece in (*each.source, *each.cue, *each.content)
    ]
    held = {at for piece in inner for at in range(*piece)}
    size = sum(piece.end - piece.start for piece in attribution.content)
    return attribution.stance is Stance.ASSERTS and len(held) >= RELAYED * size


def is_denied_noun(attribution: Attribution, outer: Sequence[Attribution]) -> bool:
    """Whether it is only the noun in a denial: "denied the claim that …" has one speaker."""
    return bool(outer) and not attribution.source and outer[-1].stance in AGAINST


def is_evidence(attribution: Attribution, outer: Sequence[Attribution]) -> bool:
    """Whether images speak inside somebody's words: "images show a crack, according to X"."""
    is_thing = attribution.basis is Basis.IMAGERY and attribution.entity is None
    return bool(outer) and is_thing


def outer_of(attribution: Attribution, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """The attributions that hold one, outermost first."""
    path: list[Attribution] = []
    step = attribution.within
    while step is not None:
        path.append(by_id[step])
        step = by_id[step].within
    return path[::-1]


def _is_margin(text: str, quantity: Span) -> bool:
    """Whether it tells how far things are apart: "differ by 50 metres" measures neither."""
    return _MARGIN.search(text, max(0, quantity.start - _BEFORE), quantity.start) is not None


def claim_words(spans: Spans, text: str) -> str:
    """The words of a claim without a leading "that" and without marks at the edges.

    Quotation marks go from each piece where they open at its start and close at its end,
    or where the other one of a pair is not inside.
    """
    pieces = [_unmarked(piece) for piece in words_of(spans, text).split(GAP)]
    words = GAP.join(piece for piece in pieces if piece)
    return _LEADING.sub("", words).strip(_EDGES) or words_of(spans, text).strip()


def _unmarked(words: str) -> str:
    """Some words without the marks at their edges."""
    words = _LEADING.sub("", words.strip(_EDGES)).strip(_EDGES)
    opens, closes = words[:1] in _OPENING, words[-1:] in _CLOSING
    inside = words[1:-1]
    if opens and not (not closes and any(mark in inside for mark in _CLOSING)):
        words = words[1:]
    if closes and not (not opens and any(mark in inside for mark in _OPENING)):
        words = words[:-1]
    return words.strip(_EDGES)


def main_quantity(quantities: Sequence[Quantity]) -> Quantity | None:
    """The quantity that a claim is about: the first with a unit, else the first."""
    return next((each for each in quantities if each.unit), quantities[0] if quantities else None)


class _BlockKinds:
    """The kind of the block that holds a span."""

    def __init__(self, reading: Reading) -> None:
        self._blocks = reading.article.blocks if reading.article else ()
        self._at = Positions([(block.start, block.end) for block in self._blocks])

    def __call__(self, span: Span) -> BlockKind:
        index = self._at.index(span.start)
        return self._blocks[index].kind if index >= 0 else BlockKind.PARAGRAPH


def _assertion(
    reading: Reading,
    span: Spans,
    chain: tuple[Link, ...],
    quantities: Sequence[Quantity],
    said_at: str | None,
    attribution: Attribution,
    kind: BlockKind,
) -> Assertion:
    quantity = main_quantity(quantities)
    article = reading.article
    assert article is not None  # noqa: S101 - the caller checked
    return Assertion(
        article=article.id,
        attribution=attribution.id,
        span=span,
        chain=chain,
        stance=attribution.stance,
        degree=attribution.degree,
        quantity=amount_of(quantity),
        asserted_at=said_at or article.published_at,
        certainty=attribution.certainty,
        probability=attribution.probability,
        outlet=article.outlet,
        printed_at=article.published_at,
        text=claim_words(span, article.text),
        is_named=attribution.is_named,
        is_heading=kind in HEADINGS,
        quantity_is_approximate=quantity.is_approximate if quantity else False,
        basis=attribution.basis,
    )


def _own_assertion(
    reading: Reading, words: OwnWords, chain: tuple[Link, ...], quantities: Sequence[Quantity]
) -> Assertion:
    quantity = main_quantity(quantities)
    article = reading.article
    assert article is not None  # noqa: S101 - the caller checked
    return Assertion(
        article=article.id,
        attribution=None,
        span=(words.span,),
        chain=chain,
        stance=Stance.ASSERTS,
        degree=words.degree,
        quantity=amount_of(quantity),
        asserted_at=article.published_at,
        certainty=words.certainty,
        outlet=article.outlet,
        printed_at=article.published_at,
        text=claim_words((words.span,), article.text),
        is_named=article.outlet is not None,
        is_heading=words.kind in HEADINGS,
        quantity_is_approximate=quantity.is_approximate if quantity else False,
    )


def amount_of(quantity: Quantity | None) -> Amount | None:
    """The bounds and unit of a quantity."""
    return Amount(quantity.low, quantity.high, quantity.unit) if quantity else None
