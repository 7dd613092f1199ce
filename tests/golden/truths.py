"""`examples/truths/*.toml` -> what must be found, and the found things that answer it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from whence.articles.files import Given, load
from whence.ledger.attribution import Attribution
from whence.ledger.claim import Assertion, Claim
from whence.ledger.reading import Reading
from whence.ledger.span import Spans, words_of
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.build import Ledger, build_ledger
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

Truth = dict[str, Any]


STORIES = ("sorang", "lomna", "ferry")


@cache
def truths(story: str | None = None) -> dict[str, list[Truth]]:
    """The tables of one story's file, or of all together."""
    if story is not None:
        path = EXAMPLES / "truths" / f"{story}.toml"
        return tomllib.loads(path.read_text(encoding="utf-8"))
    every: dict[str, list[Truth]] = {}
    for name in STORIES:
        for table, rows in truths(name).items():
            every.setdefault(table, []).extend(rows)
    return every


@cache
def readings() -> dict[str, Reading]:
    """The readings of all example articles, by their path in the truths."""
    reader = TrainedReader()
    found = {}
    for loaded in load([str(EXAMPLES / "articles")], Given(), lambda: b""):
        assert loaded.article is not None, loaded.notices
        name = Path(loaded.path).relative_to(EXAMPLES).as_posix()
        found[name] = read_article(loaded.article, reader, loaded.notices)
    return found


@cache
def ledger() -> Ledger:
    """The ledger of all example articles."""
    return build_ledger(list(readings().values()), SentenceEncoder())


def path_of(article: str) -> str:
    """The path of an article by its id."""
    return next(
        path for path, each in readings().items() if each.article and each.article.id == article
    )


def plain(words: str) -> str:
    """Words without marks, case and double blanks, so that places can be compared."""
    return " ".join(re.findall(r"[\w%]+", words.casefold()))


def holds(words: str, spans: Spans, reading: Reading) -> bool:
    """Whether some spans hold the words, or at least half of them as one piece."""
    assert reading.article is not None
    found, wanted = plain(words_of(spans, reading.article.text)), plain(words)
    return wanted in found or (bool(found) and found in wanted and 2 * len(found) >= len(wanted))


def attribution_of(truth: Truth) -> Attribution | None:
    """The attribution whose content and cue answer a truth."""
    reading = readings()[truth["path"]]
    assert reading.article is not None
    text = reading.article.text
    fits = [
        each
        for each in reading.attributions
        if ("content" not in truth or holds(truth["content"], each.content, reading))
        and ("content" in truth or plain(truth["cue"]) in plain(words_of(each.cue, text)))
        and ("source" in truth) == bool(each.source)
        and (
            "source" not in truth
            or plain(truth["source"]) in plain(words_of(each.source, text))
            or plain(words_of(each.source, text)) in plain(truth["source"])
        )
    ]
    return min(fits, key=lambda each: len(words_of(each.content, text)), default=None)


def claims_with(path: str, words: str) -> list[tuple[Claim, Assertion]]:
    """The claims that have an assertion with these words in this article."""
    return [
        (claim, assertion)
        for claim in ledger().claims
        for assertion in claim.assertions
        if path_of(assertion.article) == path and holds(words, assertion.span, readings()[path])
    ]
