"""A source and what is asked -> the records of one answer: all that the API takes from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from whence.desk.source import Source
from whence.errors import NotFoundError
from whence.ledger.article import Listing
from whence.ledger.claim import Claim
from whence.ledger.difference import Difference
from whence.ledger.outlet import Outlet
from whence.ledger.story import Story
from whence.lexicon.outlet_names import OutletNames
from whence.pipeline.diff import compare
from whence.pipeline.told import Told
from whence.store.listed import (
    WantedArticles,
    WantedClaims,
    ids_of_stories,
    learned_at_of,
    list_articles,
    list_claims,
    list_stories,
    printed_outlets,
)
from whence.store.outlets import load_outlets
from whence.stories.differences import Followed

STORIES_AT_ONCE = 100


def claim_of(source: Source, claim: str, as_of: str | None) -> Claim:
    """A claim of a day.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    return source.claim(source.view(as_of), claim)[0]


def told_of(source: Source, story: str, as_of: str | None) -> Told:
    """A story of a day.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    return source.story(source.view(as_of), story)


def stories_of(
    source: Source, as_of: str | None, since: str | None, after: str | None, limit: int
) -> list[Story]:
    """Stories after the one with an id, by id."""
    with source.store.reading() as connection:
        if as_of is None:
            return list_stories(connection, since, after, limit)
        ids = ids_of_stories(connection, since, as_of, after, limit)
    view = source.view(as_of)
    return [source.story(view, each).story for each in ids]


def claims_of(source: Source, wanted: WantedClaims, after: str | None, limit: int) -> list[Claim]:
    """Claims after the one with an id, by id."""
    with source.store.reading() as connection:
        return list_claims(connection, wanted, after, limit)


def claims_then(
    source: Source, as_of: str, wanted: WantedClaims, after: tuple[str, ...] | None, limit: int
) -> list[Claim]:
    """Claims as they stood on a day, by story and id, after the one of a story with an id."""
    return list(islice(_stood(source, as_of, wanted, after or ("", "")), limit))


def _stood(
    source: Source, as_of: str, wanted: WantedClaims, after: tuple[str, ...]
) -> Iterator[Claim]:
    view = source.view(as_of)
    for story in _stories_from(source, as_of, wanted.story, after[0]):
        told = source.story(view, story)
        learned = learned_in(source, told.story) if wanted.since else {}
        for claim in sorted(told.claims, key=lambda each: each.id):
            if (story, claim.id) > after and _is_wanted(claim, wanted, learned):
                yield claim


def _stories_from(source: Source, as_of: str, only: str | None, first: str) -> Iterator[str]:
    """Ids of stories of a day, ascending: one, or all from an id on."""
    if only is not None:
        yield only
        return
    before: str | None = None
    while True:
        with source.store.reading() as connection:
            ids = ids_of_stories(connection, None, as_of, before, STORIES_AT_ONCE)
        yield from (each for each in ids if each >= first)
        if len(ids) < STORIES_AT_ONCE:
            return
        before = ids[-1]


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


def changes_in(source: Source, story: str, since: str, as_of: str | None) -> list[Difference]:
    """What a story has on a day that it did not have at the end of an earlier one.

    Raises:
        NotFoundError: The ledger of the later day does not have it.
    """
    now = told_of(source, story, as_of)
    try:
        then = told_of(source, story, since)
    except NotFoundError:
        followed = Followed(now.story, (), ())
        return compare(followed, (), now.ledger, (), now.readings)
    followed = Followed(now.story, (then.story,), ())
    return compare(followed, then.claims, now.ledger, then.readings, now.readings)


def learned_in(source: Source, story: Story) -> dict[str, str]:
    """When the store learned of each article of a story."""
    with source.store.reading() as connection:
        return learned_at_of(connection, story.articles)
