"""The options that several commands share, as typer reads them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (.txt .md .html .json .jsonl, also .gz), folders, patterns; - for stdin.",
        show_default=False,
    ),
]
PathsOrStore = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Articles to read now; without any, what the store holds.",
        show_default=False,
    ),
]
Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH_OR_URL",
        help="The store.  [default: WHENCE_STORE, else whence.db]",
        show_default=False,
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", help="Who printed the articles.", show_default=False),
]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="When they were printed.", show_default=False),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Articles read at once.  [default: the machine's cores]",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Only what was known at the end of that day.",
        show_default=False,
    ),
]
Story = Annotated[
    str | None,
    typer.Option(
        "--story",
        metavar="ID",
        help="Only this story; the start of its id is enough.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Tell what is done; tracebacks of faults.")
]


class ReadFormat(StrEnum):
    """What `read` prints."""

    TEXT = "text"
    JSONL = "jsonl"


class BriefFormat(StrEnum):
    """What `brief` prints."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class ListFormat(StrEnum):
    """What `claims` and `stories` print."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


class SearchFormat(StrEnum):
    """What `search` prints."""

    TEXT = "text"
    JSON = "json"


class SearchKind(StrEnum):
    """What `search` looks for."""

    CLAIMS = "claims"
    QUOTATIONS = "quotations"
    ARTICLES = "articles"


SearchIn = Annotated[
    SearchKind | None,
    typer.Option("--in", help="Look for these alone.", show_default=False),
]


class StateFormat(StrEnum):
    """What `init` and `add` print."""

    TEXT = "text"
    JSONL = "jsonl"


class LogFormat(StrEnum):
    """What `audit` and `user list` print."""

    TEXT = "text"
    JSONL = "jsonl"


class ShowFormat(StrEnum):
    """What `show` prints."""

    TEXT = "text"
    HTML = "html"


class DiffFormat(StrEnum):
    """What `diff` prints."""

    TEXT = "text"
    JSONL = "jsonl"


class TraceFormat(StrEnum):
    """What `trace` prints."""

    TEXT = "text"
    SVG = "svg"


class NumbersFormat(StrEnum):
    """What `numbers` prints."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    SVG = "svg"
    PNG = "png"


def examples(*lines: str) -> str:
    """The end of a command's help; each line stays as it is."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
