"""The stories and articles of two days -> what came in, and how stories were put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.reading import Reading
from whence.ledger.story import Copy, Story
from whence.text.counting import counted


class Followed(NamedTuple):
    """One story on two days.

    Attributes:
        after: On the later day.
        before: Those of the earlier day that share an article with it, the largest share
            first.
        others: On the later day, the other stories that have articles of `before`.
    """

    after: Story
    before: tuple[Story, ...]
    others: tuple[Story, ...]


def follow(start: str, before: Sequence[Story], after: Sequence[Story]) -> list[Followed]:
    """The stories whose id begins so on either day, as they are on the later one.

    A story's id can change when an earlier article comes; stories are the same where they
    share articles.
    """
    wanted = [each for each in after if each.id.startswith(start)]
    if not wanted:
        old = {article for each in before if each.id.startswith(start) for article in each.articles}
        shared = {each.id: len(old & set(each.articles)) for each in after}
        best = max(shared.values(), default=0)
        wanted = [each for each in after if best and shared[each.id] == best]
    return [_followed(each, before, after) for each in wanted]


def _followed(story: Story, before: Sequence[Story], after: Sequence[Story]) -> Followed:
    own = set(story.articles)
    were = [each for each in before if own & set(each.articles)]
    were.sort(key=lambda each: (-len(own & set(each.articles)), each.id))
    articles = {article for each in were for article in each.articles}
    others = [each for each in after if each.id != story.id and articles & set(each.articles)]
    return Followed(story, tuple(were), tuple(others))


def story_differences(followed: Followed) -> Iterator[Difference]:
    """Stories that became one with it, and those that came out of it."""
    story = followed.after
    for each in followed.before[1:]:
        shared = len(set(each.articles) & set(story.articles))
        yield Difference(
            kind=DifferenceKind.STORY_MERGED,
            story=story.id,
            text=each.title or "without a title",
            before=each.id,
            after=story.id,
            why=f"{counted(shared, 'article')} of it now in this story",
        )
    for each in followed.others:
        yield Difference(
            kind=DifferenceKind.STORY_PARTED,
            story=story.id,
            text=each.title or "without a title",
            before=followed.before[0].id if followed.before else None,
            after=each.id,
            why=f"{counted(len(each.articles), 'article')} now apart",
        )


def article_differences(
    story: Story,
    before: Mapping[str, Reading],
    after: Mapping[str, Reading],
    copies: Sequence[Copy],
) -> Iterator[Difference]:
    """The story's articles that the earlier day did not have: added, copies, new versions.

    Args:
        story: On the later day.
        before: All readings of the earlier day, by article id.
        after: All of the later one.
        copies: Of the later day.
    """
    original = {each.article: each for each in copies}
    at_url: dict[str, str] = {}
    for name, reading in after.items():
        url = reading.article.url if reading.article else None
        if url and name in before:
            at_url[url] = name
    for name in story.articles:
        reading = after[name]
        article = reading.article
        if article is None:
            continue
        older = at_url.get(article.url or "")
        if name not in before:
            copy = original.get(name)
            kind, of = DifferenceKind.ARTICLE, None
            if copy is not None:
                kind, of = DifferenceKind.COPY, copy.original
            elif older is not None:
                kind, of = DifferenceKind.VERSION, older
            yield _added(kind, story, reading, after.get(of or ""), copy)
        if article.url:
            at_url[article.url] = name


def _added(
    kind: DifferenceKind, story: Story, reading: Reading, of: Reading | None, copy: Copy | None
) -> Difference:
    article, first = reading.article, of.article if of else None
    return Difference(
        kind=kind,
        story=story.id,
        text=" ".join((article.title if article and article.title else "without a title").split()),
        article=article.id if article else None,
        outlet=article.outlet if article else None,
        day=article.published_at if article else None,
        before=first.id if first else None,
        after=article.id if article else None,
        why=f"{copy.kind} copy of {(first.outlet if first else None) or 'another article'}"
        if copy
        else None,
    )
