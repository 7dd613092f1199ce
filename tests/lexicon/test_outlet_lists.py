"""A user's lists of outlets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import OutletError
from whence.ledger.outlet import Outlet
from whence.lexicon.outlet_lists import make_outlet, merged, outlets_of_csv, outlets_of_toml
from whence.render.table import outlets_csv

names = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1).filter(
    lambda name: ";" not in name and not name.startswith("'")
)
outlets = st.builds(
    make_outlet,
    name=names,
    aliases=st.lists(names, max_size=3),
    domains=st.lists(st.sampled_from(["lamp.example", "owl.example", "a-b.co.uk"]), max_size=2),
    country=st.sampled_from([None, "KOR", "GBR"]),
    ownership=st.none() | names,
    reliability=st.sampled_from([None, *"ABCDEF"]),
)


@given(st.lists(outlets, max_size=3))
def test_what_is_printed_as_csv_can_be_read_again(found: list[Outlet]) -> None:
    """Every field comes back, also where a spreadsheet would have taken it for a formula."""
    assert outlets_of_csv(outlets_csv(found)) == found


def test_a_toml_file_has_the_same_columns() -> None:
    """One [[outlet]] for each."""
    text = """
    [[outlet]]
    name = "The  Lamp"
    aliases = ["Lamp", "Lamp"]
    domains = ["https://www.lamp.example/news"]
    country = "South Korea"
    reliability = "b"

    [[outlet]]
    name = "The Owl"
    """

    assert outlets_of_toml(text) == [
        Outlet("The Lamp", ("Lamp",), ("lamp.example",), "KOR", None, "B"),
        Outlet("The Owl"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[outlet]]\nname = 3", "outlet 1: name must be words"),
        ("[[outlet]]\naliases = ['a']", "outlet 1: an outlet needs a name"),
        ("[[outlet]]\nname = 'A'\naliases = 'a'", 'aliases must be a list, ["one", "two"]'),
        ("[[outlet]]\nname = 'A'\ncolour = 'red'", "'colour' is none of name, aliases"),
        ("[[outlet]]\nname = 'A'\nreliability = 'G'", "'G' is not a letter from A to F"),
        ("[[outlet]]\nname = 'A'\ncountry = 'Narnia'", "country 'Narnia' is not known"),
        ("[[outlet]]\nname = 'A'\ndomains = ['a b']", "'a b' is not a domain"),
        ("outlet = 3", "no [[outlet]]"),
        ("[[outlet", "not TOML"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, words: str) -> None:
    """The message says what is wrong and how it is right."""
    with pytest.raises(OutletError) as told:
        outlets_of_toml(text)
    assert words in str(told.value)


def test_a_csv_file_needs_its_columns() -> None:
    """A file without them, or with others, is refused; a byte order mark is not."""
    with pytest.raises(OutletError, match="name the columns"):
        outlets_of_csv("The Lamp,B\n")
    with pytest.raises(OutletError, match="line 2: 'colour'"):
        outlets_of_csv("name,colour\nThe Lamp,red\n")
    assert outlets_of_csv("\ufeffname\r\nThe Lamp\r\n") == [Outlet("The Lamp")]


def test_no_name_and_no_domain_is_of_two_outlets() -> None:
    """A new outlet takes the place of its old self and of nobody else."""
    lamp, owl = Outlet("The Lamp", ("Lantern",)), Outlet("The Owl", (), ("owl.example",))

    assert merged([lamp, owl], [Outlet("the lamp")]) == [owl, Outlet("the lamp")]
    with pytest.raises(OutletError, match="would be The Lamp and Night"):
        merged([lamp, owl], [Outlet("Night", ("LANTERN",))])
    with pytest.raises(OutletError, match=r"'owl\.example'"):
        merged([lamp, owl], [Outlet("Night", (), ("owl.example",))])
