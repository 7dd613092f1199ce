"""Hits as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.ledger.hit import MOST_COUNTED, Hit, Kind, Piece
from whence.ledger.span import Span
from whence.render.hits import count_words, hit_fields, hits_json, hits_text

HIT = Hit(
    kind=Kind.CLAIMS,
    id="3f2a",
    article="77aa",
    span=Span(10, 20),
    excerpt=(Piece("the ", is_marked=False), Piece("bri\x1bdge", is_marked=True)),
    claim="3f2a",
    story="51bc",
    title="Bridge to close",
    outlet="The Lamp",
    published_at="2024-10-21",
    learned_at="2024-10-22",
    who="Jane Doe",
    stance=Stance.DENIES,
    status=Status.DISPUTED,
    score=1.23456,
)


def test_text_has_the_words_and_who_said_them() -> None:
    """Words that were searched for stand in brackets; nothing steers the terminal."""
    told = hits_text({Kind.CLAIMS: 1}, {Kind.CLAIMS: [HIT]}, width=100, colour=False)

    assert told.splitlines() == [
        "1 claim",
        "  the [bri␛dge]",
        "    Jane Doe ✗ denies · The Lamp, 21 October 2024 · disputed · claim 3f2a",
        "",
    ]


def test_an_article_has_no_outlet() -> None:
    """An article may be without an outlet and a day; only people are "not named"."""
    hit = replace(HIT, outlet=None, published_at=None, who=None, stance=None)

    told = hits_text({Kind.CLAIMS: 1}, {Kind.CLAIMS: [hit]}, width=100, colour=False)

    assert told.splitlines()[2] == "    outlet unknown, undated · disputed · claim 3f2a"


def test_marks_are_places_in_the_text() -> None:
    """Each mark cuts a searched word out of the text that is given."""
    fields = hit_fields(HIT)

    assert [str(fields["text"])[start:end] for start, end in fields["marks"]] == ["bri\x1bdge"]  # type: ignore[attr-defined]
    assert fields["span"] == [10, 20]


def test_json_has_counts_and_items() -> None:
    """The document names its schema and gives every hit."""
    told = json.loads(hits_json({Kind.CLAIMS: 1}, [HIT]))

    assert told["schema"] == "whence.search/1"
    assert told["counts"] == {"claims": 1}
    assert [item["kind"] for item in told["items"]] == ["claim"]


def test_counts_say_where_counting_stopped() -> None:
    """One is one, many are many, too many are "over"."""
    assert count_words(Kind.CLAIMS, 1) == "1 claim"
    assert count_words(Kind.ARTICLES, 2) == "2 articles"
    assert count_words(Kind.QUOTATIONS, MOST_COUNTED + 1) == "over 1,000 quotations"
