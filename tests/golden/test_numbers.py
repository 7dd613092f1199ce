"""The histories of the example articles' numbers against what was planted in them."""

from __future__ import annotations

from functools import cache

import pytest

from tests.golden.truths import STORIES, Truth, ledger, path_of, plain, readings, truths
from whence.ledger.figure import Figure, History
from whence.ledger.span import Span
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.build import build_ledger
from whence.pipeline.count import histories_of

TOLLS = (("lomna", "toll"), ("ferry", "death-toll"), ("sorang", "engineers-count"))

SPEAKERS = {"toll": (10, 12), "death-toll": (12, 12), "engineers-count": (5, 5)}
"""Of the planted members, how many end at their first speaker; 2026-11-22.

In the toll of Lomna the reader takes Northlight News, which was told, for the source of "At
least 23 people have died, Laura Iosif, who directs the county hospital, told Northlight
News", in the article and in its copy.
"""

STEPS = {"toll": (9, 9), "death-toll": (9, 9), "engineers-count": (7, 7)}
"""Of the planted steps, how many are there with their bounds; 2026-11-22."""


@cache
def histories(story: str) -> tuple[History, ...]:
    """The histories of the planted story."""
    paths = {truth["path"] for truth in truths(story)["article"]}
    rows = max(
        ledger().stories,
        key=lambda each: sum(path_of(article) in paths for article in each.articles),
    )
    return tuple(histories_of(rows, ledger(), list(readings().values())))


def text_of(figure: Figure) -> str:
    """The text of a figure's article."""
    article = readings()[path_of(figure.article)].article
    assert article is not None
    return article.text


def sentence_of(figure: Figure) -> str:
    """The sentence that holds a figure, without marks and case."""
    sentences = readings()[path_of(figure.article)].sentences
    span = next(each for each in sentences if each.covers(figure.span))
    return plain(span.words(text_of(figure)))


def stands_in(figure: Figure, path: str, words: str) -> bool:
    """Whether a figure is the number of some words of an article, which hold its own."""
    text = text_of(figure)
    around = Span(
        max(0, figure.span.start - len(words)), min(len(text), figure.span.end + len(words))
    )
    return (
        path_of(figure.article) == path
        and plain(words) in plain(around.words(text))
        and plain(words) in sentence_of(figure)
        and plain(figure.words) in plain(words)
    )


def toll_of(story: str, name: str) -> tuple[Truth, History]:
    """A planted claim whose number drifts, and the history with most of its steps."""
    truth = next(each for each in truths(story)["claim"] if each["name"] == name)

    def count(history: History) -> int:
        return sum(
            stands_in(figure, step["path"], step["words"])
            for step in truth["drift"]
            for figure in history.figures
        )

    return truth, max(histories(story), key=count)


def figures_at(history: History, place: Truth) -> list[Figure]:
    """The figures of a history that are the number of a planted place."""
    return [each for each in history.figures if stands_in(each, place["path"], place["words"])]


@pytest.mark.parametrize(("story", "name"), TOLLS)
def test_every_step_of_a_toll_is_in_one_history(story: str, name: str) -> None:
    """Each planted step is in the one history, with its bounds."""
    truth, history = toll_of(story, name)
    right = [
        any(
            (each.low, each.high) == (step.get("low"), step.get("high"))
            for each in figures_at(history, step)
        )
        for step in truth["drift"]
    ]

    assert (sum(right), len(right)) == STEPS[name]


@pytest.mark.parametrize(("story", "name"), TOLLS)
def test_figures_end_at_their_first_speakers(story: str, name: str) -> None:
    """Each planted member has a figure in the history, said by the end of its chain."""
    truth, history = toll_of(story, name)
    right = []
    for member in truth["members"]:
        wanted = plain(member["chain"][-1])
        ends = [
            plain((each.origin or "-").replace(".", "")) for each in figures_at(history, member)
        ]
        right.append(any(wanted in end or end in wanted for end in ends))

    assert (sum(right), len(right)) == SPEAKERS[name]


@pytest.mark.parametrize(("story", "name"), TOLLS)
def test_nothing_else_is_counted_with_a_toll(story: str, name: str) -> None:
    """Each figure of the history is of a claim's member, a step, or one that says the same."""
    truth, history = toll_of(story, name)
    planted = {
        (each.low, each.high)
        for place in (*truth["members"], *truth["drift"])
        for each in figures_at(history, place)
    }
    others = [each for each in history.figures if (each.low, each.high) not in planted]

    # the tabloid's rival says in its lead that "thousands" could come, before "up to 4,000"
    assert {each.words for each in others} <= {"thousands"}


def test_planted_supersessions_are_found() -> None:
    """Each planted older figure is replaced by the planted newer one, or one before that."""
    for story, name in TOLLS:
        _, history = toll_of(story, name)
        by_id = {each.id: each for each in history.figures}
        for truth in truths(story).get("supersession", []):
            olds, news = figures_at(history, truth["older"]), figures_at(history, truth["newer"])
            assert olds, truth
            assert news, truth
            for old in olds:
                newer = by_id[old.superseded_by or ""]
                assert (newer.low, newer.high) == (news[0].low, news[0].high), truth
                assert path_of(newer.article) == truth["newer"]["path"]


def test_the_replaced_estimate() -> None:
    """The spokesman's count replaces the minister's estimate, and no other government's."""
    _, history = toll_of("sorang", "engineers-count")
    count = next(each for each in history.figures if each.low == each.high == 1850)
    replaced = {each.origin for each in history.figures if each.superseded_by == count.id}

    assert replaced == {"Yoo Min-chul"}


@pytest.mark.parametrize("story", STORIES)
def test_corrections_replace_the_slip(story: str) -> None:
    """What an outlet took back is replaced by what it printed instead, said on the same day."""
    (truth,) = truths(story)["correction"]
    figures = {each.id: each for history in histories(story) for each in history.figures}
    slips = [
        each
        for each in figures.values()
        if path_of(each.article) == truth["corrects"] and plain(truth["old"]) in plain(each.words)
    ]

    assert len(slips) == 1
    right = figures[slips[0].superseded_by or ""]
    assert path_of(right.article) == truth["path"]
    assert plain(right.words) == plain(truth["new"])
    assert right.said_on == slips[0].said_on
    assert "corrected it" in (slips[0].why or "")


def test_no_supersession_is_invented() -> None:
    """Only what a planted count or correction replaces is replaced, in all three stories."""
    newer = {
        ("27", "articles/2025-06-08-northern-register.txt"),
        ("26", "articles/2025-09-16-northern-register.txt"),
        ("26", "articles/2025-09-17-calder-valley-echo.txt"),
        ("1,850", "articles/2025-03-08-seoul-lantern.jsonl#1"),
    } | {
        (truth["new"], truth["path"]) for story in STORIES for truth in truths(story)["correction"]
    }
    for story, name in TOLLS:
        _, toll = toll_of(story, name)
        for history in histories(story):
            by_id = {each.id: each for each in history.figures}
            replacing = {
                (by_id[each.superseded_by].words, path_of(by_id[each.superseded_by].article))
                for each in history.figures
                if each.superseded_by
            }
            assert replacing <= newer, history.label
            assert not replacing or history.id == toll.id


@pytest.mark.parametrize("story", STORIES)
def test_what_may_both_be_so_is_counted_apart(story: str) -> None:
    """Two numbers that differ and do not contradict are of two histories."""
    for truth in truths(story)["no_conflict"]:
        if truth["detail"] != "quantity":
            continue
        for history in histories(story):
            sides = [bool(figures_at(history, truth[side])) for side in ("a", "b")]
            assert sides != [True, True]


def test_before_the_count_it_replaces_nothing() -> None:
    """What was known on 14 September has the toll of then, and nothing that came later.

    The slip had not been corrected, but its speaker had given another number.
    """
    paths = {
        truth["path"]
        for truth in truths("ferry")["article"]
        if truth["published_at"] < "2025-09-15"
    }
    known = [each for path, each in readings().items() if path in paths]
    early = build_ledger(known, SentenceEncoder())
    (story,) = early.stories
    toll = max(histories_of(story, early, known), key=lambda each: len(each.figures))
    _, later = toll_of("ferry", "death-toll")

    assert {each.id for each in toll.figures} < {each.id for each in later.figures}
    assert [(each.words, each.why) for each in toll.figures if each.superseded_by] == [
        ("37", "Tove Ekrem gave it later")
    ]
