"""Positions and silences of actors -> who asserts, denies, doubts, wants or fears, by day."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from whence.ledger.attribution import Stance
from whence.ledger.brief import Evidence
from whence.render.phrases import day_words, name_words, outlet_words, stance_words
from whence.render.pictures.days import SHORTEST, day_count, day_of, days_axis, midnight
from whence.render.pictures.picture import NAME_LENGTH, WIDTH, WORDS_LENGTH, Datum, Picture
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.position import Position

MOST_ACTORS = 16
LANE = 30
BESIDE = 13.0  # pixels between marks of one day
COLUMNS = ("day", "who", "stance", "words", "in")
KEY = (
    "A row for each who speaks, those who say most first; a mark for each day and stance, larger"
    " where more is said."
)

GROUPS = {
    Stance.ASSERTS: "asserts",
    Stance.DENIES: "denies or opposes",
    Stance.OPPOSES: "denies or opposes",
    Stance.DOUBTS: "doubts or asks",
    Stance.ASKS: "doubts or asks",
    Stance.DEMANDS: "wants, means to or backs",
    Stance.INTENDS: "wants, means to or backs",
    Stance.SUPPORTS: "wants, means to or backs",
    Stance.WARNS: "fears or warns",
    Stance.FEARS: "fears or warns",
    Stance.NEITHER: "keeps silent",
    Stance.DECLINES: "keeps silent",
}
"""Stances that have one sign."""

SIGNS = tuple(dict.fromkeys(GROUPS.values()))


class Mark(NamedTuple):
    """What one actor says in one way on one day."""

    who: str
    day: str
    group: str


def positions_picture(positions: Sequence[Position]) -> Picture | None:
    """Who stands how, by day; None where nobody says anything on a day.

    Args:
        positions: Of all actors, silences among them.
    """
    own = [each for each in positions if not each.copied_from and day_of(each.said_on)]
    own.sort(key=lambda each: (day_of(each.said_on) or "", each.actor.name, each.attribution))
    if not own:
        return None
    counts = Counter(_name(each) for each in own)
    ranked = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    drawn = [each for each in own if _name(each) in ranked[:MOST_ACTORS]]
    return Picture(
        title="Who asserts, denies, doubts, wants or fears, by day",
        alternative=_alternative(own, ranked),
        key=KEY,
        columns=COLUMNS,
        rows=tuple(map(_row, own)),
        proofs=tuple(Evidence(each.article, each.span) for each in own),
        spec=_chart(drawn, ranked[:MOST_ACTORS]),
    )


def _name(position: Position) -> str:
    return shortened(name_words(position.actor.name), NAME_LENGTH)


def group_of(position: Position) -> str:
    """How it is shown; who asserts that something is not so denies it."""
    if position.stance is Stance.ASSERTS and position.degree < 0:
        return GROUPS[Stance.DENIES]
    return GROUPS[position.stance]


def _row(position: Position) -> tuple[str, ...]:
    return (
        day_of(position.said_on) or "",
        name_words(position.actor.name),
        stance_words(position.stance),
        one_line(position.words),
        outlet_words(position.outlet),
    )


def _alternative(own: Sequence[Position], ranked: Sequence[str]) -> str:
    told = []
    for name in ranked[:3]:
        ways = Counter(group_of(each) for each in own if _name(each) == name)
        words = ", ".join(f"{way} {count}" for way, count in ways.most_common())
        told.append(f"{name}: {words}")
    left = len(ranked) - MOST_ACTORS
    more = f" {counted(left, 'more speaker')} in the table." if left > 0 else ""
    head = f"{counted(len(own), 'statement')} by {counted(len(ranked), 'speaker')}."
    return f"{head} Most: {'; '.join(told)}.{more}"


def _marks(own: Sequence[Position]) -> list[Datum]:
    """One for each speaker, day and sign; those of one day side by side."""
    said: dict[Mark, list[str]] = {}
    for each in own:
        mark = Mark(_name(each), day_of(each.said_on) or "", group_of(each))
        said.setdefault(mark, []).append(one_line(each.words))
    days = [mark.day for mark in said]
    per_pixel = 24 * max(day_count(min(days), max(days)), SHORTEST) / WIDTH  # hours
    found: list[Datum] = []
    for mark, words in said.items():
        beside = [sign for sign in SIGNS if Mark(mark.who, mark.day, sign) in said]
        shift = BESIDE * (beside.index(mark.group) - (len(beside) - 1) / 2)
        found.append(
            {
                "at": midnight(mark.day, shift * per_pixel),
                "day": day_words(mark.day),
                "who": mark.who,
                "stance": mark.group,
                "statements": len(words),
                "words": shortened("; ".join(words), WORDS_LENGTH),
            }
        )
    return found


def _chart(own: Sequence[Position], names: Sequence[str]) -> dict[str, Any]:
    import altair as alt

    days = [day for each in own if (day := day_of(each.said_on))]
    signs = alt.Scale(domain=list(SIGNS))
    tips = ("who", "day", "stance", "statements", "words")
    most = max(int(each["statements"] or 1) for each in _marks(own))
    chart = (
        alt.Chart({"values": _marks(own)})
        .mark_point()
        .encode(
            x=days_axis(min(days), max(days)),
            y=alt.Y(
                "who:N", sort=list(names), axis=alt.Axis(title=None, grid=True, labelLimit=190)
            ),
            color=alt.Color("stance:N", title=None, scale=signs),
            shape=alt.Shape("stance:N", title=None, scale=signs),
            size=alt.Size(
                "statements:Q",
                legend=None,
                scale=alt.Scale(domain=[1, max(most, 4)], range=[60, 240]),
            ),
            tooltip=[alt.Tooltip(f"{name}:N") for name in tips],
        )
        .properties(name="positions", width=WIDTH, height=LANE * len(names))
        .add_params(alt.selection_interval(bind="scales", encodings=["x"], name="zoom"))
    )
    return dict(chart.to_dict(validate=False))
