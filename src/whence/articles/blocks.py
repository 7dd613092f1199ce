"""Text -> its blocks: what each paragraph is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.articles.furnishing import closing_sentence, link_lists, page_kind
from whence.articles.headings import Kinds, head_kinds, heading_kinds
from whence.articles.lines import Paragraph, paragraphs
from whence.articles.posts import find_posts
from whence.ledger.article import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD = 6
"""Paragraphs in which a line like "Daily Reporter" is a byline and not a heading."""

_FOOT = 4
"""Paragraphs at the end in which a date or a list of names is the page's."""


def mark_blocks(
    text: str,
    *,
    title: str | None = None,
    authors: Sequence[str] = (),
    head_end: int = 0,
) -> tuple[Block, ...]:
    """The blocks of a text: ascending, apart from each other, around every non-space character.

    Args:
        text: As decoded.
        title: What the page or file says the headline is; a first line that says something else
            is then no headline. None where only the text can tell.
        authors: Names that are a byline where they stand alone.
        head_end: Characters before it are the file's own (front matter): one boilerplate block.
    """
    found = [
        each._replace(start=each.start + head_end, end=each.end + head_end)
        for each in paragraphs(text[head_end:])
    ]
    head = text[:head_end]
    blocks: list[Block] = []
    if head.strip():
        start = len(head) - len(head.lstrip())
        blocks.append(Block(BlockKind.BOILERPLATE, start, len(head.rstrip())))
    posts = {post.first: post.last for post in find_posts(found)}
    kinds = _kinds(found, posts, title, frozenset(authors))
    place = 0
    while place < len(found):
        last = posts.get(place, place)
        kind = kinds[place] or BlockKind.PARAGRAPH
        blocks.extend(_split(kind, text, found[place].start, found[last].end))
        place = last + 1
    return tuple(blocks)


def _kinds(
    found: Sequence[Paragraph],
    posts: dict[int, int],
    title: str | None,
    authors: frozenset[str],
) -> Kinds:
    kinds: Kinds = [None] * len(found)
    for first, last in posts.items():
        kinds[first : last + 1] = [BlockKind.EMBEDDED_POST] * (last + 1 - first)
    for place in range(len(found)):
        if kinds[place] is None:
            kinds[place] = _own_kind(found, place, authors)
    for place in link_lists(found, kinds):
        kinds[place] = BlockKind.BOILERPLATE
    head_kinds(found, kinds, title)
    heading_kinds(found, kinds)
    return kinds


def _own_kind(
    found: Sequence[Paragraph],
    place: int,
    authors: frozenset[str],
) -> BlockKind | None:
    words = found[place].words
    is_at_head = 0 < place < _HEAD
    is_at_foot = place >= len(found) - _FOOT and place > 0
    if words in authors and (is_at_head or is_at_foot or not place):
        return BlockKind.BYLINE
    return page_kind(words, is_at_head=is_at_head, is_at_foot=is_at_foot)


def _split(kind: BlockKind, text: str, start: int, end: int) -> Iterator[Block]:
    """The block, or two where prose ends with a sentence of furniture."""
    if kind is BlockKind.PARAGRAPH:
        place = closing_sentence(text[start:end])
        if place is not None:
            before = start + len(text[start : start + place].rstrip())
            yield Block(kind, start, before)
            yield Block(BlockKind.BOILERPLATE, start + place, end)
            return
    yield Block(kind, start, end)
