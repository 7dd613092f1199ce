"""A file -> its bytes, unpacked, never more than may be read at once."""

from __future__ import annotations

import gzip
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from whence.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_FILE = 64_000_000
"""Bytes of a file that is read whole: a page or a JSON list with all around its articles."""

LONGEST_LINE = 32_000_000
"""Bytes of one line of a `.jsonl` file."""


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, unpacked if its name ends with `.gz`; its problems as ArticleErrors.

    Raises:
        ArticleError: "bad_gzip", "missing", or "unreadable" (a folder, no permission).
    """
    try:
        with Path(path).open("rb") as file:
            if path.lower().endswith(".gz"):
                with gzip.open(file) as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        message = "is no whole gzip file; get it again or unpack it"
        raise ArticleError("bad_gzip", message) from error
    except FileNotFoundError as error:
        raise ArticleError("missing", "there is no such file; check the name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "cannot be opened"
        message = f"cannot be read ({reason.lower()}); check its permissions"
        raise ArticleError("unreadable", message) from error


def read_whole(file: BinaryIO, limit: int = LONGEST_FILE) -> bytes:
    """All bytes of a file.

    Raises:
        ArticleError: "too_large", "empty".
    """
    data = file.read(limit + 1)
    if len(data) > limit:
        message = f"holds more than {limit // 1_000_000} MB; split it into its articles"
        raise ArticleError("too_large", message)
    if not data.strip():
        raise ArticleError("empty", "is empty; remove it or get its text again")
    return data


def json_lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbers (from 1) and bytes of the lines that are not blank; None for a line too long."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) <= LONGEST_LINE:
            if line.strip():
                yield number, line
            continue
        yield number, None
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
