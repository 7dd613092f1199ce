"""Readings and claims -> a net: who speaks of whom, who contradicts and who passes on whom."""

from __future__ import annotations

from collections import Counter
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from whence.render.pictures.labels import Spot, label_layers, sides_of
from whence.render.pictures.picture import NAME_LENGTH, Datum, Picture
from whence.render.pictures.springs import places_by_springs
from whence.render.pictures.ties import Tie, TieKind, Ties, find_ties
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from whence.ledger.claim import Claim
    from whence.ledger.reading import Reading

MOST_NODES = 28
MOST_LINES = 70
WIDE, HIGH = 800, 560
MARGIN_X, MARGIN_Y = 90.0, 26.0
LEAST, GREATEST = 4.0, 13.0  # pixels of radius
THINNEST, THICKEST = 1.0, 4.5
STEP = 6.0  # pixels between the points of a line that a name had better not cover
APART = 7.0  # pixels between the lines of one pair
COLUMNS = ("who", "what", "whom", "times")
KEY = (
    "A dot for each who speaks or is spoken of, larger with more ties; a line goes from who"
    " speaks to whom, its arrow at the one meant: solid where one speaks of the other, dashed"
    " where one denies or doubts what the other says, dotted where one passes the other on."
)
DASHES: tuple[Sequence[float], ...] = ((1, 0), (7, 4), (1.5, 3.5))
"""Of the kinds of ties, in their order."""


class Way(NamedTuple):
    """A line from one point to another, in pixels."""

    x: float
    y: float
    to_x: float
    to_y: float

    def points(self) -> list[tuple[float, float]]:
        """Points along it, a few pixels apart."""
        steps = max(int(hypot(self.to_x - self.x, self.to_y - self.y) / STEP), 1)
        shares = [at / steps for at in range(steps + 1)]
        return [
            (self.x + (self.to_x - self.x) * share, self.y + (self.to_y - self.y) * share)
            for share in shares
        ]


def network_picture(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    copies: Collection[str] = frozenset(),
) -> Picture | None:
    """The net of a story; None where nobody is tied to anybody.

    Args:
        readings: Of its articles.
        claims: Its claims.
        copies: Ids of articles whose text is another's again; they do not count.
    """
    ties = find_ties(readings, claims, copies)
    ranked = sorted(ties.counts, key=lambda tie: (-ties.counts[tie], tie.kind, _named(tie, ties)))
    if not ranked:
        return None
    nodes = _nodes(ties)
    drawn = [tie for tie in ranked if tie.who in nodes and tie.whom in nodes][:MOST_LINES]
    tied = {end for tie in drawn for end in (tie.who, tie.whom)}
    nodes = {node: count for node, count in nodes.items() if node in tied}
    return Picture(
        title="Who speaks of whom",
        alternative=_alternative(ranked, drawn, ties),
        key=KEY,
        columns=COLUMNS,
        rows=tuple(_row(tie, ties) for tie in ranked),
        proofs=tuple(ties.proofs[tie] for tie in ranked),
        spec=_chart(nodes, drawn, ties),
    )


def _named(tie: Tie, ties: Ties) -> tuple[str, str]:
    return ties.names[tie.who], ties.names[tie.whom]


def _row(tie: Tie, ties: Ties) -> tuple[str | int, ...]:
    who, whom = _named(tie, ties)
    return one_line(who), tie.kind.value, one_line(whom), ties.counts[tie]


def _nodes(ties: Ties) -> dict[str, int]:
    """Those with most ties, and how many each has."""
    degree: Counter[str] = Counter()
    for tie, count in ties.counts.items():
        degree[tie.who] += count
        degree[tie.whom] += count
    ranked = sorted(degree, key=lambda each: (-degree[each], ties.names[each]))
    return {each: degree[each] for each in ranked[:MOST_NODES]}


def _alternative(ranked: Sequence[Tie], drawn: Sequence[Tie], ties: Ties) -> str:
    told = [
        f"{one_line(ties.names[tie.who])} {tie.kind.value} {one_line(ties.names[tie.whom])}"
        f" ({ties.counts[tie]})"
        for tie in ranked[:5]
    ]
    people = {end for tie in ranked for end in (tie.who, tie.whom)}
    head = f"{counted(len(ranked), 'tie')} between {len(people)}; the strongest: "
    left = len(ranked) - len(drawn)
    more = f" {counted(left, 'weaker tie')} only in the table." if left else ""
    return f"{head}{'; '.join(told)}.{more}"


def _chart(nodes: Mapping[str, int], drawn: Sequence[Tie], ties: Ties) -> dict[str, Any]:
    import altair as alt

    spots = _spots(nodes, drawn, ties)
    across = alt.Scale(domain=[0, WIDE], nice=False, zero=False)
    down = alt.Scale(domain=[HIGH, 0], nice=False, zero=False)
    x, y = alt.X("x:Q", axis=None, scale=across), alt.Y("y:Q", axis=None, scale=down)
    kinds = [each.value for each in TieKind]
    colour = alt.Color("what:N", title=None, scale=alt.Scale(domain=kinds))
    dash = alt.StrokeDash("what:N", title=None, scale=alt.Scale(domain=kinds, range=DASHES))
    ways = _ways(drawn, spots)
    lines = alt.Chart(alt.InlineData(_lines(drawn, ways, ties)))
    tips = [alt.Tooltip(f"{name}:N") for name in COLUMNS]
    rules = lines.mark_rule(opacity=0.8).encode(
        x=x,
        y=y,
        x2="toX:Q",
        y2="toY:Q",
        color=colour,
        strokeDash=dash,
        strokeWidth=alt.StrokeWidth("strength:Q", scale=None),
        tooltip=tips,
    )
    heads = lines.mark_point(shape="triangle-up", size=55).encode(
        x=alt.X("toX:Q", scale=across, axis=None),
        y=alt.Y("toY:Q", scale=down, axis=None),
        angle=alt.Angle("angle:Q", scale=None),
        color=colour,
        tooltip=tips,
    )
    base = alt.Chart(alt.InlineData(_marks(nodes, spots, ties, ways)))
    dots = (
        base.mark_point(style="node")
        .encode(
            x=x,
            y=y,
            size=alt.Size("area:Q", scale=None),
            tooltip=[alt.Tooltip("name:N"), alt.Tooltip("ties:Q")],
        )
        .properties(name="nodes")
        .add_params(alt.selection_interval(bind="scales", name="zoom"))
    )
    chart = alt.layer(rules, heads, dots, *label_layers(base, x, y))
    return dict(chart.properties(width=WIDE, height=HIGH).to_dict(validate=False))


def _spots(nodes: Mapping[str, int], drawn: Sequence[Tie], ties: Ties) -> dict[str, Spot]:
    """A place for each node."""
    at = {node: place for place, node in enumerate(nodes)}
    pulls: dict[tuple[int, int], float] = {}
    for tie in drawn:
        one, other = sorted((at[tie.who], at[tie.whom]))
        pulls[one, other] = min(pulls.get((one, other), 0.0) + 0.5 * ties.counts[tie] ** 0.5, 2.0)
    most = max(nodes.values())
    return {
        node: Spot(
            MARGIN_X + x * (WIDE - 2 * MARGIN_X),
            MARGIN_Y + y * (HIGH - 2 * MARGIN_Y),
            max(LEAST, GREATEST * (nodes[node] / most) ** 0.5),
            shortened(ties.names[node], NAME_LENGTH),
        )
        for node, (x, y) in zip(nodes, places_by_springs(len(nodes), pulls), strict=True)
    }


def _ways(drawn: Sequence[Tie], spots: Mapping[str, Spot]) -> list[Way]:
    """From the rim of one dot to that of the other; those of one pair side by side."""
    pairs: dict[frozenset[str], list[Tie]] = {}
    for tie in drawn:
        pairs.setdefault(frozenset(tie[:2]), []).append(tie)
    found = []
    for tie in drawn:
        own = pairs[frozenset(tie[:2])]
        aside = APART * (own.index(tie) - (len(own) - 1) / 2)
        aside = aside if tie.who < tie.whom else -aside
        one, other = spots[tie.who], spots[tie.whom]
        far = max(hypot(other.x - one.x, other.y - one.y), 1.0)
        right, down = (other.x - one.x) / far, (other.y - one.y) / far
        start, end = one.radius + 2, far - other.radius - 5
        found.append(
            Way(
                one.x + right * start - down * aside,
                one.y + down * start + right * aside,
                one.x + right * end - down * aside,
                one.y + down * end + right * aside,
            )
        )
    return found


def _lines(drawn: Sequence[Tie], ways: Sequence[Way], ties: Ties) -> list[Datum]:
    most = max(ties.counts[tie] for tie in drawn)
    found: list[Datum] = []
    for tie, way in zip(drawn, ways, strict=True):
        who, whom = _named(tie, ties)
        share = ties.counts[tie] / most
        found.append(
            {
                "x": round(way.x, 1),
                "y": round(way.y, 1),
                "toX": round(way.to_x, 1),
                "toY": round(way.to_y, 1),
                "angle": round(degrees(atan2(way.to_y - way.y, way.to_x - way.x)) + 90, 1),
                "strength": round(THINNEST + (THICKEST - THINNEST) * share, 2),
                "who": one_line(who),
                "what": tie.kind.value,
                "whom": one_line(whom),
                "times": ties.counts[tie],
            }
        )
    return found


def _marks(
    nodes: Mapping[str, int], spots: Mapping[str, Spot], ties: Ties, ways: Sequence[Way]
) -> list[Datum]:
    crossed = [point for way in ways for point in way.points()]
    sides = sides_of(list(spots.values()), WIDE, HIGH, crossed)
    return [
        {
            "x": round(spot.x, 1),
            "y": round(spot.y, 1),
            "radius": round(spot.radius, 2),
            "area": round((2 * spot.radius) ** 2 * 0.785, 1),
            "label": spot.name,
            "name": one_line(ties.names[node]),
            "ties": nodes[node],
            "side": side,
        }
        for (node, spot), side in zip(spots.items(), sides, strict=True)
    ]
