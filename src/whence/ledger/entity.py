"""Those who can speak, act and be acted upon."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.identity import make_id
from whence.ledger.span import Spans


class EntityKind(StrEnum):
    """What an entity is; closed list of the contract."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place lies: degrees north and east, south and west negative."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place, group or document named in one article.

    Attributes:
        id: Hash of kind and name, so the same in every article.
        name: The fullest name that the article or the gazetteer gives.
        country: ISO 3166-1 alpha-3 of the state it belongs to or is.
        role: In lower case, without the country ("president").
        sector: PLOVER sector (GOV, MIL, SPY, JRN, IGO, ...).
        affiliation: The body that a person speaks or works for.
        mentions: Ascending.
        point: Of a state, a capital or a town; None where unsure, and for all other entities.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None
    role: str | None
    sector: str | None
    affiliation: str | None
    mentions: Spans
    point: Point | None = None


def entity_id(kind: EntityKind, name: str) -> str:
    """The id of an entity of this kind and name."""
    return make_id("entity", kind.value, name.casefold())
