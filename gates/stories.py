"""Articles that people put together by event -> how far the program's stories are theirs.

Galaxy medium and big (articles that one Wikinews piece cites) and ECB+ train and dev
(subtopics), B-cubed F1 by the scorer in `../shared/score`. Dates come from addresses and text
alone. The articles are given in three orders; the worst counts, and how far they differ.

"without the digests": galaxy big has two clusters, 44 of 335 articles, of whatever the digests
of one month of a campaign cite; these are not chains of events.

    python -m gates.stories --data DIR
"""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from gates.command import print_figures
from whence.articles.files import Given, load
from whence.attributions.port import Reader
from whence.ledger.reading import Reading
from whence.pipeline.build import group_articles
from whence.pipeline.read import read_article
from whence.reader.vectors import SentenceVectors
from whence.stories.copies import find_copies

FILES = ("data/clusters/galaxy*", "data/crossdoc/ecbplus/*_documents*", "score/*.py")
ORDERS = (1, 2, 3)
DIGESTS = ("7", "10")  # "On the campaign trail" of September and October 2012


class Text(NamedTuple):
    """An article as its corpus has it, with the cluster that people put it into."""

    name: str
    cluster: str
    row: Mapping[str, str | None]


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of all four; `data` is the shared folder."""
    figures: dict[str, float] = {}
    worst = 0.0
    for name, texts in corpora(data / "data"):
        readings = dict(read(texts, reader))
        rates = [score(data, texts, readings, order) for order in ORDERS]
        worst = max(worst, max(rates) - min(rates))
        figures[f"{name}, stories B-cubed F1"] = min(rates)
        if name == "galaxy big":
            kept = [each for each in texts if each.cluster not in DIGESTS]
            found = {each.name: readings[each.name] for each in kept}
            figures[f"{name}, stories without the digests"] = score(data, kept, found, ORDERS[0])
    return figures | {"stories, difference of orders error": worst}


def corpora(data: Path) -> Iterator[tuple[str, list[Text]]]:
    """The four corpora with their names."""
    for size in ("medium", "big"):
        yield f"galaxy {size}", list(galaxy(data / f"clusters/galaxy_wikinews_{size}.jsonl.gz"))
    for part in ("train", "dev"):
        yield f"ECB+ {part}", list(ecb(data / f"crossdoc/ecbplus/{part}_documents.jsonl.gz"))


def galaxy(path: Path) -> Iterator[Text]:
    """Articles of a galaxy file; an event is the number of its line."""
    for number, line in enumerate(lines(path)):
        for at, each in enumerate(json.loads(line)["articles"]):
            row = {name: each.get(name) for name in ("title", "text", "url")}
            yield Text(f"{number}-{at}", str(number), row)


def ecb(path: Path) -> Iterator[Text]:
    """Documents of ECB+."""
    for line in lines(path):
        each = json.loads(line)
        yield Text(each["id"], each["subtopic"], {name: each[name] for name in ("title", "text")})


def lines(path: Path) -> Iterator[str]:
    """The lines of a gzipped file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


def read(texts: Sequence[Text], reader: Reader) -> Iterator[tuple[str, Reading]]:
    """The readings by name; what cannot be read has none, and the scorer counts it as missing."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        rows = (json.dumps(each.row) for each in texts)
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        loaded = load([str(path)], Given(), lambda: b"")
        for text, each in zip(texts, loaded, strict=True):
            if each.article is not None:
                yield text.name, read_article(each.article, reader)


def score(data: Path, texts: Sequence[Text], readings: Mapping[str, Reading], order: int) -> float:
    """B-cubed F1 of the stories that articles in one chance order give."""
    shuffled = sorted(readings.items())
    random.Random(order).shuffle(shuffled)  # noqa: S311 - an order, no secret
    names = {each.article.id: name for name, each in shuffled if each.article}
    once = {each.article.id: each for _, each in shuffled if each.article}
    copies = find_copies([each.article for each in once.values() if each.article])
    grouped = group_articles(list(once.values()), SentenceVectors(), copies)
    stories = [
        {"id": str(number), "articles": [grouped.outlines[index].article for index in members]}
        for number, members in enumerate(grouped.groups.stories)
    ]
    gold: defaultdict[str, list[str]] = defaultdict(list)
    for each in texts:
        gold[each.cluster].append(each.name)
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = folder / "stories.jsonl"
        found.write_text("".join(f"{json.dumps(each)}\n" for each in stories), encoding="utf-8")
        (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
        (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
        judge: list[str | Path] = [
            sys.executable,
            data / "score/clusters.py",
            found,
            folder / "names.json",
        ]
        result = subprocess.run(  # noqa: S603 - the scorer
            [*judge, "--gold", folder / "gold.json"], capture_output=True, check=True
        )
    rate: float = json.loads(result.stdout)["bcubed"]["f1"]
    return rate


if __name__ == "__main__":
    print_figures(__doc__, measure)
