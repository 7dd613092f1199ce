"""The printed digest: lines, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from whence.ledger.figure import History
from whence.ledger.span import Spans


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in an article a line stands."""

    article: str
    span: Spans


@dataclass(frozen=True, slots=True)
class Computed:
    """Words of a line that are not in its evidence, and where they come from.

    Attributes:
        words: As they stand in the line.
        origin: "outlet", "name", "date", "band", "count" or "heading"; `from` in JSON.
        id: The entity's, for a name.
    """

    words: str
    origin: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief.

    Attributes:
        cells: The same words in columns where the section is a table, else empty.
        references: Letters of the articles that it rests on, printed after it.
    """

    text: str
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    computed: tuple[Computed, ...] = ()
    cells: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of lines; `columns` heads the cells where it is a table."""

    title: str
    lines: tuple[Line, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """The part of a brief about one story.

    Attributes:
        story: The story's id.
        summary: Counts and dates under the title.
        refused_count: Lines that failed the check and are not printed.
        histories: Of its numbers, those in most articles first.
    """

    story: str
    title: str
    summary: str
    refused_count: int
    sections: tuple[Section, ...]
    histories: tuple[History, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """An article at the end of a brief.

    Attributes:
        letter: How lines refer to it ("A").
        copy_of: Letter of the article whose text it is again.
    """

    letter: str
    article: str
    outlet: str | None
    title: str | None
    published_at: str | None
    url: str | None
    path: str | None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief over some articles.

    Attributes:
        not_read: One sentence for each input or article that was not read.
        measured: How often the reader was right where people had marked the answers.
    """

    article_count: int
    outlet_count: int
    not_read: tuple[str, ...]
    stories: tuple[StoryBrief, ...]
    references: tuple[Reference, ...]
    measured: str = ""
