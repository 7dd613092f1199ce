"""The ledger's records -> the shapes of the API's answers, as OpenAPI describes them.

The fields are those of the records themselves, so that a field that is added there is
described here.
"""

from __future__ import annotations

from dataclasses import fields
from types import GenericAlias
from typing import Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from whence.ledger.article import Listing
from whence.ledger.brief import Evidence, Reference
from whence.ledger.claim import Claim
from whence.ledger.difference import Difference
from whence.ledger.figure import Figure
from whence.ledger.outlet import Outlet
from whence.ledger.position import ActorCount, Change, Position, Silence
from whence.ledger.reading import Reading
from whence.ledger.story import Story

Shape = type[BaseModel]

LEFT_OUT = frozenset({"corrected"})
"""Lists that are there only where there is something in them."""


def _record(record: type, schema: str, **more: object) -> Shape:
    """The shape of a record with the name of its schema before, and more fields after."""
    hints = get_type_hints(record)
    own: dict[str, Any] = {
        each.name: (hints[each.name], () if each.name in LEFT_OUT else ...)
        for each in fields(record)
    }
    name: Any = (Literal[schema], Field(alias="schema"))
    added: Any = {key: (kind, ...) for key, kind in more.items()}
    return create_model(
        f"{record.__name__}Record",
        __doc__=(record.__doc__ or "").split("\n\n")[0],
        schema_=name,
        **own,
        **added,
    )


def page_of(shape: Shape) -> Shape:
    """Some records in order, and where to go on."""
    items: Any = (GenericAlias(list, (shape,)), Field(description="In the order of the list."))
    after: Any = (
        str | None,
        Field(description="Asked for as `after`, it gives the next records; null at the end."),
    )
    return create_model(f"{shape.__name__}Page", items=items, next=after)


def all_of(shape: Shape) -> Shape:
    """All records of one thing."""
    items: Any = (GenericAlias(list, (shape,)), Field(description="All of them, in order."))
    return create_model(f"{shape.__name__}All", items=items)


class ComputedShape(BaseModel):
    """Words of a line that are not in its evidence, and where they come from."""

    words: str
    origin: str = Field(alias="from")
    id: str | None = None


class LineShape(BaseModel):
    """One line of a brief."""

    text: str
    claims: list[str]
    evidence: list[Evidence]
    computed: list[ComputedShape]
    cells: list[str]
    references: list[str]


class SectionShape(BaseModel):
    """A titled group of lines; `columns` heads the cells where it is a table."""

    title: str
    lines: list[LineShape]
    columns: list[str]


class StoryBriefShape(BaseModel):
    """The part of a brief about one story."""

    story: str
    title: str
    refused_count: int
    sections: list[SectionShape]
    summary: str


class BriefShape(BaseModel):
    """A brief of one story."""

    model_config = ConfigDict(serialize_by_alias=True)

    schema_: Literal["whence.brief/1"] = Field(alias="schema")
    article_count: int
    outlet_count: int
    not_read: list[str]
    stories: list[StoryBriefShape]
    references: list[Reference]
    measured: str


class Problem(BaseModel):
    """A problem as RFC 9457 has it."""

    type: str = Field(description="`about:blank`: the status says which kind it is.")
    title: str
    status: int
    detail: str = Field(description="What is wrong, and what can be asked instead.")


STORY = _record(Story, "whence.story/1")
CLAIM = _record(Claim, "whence.claim/1")
READING = _record(Reading, "whence.reading/1")
LISTING = _record(Listing, "whence.article/1")
OUTLET = _record(Outlet, "whence.outlet/1", article_count=int)
FIGURE = _record(Figure, "whence.figure/1", history=str, label=str)
DIFFERENCE = _record(Difference, "whence.difference/1")
ACTOR = _record(ActorCount, "whence.actor/1")
POSITION = _record(Position, "whence.position/1", kind=Literal["position"])
SILENCE = _record(Silence, "whence.position/1", kind=Literal["silence"])
CHANGE = _record(Change, "whence.position/1", kind=Literal["change"])
_SIDES: Any = (GenericAlias(list, (POSITION | SILENCE | CHANGE,)), ...)
POSITIONS = create_model(
    "PositionsAll",
    __doc__="Positions, then silences, then the places where it turned.",
    items=_SIDES,
)
