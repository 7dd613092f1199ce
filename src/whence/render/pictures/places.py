"""The places of readings -> a map: each as large as it is often named, over where people live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from whence.ledger.brief import Evidence
from whence.ledger.entity import EntityKind
from whence.lexicon.countries import country_names
from whence.render.pictures.ground import Window, east_of, strokes, window_of
from whence.render.pictures.labels import Spot, label_layers, sides_of
from whence.render.pictures.picture import NAME_LENGTH, Datum, Picture
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from whence.ledger.entity import Point
    from whence.ledger.reading import Reading

WIDE, HIGH = 780, 480
COLUMNS, ROWS = 156, 96
"""Cells of the ground."""

MOST_PLACES = 60
"""Drawn, those named most; the table has all."""

LEAST, GREATEST = 4.0, 16.0  # pixels of radius
NAMES = ("place", "kind", "country", "mentions", "articles", "degrees north", "degrees east")
GROUND = "ground"
"""Name of the data of the strokes."""

STATE, TOWN = "state", "town or region"
KEY = (
    "A circle is a town or a region, a square a state at its middle; the larger, the more often"
    " it is named. Grey: where towns of at least 15,000 people lie (GeoNames)."
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
    left = len(found) - len(drawn)
    most = ", ".join(f"{one_line(each.name)} ({each.mention_count})" for each in found[:5])
    more = f" {counted(left, 'place')} named less often only in the table." if left else ""
    return Picture(
        title="The places that are named",
        alternative=f"{counted(len(found), 'place')}; most often named: {most}.{more}",
        key=KEY,
        columns=NAMES,
        rows=tuple(_row(each) for each in found),
        proofs=tuple(each.first for each in found),
        spec=_chart(drawn),
    )


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


def _chart(places: Sequence[Place]) -> dict[str, Any]:
    """Marks over the ground; the grid of the axes is the graticule."""
    import altair as alt

    window = window_of([each.point for each in places], WIDE / HIGH)
    x, y = _axes(window)
    marks = _marks(places, window)
    base = alt.Chart({"values": marks})
    points = (
        base.mark_point(opacity=0.75)
        .encode(
            x=x,
            y=y,
            size=alt.Size("area:Q", scale=None, legend=None),
            shape=alt.Shape(
                "kind:N",
                title=None,
                legend=None,
                scale=alt.Scale(domain=[TOWN, STATE]),
            ),
            tooltip=[
                alt.Tooltip(f"{name}:N") for name in ("place", "kind", "mentions", "articles")
            ],
        )
        .properties(name="places")
        .add_params(alt.selection_interval(bind="scales", name="zoom"))
    )
    chart = alt.layer(_ground(x, y), points, *label_layers(base, x, y))
    spec = dict(chart.properties(width=WIDE, height=HIGH).to_dict())
    ground = _ground_points(window)  # too many to be looked at one by one
    return {**spec, "datasets": {**spec.get("datasets", {}), GROUND: ground}}


def _axes(window: Window) -> tuple[Any, Any]:
    import altair as alt

    east = "(datum.value > 180 ? 360 - datum.value : abs(datum.value)) + '°'"
    side = "(datum.value % 180 == 0 ? '' : datum.value > 180 || datum.value < 0 ? ' W' : ' E')"
    north = "abs(datum.value) + (datum.value < 0 ? '° S' : datum.value > 0 ? '° N' : '°')"
    return (
        alt.X(
            "lon:Q",
            scale=alt.Scale(domain=[window.west, window.east], nice=False, zero=False),
            axis=alt.Axis(title=None, labelExpr=f"{east} + {side}", tickCount=8, domain=False),
        ),
        alt.Y(
            "lat:Q",
            scale=alt.Scale(domain=[window.south, window.north], nice=False, zero=False),
            axis=alt.Axis(title=None, labelExpr=north, tickCount=6, domain=False),
        ),
    )


def _marks(places: Sequence[Place], window: Window) -> list[Datum]:
    most = max(each.mention_count for each in places)
    spots = []
    for each in places:
        lon = east_of(each.point.lon, window.west)
        across = (lon - window.west) / (window.east - window.west) * WIDE
        down = (window.north - each.point.lat) / (window.north - window.south) * HIGH
        radius = max(LEAST, GREATEST * (each.mention_count / most) ** 0.5)
        spots.append(Spot(across, down, radius, shortened(each.name, NAME_LENGTH)))
    return [
        {
            "place": spot.name,
            "label": spot.name,
            "lon": round(east_of(each.point.lon, window.west), 4),
            "lat": each.point.lat,
            "kind": each.kind,
            "mentions": each.mention_count,
            "articles": each.article_count,
            "radius": round(spot.radius, 2),
            "area": round((2 * spot.radius) ** 2 * 0.785, 1),
            "side": side,
        }
        for each, spot, side in zip(places, spots, sides_of(spots, WIDE, HIGH), strict=True)
    ]


def _ground(x: Any, y: Any) -> Any:  # noqa: ANN401 - altair's charts have no useful type in common
    """One line that is broken after each stroke."""
    import altair as alt

    return (
        alt.Chart(alt.NamedData(GROUND))
        .mark_line(
            style="ground",
            strokeWidth=HIGH / ROWS * 0.55,
            strokeCap="butt",
            invalid="break-paths-show-path-domains",
            clip=True,
        )
        .encode(x=x, y=y, order="turn:Q")
    )


def _ground_points(window: Window) -> list[Datum]:
    """Both ends of each stroke, and a point without a place after them."""
    points: list[Datum] = []
    for stroke in strokes(window, COLUMNS, ROWS):
        for lon in (stroke.west, stroke.east, None):
            at = None if lon is None else round(lon, 4)
            points.append({"lon": at, "lat": round(stroke.lat, 4), "turn": len(points)})
    return points
