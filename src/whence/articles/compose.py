"""A text and what is told of it -> an Article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from whence.articles.blocks import mark_blocks
from whence.articles.bylines import agency_in, authors_in, outlet_in
from whence.articles.dates import date_in_address, date_in_text
from whence.articles.language import language_of
from whence.errors import ArticleError
from whence.ledger.article import Article, Block, BlockKind, article_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.articles.told import Told

LONGEST_TEXT = 5_000_000
"""Bytes of UTF-8 in one article; a long novel has a fifth of it."""

_ALONE = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]")
_HEADING_MARK = re.compile(r"^#{1,6}\s+|\s+#+$")


def compose(path: str, text: str, told: Told, *, head_end: int = 0) -> Article:
    """The article of a text.

    Args:
        path: As it is shown.
        text: Kept as it is; only half characters (lone surrogates), which no file can hold,
            become U+FFFD.
        told: What is told of it; the text itself is asked where that is silent.
        head_end: Length of front matter.

    Raises:
        ArticleError: "too_large", or "empty" for a text without a word.
    """
    if len(text) > LONGEST_TEXT or len(text.encode("utf-8", "replace")) > LONGEST_TEXT:
        raise ArticleError("too_large", "holds more than 5 MB of text; split it into its articles")
    if not _WORD.search(text, head_end):
        raise ArticleError("empty", "holds no words; remove it or get its text again")
    text = _ALONE.sub("\ufffd", text)
    blocks = mark_blocks(text, title=told.title, authors=told.authors, head_end=head_end)
    url_day = date_in_address(told.url) if told.url else None
    found = replace(
        told,
        title=told.title or _headline(text, blocks),
        outlet=told.outlet or outlet_in(text, blocks),
        authors=told.authors or authors_in(text, blocks),
        published_at=told.published_at or date_in_text(text, blocks) or url_day,
        agency=told.agency or agency_in(text, blocks),
    )
    return Article(
        id=article_id(found.outlet, found.url, found.title, text),
        path=path,
        url=found.url,
        outlet=found.outlet,
        title=found.title,
        authors=found.authors,
        published_at=found.published_at,
        language=language_of(text[head_end:]) or found.language,
        text=text,
        blocks=blocks,
        agency=found.agency,
    )


def _headline(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.kind is BlockKind.HEADLINE:
            return _HEADING_MARK.sub("", " ".join(text[block.start : block.end].split()))
    return None
