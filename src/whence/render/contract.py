"""Records -> JSON in the shapes of the output contract.

The fields stand in the contract's order with those that it does not name after them. Text
is printed as it is; only halves of surrogate pairs, which UTF-8 cannot carry, are escaped.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whence.ledger.admiralty import Admiralty
    from whence.ledger.article import Listing
    from whence.ledger.brief import Brief, Computed, Line, Section, StoryBrief
    from whence.ledger.claim import Assertion, Claim
    from whence.ledger.difference import Difference
    from whence.ledger.figure import Figure, History
    from whence.ledger.outlet import Outlet
    from whence.ledger.person import AuditEntry, User
    from whence.ledger.position import ActorCount, Change, Position, Silence
    from whence.ledger.reading import Reading
    from whence.ledger.ruling import Ruling
    from whence.ledger.story import Story

_HALF = re.compile("[\ud800-\udfff]")
_OF_STORIES = ("number", "kind", "articles", "others", "target", "decided_at", "undoes")


def _printed(value: dict[str, object], indent: int | None = None) -> str:
    plain = msgspec.to_builtins(value)
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=indent)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in type(record).__dataclass_fields__}  # type: ignore[attr-defined]


def reading_json(reading: Reading) -> str:
    """One line of `whence read`; of an input that was not read, only what is known."""
    if reading.article is None:
        fields: dict[str, object] = {
            "path": reading.path,
            "article": None,
            "notices": reading.notices,
        }
    else:
        fields = _fields(reading)
        fields["own_words"] = fields.pop("own_words")  # not in the contract, so last
    return _printed({"schema": "whence.reading/1", **fields})


def claim_json(claim: Claim, grade: Admiralty | None = None) -> str:
    """One line of `whence claims`; with a grade, the suggestion and its reasons too."""
    graded = {} if grade is None else {"admiralty": grade}
    fields: dict[str, object] = {"schema": "whence.claim/1", **_fields(claim)}
    fields["assertions"] = [_uncorrected(each) for each in claim.assertions]
    if not claim.corrected:
        fields.pop("corrected")
    return _printed({**fields, **graded})


def _uncorrected(assertion: Assertion) -> dict[str, object]:
    """The fields of an assertion; `corrected` only where a person corrected something."""
    fields = _fields(assertion)
    if not assertion.corrected:
        fields.pop("corrected")
    return fields


def listing_json(listing: Listing) -> str:
    """One article of a list."""
    return _printed({"schema": "whence.article/1", **_fields(listing)})


def row_json(table: str, row: Mapping[str, object]) -> str:
    """One row of a table, its columns by their names."""
    return _printed({"schema": f"whence.{table}.row/1", **row})


def outlet_json(outlet: Outlet, article_count: int | None = None) -> str:
    """One line of `whence outlet list`; with a count, how many articles it printed too."""
    counted = {} if article_count is None else {"article_count": article_count}
    return _printed({"schema": "whence.outlet/1", **_fields(outlet), **counted})


def user_json(user: User) -> str:
    """One line of `whence user list`."""
    return _printed({"schema": "whence.user/1", **_fields(user)})


def audit_json(entry: AuditEntry) -> str:
    """One line of `whence audit`."""
    return _printed({"schema": "whence.audit/1", **_fields(entry)})


def ruling_json(ruling: Ruling, undone_by: int | None) -> str:
    """One line of `whence story list`; `undone_by` is None for one that holds."""
    fields = {name: getattr(ruling, name) for name in _OF_STORIES}
    return _printed({"schema": "whence.ruling/1", **fields, "undone_by": undone_by})


def decision_json(ruling: Ruling, undone_by: int | None, *, applies: bool) -> str:
    """One line of `whence decisions`; what was decided of stories, claims and actors alike."""
    more = {"undone_by": undone_by, "applies": applies}
    return _printed({"schema": "whence.decision/1", **_fields(ruling), **more})


def story_json(story: Story) -> str:
    """One line of `whence stories`."""
    return _printed({"schema": "whence.story/1", **_fields(story)})


def figure_json(history: History, figure: Figure) -> str:
    """One line of `whence numbers`: a figure with the history that it is of."""
    about = {"history": history.id, "label": history.label}
    return _printed({"schema": "whence.figure/1", **_fields(figure), **about})


def position_json(record: Position | Silence | Change) -> str:
    """One line of `whence positions ACTOR`."""
    kind = type(record).__name__.lower()
    return _printed({"schema": "whence.position/1", "kind": kind, **_fields(record)})


def actor_json(count: ActorCount) -> str:
    """One line of `whence positions`."""
    return _printed({"schema": "whence.actor/1", **_fields(count)})


def difference_json(difference: Difference) -> str:
    """One line of `whence diff`."""
    return _printed({"schema": "whence.difference/1", **_fields(difference)})


def brief_json(brief: Brief) -> str:
    """The whole of `whence brief`, indented for people."""
    value: dict[str, object] = {
        "schema": "whence.brief/1",
        "article_count": brief.article_count,
        "outlet_count": brief.outlet_count,
        "not_read": brief.not_read,
        "stories": [_story(story) for story in brief.stories],
        "references": brief.references,
        "measured": brief.measured,
    }
    return _printed(value, indent=2)


def _story(story: StoryBrief) -> dict[str, object]:
    return {
        "story": story.story,
        "title": story.title,
        "refused_count": story.refused_count,
        "sections": [_section(section) for section in story.sections],
        "summary": story.summary,
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "title": section.title,
        "lines": [_line(line) for line in section.lines],
        "columns": section.columns,
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "text": line.text,
        "claims": line.claims,
        "evidence": line.evidence,
        "computed": [_computed(each) for each in line.computed],
        "cells": line.cells,
        "references": line.references,
    }


def _computed(computed: Computed) -> dict[str, object]:
    named = {} if computed.id is None else {"id": computed.id}
    return {"words": computed.words, "from": computed.origin, **named}
