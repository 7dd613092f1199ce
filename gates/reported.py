"""GUM's reported clauses -> how many the whole program finds, nested ones and pronouns too.

Each document is printed anew (`gates.texts`), written to a file and read as any article.
Characters are compared without white space.

* Counted relations: GUM's attribution relations, negative ones too, with a reporting unit,
  something reported and a named source (`Reported.source`); this leaves out bylines, credits,
  citations and passives without a source. Of what is reported only `Reported.runs` counts, not
  the further sentences.
* Found: an attribution has a cue or source that shares a character with the reporting unit,
  and a content that holds at least half of the reported characters. Of several the one
  counts whose content has most in common with the report (intersection over union).
* Nested: relations of depth 1 and more; `nested recall` as above. `Apart`: one of the
  attributions that answer it has a `within` and is another one than the answer of the
  nearest outer relation (the smallest report that holds the reporting unit).
* Beside: GUM marks no attribution as wrong, so instead of precision: outermost attributions
  whose content shares no character with any report, counted or not, further sentences too.

Pronouns are in `gates.pronouns`. Counts of parts may be added, so folds can be.

    python -m gates.reported --data DIR
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from gates.command import options_of
from gates.pronouns import count_pronoun
from gates.rates import share
from gates.readings import read_paths
from gates.texts import Printed, black, characters, print_out
from training.corpora import gum
from training.corpora.conllu import Parsed
from training.corpora.gum_discourse import Reported, tokens_in
from whence.attributions.port import Reader
from whence.ledger.attribution import Attribution
from whence.ledger.reading import Reading
from whence.reader.read import TrainedReader

FILES = (f"data/ud/gum/{gum.FILES['dev']}",)
LEAST = 0.5
"""Share of the reported characters that a content must hold."""


class Report(NamedTuple):
    """One relation of GUM in characters.

    Attributes:
        relation: In tokens.
        reporting: Characters of the reporting unit.
        said: Characters of what is reported.
        further: Characters of what is reported in other sentences.
    """

    relation: Reported
    reporting: frozenset[int]
    said: frozenset[int]
    further: frozenset[int]


class Candidate(NamedTuple):
    """One attribution of a reading in characters; `marks` are its cue and its source."""

    attribution: Attribution
    marks: frozenset[int]
    content: frozenset[int]


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of GUM dev without its genre conversation; `data` is the shared folder."""
    folder = data / "data"
    counts = measure_reported(gum.read(folder, "dev"), gum.reported(folder, "dev"), reader)
    return {f"GUM dev, {name}": value for name, value in figures(counts).items()}


def measure_reported(
    documents: Iterable[Parsed], relations: Mapping[str, Sequence[Reported]], reader: Reader
) -> Counter[str]:
    """The counts of some documents, added up.

    Args:
        documents: As `gum.read` gives them.
        relations: By the document's name, as `gum.reported` gives them.
        reader: The shipped one, or `TrainedReader(folder)` of a fold that has not seen them.
    """
    counts: Counter[str] = Counter()
    for parsed in documents:
        printed = print_out(parsed)
        reading = read_text(parsed.name, printed.text, reader)
        counts.update(count_reading(parsed, printed, relations[parsed.name], reading))
    return counts


def read_text(name: str, text: str, reader: Reader) -> Reading:
    """The reading of a text that was written to a file of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_text(text, encoding="utf-8", newline="")
        reading = next(read_paths([path], reader))
    if reading.article is None or reading.article.text != text:
        raise ValueError(f"{name} was not read as it was written")
    return reading


def count_reading(
    parsed: Parsed, printed: Printed, relations: Sequence[Reported], reading: Reading
) -> Counter[str]:
    """The counts of one document."""
    reports = [report_of(printed, each) for each in relations]
    candidates = [candidate_of(printed.text, each) for each in reading.attributions]
    answers = [answers_to(report, candidates) for report in reports]
    counts = Counter(count_beside(reports, candidates))
    for report, found in zip(reports, answers, strict=True):
        if report.relation.source is None or not (report.reporting and report.said):
            counts["left out"] += 1
            continue
        counts["relations"] += 1
        counts["found"] += bool(found)
        if report.relation.depth:
            outer = outer_of(report, reports)
            taken = answers[outer][:1] if outer is not None else []
            counts["nested"] += 1
            counts["nested found"] += bool(found)
            counts["apart"] += any(each.within is not None and each not in taken for each in found)
        if found:
            counts.update(count_pronoun(parsed, printed, report.relation.source, found[0], reading))
    return counts


def report_of(printed: Printed, relation: Reported) -> Report:
    """A relation in characters."""
    runs = (relation.reporting, relation.runs, relation.further)
    return Report(relation, *(characters(printed, tokens_in(each)) for each in runs))


def candidate_of(text: str, attribution: Attribution) -> Candidate:
    """An attribution in characters."""
    marks = black(text, [*attribution.cue, *attribution.source])
    return Candidate(attribution, marks, black(text, attribution.content))


def answers_to(report: Report, candidates: Iterable[Candidate]) -> list[Attribution]:
    """The attributions that answer a report, the best first."""

    def likeness(each: Candidate) -> float:
        return len(each.content & report.said) / len(each.content | report.said)

    fitting = [
        each
        for each in candidates
        if each.marks & report.reporting
        and report.said
        and len(each.content & report.said) >= LEAST * len(report.said)
    ]
    return [each.attribution for each in sorted(fitting, key=likeness, reverse=True)]


def outer_of(report: Report, reports: Sequence[Report]) -> int | None:
    """Which of the reports is the smallest that holds a reporting unit."""
    holders = [
        (len(each.said), number)
        for number, each in enumerate(reports)
        if each is not report and report.reporting <= each.said
    ]
    return min(holders)[1] if holders else None


def count_beside(reports: Iterable[Report], candidates: Iterable[Candidate]) -> dict[str, int]:
    """How many outermost attributions there are, and how many stand beside all reports."""
    said = frozenset[int]().union(*(each.said | each.further for each in reports))
    outermost = [each for each in candidates if each.attribution.within is None]
    beside = [each for each in outermost if not each.content & said]
    return {"outermost": len(outermost), "beside": len(beside)}


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """Shares of the counts."""
    return {name: share(counts[part], counts[whole]) for name, part, whole in SHARES}


SHARES = (
    ("reported clause recall", "found", "relations"),
    ("nested recall", "nested found", "nested"),
    ("nested apart", "apart", "nested"),
    ("outermost beside any report", "beside", "outermost"),
    ("pronoun accuracy", "pronoun right", "pronoun"),
    ("pronoun accuracy where led somewhere", "pronoun right", "pronoun led"),
    ("pronoun without an entity", "pronoun no entity", "pronoun"),
    ("personal pronoun accuracy", "person right", "person"),
    ("personal pronoun accuracy where led somewhere", "person right", "person led"),
    ("personal pronoun without an entity", "person no entity", "person"),
    ("pronoun of somebody called by name", "called right", "called"),
)
"""Name, the count and what it is a share of."""


def lines(counts: Mapping[str, int]) -> Iterator[str]:
    """A line for each share, with its counts."""
    for name, part, whole in SHARES:
        value = share(counts[part], counts[whole])
        yield f"{name:40}{value:8.4f}  {counts[part]:,} of {counts[whole]:,}"
    yield f"relations left out, without a source: {counts['left out']:,}"


def main() -> None:
    """Print the figures of a part of GUM, or of some of its documents."""
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=sorted(gum.FILES), default="dev")
    parser.add_argument("--documents", nargs="+", metavar="NAME", help="only these")
    options = parser.parse_args()
    folder, wanted = options.data / "data", options.documents
    documents = chosen(gum.read(folder, options.part), wanted)
    relations = gum.reported(folder, options.part)
    counts = measure_reported(documents, relations, TrainedReader(options.reader))
    print(*lines(counts), sep="\n")


def chosen(documents: Iterable[Parsed], names: Collection[str] | None) -> list[Parsed]:
    """The documents of some names, all of them for None."""
    return [each for each in documents if names is None or each.name in names]


if __name__ == "__main__":
    main()
