"""A source and what is asked -> the records of one answer: all that the API takes from it."""

from __future__ import annotations

from typing import NamedTuple

from whence.desk.frame import one
from whence.desk.source import Source, View, of_one
from whence.ledger.article import Listing
from whence.ledger.brief import Brief
from whence.ledger.claim import Claim
from whence.ledger.difference import Difference
from whence.ledger.figure import History
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.lexicon.outlet_names import OutletNames
from whence.pipeline.build import Ledger
from whence.pipeline.count import histories_of
from whence.pipeline.diff import compare
from whence.pipeline.positions import Stands
from whence.pipeline.report import make_brief
from whence.store.listed import (
    WantedArticles,
    WantedClaims,
    learned_at_of,
    list_articles,
    list_claims,
    list_stories,
    printed_outlets,
)
from whence.store.outlets import load_outlets
from whence.stories.differences import follow


class Told(NamedTuple):
    """One story on one day, with what its articles say."""

    story: Story
    ledger: Ledger
    readings: list[Reading]


def story_of(source: Source, story: str, as_of: str | None) -> Story:
    """A story of a day, alone.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    return one(source.view(as_of).stories, "story", story)


def told_of(source: Source, story: str, as_of: str | None) -> Told:
    """A story of a day.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    view = source.view(as_of)
    found = one(view.stories, "story", story)
    return Told(found, of_one(view, found), source.readings(found, view))


def claim_of(source: Source, claim: str, as_of: str | None) -> Claim:
    """A claim of a day.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    return one(source.view(as_of).claims, "claim", claim)


def stories_of(
    source: Source, as_of: str | None, since: str | None, after: str | None, limit: int
) -> list[Story]:
    """Stories after the one with an id, by id."""
    view = source.view(as_of)
    with source.store.reading() as connection:
        if as_of is None:
            return list_stories(connection, since, after, limit)
        learned = _learned(source, view) if since else {}
    found = sorted(view.ledger.stories, key=lambda each: each.id)
    return [
        each
        for each in found
        if (after is None or each.id > after)
        and (since is None or any(learned.get(a, "") >= since for a in each.articles))
    ][:limit]


def claims_of(
    source: Source, as_of: str | None, wanted: WantedClaims, after: str | None, limit: int
) -> list[Claim]:
    """Claims after the one with an id, by id."""
    view = source.view(as_of)
    if as_of is None:
        with source.store.reading() as connection:
            return list_claims(connection, wanted, after, limit)
    every = view.ledger.claims if wanted.story is None else view.of_story.get(wanted.story, ())
    learned = _learned(source, view) if wanted.since else {}
    found = sorted(every, key=lambda each: each.id)
    return [
        each
        for each in found
        if (after is None or each.id > after) and _is_wanted(each, wanted, learned)
    ][:limit]


def _learned(source: Source, view: View) -> dict[str, str]:
    articles = (article for each in view.ledger.stories for article in each.articles)
    with source.store.reading() as connection:
        return learned_at_of(connection, articles)


def _is_wanted(claim: Claim, wanted: WantedClaims, learned: dict[str, str]) -> bool:
    """As `store.listed.list_claims` asks it of the tables."""
    said = claim.assertions
    return (
        wanted.status in {None, claim.status.value}
        and (wanted.outlet is None or any(each.outlet == wanted.outlet for each in said))
        and (
            wanted.speaker is None
            or any(each.chain and each.chain[-1].name == wanted.speaker for each in said)
        )
        and (wanted.stance is None or any(each.stance.value == wanted.stance for each in said))
        and (
            wanted.since is None
            or any(learned.get(each.article, "") >= wanted.since for each in said)
        )
    )


def articles_of(
    source: Source, wanted: WantedArticles, after: tuple[str, str] | None, limit: int
) -> list[Listing]:
    """Articles after a place, by when the store learned of them."""
    source.view()  # so that each has its story
    with source.store.reading() as connection:
        return list_articles(connection, wanted, after, limit)


def outlets_of(source: Source, after: str | None, limit: int) -> list[tuple[Outlet, int]]:
    """Outlets that an article prints or the user describes, with their articles, by name."""
    with source.store.reading() as connection:
        printed, own = printed_outlets(connection), load_outlets(connection)
    names = OutletNames(own, [name for name, count in printed.items() for _ in range(count)])
    counts = {each.name: 0 for each in own}
    for printed_name, count in printed.items():
        name = names.of(printed_name) or printed_name
        counts[name] = counts.get(name, 0) + count
    described = {each.name: each for each in own}
    return [
        (described.get(name, Outlet(name)), counts[name])
        for name in sorted(counts)
        if after is None or name > after
    ][:limit]


def histories_in(told: Told) -> list[History]:
    """The histories of a story's numbers."""
    return histories_of(told.story, told.ledger, told.readings)


def brief_of(told: Told) -> Brief:
    """The brief of a story alone."""
    return make_brief(told.readings, told.ledger, story=told.story.id)


def stands_of(source: Source, story: str, as_of: str | None) -> Stands:
    """Where everybody in a story stands.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    view = source.view(as_of)
    one(view.stories, "story", story)
    return source.stands(story, view)


def changes_in(source: Source, story: str, since: str, as_of: str | None) -> list[Difference]:
    """What a story has on a day that it did not have at the end of an earlier one.

    Raises:
        NotFoundError: The ledger of neither day has it.
    """
    now = told_of(source, story, as_of)
    then = source.view(since)
    (followed,) = follow(now.story.id, then.ledger.stories, source.view(as_of).ledger.stories)
    before = [
        each for found in followed.before for each in source.readings(then.stories[found.id], then)
    ]
    was = [claim for found in followed.before for claim in then.of_story.get(found.id, ())]
    return compare(followed, was, now.ledger, before, now.readings)


def learned_in(source: Source, story: Story) -> dict[str, str]:
    """When the store learned of each article of a story."""
    with source.store.reading() as connection:
        return learned_at_of(connection, story.articles)
