"""Assertions with a quantity -> the table "Numbers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from whence.brief.choose import by_origin
from whence.brief.fragments import (
    Fragment,
    content,
    firmness,
    join,
    line_of,
    link_name,
    outlet,
    speaker,
    whole_evidence,
)
from whence.brief.material import Material
from whence.ledger.brief import Evidence, Line
from whence.ledger.claim import Assertion
from whence.ledger.figure import Figure, figure_id
from whence.ledger.quantity import Quantity
from whence.ledger.span import Span

COLUMNS = ("what", "figure", "said by", "through", "in", "firmness")
MOST_ROWS = 24

_DIGITS = re.compile(r"\d[\d.,\u00a0\u2009\u202f]*\d|\d")
_LOWER = re.compile(r"\b(?:at least|no (?:fewer|less) than|a minimum of|or more)\b", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:more than|over|above|exceed\w*|upwards of)\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:fewer than|less than|under|below)\b", re.IGNORECASE)


def numbers(material: Material) -> list[Line]:
    """One row for each number and first speaker.

    Those of one history stand together, by day, what is counted in most articles first.
    """
    rows = list(_rows(material))
    figures = {each.id: each for history in material.histories for each in history.figures}
    places = {
        each.id: (rank, at)
        for rank, history in enumerate(material.histories)
        for at, each in enumerate(history.figures)
    }
    last = (len(material.histories), 0)
    rows.sort(key=lambda row: places.get(row.figure_id, last))
    return [_line(material, row, figures) for row in rows][:MOST_ROWS]


class _Row(NamedTuple):
    """A number that somebody gives; `figure_id` leads to its place in a history."""

    claim: str
    assertion: Assertion
    quantity: Quantity

    @property
    def figure_id(self) -> str:
        return figure_id(self.assertion.article, self.quantity.span)


def _rows(material: Material) -> Iterator[_Row]:
    """What is counted with a unit; the claims with most assertions first."""
    counted = [
        (claim, each)
        for claim in material.claims
        for group in by_origin([a for a in claim.assertions if a.quantity and a.quantity.unit])
        for each in group[:1]
    ]
    counted.sort(key=lambda row: (-len(row[0].assertions), row[0].id))
    for claim, assertion in counted:
        quantity = quantity_of(material, assertion)
        is_aside = assertion.attribution is None and len(claim.assertions) == 1
        is_name = bool(quantity and quantity.unit and quantity.unit[0].isupper())  # Six Party Talks
        if quantity is None or is_aside or is_name or assertion.copied_from:
            continue
        yield _Row(claim.id, assertion, quantity)


def quantity_of(material: Material, assertion: Assertion) -> Quantity | None:
    """The quantity in the article that an assertion's amount was taken from."""
    amount = assertion.quantity
    for each in material.readings[assertion.article].quantities:
        is_same = amount and (each.low, each.high, each.unit) == (
            amount.low,
            amount.high,
            amount.unit,
        )
        if is_same and any(piece.covers(each.span) for piece in assertion.span):
            return each
    return None


def _line(material: Material, row: _Row, figures: Mapping[str, Figure]) -> Line:
    assertion, article = row.assertion, row.assertion.article
    middle = [link for link in assertion.chain[1:-1] if link.name]
    value = figure(material.text(article), article, row.quantity)
    cells = [
        _what(material, assertion, row.quantity),
        join(value, _replaced(material, figures.get(row.figure_id), figures)),
        speaker(material, assertion),
        join(*(link_name(material, assertion, link) for link in middle), between=", "),
        outlet(material, article),
        firmness(assertion),
    ]
    shown = [each if each.words else Fragment("–") for each in cells]
    fragment = join(
        join(*shown, between=" · "),
        whole_evidence(material, assertion),
    )
    return line_of(material, fragment, [row.claim], [each.words for each in shown])


def _replaced(material: Material, own: Figure | None, figures: Mapping[str, Figure]) -> Fragment:
    """Write ", since replaced by 27"; nothing where the figure stands."""
    newer = figures.get(own.superseded_by or "") if own else None
    if newer is None:
        return Fragment("")
    quantity = next(
        each for each in material.readings[newer.article].quantities if each.span == newer.span
    )
    value = figure(material.text(newer.article), newer.article, quantity)
    return join(", since replaced by ", value)


def _what(material: Material, assertion: Assertion, quantity: Quantity) -> Fragment:
    """The words of the claim without those of the number."""
    text = material.text(assertion.article)
    words = " ".join(quantity.span.words(text).split())
    rest = " ".join(content(material, assertion).words.replace(words, "…", 1).split())
    return Fragment(
        rest.removeprefix("… ").removeprefix("of "), (Evidence(assertion.article, assertion.span),)
    )


def figure(text: str, article: str, quantity: Quantity) -> Fragment:
    """The number as a sign and digits where the words have digits, else the words."""
    words = " ".join(quantity.span.words(text).split())
    digits = _DIGITS.findall(words)
    proof = (Evidence(article, (Span(*quantity.span),)),)
    if len(digits) != 1 or re.search(r"\d\s*(?:million|billion|trillion|m|bn|k)\b", words):
        return Fragment(words, proof)
    return Fragment(f"{_sign(words, quantity)}{digits[0]}", proof)


def _sign(words: str, quantity: Quantity) -> str:
    if _ABOVE.search(words):
        return "> "
    if _BELOW.search(words):
        return "< "
    if quantity.low is None:
        return "≤ "
    if quantity.high is None or _LOWER.search(words):
        return "≥ "
    return "≈ " if quantity.is_approximate else ""
