"""Short words -> the records that this stage takes: assertions, entities, readings, likeness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tests.marked import MarkedArticle, marked
from whence.claims.compare import Said
from whence.claims.port import Pair
from whence.ledger.article import Article, Block, BlockKind, article_id
from whence.ledger.attribution import Attribution, Quotation, Stance, attribution_id
from whence.ledger.claim import Amount, Assertion, Link
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.factuality import Certainty, Polarity
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.text.stems import stems_of


def entity(
    name: str,
    kind: EntityKind = EntityKind.PERSON,
    *,
    country: str | None = None,
    sector: str | None = None,
    mentions: tuple[Span, ...] = (Span(0, 1),),
) -> Entity:
    """An entity with its own id."""
    return Entity(entity_id(kind, name), name, kind, country, None, sector, None, mentions)


LOPES = entity("Ana Lopes", country="PRT", sector="GOV")
ITO = entity("Jon Ito", country="JPN")
ROY = entity("Kim Roy", country="PRT", sector="GOV")
PORTUGAL = entity("Portugal", EntityKind.PLACE, country="PRT", sector="GOV")
BOARD = entity("Water Board", EntityKind.ORGANISATION)
COURIER = entity("Courier", EntityKind.ORGANISATION, sector="JRN")
OFFICIALS = entity("officials", EntityKind.GROUP, country="PRT")
ENTITIES: Mapping[str, Entity] = {
    each.id: each for each in (LOPES, ITO, ROY, PORTUGAL, BOARD, COURIER, OFFICIALS)
}


def said_by(  # noqa: PLR0913 - all but one have a default
    speaker: Entity | str | None,
    text: str = "the dam will hold",
    *,
    article: str = "a1",
    outlet: str | None = "Herald",
    at: int = 0,
    stance: Stance = Stance.ASSERTS,
    degree: float = 3.0,
    amount: Amount | None = None,
    day: str | None = "2031-05-04",
    is_named: bool = True,
    is_heading: bool = False,
    is_approximate: bool = False,
    refers_to: str | None = None,
    certainty: Certainty = Certainty.CERTAIN,
) -> Assertion:
    """One source putting forward some words; a text is a source without an entity."""
    is_entity = isinstance(speaker, Entity)
    last = Link(
        speaker.name if isinstance(speaker, Entity) else speaker,
        speaker.id if isinstance(speaker, Entity) else None,
        "said",
    )
    span = (Span(at, at + max(len(text), 1)),)
    return Assertion(
        article=article,
        attribution=attribution_id(article, (), (), span),
        span=span,
        chain=(Link(outlet, None, None), last),
        stance=stance,
        degree=degree,
        quantity=amount,
        asserted_at=day,
        printed_at=day,
        certainty=certainty,
        outlet=outlet,
        text=text,
        is_named=is_named and (is_entity or speaker is not None),
        is_heading=is_heading,
        quantity_is_approximate=is_approximate,
        refers_to=refers_to,
    )


def own(text: str = "the dam will hold", **kwargs: object) -> Assertion:
    """What an outlet says in its own voice."""
    made = said_by(None, text, **kwargs)  # type: ignore[arg-type]
    return replace(made, attribution=None, chain=made.chain[:1], is_named=made.outlet is not None)


def described(assertions: Iterable[Assertion], actors: Iterable[str] = ()) -> list[Said]:
    """What is compared of each."""
    return [
        Said(
            each,
            frozenset(stems_of(each.text)),
            frozenset(actors),
            tuple(re.findall(r"\w+", each.text.casefold())),
        )
        for each in assertions
    ]


def likeness(one: str, other: str) -> float:
    """A plain likeness: the share of words that two texts have in common."""
    first, second = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(first & second) / max(1, len(first | second))


def pairs_of(said: Sequence[Said], least: float = 0.0) -> list[Pair]:
    """The plain likeness of all."""
    found = (
        (one, other, round(likeness(said[one].assertion.text, said[other].assertion.text), 4))
        for one, other in combinations(range(len(said)), 2)
    )
    return [pair for pair in found if pair[2] >= least]


def reading_of(
    text: str,
    *,
    entities: Sequence[Entity] = (),
    outlet: str | None = "Herald",
    day: str | None = "2031-05-04",
    kinds: Sequence[BlockKind] = (),
) -> tuple[MarkedArticle, Reading]:
    """A marked article as a reading: each line a block, its parts one attribution.

    Entities are mentioned wherever their name, or its last word, stands; a source that holds
    a mention is resolved to it.
    """
    read = marked(text)
    article = Article(
        id=article_id(outlet, None, None, read.text),
        path="a.txt",
        url=None,
        outlet=outlet,
        title=None,
        authors=(),
        published_at=day,
        language="en",
        text=read.text,
        blocks=tuple(
            Block(kinds[n] if n < len(kinds) else BlockKind.PARAGRAPH, *pair)
            for n, pair in enumerate(read.paragraphs)
        ),
    )
    mentioned = [
        replace(each, mentions=tuple(Span(*m.span()) for m in re.finditer(each.name, read.text)))
        for each in entities
    ]
    mentioned = [each for each in mentioned if each.mentions]
    return read, Reading(
        path="a.txt",
        article=article,
        sentences=tuple(read.sentences),
        entities=tuple(mentioned),
    )


def attribution(
    reading: Reading,
    source: Span | None,
    cue: Span | None,
    content: Span,
    *,
    within: str | None = None,
    stance: Stance = Stance.ASSERTS,
    degree: float = 3.0,
    said_at: str | None = None,
) -> Attribution:
    """An attribution of a reading; its entity is the one that the source mentions."""
    assert reading.article is not None
    sources, cues = ((source,) if source else ()), ((cue,) if cue else ())
    found = [
        each.id
        for each in reading.entities
        if source and any(source.covers(mention) for mention in each.mentions)
    ]
    return Attribution(
        id=attribution_id(reading.article.id, sources, cues, (content,)),
        source=sources,
        cue=cues,
        content=(content,),
        quotation=Quotation.INDIRECT,
        within=within,
        entity=found[0] if found else None,
        stance=stance,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        degree=degree,
        probability=None,
        basis=None,
        medium=None,
        said_at=said_at,
        is_named=bool(found),
        score=0.9,
        reader="by-hand",
    )
