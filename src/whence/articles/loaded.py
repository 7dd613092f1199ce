"""An input after loading; apart from the loading, which a process that reads need not import."""

from __future__ import annotations

from typing import NamedTuple

from whence.ledger.article import Article
from whence.ledger.notice import Notice


class Loaded(NamedTuple):
    """An input that was read, or was not.

    Attributes:
        path: "a.txt", "file.jsonl#3" (third article of the file), "-" for standard input.
        article: None where the notices say why.
    """

    path: str
    article: Article | None
    notices: tuple[Notice, ...]
