"""A store and two days -> what it learned of a story between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from whence.claims.differences import find_differences
from whence.claims.histories import build_histories
from whence.claims.moved import find_moved
from whence.claims.port import Encoder
from whence.claims.versions import version_changes
from whence.errors import NotFoundError, SeveralFoundError
from whence.ledger.claim import Claim
from whence.ledger.difference import Difference, DifferenceKind, Differences
from whence.ledger.figure import History
from whence.ledger.reading import Reading
from whence.pipeline.build import Ledger
from whence.pipeline.keep import ledger_in, readings_in
from whence.store.engine import Store
from whence.stories.differences import (
    Followed,
    article_differences,
    follow,
    story_differences,
)

MOST_IDS = 5
_ORDER = {kind: place for place, kind in enumerate(DifferenceKind)}


def find_story_differences(
    store: Store, vectors: Encoder, version: str, story: str, *, since: str, until: str | None
) -> Differences:
    """Compare the ledger as it was at the end of two days.

    Args:
        store: Open.
        vectors: See `ledger_in`.
        version: The program's.
        story: The start of its id on either day.
        since: The earlier day.
        until: The later one; None for what is known now.

    Raises:
        NotFoundError: No story of either day has the id.
        SeveralFoundError: Several have.
    """
    earlier = ledger_in(store, vectors, version, since)
    later = ledger_in(store, vectors, version, until)
    found = follow(story, earlier.stories, later.stories)
    if not found:
        raise NotFoundError("story", story)
    if len(found) > 1:
        raise SeveralFoundError(story, [each.after.id for each in found[:MOST_IDS]])
    followed = found[0]
    stories = {each.id for each in followed.before}
    was = [claim for claim in earlier.claims if claim.story in stories]
    return Differences(
        story=followed.after.id,
        title=followed.after.title,
        since=since,
        until=until,
        article_count=len(followed.after.articles),
        differences=tuple(
            compare(followed, was, later, readings_in(store, since), readings_in(store, until))
        ),
    )


def compare(
    followed: Followed,
    was: Sequence[Claim],
    later: Ledger,
    read_before: Iterable[Reading],
    read_after: Iterable[Reading],
) -> list[Difference]:
    """What is otherwise in a story on the later of two days, in the order in which it is told.

    Args:
        followed: The story on both days.
        was: The claims of its stories of the earlier day.
        later: The later ledger, as far as the story goes at least.
        read_before: The readings of the earlier day, of the story's articles at least.
        read_after: Those of the later day.
    """
    own, of_own = followed.after, set(followed.after.articles)
    before = {each.article.id: each for each in read_before if each.article}
    after = {each.article.id: each for each in read_after if each.article}
    was = [each for each in was if any(said.article in of_own for said in each.assertions)]
    now = _claims_of(later, own.id)
    histories = build_histories(own, now, after)
    articles = list(article_differences(own, before, after, later.copies))
    differences = [
        *story_differences(followed),
        *find_differences(own.id, was, now),
        *find_moved(_histories_before(followed, was, before), histories, now),
        *articles,
        *_of_versions(articles, now),
    ]
    return sorted(differences, key=_order)


def _of_versions(articles: Sequence[Difference], claims: Sequence[Claim]) -> Iterator[Difference]:
    """What each new version of an article says otherwise than the one before it."""
    for each in articles:
        if each.kind is DifferenceKind.VERSION and each.before and each.after:
            yield from version_changes(each.story, each.before, each.after, claims)


def _order(difference: Difference) -> tuple[object, ...]:
    return (
        _ORDER[difference.kind],
        -difference.weight,
        difference.day or "9999",
        difference.text,
        difference.article or "",
        difference.claim or "",
    )


def _claims_of(ledger: Ledger, story: str) -> list[Claim]:
    return [each for each in ledger.claims if each.story == story]


def _histories_before(
    followed: Followed, claims: Sequence[Claim], readings: Mapping[str, Reading]
) -> list[History]:
    """The histories of what the story's articles had said by the earlier day."""
    known = tuple(each for each in followed.after.articles if each in readings)
    return build_histories(replace(followed.after, articles=known), claims, readings)
