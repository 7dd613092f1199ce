"""Embedded posts -> who posted them, when, and what no other attribution holds.

A post of a network ends in a line such as "— Name (@handle) October 21, 2024". All its
words are that account's own: the sentences that the reader did not ascribe are one
attribution, a quotation without a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.attributions.link import Linked
from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span

RULE = "embedded-post"

_SIGNATURE = re.compile(
    r"""
    ^[^\S\n]* [—–-]+ \s*
    [^\w\n(@]* (?P<name> \w [^\n@]*? ) [^\w\n.)’']* \s*   # emoji around the name are not its words
    \( @ (?P<handle> \w+ ) \)
    [\s,·|]* (?P<date> [^\n]* )
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINK = re.compile(r"\s*(?:https?://\S+|(?:pic\.(?:twitter|x)\.com|t\.co)/\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Post:
    """One embedded post.

    Attributes:
        span: All of it.
        body: What was posted, without the signature.
        name: The account's name in the signature.
        date: The words after the handle; None without any.
    """

    span: Span
    body: Span
    name: Span
    date: Span | None


def find_posts(text: str, blocks: Iterable[Block]) -> list[Post]:
    """The posts among some blocks that say who posted them."""
    posts = []
    for block in blocks:
        if block.kind is not BlockKind.EMBEDDED_POST:
            continue
        match = _SIGNATURE.search(text, block.start, block.end)
        if match is None or not text[block.start : match.start()].strip():
            continue
        end = block.start + len(text[block.start : match.start()].rstrip())
        date = Span(*match.span("date")) if match["date"].strip() else None
        name = Span(*match.span("name"))
        posts.append(Post(block.span, Span(block.start, end), name, date))
    return posts


def attribute_post(
    text: str, post: Post, sentences: Sequence[Span], others: Iterable[Linked]
) -> Linked | None:
    """The sentences of a post that no other attribution touches, as the account's own words."""
    taken = [piece for linked in others for piece in (*linked.content, *linked.cue)]
    pieces: list[Span] = []
    for sentence in sentences:
        if not post.body.covers(sentence) or any(sentence.overlaps(each) for each in taken):
            continue
        link = _LINK.search(text, sentence.start, sentence.end)
        end = link.start() if link else sentence.end
        if end <= sentence.start:
            continue
        if pieces and not text[pieces[-1].end : sentence.start].strip():
            pieces[-1] = Span(pieces[-1].start, end)
        else:
            pieces.append(Span(sentence.start, end))
    return Linked((post.name,), (), tuple(pieces), 1.0) if pieces else None
