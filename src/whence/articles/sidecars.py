"""A text file -> what the JSON file beside it says of the article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from whence.articles.encoding import decode
from whence.articles.objects import articles_in
from whence.articles.told import Told
from whence.errors import ArticleError

_OWNERS = (".txt", ".md", ".html", ".htm")
_LONGEST = 1_000_000
"""Bytes; a file that only describes an article is far smaller."""


class Sidecar(NamedTuple):
    """What a sidecar says; `problem` where it could not be read."""

    told: Told
    problem: str | None


def owner_of(path: str) -> str | None:
    """The text file that a JSON file only describes; None where it is an article itself.

    `a.json` or `a.txt.json` stands beside `a.txt` and holds no text of its own.
    """
    if not path.lower().endswith(".json"):
        return None
    stem = path[: -len(".json")]
    names = [stem] if stem.lower().endswith((*_OWNERS, ".gz")) else []
    names += [f"{stem}{suffix}{zipped}" for suffix in _OWNERS for zipped in ("", ".gz")]
    owner = next((name for name in names if Path(name).is_file()), None)
    if owner is None or _holds_text(path):
        return None
    return owner


def _holds_text(path: str) -> bool:
    try:
        if Path(path).stat().st_size > _LONGEST:
            return True
        return any(found.text is not None for found in articles_in(_read(path)))
    except (OSError, ValueError, RecursionError, ArticleError):
        return False


def _read(path: str) -> object:
    with Path(path).open("rb") as file:
        return json.loads(decode(file.read(_LONGEST + 1)))


def sidecar_of(path: str) -> Sidecar:
    """What the sidecar of a text file says; silence without one."""
    plain = path.removesuffix(".gz")
    stem = plain.removesuffix(Path(plain).suffix)
    for name in (f"{path}.json", f"{plain}.json", f"{stem}.json"):
        if not Path(name).is_file() or owner_of(name) is None:
            continue
        try:
            found = next(iter(articles_in(_read(name))), None)
        except (OSError, ValueError, RecursionError, ArticleError):
            problem = f"{name}: is no JSON and was left out; correct it or remove it"
            return Sidecar(Told(), problem)
        return Sidecar(found.told if found is not None else Told(), None)
    return Sidecar(Told(), None)
