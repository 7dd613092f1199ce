"""Assertions of one article -> headings that are firmer than the text they stand over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.claims.making import ITO, LOPES, described, own, reading_of, said_by
from whence.claims.hedges import find_lost_hedges
from whence.ledger.article import BlockKind
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion
from whence.ledger.drift import LostHedge
from whence.ledger.factuality import Certainty

HEAD = "Old Lakeside dam breaks in storm"
BODY = "the old Lakeside dam may break in the storm"
READ, READING = reading_of(
    f"{HEAD}\nAna Lopes said {BODY}.",
    kinds=[BlockKind.HEADLINE],
)
assert READING.article is not None
ARTICLE = READING.article.id


def head(**changes: Any) -> Assertion:  # noqa: ANN401 - fields of an assertion
    return replace(own(HEAD, article=ARTICLE, is_heading=True), **changes)


def body(**changes: Any) -> Assertion:  # noqa: ANN401 - fields of an assertion
    place = READ.span(BODY)
    made = said_by(
        LOPES, BODY, article=ARTICLE, at=place.start, certainty=Certainty.POSSIBLE, degree=1.0
    )
    return replace(made, **changes)


def found(one: Assertion, other: Assertion, likeness: float = 0.8) -> list[LostHedge]:
    return find_lost_hedges(described([one, other]), [(0, 1, likeness)], {ARTICLE: READING})


def test_a_headline_without_the_hedge_of_its_text() -> None:
    """ "Dam breaks" over "may break" is found, with both places and the certainty lost."""
    (lost,) = found(head(), body())

    assert lost.heading.words(READ.text) == HEAD
    assert [span.words(READ.text) for span in lost.body] == [BODY]
    assert lost.hedge == "possible"
    assert found(body(), head()) == [lost]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (head(certainty=Certainty.POSSIBLE), body(), 0.8),
        (head(degree=-3.0), body(), 0.8),
        (head(is_heading=False), body(), 0.8),
        (head(attribution="x"), body(), 0.8),
        (head(), body(certainty=Certainty.CERTAIN), 0.8),
        (head(), body(is_heading=True), 0.8),
        (head(), body(article="other"), 0.8),
        (head(), body(stance=Stance.DENIES), 0.8),
        (head(), body(text="bread is dear in the north"), 0.8),
        (head(), body(), 0.3),
        (
            head(quantity=Amount(3, 3, "dams")),
            body(quantity=Amount(9, 9, "dams")),
            0.99,
        ),
    ],
    ids=["hedged-headline", "negative", "no-heading", "attributed", "firm-body", "another-heading",
         "another-article", "denial", "other-words", "unlike", "another-number"],
)  # fmt: skip
def test_no_hedge_is_lost(one: Assertion, other: Assertion, likeness: float) -> None:
    """Where the headline hedges too, names its source, or says something else."""
    assert found(one, other, likeness) == []


def test_a_section_heading_is_not_a_headline() -> None:
    """Only a headline or the article's title counts."""
    _, other = reading_of(f"{HEAD}\n{BODY}", kinds=[BlockKind.HEADING])
    said = described([head(), body()])

    assert find_lost_hedges(said, [(0, 1, 0.9)], {ARTICLE: other}) == []


def test_the_nearest_body_is_shown_once() -> None:
    """Of several hedged sentences the likest is given, and each headline once."""
    said = described([head(), body(), replace(body(), attribution="y", chain=body().chain)])
    pairs = [(0, 1, 0.7), (0, 2, 0.9)]
    other = replace(said[2].assertion, certainty=Certainty.PROBABLE)
    lost = find_lost_hedges(
        [*said[:2], replace(said[2], assertion=other)], pairs, {ARTICLE: READING}
    )

    assert [each.hedge for each in lost] == ["probable"]


def test_two_speakers_do_not_matter() -> None:
    """Whose hedge it is does not count: the headline dropped it."""
    assert len(found(head(), replace(body(), chain=said_by(ITO).chain))) == 1
