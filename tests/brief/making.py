"""A made-up story of two articles -> its readings, claims and material."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.making import attribution, described, entity, pairs_of, reading_of
from tests.marked import MarkedArticle
from whence.brief.material import Material
from whence.claims.build import build_claims, sort_key
from whence.claims.propositions import make_assertions
from whence.ledger.article import BlockKind
from whence.ledger.attribution import Basis, Medium, Stance
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.factuality import Certainty, Probability
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.ledger.time import Time

LOPES = entity("Ana Lopes", country="PRT", sector="GOV")
ITO = entity("Jon Ito", country="JPN")
BOARD = entity("Water Board", EntityKind.ORGANISATION, country="PRT", sector="GOV")
PORTUGAL = entity("Portugal", EntityKind.PLACE, country="PRT", sector="GOV")
COURIER = entity("Courier", EntityKind.ORGANISATION, sector="JRN")
LAKESIDE = entity("Lakeside", EntityKind.PLACE, country="PRT")
ALL = (LOPES, ITO, BOARD, PORTUGAL, COURIER, LAKESIDE)

FIRST = """Lakeside dam breaks
Ana Lopes told the Courier that up to 300 houses in Lakeside could flood by Friday.
This claim was denied by Jon Ito on 4 May 2031.
It remains unclear whether the Lakeside dam holds.
The Water Board declined to comment on the state of the dam in Lakeside."""

SECOND = """Satellite images show a wide crack in the Lakeside dam, the Water Board said.
Portugal says it is likely that the Lakeside dam breaks within two days.
Jon Ito said 900 houses in Lakeside could flood by Friday."""


def quantity(read: MarkedArticle, words: str, low: int | None, high: int | None) -> Quantity:
    """A number of houses."""
    return Quantity(read.span(words), low, high, is_approximate=False, unit="houses", of=None)


def owned(reading: Reading) -> Reading:
    """The reading with each quantity given to the attribution that holds it."""
    found = []
    for each in reading.quantities:
        holder = next(
            a.id for a in reading.attributions if any(p.covers(each.span) for p in a.content)
        )
        found.append(replace(each, attribution=holder))
    return replace(reading, quantities=tuple(found))


def first() -> Reading:
    """What the Herald prints."""
    read, reading = reading_of(FIRST, entities=ALL, kinds=[BlockKind.HEADLINE])
    flood = attribution(
        reading,
        read.span("Ana Lopes"),
        read.span("told"),
        read.span("up to 300 houses in Lakeside could flood by Friday"),
        degree=1.0,
    )
    denial = attribution(
        reading,
        read.span("Jon Ito"),
        read.span("was denied"),
        read.span("This claim"),
        stance=Stance.DENIES,
        degree=-3.0,
    )
    silence = attribution(
        reading,
        read.span("The Water Board"),
        read.span("declined to comment on"),
        read.span("the state of the dam in Lakeside"),
        stance=Stance.DECLINES,
        degree=0.0,
    )
    day = Time(read.span("4 May 2031"), "2031-05-04", "2031-05-04", "2031-05-05")
    return owned(
        replace(
            reading,
            attributions=(replace(flood, certainty=Certainty.POSSIBLE), denial, silence),
            quantities=(quantity(read, "up to 300", None, 300),),
            times=(day,),
        )
    )


def second() -> Reading:
    """What the Star prints."""
    read, reading = reading_of(SECOND, entities=ALL, outlet="Star", day="2031-05-05")
    images = attribution(
        reading,
        read.span("the Water Board"),
        read.span("said"),
        read.span("Satellite images show a wide crack in the Lakeside dam"),
    )
    likely = attribution(
        reading,
        read.span("Portugal"),
        read.span("says"),
        read.span("it is likely that the Lakeside dam breaks within two days"),
        degree=2.0,
    )
    likely = replace(
        likely,
        certainty=Certainty.PROBABLE,
        probability=Probability(0.55, 0.75, "PHIA", "likely"),
    )
    houses = attribution(
        reading,
        read.span("Jon Ito"),
        read.span("said", 1),
        read.span("900 houses in Lakeside could flood by Friday"),
        said_at="2031-05-05",
    )
    images = replace(images, basis=Basis.IMAGERY, medium=Medium.STATEMENT)
    return owned(
        replace(
            reading,
            attributions=(images, likely, houses),
            quantities=(quantity(read, "900", 900, 900),),
        )
    )


def material_of(*readings: Reading) -> Material:
    """The material of one story, with the claims that these readings make."""
    by_id = {each.article.id: each for each in readings if each.article}
    entities: dict[str, Entity] = {e.id: e for each in readings for e in each.entities}
    assertions = [each for reading in readings for each in make_assertions(reading)]
    said = described(sorted(assertions, key=sort_key))
    claims = build_claims(said, pairs_of(said, 0.4), entities, "s")
    story = Story(
        "s", "Lakeside dam breaks", tuple(by_id), "2031-05-04", "2031-05-05", (), len(claims)
    )
    letters = {article: "ABCDEF"[number] for number, article in enumerate(by_id)}
    return Material(story, tuple(claims), by_id, letters, {})


def made() -> Material:
    """The material of both articles."""
    return material_of(first(), second())
