"""Claims, stories or histories -> CSV, one row per assertion, story or figure.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
Injection); numbers of our own are left as they are. What is not known is an empty cell.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from whence.ledger.claim import Assertion, Claim
    from whence.ledger.figure import Figure, History
    from whence.ledger.outlet import Outlet
    from whence.ledger.story import Story

CLAIM_COLUMNS = (
    "claim",
    "story",
    "status",
    "text",
    "article",
    "attribution",
    "outlet",
    "origin",
    "origin_entity",
    "is_named",
    "chain",
    "words",
    "start",
    "end",
    "stance",
    "certainty",
    "degree",
    "probability_words",
    "probability_low",
    "probability_high",
    "probability_scale",
    "low",
    "high",
    "unit",
    "is_approximate",
    "basis",
    "is_heading",
    "asserted_at",
    "first_seen_at",
    "last_seen_at",
    "origin_count",
    "origin_count_high",
    "outlet_count",
)
STORY_COLUMNS = (
    "story",
    "title",
    "article_count",
    "claim_count",
    "first_seen_at",
    "last_seen_at",
    "articles",
    "entities",
)
FIGURE_COLUMNS = (
    "figure",
    "history",
    "label",
    "story",
    "said_on",
    "words",
    "low",
    "high",
    "is_approximate",
    "change",
    "is_total",
    "unit",
    "of",
    "place",
    "origin",
    "origin_entity",
    "is_named",
    "via",
    "outlet",
    "printed_at",
    "is_heading",
    "copied_from",
    "superseded_by",
    "why",
    "claim",
    "article",
    "attribution",
    "start",
    "end",
)
OUTLET_COLUMNS = (
    "name",
    "aliases",
    "domains",
    "country",
    "ownership",
    "reliability",
    "set_at",
)

_FORMULA = re.compile(r"[\s\0]*[=+\-@＝＋－＠\t\r\n|]")
_HALF = re.compile("[\ud800-\udfff]")

Cell = str | int | float | bool | None


def claims_csv(claims: Iterable[Claim]) -> str:
    """One row for each assertion, in the claims' order; its claim's fields are repeated."""
    rows = ((claim, assertion) for claim in claims for assertion in claim.assertions)
    return csv_words(CLAIM_COLUMNS, (_claim_row(claim, assertion) for claim, assertion in rows))


def stories_csv(stories: Iterable[Story]) -> str:
    """One row for each story; ids of articles and entities joined by blanks."""
    return csv_words(STORY_COLUMNS, (_story_row(story) for story in stories))


def figures_csv(histories: Iterable[History]) -> str:
    """One row for each figure, in the histories' order."""
    rows = ((history, figure) for history in histories for figure in history.figures)
    return csv_words(FIGURE_COLUMNS, (_figure_row(history, figure) for history, figure in rows))


def outlets_csv(outlets: Iterable[Outlet]) -> str:
    """One row for each outlet; "; " between two aliases or domains."""
    return csv_words(OUTLET_COLUMNS, (_outlet_row(outlet) for outlet in outlets))


def csv_words(columns: tuple[str, ...], rows: Iterable[dict[str, Cell]]) -> str:
    """A header and a line for each row, cells made safe."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
    return sheet.getvalue()


def csv_lines(columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    """A header and a line for each row as RFC 4180 ends them, one after another."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    yield sheet.getvalue()
    for row in rows:
        sheet.seek(0)
        sheet.truncate()
        writer.writerow([_cell(row[column]) for column in columns])
        yield sheet.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    kept = _HALF.sub("�", str(value)).replace("\0", "�")
    return f"'{kept}" if _FORMULA.match(kept) else kept


def _claim_row(claim: Claim, assertion: Assertion) -> dict[str, Cell]:
    return {
        "claim": claim.id,
        "story": claim.story,
        "status": claim.status.value,
        "text": claim.text,
        "first_seen_at": claim.first_seen_at,
        "last_seen_at": claim.last_seen_at,
        "origin_count": claim.origin_count,
        "origin_count_high": claim.origin_count_high,
        "outlet_count": claim.outlet_count,
        **_who(assertion),
        **_how(assertion),
    }


def _who(assertion: Assertion) -> dict[str, Cell]:
    origin = assertion.chain[-1] if assertion.chain else None
    return {
        "article": assertion.article,
        "attribution": assertion.attribution,
        "outlet": assertion.outlet,
        "origin": origin.name if origin else None,
        "origin_entity": origin.entity if origin else None,
        "is_named": assertion.is_named,
        "chain": " > ".join(
            link.name or ("not named" if at else "outlet unknown")
            for at, link in enumerate(assertion.chain)
        ),
        "words": assertion.text,
        "start": min((span.start for span in assertion.span), default=None),
        "end": max((span.end for span in assertion.span), default=None),
    }


def _how(assertion: Assertion) -> dict[str, Cell]:
    band, amount = assertion.probability, assertion.quantity
    return {
        "stance": assertion.stance.value,
        "certainty": assertion.certainty.value,
        "degree": assertion.degree,
        "probability_words": band.words if band else None,
        "probability_low": band.low if band else None,
        "probability_high": band.high if band else None,
        "probability_scale": band.scale if band else None,
        "low": amount.low if amount else None,
        "high": amount.high if amount else None,
        "unit": amount.unit if amount else None,
        "is_approximate": assertion.quantity_is_approximate if amount else None,
        "basis": assertion.basis,
        "is_heading": assertion.is_heading,
        "asserted_at": assertion.asserted_at,
    }


def _story_row(story: Story) -> dict[str, Cell]:
    return {
        "story": story.id,
        "title": story.title,
        "article_count": len(story.articles),
        "claim_count": story.claim_count,
        "first_seen_at": story.first_seen_at,
        "last_seen_at": story.last_seen_at,
        "articles": " ".join(story.articles),
        "entities": " ".join(story.entities),
    }


def _figure_row(history: History, figure: Figure) -> dict[str, Cell]:
    own = {name: getattr(figure, name) for name in FIGURE_COLUMNS if hasattr(figure, name)}
    return {
        **own,
        "figure": figure.id,
        "history": history.id,
        "label": history.label,
        "via": " > ".join(figure.via) or None,
        "start": figure.span.start,
        "end": figure.span.end,
    }


def _outlet_row(outlet: Outlet) -> dict[str, Cell]:
    return {
        "name": outlet.name,
        "aliases": "; ".join(outlet.aliases),
        "domains": "; ".join(outlet.domains),
        "country": outlet.country,
        "ownership": outlet.ownership,
        "reliability": outlet.reliability,
        "set_at": outlet.set_at,
    }
