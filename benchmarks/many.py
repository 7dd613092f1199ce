"""A store of as many articles as wanted: the examples again and again, each time in another world.

Every world has other names, ids and days, so that no two tell of the same; what is grouped there
is taken over from the examples, for it is the desk that is measured and not the ledger's making.
One story is of many worlds together, to have one that is large.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from whence.articles.files import Given, load
from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.entity import EntityKind
from whence.ledger.reading import Reading
from whence.ledger.story import Copy, Story
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.build import Ledger, build_ledger
from whence.pipeline.read import read_article
from whence.pipeline.settings import program_version
from whence.reader.read import TrainedReader
from whence.store.articles import keep_article
from whence.store.engine import create_store
from whence.store.meta import count_change, learned_count, replace_ledger
from whence.store.readings import keep_reading

Record = TypeVar("Record")

SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "mi", "no", "pe", "ru", "sa", "ti", "vo", "we")
SPREAD = 400
"""Days over which the worlds are spread."""
LARGE = 12
"""Worlds whose first story is one."""
AT_ONCE = 200
"""Articles of a transaction."""

_ID = re.compile(r'(?<=")[0-9a-f]{16}(?=")')
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d")


class World:
    """The same records with other names, ids and days."""

    def __init__(self, number: int, names: Sequence[str], kept: frozenset[str]) -> None:
        self.number = number
        self._kept = kept
        self._names = {name: _name(name, number) for name in names} if number else {}
        words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        self._pattern = re.compile(rf"\b(?:{words})\b")
        self._shift = timedelta(days=(number * 37) % SPREAD)

    def of(self, records: Sequence[Record], kind: type[Record]) -> list[Record]:
        """Records of this world."""
        text = json.dumps(msgspec.to_builtins(records), ensure_ascii=False)
        if self.number:
            text = self._pattern.sub(lambda found: self._names[found[0]], text)
            text = _ID.sub(lambda found: self._id(found[0]), text)
        text = _DAY.sub(lambda found: self._day(found[0]), text)
        return msgspec.convert(json.loads(text), list[kind])  # type: ignore[valid-type]  # a type

    def _id(self, old: str) -> str:
        if old in self._kept:
            return old
        return hashlib.sha256(f"{self.number} {old}".encode()).hexdigest()[:16]

    def _day(self, old: str) -> str:
        try:
            return (date.fromisoformat(old) + self._shift).isoformat()
        except ValueError:
            return old


def _name(name: str, number: int) -> str:
    """Another name as long as this one."""
    digest = hashlib.sha256(f"{number} {name}".encode()).digest()
    word = "".join(SYLLABLES[byte % len(SYLLABLES)] for byte in digest)[: len(name)]
    return word.capitalize()


def make_store(path: Path, articles: int) -> int:
    """Make it; how many articles it has."""
    readings = list(_examples())
    ledger = build_ledger(readings, SentenceEncoder())
    names = sorted(
        {
            word
            for reading in readings
            for entity in reading.entities
            if entity.kind is EntityKind.PERSON
            for word in entity.name.split()
            if word.isalpha() and len(word) > len("abc")
        }
    )
    kept = frozenset(entity.id for reading in readings for entity in reading.entities)
    count = max(1, articles // len(readings))
    worlds = [World(number, names, kept) for number in range(count)]
    with closing(create_store(str(path))) as store:
        waiting: list[Reading] = []
        for world in worlds:
            waiting += world.of(readings, Reading)
            if len(waiting) >= AT_ONCE or world is worlds[-1]:
                with store.writing() as connection:
                    for each in waiting:
                        _keep(connection, each)
                waiting = []
        with store.writing() as connection:
            built = learned_count(connection)
            replace_ledger(connection, _together(worlds, ledger), built, program_version())
    return count * len(readings)


def _keep(connection: Connection, reading: Reading) -> None:
    if reading.article is not None:
        learned = reading.article.published_at or "2025-01-01"
        keep_article(connection, reading.article, learned[:10])
        keep_reading(connection, reading, "benchmark")
        count_change(connection)


def _examples() -> Iterator[Reading]:
    reader = TrainedReader()
    for each in load(["examples/articles"], Given(), lambda: b""):
        if each.article is not None:
            yield read_article(each.article, reader, each.notices)


def _together(worlds: Sequence[World], ledger: Ledger) -> Ledger:
    stories: list[Story] = []
    claims: list[Claim] = []
    copies: list[Copy] = []
    hedges: list[LostHedge] = []
    for world in worlds:
        stories += world.of(ledger.stories, Story)
        claims += world.of(ledger.claims, Claim)
        copies += world.of(ledger.copies, Copy)
        hedges += world.of(ledger.lost_hedges, LostHedge)
    size = len(ledger.stories)
    large = stories[: LARGE * size : size]
    joined = _joined(large)
    into: Mapping[str | None, str] = {each.id: joined.id for each in large}
    stories = [joined, *(each for each in stories if each.id not in into)]
    claims = [_in(each, into) for each in claims]
    return Ledger(tuple(stories), tuple(claims), tuple(copies), tuple(hedges))


def _in(claim: Claim, into: Mapping[str | None, str]) -> Claim:
    return replace(claim, story=into[claim.story]) if claim.story in into else claim


def _joined(stories: Sequence[Story]) -> Story:
    return replace(
        stories[0],
        articles=tuple(article for each in stories for article in each.articles),
        first_seen_at=min(each.first_seen_at or "9999" for each in stories),
        last_seen_at=max(each.last_seen_at or "" for each in stories),
        claim_count=sum(each.claim_count for each in stories),
        entities=tuple(dict.fromkeys(entity for each in stories for entity in each.entities)),
    )
