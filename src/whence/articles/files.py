"""Files, folders and standard input -> articles, one at a time, each with its notices."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from whence.articles.compose import compose
from whence.articles.contents import json_lines, opened, read_whole
from whence.articles.dates import read_date
from whence.articles.encoding import decode
from whence.articles.extract import read_page
from whence.articles.front import read_front
from whence.articles.loaded import Loaded
from whence.articles.objects import Found, articles_in
from whence.articles.paths import STANDARD_INPUT, Candidate, find_paths, shown, suffix_of
from whence.articles.sidecars import sidecar_of
from whence.articles.told import Told, clean
from whence.errors import ArticleError
from whence.ledger.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


__all__ = ["Candidate", "Given", "Loaded", "find_paths", "load"]

_PAGE_STARTS = ("<!doctype", "<html", "<head", "<body", "<article")
_EXTRACTOR_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What lxml and trafilatura raise on markup that nobody foresaw."""

_READ = frozenset({"en"})
"""Languages that the stages after this one read."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all inputs.

    It wins over everything: who types `--outlet` knows. Then comes the sidecar, then what the
    file says in its own fields (JSON keys, front matter, metadata of a page), then the text.

    Attributes:
        date: A day or a moment in any form that `dates.read_date` reads.
    """

    outlet: str | None = None
    date: str | None = None

    def told(self) -> Told:
        """The same as `Told`."""
        day = read_date(self.date) if self.date else None
        return Told(outlet=clean(self.outlet), published_at=day)


class _Entry(NamedTuple):
    """A text on its way to be an article, or what is wrong with it."""

    text: str
    told: Told
    head_end: int = 0
    error: ArticleError | None = None


def load(
    paths: Sequence[str],
    given: Given,
    stdin: Callable[[], bytes] | BinaryIO,
) -> Iterator[Loaded]:
    """The articles behind what the user named, in that order; one is held at a time.

    Never raises for an input: what cannot be read comes as a `Loaded` without an article.

    Args:
        paths: Files, folders, patterns, "-".
        given: What the user says of them.
        stdin: Read once, when "-" comes up.
    """
    is_stdin_read = False
    for candidate in find_paths(paths):
        path = shown(candidate.path)
        if candidate.notice is not None:
            yield Loaded(path, None, (candidate.notice,))
        elif candidate.path != STANDARD_INPUT:
            yield from _load_file(candidate.path, given)
        elif is_stdin_read:
            error = ArticleError("unreadable", "standard input was read before; name it once")
            yield _refused(path, error)
        else:
            is_stdin_read = True
            yield from _load_stdin(stdin, given)


def _load_file(path: str, given: Given) -> Iterator[Loaded]:
    suffix = suffix_of(path)
    name = shown(path)
    sidecar = sidecar_of(path) if suffix not in (".json", ".jsonl") else None
    told = given.told().over(sidecar.told) if sidecar is not None else given.told()
    problem = sidecar.problem if sidecar is not None else None
    notices = (Notice("bad_json", None, problem),) if problem is not None else ()
    try:
        with opened(path) as file:
            if suffix == ".jsonl":
                yield from _load_lines(name, file, told)
                return
            data = read_whole(file)
    except ArticleError as error:
        yield _refused(name, error)
        return
    yield from _load_bytes(name, data, suffix, told, notices)


def _load_stdin(stdin: Callable[[], bytes] | BinaryIO, given: Given) -> Iterator[Loaded]:
    try:
        file = io.BytesIO(stdin()) if callable(stdin) else stdin
        data = read_whole(file)
        if data.startswith(b"\x1f\x8b"):
            with gzip.open(io.BytesIO(data)) as unpacked:
                data = read_whole(cast("BinaryIO", unpacked))
    except ArticleError as error:
        yield _refused(STANDARD_INPUT, error)
    except (OSError, EOFError, zlib.error):
        yield _refused(
            STANDARD_INPUT,
            ArticleError("unreadable", "standard input cannot be read; give a file"),
        )
    else:
        yield from _load_bytes(STANDARD_INPUT, data, "", given.told(), ())


def _load_bytes(
    name: str,
    data: bytes,
    suffix: str,
    told: Told,
    notices: tuple[Notice, ...],
) -> Iterator[Loaded]:
    try:
        text = decode(data, is_page=suffix in (".html", ".htm"))
    except ArticleError as error:
        yield _refused(name, error)
        return
    start = text[:200].lstrip().lower()
    if suffix in (".html", ".htm") or start.startswith(_PAGE_STARTS):
        yield _loaded(name, _page_entry(text, told), notices)
    elif suffix == ".json" or (not suffix and start[:1] in ("{", "[")):
        yield from _load_json(name, text, told, is_sure=bool(suffix))
    elif suffix == ".md":
        head_end, front = read_front(text)
        yield _loaded(name, _Entry(text, told.over(front), head_end), notices)
    else:
        yield _loaded(name, _Entry(text, told), notices)


def _page_entry(html: str, told: Told) -> _Entry:
    try:
        page = read_page(html)
    except ArticleError as error:
        return _Entry("", told, error=error)
    except _EXTRACTOR_FAULTS as error:
        message = f"the page is too broken to read ({type(error).__name__}); give its text as .txt"
        return _Entry("", told, error=ArticleError("unreadable", message))
    return _Entry(page.text, told.over(page.told))


def _load_json(name: str, text: str, told: Told, *, is_sure: bool) -> Iterator[Loaded]:
    """The articles of a JSON text; without a suffix it may be lines of JSON, or no JSON at all."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = text.lstrip().split("\n", 1)
        if not is_sure and not _is_json(lines[0]):
            yield _loaded(name, _Entry(text, told), ())
        elif len(lines) > 1 and _is_json(lines[0]):
            yield from _load_lines(name, io.BytesIO(text.encode("utf-8", "replace")), told)
        else:
            yield _refused(name, _bad_json(error, None))
        return
    found = list(articles_in(value))
    if not found:
        message = "holds no article; give objects with `title` and `text`"
        yield _refused(name, ArticleError("no_text", message))
    for number, each in enumerate(found, start=1):
        path = name if len(found) == 1 and not isinstance(value, list) else f"{name}#{number}"
        yield _loaded(path, _json_entry(each, told), ())


def _is_json(line: str) -> bool:
    try:
        return isinstance(json.loads(line), (dict, list))
    except (ValueError, RecursionError):
        return False


def _bad_json(error: Exception, line: int | None) -> ArticleError:
    if line is None:
        line = getattr(error, "lineno", None)
    place = f"line {line} is" if line is not None else "is"
    return ArticleError("bad_json", f"{place} not valid JSON; correct it or write it again")


def _json_entry(found: Found, told: Told) -> _Entry:
    told = told.over(found.told)
    if found.is_cancelled:
        message = "was withdrawn by its publisher (pubstatus); leave it out"
        return _Entry("", told, error=ArticleError("cancelled", message))
    if not (found.text or "").strip() and told.title:  # a headline alone is an article too
        return _Entry(told.title, told)
    if found.text is None:
        message = "has no text; put it into `text`, `articleBody` or `body_text`"
        return _Entry("", told, error=ArticleError("no_text", message))
    return (
        _page_entry(f"<html><body><article>{found.text}</article></body></html>", told)
        if found.is_page
        else _Entry(found.text, told)
    )


def _load_lines(name: str, file: BinaryIO, told: Told) -> Iterator[Loaded]:
    """The articles of JSON lines; a bad line is one notice, the others are read."""
    number = 0
    try:
        for line_number, line in json_lines(file):
            for entry in _line_entries(line, line_number, told):
                number += 1
                yield _loaded(f"{name}#{number}", entry, ())
    except (OSError, EOFError, zlib.error):
        yield _refused(name, ArticleError("bad_gzip", "ends too early; get it again"))
        return
    if not number:
        yield _refused(name, ArticleError("empty", "is empty; remove it or get its text again"))


def _line_entries(line: bytes | None, number: int, told: Told) -> Iterator[_Entry]:
    if line is None:
        message = f"line {number} is longer than 32 MB; split it into its articles"
        yield _Entry("", told, error=ArticleError("too_large", message))
        return
    try:
        found = list(articles_in(json.loads(decode(line.removeprefix(codecs.BOM_UTF8)))))
    except ArticleError as error:
        yield _Entry("", told, error=ArticleError(error.kind, f"line {number} {error}"))
    except (ValueError, RecursionError) as error:
        yield _Entry("", told, error=_bad_json(error, number))
    else:
        if not found:
            message = f"line {number} holds no article; give an object with `title` and `text`"
            yield _Entry("", told, error=ArticleError("no_text", message))
        for each in found:
            yield _json_entry(each, told)


def _loaded(path: str, entry: _Entry, notices: tuple[Notice, ...]) -> Loaded:
    if entry.error is not None:
        return _refused(path, entry.error)
    try:
        article = compose(path, entry.text, entry.told, head_end=entry.head_end)
    except ArticleError as error:
        return _refused(path, error)
    if article.language is not None and article.language not in _READ:
        message = (
            f"{path}: is in language {article.language}, which is not read; give it in English"
        )
        notices = (*notices, Notice("not_read", None, message))
    return Loaded(path, article, notices)


def _refused(path: str, error: ArticleError) -> Loaded:
    return Loaded(path, None, (Notice(error.kind, None, f"{path}: {error}"),))
