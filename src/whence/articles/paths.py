"""What the user named (files, folders, patterns, "-") -> paths of files, in order."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from whence.articles.sidecars import owner_of
from whence.ledger.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
_WILD = frozenset("*?[")


class Candidate(NamedTuple):
    """A file to read; or, with a notice, something named that is none."""

    path: str
    notice: Notice | None


def suffix_of(path: str) -> str:
    """The suffix that says what is in a file, `.gz` aside; lower case, "" without one."""
    name = path.lower().removesuffix(".gz")
    return Path(name).suffix


def shown(path: str) -> str:
    """A path that can be printed: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def find_paths(paths: Sequence[str]) -> Iterator[Candidate]:
    """Files behind what was named: the order of names is kept, each folder's files are sorted.

    Of a folder, with its subfolders, only files with a known suffix count; hidden files
    and sidecars do not. A name with `*`, `?` or `[…]` that is no file is a pattern (`**` for any
    depth). A sidecar named beside its article is passed over.
    """
    named = {os.path.normpath(path) for path in paths}
    for path in paths:
        if path == STANDARD_INPUT:
            yield Candidate(path, None)
        elif Path(path).is_dir():
            yield from _or_none(path, _in_folder(path))
        elif os.path.lexists(path):
            yield from _named_file(path, named)
        elif _WILD & set(path):
            yield from _or_none(path, _matching(path))
        else:
            yield _refused(path, "missing", "there is no such file or folder; check the name")


def _or_none(path: str, found: Iterator[Candidate]) -> Iterator[Candidate]:
    """The files, or a notice where there are none."""
    first = next(found, None)
    if first is None:
        known = " ".join(SUFFIXES)
        yield _refused(path, "no_articles", f"holds no articles; whence reads {known} (and .gz)")
        return
    yield first
    yield from found


def _in_folder(folder: str) -> Iterator[Candidate]:
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = f"{top.rstrip(os.sep)}{os.sep}{name}"
            if not name.startswith(".") and suffix_of(name) in SUFFIXES and not owner_of(path):
                yield Candidate(path, None)


def _matching(pattern: str) -> Iterator[Candidate]:
    for path in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - absolute patterns
        if Path(path).is_dir():
            if "**" not in pattern:
                yield from _in_folder(path)
        elif suffix_of(path) in SUFFIXES and not owner_of(path):
            yield Candidate(path, None)


def _named_file(path: str, named: set[str]) -> Iterator[Candidate]:
    suffix = suffix_of(path)
    if suffix and suffix not in SUFFIXES:
        known = " ".join(SUFFIXES)
        what = f"{suffix} files are not read; save the article as one of {known}"
        yield _refused(path, "unreadable", what)
        return
    owner = owner_of(path)
    if owner is None:
        yield Candidate(path, None)
    elif os.path.normpath(owner) not in named:
        yield _refused(path, "no_text", f"only describes {owner}; give that file")


def _refused(path: str, kind: str, what: str) -> Candidate:
    name = shown(path)
    return Candidate(path, Notice(kind, None, f"{name}: {what}"))
