"""What is told of a story -> the pieces of its page that follow from the story alone, as HTML.

They are made ahead and kept in the store, since making them is most of the work of the page that
is asked for most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.desk.frame import LONGEST, SORTS, place, suffix, title_of
from whence.ledger.brief import Line, Reference
from whence.ledger.claim import Claim
from whence.ledger.span import hull
from whence.pipeline.told import Told
from whence.render.page import page
from whence.render.phrases import day_words, name_words, origins_words, outlet_words, value_words
from whence.render.strip import strips
from whence.render.visible import one_line, shortened
from whence.store.digests import DigestKind

ROWS = 50
"""Of the claims table at once."""

NUMBERS = "Numbers"
"""The section that has drawings."""

SHOWN = 8
"""Lines of a section; the others are folded."""

DAY = Markup("\0")
"""No text of a page holds it: control characters are made visible."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pieces of a page; every value in the HTML is escaped.

    The same state is shown of several days: `DAY` stands in links where the day belongs; see
    `filled`.

    Attributes:
        summary: How many articles, outlets and claims; "" for none.
        names: Of the sections, in their order.
        sections: The sections of the brief.
        claims: Rows of the claims table: the first in the order that it has unless asked.
        claim_count: Of all.
        references: The articles, as items of a list.
    """

    title: str
    summary: str
    names: tuple[str, ...]
    sections: str
    claims: str
    claim_count: int
    references: str


def drawn_of(told: Told) -> Drawn:
    """The pieces of a story's page, as they were drawn ahead or are drawn now."""
    return told.kept(DigestKind.PAGE, Drawn) or draw(told)


def draw(told: Told) -> Drawn:
    """The pieces of a story's page."""
    brief = told.brief
    letters = {each.letter: each.article for each in brief.references}
    sections = [
        {
            "name": section.title,
            "columns": section.columns,
            "lines": [_line(line, letters) for line in section.lines],
            "strips": strips(told.histories) if section.title == NUMBERS else (),
        }
        for part in brief.stories
        for section in part.sections
    ]
    claims = sorted(told.claims, key=SORTS["weight"])[:ROWS]
    return Drawn(
        title=title_of(told),
        summary=brief.stories[0].summary if brief.stories else "",
        names=tuple(str(each["name"]) for each in sections),
        sections=_piece("sections.html", id=told.id, sections=sections, shown=SHOWN),
        claims=claim_rows(claims),
        claim_count=len(told.claims),
        references=_piece("references.html", references=list(map(_reference, brief.references))),
    )


def claim_rows(claims: Sequence[Claim]) -> str:
    """Rows of the claims table, as a piece."""
    return _piece("claim_rows.html", rows=list(map(_claim_row, claims)))


def filled(piece: str, as_of: str | None) -> Markup:
    """A piece with the day in its links."""
    return Markup(piece.replace(DAY, suffix(as_of)))  # noqa: S704 - as `Drawn` has it: escaped


def _piece(template: str, **values: object) -> str:
    return page(template, package="whence.desk", suffix=DAY, **values)


@dataclass(frozen=True, slots=True)
class Proof:
    """A link to the words that a line rests on."""

    label: str
    href: str


def _line(line: Line, letters: Mapping[str, str]) -> dict[str, object]:
    """A line of a brief with a link to each article that it rests on."""
    spans = {each.article: hull(each.span) for each in line.evidence}
    links = [
        Proof(letter, place(letters[letter], spans[letters[letter]]))
        for letter in line.references
        if letters.get(letter) in spans
    ]
    cells = [one_line(cell) for cell in line.cells]
    return {"text": one_line(line.text), "cells": cells, "links": links, "claims": line.claims}


def _reference(reference: Reference) -> dict[str, object]:
    return {
        "id": reference.article,
        "letter": reference.letter,
        "outlet": outlet_words(reference.outlet),
        "title": one_line(reference.title or ""),
        "day": day_words(reference.published_at),
        "same_as": reference.copy_of,
    }


def _claim_row(claim: Claim) -> dict[str, object]:
    against = [each for each in claim.assertions if each.stance.value in {"denies", "doubts"}]
    names = dict.fromkeys(name_words(each.chain[-1].name) for each in against)
    return {
        "id": claim.id,
        "text": shortened(one_line(claim.text), LONGEST),
        "status": value_words(claim.status),
        "kind": claim.status.value,
        "origins": origins_words(claim),
        "against": ", ".join(names),
        "band": _band(claim),
        "first": day_words(claim.first_seen_at),
    }


def _band(claim: Claim) -> tuple[float, float, str] | None:
    """Low and high of 0 to 100, and the words, of the first estimate with a yardstick."""
    for each in claim.assertions:
        known = each.probability
        if known and known.low is not None and known.high is not None:
            scale = known.scale or ""
            words = f"“{one_line(known.words)}”, {known.low:.0%}–{known.high:.0%} {scale}"
            return (known.low * 100, known.high * 100, words.replace("%", " %"))
    return None
