"""The claims of a story and its readings -> every figure that somebody gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.claims.compare import is_same_amount
from whence.claims.corrections import is_correction, is_taken_back
from whence.claims.counted import Thing, content_stems, thing_of
from whence.claims.propositions import make_assertions
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion, Claim
from whence.ledger.entity import EntityKind
from whence.ledger.figure import Figure, figure_id
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Story
from whence.ledger.time import Time
from whence.lexicon.phrases import words_between
from whence.lexicon.replacing import replacing
from whence.text.sentences import Positions

GIVEN = frozenset({Stance.ASSERTS, Stance.INTENDS, Stance.WARNS, Stance.FEARS})
"""Stances of those who give a number; who denies, doubts, asks or demands gives none."""

_NOT = re.compile(
    r"\b(?:not|rather\s+than|instead\s+of|compared\s+(?:with|to))\s+$"
    r"|\bfrom\s+(?:an?\s+|the\s+)?(?:earlier\s+|previous\s+|initial\s+|original\s+)?$",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|into|to|around|outside|off|on|reached)\s+(?:the\s+)?$", re.IGNORECASE
)
_TOWARDS = re.compile(r"\b(?:into|to|reached)\s+(?:the\s+)?$", re.IGNORECASE)
_AGE = re.compile(r"\b(?:year|month|week|day)s?-old\b")
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with what is compared of it.

    Attributes:
        stems: Content words of what is said, without the unit's.
        text: What is said.
        place: Index of its sentence in the article, then its first character.
        block: The paragraph that holds it.
        is_refuted: Printed only to be taken back: "not at least 32".
        is_correcting: In a paragraph that corrects what the outlet had printed.
        certainty: According to the first speaker.
        country: Of the first speaker, alpha-3, where known.
        scene: The state, alpha-3, in which what is said places what is counted.
    """

    figure: Figure
    thing: Thing
    stems: frozenset[str]
    text: str
    place: tuple[int, int]
    block: Span
    is_refuted: bool
    is_correcting: bool
    certainty: str
    country: str | None
    scene: str | None


def find_figures(
    story: Story, claims: Iterable[Claim], readings: Mapping[str, Reading]
) -> list[Given]:
    """Every figure in the articles of a story, by article and place.

    Args:
        story: Its articles count, in their order.
        claims: Those of the story.
        readings: By article id; articles without one are passed over.
    """
    said: dict[str, list[tuple[str | None, Assertion]]] = {}
    for claim in claims:
        for each in claim.assertions:
            said.setdefault(each.article, []).append((claim.id, each))
    found: list[Given] = []
    for article in story.articles:
        if article in readings:
            own = said.get(article, [])
            found += _Page(story.id, readings[article], own).figures()
    return found


class _Page:
    """One article: its sentences, its assertions, its figures."""

    def __init__(
        self, story: str, reading: Reading, said: Sequence[tuple[str | None, Assertion]]
    ) -> None:
        assert reading.article is not None  # noqa: S101 - a ledger has only articles that were read
        self._story, self._reading, self._article = story, reading, reading.article
        self._sentences = Positions(reading.sentences)
        self._blocks = Positions([(each.start, each.end) for each in self._article.blocks])
        copied = next((each.copied_from for _, each in said if each.copied_from), None)
        known = {(each.attribution, each.span) for _, each in said}
        folded = [
            (None, replace(each, copied_from=copied))
            for each in make_assertions(reading)
            if (each.attribution, each.span) not in known
        ]
        self._said = [*said, *folded]
        self._by_id = {each.id: each for each in reading.attributions}
        self._entities = {each.id: each for each in reading.entities}

    def figures(self) -> list[Given]:
        """The figures of the article, in reading order."""
        return list(self._figures())

    def _figures(self) -> Iterator[Given]:
        for quantity in sorted(self._reading.quantities, key=lambda each: each.span):
            sentence = self._sentences.around(quantity.span.start)
            owner = self._owner(quantity)
            if sentence is None or owner is None or self._is_no_count(quantity):
                continue
            claim, assertion = owner
            if assertion.stance in GIVEN and assertion.degree >= 0:
                yield self._given(quantity, sentence, claim, assertion)

    def _is_no_count(self, quantity: Quantity) -> bool:
        """Whether it is an age, or a name has it ("Six Party Talks")."""
        unit = quantity.unit or ""
        is_name = unit[:1].isupper() and not unit.isupper() and quantity.of is None
        return is_name or _AGE.search(quantity.span.words(self._article.text)) is not None

    def _owner(self, quantity: Quantity) -> tuple[str | None, Assertion] | None:
        """Who gives a number: the innermost assertion that holds it, with its claim."""
        step = quantity.attribution
        while step is not None:
            for claim, each in self._said:
                if each.attribution == step:
                    return claim, each
            step = self._by_id[step].within if step in self._by_id else None
        held = [
            (claim, each)
            for claim, each in self._said
            if each.attribution is None and any(piece.covers(quantity.span) for piece in each.span)
        ]
        return held[0] if held else None

    def _given(
        self, quantity: Quantity, sentence: Span, claim: str | None, assertion: Assertion
    ) -> Given:
        text = self._article.text
        block = self._blocks.around(quantity.span.start) or sentence
        times = [each for each in self._reading.times if sentence.covers(each.span)]
        thing = thing_of(
            text, sentence, quantity, self._reading.quantities, times, self._article.published_at
        )
        before = text[max(sentence.start, quantity.span.start - _BEFORE) : quantity.span.start]
        is_correcting = is_correction(block.words(text)) and not assertion.is_heading
        entity = self._entities.get(assertion.chain[-1].entity or "")
        return Given(
            figure=self._figure(quantity, sentence, claim, assertion, thing),
            thing=thing,
            stems=content_stems(assertion.text, quantity.unit),
            text=assertion.text,
            place=(self._sentences.index(quantity.span.start), quantity.span.start),
            block=block,
            is_refuted=is_taken_back(assertion) or _NOT.search(before) is not None,
            is_correcting=is_correcting,
            certainty=assertion.certainty.value,
            country=entity.country if entity else None,
            scene=self._scene(quantity, assertion),
        )

    def _figure(
        self,
        quantity: Quantity,
        sentence: Span,
        claim: str | None,
        assertion: Assertion,
        thing: Thing,
    ) -> Figure:
        last = assertion.chain[-1]
        return Figure(
            id=figure_id(self._article.id, quantity.span),
            story=self._story,
            claim=claim,
            article=self._article.id,
            attribution=assertion.attribution,
            span=quantity.span,
            words=" ".join(quantity.span.words(self._article.text).split()),
            low=quantity.low,
            high=quantity.high,
            is_approximate=quantity.is_approximate,
            change=quantity.change,
            is_total=quantity.is_total,
            unit=quantity.unit,
            of=quantity.of,
            place=self._place(quantity, assertion, thing),
            said_on=self._as_of(sentence) or assertion.asserted_at,
            printed_at=self._article.published_at,
            outlet=self._article.outlet,
            origin=last.name,
            origin_entity=last.entity,
            via=tuple(each.name for each in assertion.chain[1:-1] if each.name),
            is_named=assertion.is_named,
            is_heading=assertion.is_heading,
            copied_from=assertion.copied_from,
        )

    def _as_of(self, sentence: Span) -> str | None:
        """The day that "as of Saturday" names."""
        for time in self._reading.times:
            if sentence.covers(time.span) and time.start and _is_day(time):
                words = words_between(self._article.text, sentence.start, time.span.start)
                found = replacing("since").find([word.low for word in words])
                if found and found[-1].end == len(words):
                    return time.start
        return None

    def _place(self, quantity: Quantity, assertion: Assertion, thing: Thing) -> str | None:
        """The first place that what is said names after the number.

        Troops go to a place; where people died on the way to one it is not the place.
        """
        text = self._article.text
        piece = next((each for each in assertion.span if each.covers(quantity.span)), quantity.span)
        places = sorted(
            (mention, entity.name)
            for entity in self._entities.values()
            if entity.kind is EntityKind.PLACE
            for mention in entity.mentions
            if quantity.span.end <= mention.start
            and mention.end <= piece.end
            and _IN_PLACE.search(
                text, max(quantity.span.end, mention.start - _BEFORE), mention.start
            )
            and not (
                thing.fate
                and _TOWARDS.search(
                    text, max(quantity.span.end, mention.start - _BEFORE), mention.start
                )
            )
        )
        return places[0][1] if places else None

    def _scene(self, quantity: Quantity, assertion: Assertion) -> str | None:
        """The one state in which the same words place something, after the number or before."""
        text = self._article.text
        piece = next((each for each in assertion.span if each.covers(quantity.span)), quantity.span)
        states = {
            entity.country
            for entity in self._entities.values()
            if entity.kind is EntityKind.PLACE and entity.country
            for mention in entity.mentions
            if piece.covers(mention)
            and _IN_PLACE.search(text, max(piece.start, mention.start - _BEFORE), mention.start)
            and not _TOWARDS.search(text, max(piece.start, mention.start - _BEFORE), mention.start)
        }
        return min(states) if len(states) == 1 else None


def _is_day(time: Time) -> bool:
    return time.value is not None and re.match(r"\d{4}-\d\d-\d\d", time.value) is not None


def amount(figure: Figure) -> Amount:
    """Its bounds as an assertion has them."""
    return Amount(figure.low, figure.high, figure.unit)


def has_same_number(one: Figure, other: Figure) -> bool:
    """Whether two figures give one number, be a bound dropped or not."""
    return is_same_amount(amount(one), amount(other))


def is_level(figure: Figure) -> bool:
    """Whether it says how many there are, not how many more or fewer."""
    return figure.change is None


def speaker_key(figure: Figure) -> str | None:
    """The same for the same named first speaker; None where nobody is named."""
    if figure.attribution is None or not figure.is_named:
        return None
    return figure.origin_entity or (figure.origin or "").casefold() or None
