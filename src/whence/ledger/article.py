"""Articles as printed, with their blocks marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.identity import make_id
from whence.ledger.span import Span


class BlockKind(StrEnum):
    """What a block of the text is for; closed list of the contract."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    EMBEDDED_POST = "embedded_post"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or group of lines `[start, end)` and its kind."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One text printed by one outlet at one time.

    Attributes:
        id: Hash of outlet, URL, title and text; the path does not count.
        path: Where it was read: a file, `file.jsonl#3`, or `-` for standard input.
        outlet: The publication, as it writes its own name.
        published_at: A day or a moment.
        language: ISO 639-1, detected; None where the text is too short to tell.
        text: As decoded, never rewritten.
        blocks: Ascending, apart from each other; characters in none are white space.
        agency: The wire agency whose copy it says it is ("Reuters"), if it says so.
    """

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published_at: str | None
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    agency: str | None = None


def article_id(outlet: str | None, url: str | None, title: str | None, text: str) -> str:
    """The id of an article that says this."""
    return make_id("article", outlet, url, title, text)


@dataclass(frozen=True, slots=True)
class Listing:
    """An article as a list of a store's articles has it; see `Article`.

    Attributes:
        learned_at: When the store learned of it, a day or a moment.
        story: Id of the story that holds it; None before the ledger is made.
    """

    id: str
    outlet: str | None
    title: str | None
    published_at: str | None
    learned_at: str
    story: str | None
    language: str | None
    url: str | None
