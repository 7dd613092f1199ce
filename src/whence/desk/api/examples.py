"""Records that were invented to show what the API answers."""

from __future__ import annotations

import json
from typing import Any

from whence.ledger.article import Article, Block, BlockKind, Listing
from whence.ledger.attribution import Stance
from whence.ledger.brief import Brief, Computed, Evidence, Line, Reference, Section, StoryBrief
from whence.ledger.claim import Amount, Assertion, Claim, Link, Origin, Status
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.factuality import Certainty
from whence.ledger.figure import Figure
from whence.ledger.hit import Hit, Kind, Piece
from whence.ledger.outlet import Outlet
from whence.ledger.position import Actor, ActorCount, Position
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Story

_TEXT = 'Mayor Jane Doe said that "at least 40 cables" had rusted.'
_WORDS = Span(25, 56)
_DAY = "2024-10-21"
_ADDRESS = "https://lamp.example/bridge"

STORY = Story(
    id="5a0c7be2f1d94e30",
    title="Harbour bridge to close on Friday",
    articles=("a41f09c2d7e6b853",),
    first_seen_at=_DAY,
    last_seen_at=_DAY,
    entities=("e7d20b6f4a91c358",),
    claim_count=1,
    thread="5a0c7be2f1d94e30",
)
_SPEAKER = Link("Jane Doe", "e7d20b6f4a91c358", "said")
CLAIM = Claim(
    id="c93be5170fa2d846",
    story=STORY.id,
    text="at least 40 cables had rusted",
    status=Status.SINGLE_SOURCE,
    first_seen_at=_DAY,
    last_seen_at=_DAY,
    assertions=(
        Assertion(
            article=STORY.articles[0],
            attribution="b06d3f82e5c7a914",
            span=(_WORDS,),
            chain=(Link("The Lamp", None, None), _SPEAKER),
            stance=Stance.ASSERTS,
            degree=3.0,
            quantity=Amount(40, None, "cables"),
            asserted_at=_DAY,
            outlet="The Lamp",
            text=_WORDS.words(_TEXT),
            printed_at=_DAY,
        ),
    ),
    origins=(Origin("Jane Doe", "e7d20b6f4a91c358", is_named=True, assertion_count=1),),
    origin_count=1,
    origin_count_high=1,
    outlet_count=1,
)
READING = Reading(
    path="bridge.txt",
    article=Article(
        id=STORY.articles[0],
        path="bridge.txt",
        url=_ADDRESS,
        outlet="The Lamp",
        title=STORY.title,
        authors=("R. Quill",),
        published_at=_DAY,
        language="en",
        text=_TEXT,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(_TEXT)),),
    ),
    sentences=(Span(0, len(_TEXT)),),
)
LISTING = Listing(
    id=STORY.articles[0],
    outlet="The Lamp",
    title=STORY.title,
    published_at=_DAY,
    learned_at="2024-10-21T18:30:00+00:00",
    story=STORY.id,
    language="en",
    url=_ADDRESS,
)
OUTLET = Outlet(name="The Lamp", aliases=("Lamp",), domains=("lamp.example",), reliability="B")
HIT = Hit(
    kind=Kind.CLAIMS,
    id="c0de77aa12bb34cc",
    article="a41f09c2d7e6b853",
    span=_WORDS,
    excerpt=(Piece("at least 40 ", is_marked=False), Piece("cables", is_marked=True)),
    claim="c0de77aa12bb34cc",
    story="5a0c7be2f1d94e30",
    title="Harbour bridge to close on Friday",
    outlet="The Lamp",
    published_at=_DAY,
    learned_at=_DAY,
    who="Jane Doe",
    stance=Stance.ASSERTS,
    status=Status.SINGLE_SOURCE,
    score=1.5,
)
FIGURE = Figure(
    id="f58c14e09b7ad362",
    story=STORY.id,
    claim=CLAIM.id,
    article=STORY.articles[0],
    attribution="b06d3f82e5c7a914",
    span=Span(26, 45),
    words="at least 40 cables",
    low=40,
    high=None,
    is_approximate=False,
    change=None,
    is_total=False,
    unit="cables",
    of=None,
    place=None,
    said_on=_DAY,
    printed_at=_DAY,
    outlet="The Lamp",
    origin="Jane Doe",
    origin_entity="e7d20b6f4a91c358",
    via=(),
    is_named=True,
    is_heading=False,
    copied_from=None,
)
DIFFERENCE = Difference(
    kind=DifferenceKind.DENIAL,
    story=STORY.id,
    text="the cables were in order",
    claim=CLAIM.id,
    article="d2e8561b0c9f7a34",
    outlet="The Owl",
    day="2024-10-22",
    stance=Stance.DENIES,
    who="Ana Ruiz",
)
_ACTOR = Actor("e7d20b6f4a91c358", "Jane Doe", None)
ACTOR = ActorCount(_ACTOR, position_count=1, silence_count=0, change_count=0)
POSITION = Position(
    actor=_ACTOR,
    claim=CLAIM.id,
    story=STORY.id,
    text=CLAIM.text,
    stance=Stance.ASSERTS,
    degree=3.0,
    certainty=Certainty.CERTAIN,
    probability=None,
    words=_WORDS.words(_TEXT),
    about=None,
    cue="said",
    said_on=_DAY,
    outlet="The Lamp",
    article=STORY.articles[0],
    attribution="b06d3f82e5c7a914",
    span=(_WORDS,),
)
BRIEF = Brief(
    article_count=1,
    outlet_count=1,
    not_read=(),
    stories=(
        StoryBrief(
            story=STORY.id,
            title=STORY.title or "",
            summary="1 article, 1 claim",
            refused_count=0,
            sections=(
                Section(
                    "At a glance",
                    (
                        Line(
                            text="Jane Doe: at least 40 cables had rusted (The Lamp)",
                            claims=(CLAIM.id,),
                            evidence=(Evidence(STORY.articles[0], (_WORDS,)),),
                            computed=(Computed("The Lamp", "outlet"),),
                            references=("A",),
                        ),
                    ),
                ),
            ),
        ),
    ),
    references=(
        Reference("A", STORY.articles[0], "The Lamp", STORY.title, _DAY, _ADDRESS, "bridge.txt"),
    ),
)


def answer_of(*records: str, is_page: bool = False) -> dict[str, Any]:
    """What an answer with these records looks like."""
    answer: dict[str, Any] = {"items": [json.loads(each) for each in records]}
    if is_page:
        answer["next"] = "WyJjOTNiZTUxNzBmYTJkODQ2Il0"
    return answer


ROWS: dict[str, dict[str, object]] = {
    "assertions": {
        "claim": CLAIM.id,
        "position": 0,
        "article": STORY.articles[0],
        "attribution": "b06d3f82e5c7a914",
        "text": CLAIM.assertions[0].text,
        "start_char": _WORDS.start,
        "end_char": _WORDS.end,
        "outlet": "The Lamp",
        "via": None,
        "origin": "Jane Doe",
        "origin_entity": "e7d20b6f4a91c358",
        "is_named": True,
        "stance": "asserts",
        "certainty": "certain",
        "degree": 3.0,
        "low": 40.0,
        "high": None,
        "unit": "cables",
        "is_approximate": False,
        "basis": None,
        "is_heading": False,
        "asserted_at": _DAY,
    },
    "articles": {
        "id": STORY.articles[0],
        "url": _ADDRESS,
        "outlet": "The Lamp",
        "title": STORY.title,
        "authors": "R. Quill",
        "published_at": _DAY,
        "language": "en",
        "agency": None,
        "learned_at": LISTING.learned_at,
        "supersedes": None,
    },
    "quantities": {
        "article": STORY.articles[0],
        "position": 0,
        "words": "at least 40 cables",
        "start_char": 26,
        "end_char": 45,
        "low": 40.0,
        "high": None,
        "is_approximate": False,
        "unit": "cables",
        "of_whom": None,
        "change": None,
        "attribution": "b06d3f82e5c7a914",
    },
    "conflicts": {
        "claim": CLAIM.id,
        "position": 0,
        "other": "17d0e4b85a6fc293",
        "detail": "quantity",
        "why": "at least 40 cables here, no more than 25 there",
    },
    "copies": {
        "article": "d2e8561b0c9f7a34",
        "original": STORY.articles[0],
        "kind": "wire",
    },
}
"""A row of each table that has no record of its own in the contract."""
