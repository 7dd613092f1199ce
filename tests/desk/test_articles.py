"""The page of an article: its words as printed, and at the margin who says what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html import unescape
from time import perf_counter

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import browser_of
from tests.desk.rooms import NESTED, Elements, nested, read_at, store_of
from whence.ledger.article import Article, Block, BlockKind
from whence.ledger.reading import Reading

ADDRESS = "https://weir.example/a?b=1&c=2"
LONG = "x" * 200_000
ARABIC = "قال المحافظ إن الجسر سيغلق يوم الجمعة."
HOSTILE = '<img src=x onerror=alert(1)> "]</article> \u202eevil\u202c'


def plain(name: str, text: str, language: str | None = "en") -> Reading:
    """An article of one paragraph in which nothing was found."""
    own = Article(
        id=name * 16,
        path=f"{name}.txt",
        url=None,
        outlet="A / “B” & <i>",
        title=f"Title {name}",
        authors=(),
        published_at=None,
        language=language,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
    )
    return Reading(path=own.path or "", article=own)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk over an article of each kind."""
    real = read_at(ADDRESS, f"Weir in danger\n\n{NESTED}\n", "2031-05-05")
    assert real.article is not None
    named = replace(real, article=replace(real.article, id="f" * 16))
    some = [nested(), plain("b", LONG), plain("c", ARABIC, "ar"), plain("d", HOSTILE), named]
    folder = tmp_path_factory.mktemp("rooms")
    with closing(store_of(folder, {"2031-05-06": some})) as store, browser_of(store) as client:
        yield client


def text_of(page: str) -> str:
    """The words of the article's text, without elements."""
    words = re.search(r"<article.*?</article>", page, re.DOTALL)
    assert words is not None
    return unescape(re.sub(r"<[^>]*>", "", words[0]))


def test_each_attribution_is_marked_and_reached(desk: TestClient) -> None:
    """Source, cue and content have shapes; one number of each is a halt, and tells of its note."""
    page = Elements(desk.get("/articles/aaaaaaaaaaaaaaaa").text)
    halts = [each for each in page.classed("n") if each.get("tabindex") is None]

    for role in ("source", "cue", "content"):
        assert (
            len([each for each in page.classed(role) if "m" in (each["class"] or "").split()]) == 2
        )
    assert [each["aria-describedby"] for each in halts] == ["a1", "a2"]
    assert {"a1", "a2"} <= {each["id"] for each in page.classed("note")}


def test_what_is_within_another_is_a_step_deeper(desk: TestClient) -> None:
    """In the text and at the margin; the margin says within which."""
    text = desk.get("/articles/aaaaaaaaaaaaaaaa").text

    assert 'class="m content d0 n1"' in text
    assert 'class="m content d1 n2"' in text
    assert "in 1 ·" in text


def test_pieces_of_one_attribution_light_up_together(desk: TestClient) -> None:
    """Pointed at or focused, by its number, its words or its note."""
    page = Elements(desk.get("/articles/aaaaaaaaaaaaaaaa").text)
    sheets = [each["href"] or "" for each in page.of("link")]
    rules = desk.get(next(each for each in sheets if each.endswith("marks.css"))).text

    for number in (1, 2):
        assert f"#a{number}:is(:target, :hover, :focus-within)" in rules
        assert f":is(.n{number}, #a{number})" in rules


def test_furniture_is_folded_and_bullets_are_a_list(desk: TestClient) -> None:
    """Unless a link leads to words of it; then it is open."""
    text = desk.get("/articles/aaaaaaaaaaaaaaaa").text
    at = text_of(text).index("Subscribe")

    assert text.count("<details") == 1
    assert re.search(r"<details[^>]* open", text) is None
    assert Elements(text).classed("bullets")
    assert at > 0
    start = (
        len("Weir in danger\n")
        + len(NESTED)
        + len("\nAt a Glance\n- The weir leaks\n- Nobody left\n")
    )
    there = desk.get(f"/articles/aaaaaaaaaaaaaaaa?at={start}-{start + 9}").text
    assert re.search(r"<details[^>]* open", there)
    assert re.search(r'<mark id="here"[^>]*>Subscribe</mark>', there)


def test_notices_stand_where_they_are_about(desk: TestClient) -> None:
    """One of some words beside them, one of the whole on top."""
    text = desk.get("/articles/aaaaaaaaaaaaaaaa").text

    assert text.index("The day is not known.") < text.index("<article")
    assert (
        text.index("The weir leaks") < text.index("These words are odd.") < text.index("Subscribe")
    )


def test_only_an_address_of_the_web_is_a_link(desk: TestClient) -> None:
    """Another address stands as words; a link tells nobody where it came from."""
    bad, good = (Elements(desk.get(f"/articles/{each * 16}").text) for each in "af")
    shown = desk.get("/articles/aaaaaaaaaaaaaaaa").text

    assert "javascript:alert(1)" in shown
    assert not [each for each in bad.of("a") if (each["href"] or "").startswith("javascript")]
    (link,) = [each for each in good.of("a") if each["href"] == ADDRESS]
    assert link["rel"] == "noreferrer nofollow"


def test_an_attribution_leads_to_its_claim_and_the_article_to_its_story(desk: TestClient) -> None:
    """Both are there; the outlet's page as well, whatever its name is."""
    page = Elements(desk.get("/articles/ffffffffffffffff").text)
    links = [each["href"] or "" for each in page.of("a")]
    for start in ("/claims/", "/stories/", "/outlets/"):
        found = next(each for each in links if each.startswith(start))
        assert desk.get(found).status_code == 200

    odd = Elements(desk.get("/articles/bbbbbbbbbbbbbbbb").text)
    found = next(e["href"] or "" for e in odd.of("a") if (e["href"] or "").startswith("/outlets/"))
    assert "<h1><bdi>A / “B” &amp; &lt;i&gt;</bdi></h1>" in desk.get(found).text


def test_a_word_of_many_thousand_letters_is_shown_soon(desk: TestClient) -> None:
    """Whole, in less than two seconds, and where the sheet lets it break anywhere."""
    began = perf_counter()
    text = desk.get("/articles/bbbbbbbbbbbbbbbb").text

    assert perf_counter() - began < 2
    assert LONG in text
    assert "overflow-wrap: anywhere" in desk.get("/static/article.css").text


def test_what_is_written_from_right_to_left_is_shown_so(desk: TestClient) -> None:
    """The text has its language and direction; the margin keeps ours."""
    (article,) = Elements(desk.get("/articles/cccccccccccccccc").text).of("article")

    assert (article["lang"], article["dir"]) == ("ar", "rtl")
    assert Elements(desk.get("/articles/aaaaaaaaaaaaaaaa").text).of("article")[0]["dir"] == "auto"


def test_words_of_strangers_stay_words(desk: TestClient) -> None:
    """An element in a text is no element of the page, and nothing turns a line round."""
    text = desk.get("/articles/dddddddddddddddd").text

    assert Elements(text).of("img") == []
    assert "\u202e" not in text
    assert '<img src=x onerror=alert(1)> "]</article>' in unescape(text)


def test_a_day_before_it_was_known_tells_no_claims(desk: TestClient) -> None:
    """The text is there, what the ledger made of it is not."""
    text = desk.get("/articles/ffffffffffffffff?as-of=2031-05-05").text

    assert NESTED.split()[0] in text_of(text)
    assert "/claims/" not in text
    assert "/stories/" not in text
