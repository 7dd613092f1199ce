"""Readings -> the same readings with one name for each outlet, whoever speaks of it.

Only the ledger is made from these: what is stored stays as it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from whence.ledger.article import Article, BlockKind
from whence.ledger.attribution import Attribution
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.lexicon.outlet_names import OutletNames

PRESS = "JRN"

_BEFORE_NAME = re.compile(
    r"(?:the\s+)?(?:(?:[\w’'-]+\s+){0,2}(?:agency|broadcaster|daily|magazine|network|newspaper"
    r"|outlet|paper|service|station|tabloid|website|weekly|wire)\s+)?",
    re.IGNORECASE,
)
_KIND = EntityKind.ORGANISATION
_ASIDE = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE})
_NO_OUTLET = frozenset({EntityKind.PLACE, EntityKind.GROUP})


def named_alike(
    readings: Sequence[Reading],
    outlets: Sequence[Outlet] = (),
    printed: Sequence[str] = (),
) -> list[Reading]:
    """The readings with one name for each outlet: of the articles, and of whom they speak.

    "Reuters", an address of it and "(Reuters)" are one; so are "the Northern Register" that
    somebody told something and the outlet of another article. Doing it again changes nothing.

    Args:
        readings: Of all articles of a ledger; those without an article stay as they are.
        outlets: What the user said of outlets.
        printed: The outlets of the ledger's other articles, where not all readings are given.
    """
    articles = [each.article for each in readings if each.article]
    own = [each.outlet for each in articles if each.outlet]
    names = OutletNames(outlets, [*own, *printed])
    return [_named(each, names) for each in readings]


def _named(reading: Reading, names: OutletNames) -> Reading:
    if reading.article is None:
        return reading
    article = _article(reading.article, names)
    renamed = {each.id: _entity(each, names) for each in reading.entities}
    changed = {old: new for old, new in renamed.items() if new.id != old}
    entities = _joined([*renamed.values(), *_unseen(reading.article, reading.entities, names)])
    if article == reading.article and entities == reading.entities:
        return reading
    attributions = [
        replace(each, entity=changed[each.entity].id) if each.entity in changed else each
        for each in reading.attributions
    ]
    return replace(
        reading,
        article=article,
        entities=entities,
        attributions=tuple(_sourced(each, article.text, entities) for each in attributions),
    )


def _sourced(attribution: Attribution, text: str, entities: Sequence[Entity]) -> Attribution:
    """With the outlet that its source names, where the reading has nobody: "the paper Dale"."""
    if attribution.entity is not None or not attribution.source:
        return attribution
    source = attribution.source[-1]
    for each in entities:
        for mention in each.mentions if each.sector == PRESS and each.kind is _KIND else ():
            is_end = source.covers(mention) and source.end == mention.end
            if is_end and _BEFORE_NAME.fullmatch(text, attribution.source[0].start, mention.start):
                return replace(attribution, entity=each.id, is_named=True)
    return attribution


def _article(article: Article, names: OutletNames) -> Article:
    agency = names.named(article.agency) or article.agency if article.agency else None
    outlet = names.of(article.outlet, article.url, agency)
    if (outlet, agency) == (article.outlet, article.agency):
        return article
    return replace(article, outlet=outlet, agency=agency)


def _entity(entity: Entity, names: OutletNames) -> Entity:
    """The entity as the outlet that it is; itself where it is none."""
    is_press = entity.kind is EntityKind.ORGANISATION and entity.sector == PRESS
    is_person = entity.kind is EntityKind.PERSON and entity.role is not None
    if entity.kind in _NO_OUTLET or is_person or not (is_press or names.is_own(entity.name)):
        return entity
    name = names.named(entity.name)
    if name is None:
        return entity
    return replace(entity, id=entity_id(_KIND, name), name=name, kind=_KIND, sector=PRESS)


def _unseen(article: Article, entities: Sequence[Entity], names: OutletNames) -> Iterator[Entity]:
    """The ledger's outlets that a text names where its reading has no entity."""
    aside = [each.span for each in article.blocks if each.kind in _ASIDE]
    taken = [*aside, *(span for each in entities for span in each.mentions)]
    for match in names.pattern.finditer(article.text):
        span, name = Span(*match.span()), names.named(match[0])
        if name is not None and not any(each.overlaps(span) for each in taken):
            yield _outlet(name, span)


def _outlet(name: str, mention: Span) -> Entity:
    return Entity(
        id=entity_id(_KIND, name),
        name=name,
        kind=_KIND,
        country=None,
        role=None,
        sector=PRESS,
        affiliation=None,
        mentions=(mention,),
    )


def _joined(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Each entity once, with the mentions of all that became it."""
    found: dict[str, Entity] = {}
    for each in entities:
        first = found.get(each.id)
        mentions = sorted({*first.mentions, *each.mentions}) if first else each.mentions
        found[each.id] = replace(first or each, mentions=tuple(mentions))
    return tuple(found.values())


def reliability_of(outlets: Sequence[Outlet]) -> Mapping[str, str]:
    """The letters that the user gave, by the outlets' names."""
    return {each.name: each.reliability for each in outlets if each.reliability}
