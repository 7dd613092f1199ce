"""Our own marked articles -> how far the program finds who says what, and who says it in there.

The articles of `training/corpora/ours` that are held back, every fifth, read from files as any
other. An attribution found answers a marked one where a cue or a source of both share a
character and the contents have at least half of their characters in common (intersection over
union, without white space); each answers once, the likest first.

* outermost F1, nested F1: by whether the program puts it inside another, and people did;
* nested found anywhere: marked nested ones that any attribution answers;
* host accuracy: of the nested ones answered by a nested one, those whose outer one answers
  the marked outer one.

    python -m gates.nested --data DIR
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gates.command import print_figures
from gates.rates import share
from gates.reported import read_text
from gates.texts import black
from training.corpora import ours
from whence.attributions.port import Reader

FILES: tuple[str, ...] = ()
LEAST = 0.5
"""Of the characters of two contents together that both must have."""


class Side(NamedTuple):
    """An attribution in characters; `outer` is the number of the one around it, or None."""

    marks: frozenset[int]
    content: frozenset[int]
    outer: int | None


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of the articles held back; nothing of `data` is read."""
    del data
    counts: Counter[str] = Counter()
    for name, marked in ours.articles("dev"):
        text, wanted = wanted_of(name, marked)
        counts += compare(wanted, given_of(text, name, reader))
    return {f"our articles, {name}": value for name, value in figures(counts).items()}


def wanted_of(name: str, marked: str) -> tuple[str, list[Side]]:
    """The text of an article and what people marked in it."""
    text, found = ours.unmark(name, marked)
    order = sorted(found)
    sides = []
    for number in order:
        roles, holder = found[number], ours.holder_of(found, number)
        marks = black(text, [*roles["cue"], *roles["source"]])
        outer = None if holder is None else order.index(holder)
        sides.append(Side(marks, black(text, roles["content"]), outer))
    return text, sides


def given_of(text: str, name: str, reader: Reader) -> list[Side]:
    """What the program finds in it."""
    attributions = read_text(name, text, reader).attributions
    numbers = {each.id: number for number, each in enumerate(attributions)}
    return [
        Side(
            black(text, [*each.cue, *each.source]),
            black(text, each.content),
            None if each.within is None else numbers[each.within],
        )
        for each in attributions
    ]


def compare(wanted: Sequence[Side], given: Sequence[Side]) -> Counter[str]:
    """The counts of one article."""
    answers = answers_to(wanted, given)
    counts: Counter[str] = Counter()
    counts["wanted outer"] = sum(each.outer is None for each in wanted)
    counts["wanted nested"] = len(wanted) - counts["wanted outer"]
    counts["given outer"] = sum(each.outer is None for each in given)
    counts["given nested"] = len(given) - counts["given outer"]
    for number, answer in answers.items():
        mine, theirs = wanted[number].outer, given[answer].outer
        counts["nested anywhere"] += mine is not None
        counts["outer"] += mine is None and theirs is None
        if mine is not None and theirs is not None:
            counts["nested"] += 1
            counts["host"] += answers.get(mine) == theirs
    return counts


def answers_to(wanted: Sequence[Side], given: Sequence[Side]) -> dict[int, int]:
    """Number of a marked attribution to that of the one that answers it."""
    pairs = []
    for one, mine in enumerate(wanted):
        for other, theirs in enumerate(given):
            both = len(mine.content & theirs.content)
            likeness = both / (len(mine.content | theirs.content) or 1)
            if likeness >= LEAST and mine.marks & theirs.marks:
                pairs.append((-likeness, one, other))
    answers: dict[int, int] = {}
    for _, one, other in sorted(pairs):
        if one not in answers and other not in answers.values():
            answers[one] = other
    return answers


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """Shares of the counts."""
    found = {
        f"{part} F1": share(2 * counts[key], counts[f"wanted {key}"] + counts[f"given {key}"])
        for part, key in (("outermost", "outer"), ("nested", "nested"))
    }
    found["nested found anywhere"] = share(counts["nested anywhere"], counts["wanted nested"])
    found["host accuracy"] = share(counts["host"], counts["nested"])
    return found


if __name__ == "__main__":
    print_figures(__doc__, measure)
