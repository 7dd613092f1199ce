"""Towns of the world's list, and where places lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.reading import entities_of, entity, words_of
from whence.entities.points import dominant
from whence.ledger.entity import EntityKind
from whence.lexicon.towns import Town

TOWNS = {
    "in": ("Russian shells hit houses in Armavir.", "Armavir", None, "RUS", 45.0),
    "near": ("The Armenian column stopped near Armavir.", "Armavir", None, "ARM", 40.16),
    "town of": ("French troops left the town of Arras.", "Arras", None, "FRA", 50.29),
    "dateline": ("DNIPRO (Reuters) - The talks ended.", "Dnipro", None, "UKR", 48.47),
    "dateline and state": ("TARTU, Estonia (AP) — It held.", "Tartu", None, "EST", 58.38),
    "state beside": ("Orel, Russia, was dark.", "Orel", None, "RUS", 52.97),
    "region beside": ("He lives in Springfield, Illinois.", "Springfield", None, "USA", 39.80),
    "other region": ("He lives in Springfield, Ohio.", "Springfield", None, "USA", 39.92),
    "two words": ("A Mexican court sat in Los Mochis.", "Los Mochis", None, "MEX", 25.79),
    "hyphens": (
        "The British met in Stratford-upon-Avon.",
        "Stratford-upon-Avon",
        None,
        "GBR",
        52.19,
    ),
    "plain letters": ("A Brazilian judge sat in Goiania.", "Goiania", None, "BRA", -16.68),
    "state of the article": ("The Belgian raid was in Verviers.", "Verviers", None, "BEL", 50.59),
    "many in one state": ("He lives in Springfield.", "Springfield", None, "USA", None),
    "many in many states": ("Police stood in Santa Cruz.", "Santa Cruz", None, None, None),
    "not the larger one": ("The U.S. envoy sat in Alexandria.", "Alexandria", None, None, None),
    "large, no state named": ("They met in Chongqing.", "Chongqing", None, "CHN", 29.56),
    "small, no state named": ("They met in Verviers.", "Verviers", None, None, None),
}


@pytest.mark.parametrize(("text", "name", "sector", "code", "lat"), TOWNS.values(), ids=TOWNS)
def test_a_town_lies_where_the_article_says(
    text: str, name: str, sector: str | None, code: str | None, lat: float | None
) -> None:
    """The state beside it decides, then those of the article, then size; unsure stays None."""
    found = entity(text, name)

    assert (found.kind, found.sector, found.country) == (EntityKind.PLACE, sector, code)
    assert (found.point.lat if found.point else None) == lat
    assert words_of(text, found) in ([name], [name.upper()])


NO_TOWNS = {
    "no preposition": ("Armavir lost.", "Armavir"),
    "longer name": ("They met in Lincoln Hall.", "Lincoln"),
    "person of the article": ("Mayor Ada Lincoln left. I believe in Lincoln.", "Lincoln"),
    "plain word": ("They met in March.", "March"),
    "word of the article": ("In mission after mission they met in Mission.", "Mission"),
    "possessive": ("They met in Lincoln's house.", "Lincoln"),
    "body": ("They met in the Kremlin.", "Kremlin"),
    "no town": ("They met in Zzyxford.", "Zzyxford"),
    "unlisted before a state": ("Jan Roe, Russia's envoy, left.", "Roe"),
}


@pytest.mark.parametrize(("text", "name"), NO_TOWNS.values(), ids=NO_TOWNS)
def test_a_name_elsewhere_is_no_town(text: str, name: str) -> None:
    """Parts of names, persons, plain words and what stands anywhere are left alone."""
    places = [each.name for each in entities_of(text) if each.kind is EntityKind.PLACE]

    assert name not in places


POINTS = {
    "state": ("The French left.", "France", (46.0, 2.0)),
    "capital": ("The talks were in Moscow.", "Moscow", (55.75, 37.6)),
    "capital with another seat": ("The talks were in Naypyidaw.", "Naypyidaw", (19.75, 96.13)),
    "capital called as its region": ("The talks were in Minsk.", "Minsk", (53.9, 27.57)),
    "listed town": ("The talks were in Kandahar.", "Kandahar", (31.61, 65.71)),
    "state of a union": ("The talks were in Indiana.", "Indiana", None),
    "part of the world": ("The talks were in Europe.", "Europe", None),
    "body": ("NATO met.", "NATO", None),
}


@pytest.mark.parametrize(("text", "name", "point"), POINTS.values(), ids=POINTS)
def test_listed_places_have_points(text: str, name: str, point: tuple[float, float] | None) -> None:
    """States, capitals and towns have one; regions and what is no place have none."""
    found = entity(text, name).point

    assert ((found.lat, found.lon) if found else None) == point


def test_one_name_is_one_town_in_an_article() -> None:
    """What stands beside a name once holds for all its mentions."""
    text = "They met in Springfield. Rain fell in Springfield, Ohio."
    found = entity(text, "Springfield")

    assert len(found.mentions) == 2
    assert found.point is not None
    assert found.point.lat == 39.92


@given(st.lists(st.integers(0, 10**7), max_size=4).map(lambda each: sorted(each, reverse=True)))
def test_dominant_is_ten_times_the_next(sizes: list[int]) -> None:
    """The largest or none, and the only one always."""
    towns = [Town("X", "GBR", "", 0.0, 0.0, size) for size in sizes]
    found = dominant(towns)

    assert found is None or found == towns[0]
    assert (found is None) == (not sizes or (len(sizes) > 1 and sizes[0] < 10 * sizes[1]))
