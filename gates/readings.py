"""Paths -> readings by the whole program, in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from whence.articles.files import Given, load
from whence.attributions.port import Reader
from whence.ledger.reading import Reading
from whence.pipeline.read import read_article


def read_paths(paths: Sequence[Path], reader: Reader) -> Iterator[Reading]:
    """What `whence read` gives of files and folders, without those that it cannot read."""
    for each in load([str(path) for path in paths], Given(), lambda: b""):
        if each.article is not None:
            yield read_article(each.article, reader, each.notices)
