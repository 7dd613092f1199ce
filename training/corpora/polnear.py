"""PolNeAR's brat stand-off files -> articles with the characters of each role.

Source: https://github.com/networkdynamics/PolNeAR and https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Pairs = list[tuple[int, int]]
"""Ascending [start, end) pairs of characters."""

EVENTS = ("Attribution", "Attribution-no-source")


@dataclass(frozen=True)
class Annotated:
    """One article as people annotated it.

    Attributes:
        attributions: For each, the pieces of "source", "cue" and "content"; a role
            without words is absent.
    """

    name: str
    text: str
    attributions: list[dict[str, Pairs]]


def load(folder: Path) -> list[Annotated]:
    """The annotated articles of `folder/text` and `folder/attributions`, sorted by name.

    Of several annotators of one article the first by name counts.
    """
    articles = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = path.stem.rpartition("_")[0]
        source = folder / "text" / f"{stem}.txt"
        if stem in articles or not source.exists():
            continue
        text = source.read_bytes().decode("utf-8-sig")
        articles[stem] = Annotated(stem, text, list(_read(path.read_text(encoding="utf-8"))))
    return list(articles.values())


def _read(annotations: str) -> Iterator[dict[str, Pairs]]:
    pieces: dict[str, Pairs] = {}
    events = []
    for line in annotations.split("\n"):
        name, _, rest = line.partition("\t")
        kind, *words = rest.partition("\t")[0].split() or [""]
        if name.startswith("T"):
            pairs = [each.split() for each in " ".join(words).split(";")]
            pieces[name] = sorted((int(pair[0]), int(pair[1])) for pair in pairs if pair)
        elif name.startswith("E") and kind.partition(":")[0] in EVENTS:
            events.append(words)
    for words in events:
        roles: dict[str, Pairs] = {}
        for role, _, target in (word.partition(":") for word in words):
            if role.rstrip("0123456789") in ("Source", "Cue", "Content"):
                key = role.rstrip("0123456789").lower()
                roles[key] = sorted([*roles.get(key, []), *pieces[target]])
        if "content" in roles:
            yield roles
