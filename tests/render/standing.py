"""An invented actor's positions, silences and change, and what changed in a story."""

from __future__ import annotations

from dataclasses import replace

from whence.ledger.attribution import Stance
from whence.ledger.difference import Difference, DifferenceKind, Differences
from whence.ledger.factuality import Certainty
from whence.ledger.position import Actor, Change, Position, Positions, Reply, Silence, Turn
from whence.ledger.span import Span

STATE = Actor("e0", "Portugal", "PRT")
ACTOR = Actor("e1", "Ana Lopes", "PRT", ("Water Ministry", "Portugal"))
DENIAL = Position(
    actor=ACTOR,
    claim="c1",
    story="s1",
    text="the wall leaks",
    stance=Stance.DENIES,
    degree=-3.0,
    certainty=Certainty.CERTAIN,
    probability=None,
    words="the wall was leaking",
    about=None,
    cue="denied",
    said_on="2031-05-04",
    outlet="Herald",
    article="a1",
    attribution="t1",
    span=(Span(3, 9), Span(12, 20)),
    through=("Courier",),
)
CONCESSION = replace(
    DENIAL,
    stance=Stance.ASSERTS,
    degree=1.0,
    certainty=Certainty.POSSIBLE,
    words="=it has leaked",
    about="the wall has leaked",
    cue="conceded",
    said_on="2031-05-09",
    outlet=None,
    article="a2",
    attribution="t2",
    through=(),
)
SILENCE = Silence(
    actor=ACTOR,
    reply=Reply.NO_ANSWER,
    claim="c2",
    story="s1",
    about="the letter",
    words="to the letter",
    cue="did not answer",
    said_on="2031-05-05",
    outlet="Herald",
    article="a1",
    attribution="t3",
    span=(Span(30, 40),),
)
CHANGE = Change(
    ACTOR,
    Turn.STANCE,
    DENIAL,
    CONCESSION,
    "denied on 4 May 2031, conceded on 9 May 2031",
    "both are of one claim",
)
POSITIONS = Positions(STATE, (ACTOR,), (DENIAL, CONCESSION), (SILENCE,), (CHANGE,))


def difference(kind: DifferenceKind, text: str = "the wall leaks", **fields: object) -> Difference:
    """One line of a note."""
    made: dict[str, object] = {"outlet": "Herald", "day": "2031-05-04", **fields}
    return Difference(kind, "s1", text, **made)  # type: ignore[arg-type]


DIFFERENCES = Differences(
    story="s1",
    title="Dam in danger",
    since="2031-05-03",
    until=None,
    article_count=4,
    differences=(
        difference(DifferenceKind.STORY_MERGED, "Flood", before="s2", after="s1", why="1 article"),
        difference(
            DifferenceKind.STATUS, before="single_source", after="disputed", why="Ito denied it"
        ),
        difference(
            DifferenceKind.DENIAL, "it", who="Jon Ito", stance=Stance.DENIES, why="the wall leaks"
        ),
        difference(
            DifferenceKind.NUMBER, "55 trucks", before="up to 40 trucks", after="55 trucks", why="x"
        ),
        *(
            difference(DifferenceKind.CLAIM, f"number {n} of the lorries is known", claim=f"c{n}")
            for n in range(14)
        ),
        difference(DifferenceKind.CLAIM, "three words only"),
        difference(DifferenceKind.ORIGIN, before="Ana Lopes", after="Jon Ito", who="Jon Ito"),
        difference(DifferenceKind.ARTICLE, "Wall leaks", outlet=None, day=None),
        difference(DifferenceKind.COPY, "Wall leaks again", why="near copy of Herald"),
    ),
)
