"""Stories and articles of two days."""

from __future__ import annotations

from whence.ledger.article import Article
from whence.ledger.difference import DifferenceKind
from whence.ledger.reading import Reading
from whence.ledger.story import Copy, Story
from whence.stories.differences import article_differences, follow, story_differences


def story(name: str, *articles: str) -> Story:
    """A story of these articles."""
    return Story(name, f"About {name}", articles, None, None, (), 0)


def reading(name: str, url: str | None = None) -> Reading:
    """The reading of an article of which only id, URL and outlet count."""
    made = Article(
        name, None, url, f"Paper {name}", f"On {name}", (), "2031-05-04", "en", "x", blocks=()
    )
    return Reading(name, made)


def test_a_story_is_followed_by_its_articles() -> None:
    """Its id may change when an earlier article comes; the old one still leads to it."""
    before, after = [story("aa", "2", "3")], [story("bb", "1", "2", "3"), story("cc", "9")]

    for start in ("bb", "aa"):
        (found,) = follow(start, before, after)
        assert found.after.id == "bb"
        assert [each.id for each in found.before] == ["aa"]
        assert list(story_differences(found)) == []
    assert follow("zz", before, after) == []


def test_the_start_of_several_ids_finds_them_all() -> None:
    """It is for the caller to say that one is wanted."""
    after = [story("ab", "1"), story("ac", "2")]

    assert [each.after.id for each in follow("a", [], after)] == ["ab", "ac"]


def test_stories_that_became_one() -> None:
    """The smaller part is told, with what it was."""
    (found,) = follow("aa", [story("aa", "1", "2"), story("bb", "3")], [story("aa", "1", "2", "3")])
    (merged,) = story_differences(found)

    assert (merged.kind, merged.before, merged.after) == (DifferenceKind.STORY_MERGED, "bb", "aa")
    assert merged.why == "1 article of it now in this story"


def test_a_story_that_parted() -> None:
    """The part that went is told, with its new id."""
    (found,) = follow("aa", [story("aa", "1", "2")], [story("aa", "1"), story("bb", "2")])
    (parted,) = story_differences(found)

    assert (parted.kind, parted.before, parted.after) == (DifferenceKind.STORY_PARTED, "aa", "bb")


def test_articles_copies_and_versions() -> None:
    """What came in is told by its kind; what was there is not."""
    there = {"1": reading("1", "https://a.example/x")}
    now = there | {
        "2": reading("2", "https://a.example/x"),
        "3": reading("3"),
        "4": reading("4"),
        "5": reading("5", "https://a.example/x"),
    }
    whole = story("aa", "1", "2", "3", "4", "5")

    found = list(article_differences(whole, there, now, [Copy("4", "1", "near")]))

    assert [(each.kind.value, each.article, each.before) for each in found] == [
        ("version", "2", "1"),
        ("article", "3", None),
        ("copy", "4", "1"),
        ("version", "5", "2"),
    ]
    assert found[2].why == "near copy of Paper 1"
    assert (found[1].outlet, found[1].day, found[1].text) == ("Paper 3", "2031-05-04", "On 3")
