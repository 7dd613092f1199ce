"""Hits of a search -> rows of a page, entries of a feed."""

from __future__ import annotations

from urllib.parse import urlencode

from whence.desk.frame import place, suffix
from whence.ledger.hit import Hit, Kind
from whence.render.atom import Entry
from whence.render.hits import words_of_hit
from whence.render.phrases import day_words, outlet_words, stance_words, value_words
from whence.render.visible import one_line, shortened, visible

LONGEST_TITLE = 140
"""Characters of an entry's title."""


def row_of(hit: Hit, as_of: str | None) -> dict[str, object]:
    """A hit as a page shows it; a status is that of now, so a day gone by has none."""
    words = [one_line(hit.who)] if hit.who else []
    stance = stance_words(hit.stance) if hit.stance else ""
    return {
        "href": _leads_to(hit, as_of),
        "pieces": [(visible(piece.words), piece.is_marked) for piece in hit.excerpt],
        "title": one_line(hit.title or "Without a title") if hit.kind is Kind.ARTICLES else None,
        "who": ", ".join(words),
        "stance": stance if stance != "asserts" else "",
        "status": value_words(hit.status) if hit.status and as_of is None else "",
        "status_kind": hit.status.value if hit.status else "",
        "outlet": outlet_words(hit.outlet),
        "day": day_words(hit.published_at),
        "words_href": place(hit.article, hit.span) if hit.span and hit.claim else None,
        "story": hit.story,
    }


def _leads_to(hit: Hit, as_of: str | None) -> str:
    """A claim to its page, the others to their words."""
    if hit.claim:
        return f"/claims/{hit.claim}{suffix(as_of)}"
    return place(hit.article, hit.span) if hit.span else f"/articles/{hit.article}"


def entry_of(hit: Hit, base: str) -> Entry:
    """A hit as an entry of a feed.

    Args:
        hit: Any.
        base: Of the desk's addresses, without "/" at its end.
    """
    words = (
        words_of_hit(hit)
        if hit.claim or hit.kind is Kind.QUOTATIONS
        else hit.title or words_of_hit(hit)
    )
    said_by = f"{hit.who}: " if hit.who else ""
    where = f"{outlet_words(hit.outlet)}, {day_words(hit.published_at)}"
    return Entry(
        id=urn_of(hit.kind.one, hit.id),
        title=shortened(f"{said_by}{words}", LONGEST_TITLE),
        link=f"{base}{_leads_to(hit, None)}",
        updated=hit.learned_at,
        summary=f"{where}. {words_of_hit(hit)}",
    )


def urn_of(kind: str, name: str) -> str:
    """The stable name of something in a feed ("urn:whence:claim:3f2a…")."""
    return f"urn:whence:{kind}:{name}"


def address(path: str, **values: object) -> str:
    """An address with the values that are given; those that say nothing are left out."""
    said = {key.replace("_", "-"): value for key, value in values.items() if value}
    return f"{path}?{urlencode(said)}" if said else path
