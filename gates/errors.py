"""PolNeAR dev -> which annotated attributions are found, by class: tables for people.

Found is an annotated attribution that one within no other answers, as `gates.reliability`
counts. Classes:

* how the content is given: it opens with a quotation mark (direct), has one inside (mixed), or
  none (indirect);
* the cue: "according to", a word of saying ("said", "told", "added", "asked" and the like), any
  other words, none;
* the content's length in words;
* the source: named by the text or not; the outlet.

    python -m gates.errors --data DIR
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gates.command import options_of
from gates.readings import read_paths
from gates.reliability import LEAST, Roles, agree, overlap, roles_of
from gates.texts import Pair, black
from training.corpora import polnear
from whence.attributions.port import Reader
from whence.reader.read import TrainedReader

MARKS = '"“”„«'
SAYING = frozenset(
    ("said", "say", "says", "saying", "told", "tell", "tells", "telling", "added")
) | {"adds", "asked", "asks", "wrote", "writes"}
LENGTHS = ((8, "to 8 words"), (20, "9 to 20"), (40, "21 to 40"))


def classes_of(
    text: str, roles: Mapping[str, Sequence[Pair]], name: str
) -> Iterator[tuple[str, str]]:
    """(kind of class, class) of an annotated attribution."""
    words = " ".join(text[start:end] for start, end in roles["content"])
    start = roles["content"][0][0]
    opening = text[max(0, start - 2) : start + 2]
    direct = any(mark in opening for mark in MARKS) or "''" in opening
    mixed = any(mark in words for mark in MARKS) or "''" in words
    yield "content", "direct" if direct else "mixed" if mixed else "indirect"
    cue = " ".join(text[first:last] for first, last in roles.get("cue", ())).casefold()
    is_saying = not SAYING.isdisjoint(cue.split())
    kind = "other words" if cue else "none"
    yield "cue", "according to" if "according" in cue else "saying" if is_saying else kind
    count = len(words.split())
    length = next((label for most, label in LENGTHS if count <= most), "more than 40")
    yield "length", length
    yield "source", "named in the text" if roles.get("source") else "none"
    yield "outlet", name.partition("_")[0]


def count(data: Path, reader: Reader) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Annotated attributions by class, and those found."""
    folder = data / "data/polnear/dev"
    gold = {each.name: each for each in polnear.load(folder)}
    every: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for reading in read_paths([folder / "text" / f"{name}.txt" for name in gold], reader):
        if reading.article is None:
            continue
        article = gold[Path(reading.path).stem]
        text = reading.article.text
        given = [roles_of(text, each) for each in reading.attributions if each.within is None]
        for roles in article.attributions:
            classes = list(classes_of(text, roles, article.name))
            every.update(classes)
            if is_found(text, roles, given):
                found.update(classes)
    return every, found


def is_found(text: str, roles: Mapping[str, Sequence[Pair]], given: Sequence[Roles]) -> bool:
    """Whether one of those given answers an annotated attribution."""
    source, content = black(text, roles.get("source", ())), black(text, roles["content"])
    return any(
        overlap(content, each.content) >= LEAST and agree(source, each.source) for each in given
    )


def main() -> None:
    """Print a Markdown table."""
    options = options_of(__doc__).parse_args()
    every, found = count(options.data, TrainedReader(options.reader))
    print("| class | | annotated | found with its source |", "|---|---|---|---|", sep="\n")
    for kind, name in sorted(every, key=lambda each: (each[0], -every[each])):
        share = found[kind, name] / every[kind, name]
        print(f"| {kind} | {name} | {every[kind, name]} | {100 * share:.1f} % |")


if __name__ == "__main__":
    main()
