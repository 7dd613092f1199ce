"""whence reads news articles and keeps a ledger of their claims: who stands behind what.

The verbs and records below are the public ones; they are loaded when they are first used.

    from whence import Given, read_paths

    for reading in read_paths(["monday.txt"], Given(), jobs=1, stdin=lambda: b""):
        print(reading.attributions)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whence.articles.files import Given
    from whence.ledger.article import Article
    from whence.ledger.attribution import Attribution
    from whence.ledger.brief import Brief
    from whence.ledger.claim import Claim
    from whence.ledger.entity import Entity
    from whence.ledger.reading import Reading
    from whence.ledger.span import Span
    from whence.ledger.story import Story
    from whence.pipeline.build import Ledger, build_ledger
    from whence.pipeline.gather import read_paths
    from whence.pipeline.read import read_article
    from whence.pipeline.report import make_brief

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Attribution",
    "Brief",
    "Claim",
    "Entity",
    "Given",
    "Ledger",
    "Reading",
    "Span",
    "Story",
    "build_ledger",
    "make_brief",
    "read_article",
    "read_paths",
]

_HOMES = {
    "Article": "ledger.article",
    "Attribution": "ledger.attribution",
    "Brief": "ledger.brief",
    "Claim": "ledger.claim",
    "Entity": "ledger.entity",
    "Given": "articles.files",
    "Ledger": "pipeline.build",
    "Reading": "ledger.reading",
    "Span": "ledger.span",
    "Story": "ledger.story",
    "build_ledger": "pipeline.build",
    "make_brief": "pipeline.report",
    "read_article": "pipeline.read",
    "read_paths": "pipeline.gather",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Load a public name when it is first used: importing whence alone stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"whence.{_HOMES[name]}"), name)
