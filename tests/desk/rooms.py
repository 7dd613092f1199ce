"""Articles of ours whose pages are looked at, and the elements of a page."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from tests.desk.conftest import encoder_of
from tests.pipeline.articles import article
from tests.sayings import a_saying
from whence.ledger.article import Article, Block, BlockKind
from whence.ledger.attribution import Attribution, attribution_id
from whence.ledger.notice import Notice
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans
from whence.pipeline.keep import add_readings, rebuild
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.store.engine import Store, create_store

NESTED = "Ada Roe said that Bo Lind had warned that the weir could break."
BULLETS = "At a Glance\n- The weir leaks\n- Nobody left"
LINES = f"Weir in danger\n{NESTED}\n{BULLETS}\nSubscribe now\nFollow us"


class Elements(HTMLParser):
    """The elements of a page with their attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.all.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of those with a name."""
        return [attributes for name, attributes in self.all if name == tag]

    def classed(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of those with a class."""
        return [a for _, a in self.all if name in (a.get("class") or "").split()]


def nested() -> Reading:
    """A warning within what somebody said, with bullets, furniture and two notices."""
    text = LINES
    outer = _said(text, "Ada Roe", "said", "that Bo Lind had warned that the weir could break")
    inner = _said(text, "Bo Lind", "had warned", "that the weir could break", within=outer.id)
    own = Article(
        id="a" * 16,
        path="weir.txt",
        url="javascript:alert(1)",
        outlet="The Weir",
        title="Weir in danger",
        authors=(),
        published_at="2031-05-05",
        language="en",
        text=text,
        blocks=tuple(_blocks(text)),
    )
    at = text.index("The weir leaks")
    notices = (
        Notice("odd", Span(at, at + 3), "These words are odd."),
        Notice("whole", None, "The day is not known."),
    )
    return Reading(path="weir.txt", article=own, attributions=(outer, inner), notices=notices)


def _blocks(text: str) -> list[Block]:
    kinds = [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.BULLET,
        BlockKind.BULLET,
        BlockKind.BOILERPLATE,
        BlockKind.BOILERPLATE,
    ]
    found, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        found.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return found


def _said(text: str, source: str, cue: str, content: str, within: str | None = None) -> Attribution:
    spans: list[Spans] = [
        (Span(text.index(words), text.index(words) + len(words)),)
        for words in (source, cue, content)
    ]
    name = attribution_id("a" * 16, *spans)
    return a_saying(name, *spans, within=within)


def read_at(url: str, words: str, day: str, outlet: str | None = "The Weir") -> Reading:
    """What the reader finds in an article printed at a URL."""
    own = article(words, outlet, day)
    return read_article(replace(own, id=f"{own.id[:-1]}{day[-1]}", url=url), TrainedReader())


def store_of(folder: Path, readings: dict[str, list[Reading]]) -> Store:
    """A store that learned of readings on their days."""
    with closing(create_store(str(folder / "whence.db"))) as made:
        for day, some in readings.items():
            list(add_readings(made, some, learned_at=day, reader="r"))
        rebuild(made, encoder_of(made), "1")
    return create_store(str(folder / "whence.db"))
