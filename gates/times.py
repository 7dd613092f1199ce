"""Times against the dates marked in GUM, and against the timelines of SemEval 2015.

    python -m gates.times [--data DIR] [--half 0|1] [--list]

GUM (`data/ud/gum`, Wikinews and other genres) marks dates in its texts in TEI form:
`when`, `from` and `to`, or `notBefore` and `notAfter`, as days, months or years.

* Each document is read with its own sentences, against the day of its bold dateline, or else
  against its `dateCreated`; conversations have no real day and are left out.
* **found**: marks that a time of ours overlaps, of all marks. Marks of less than a day's
  length of words, as `22:30`, count too.
* **right**: marks whose days are the days of a time that overlaps them. `from 2015 to 2016`
  covers both years, `notBefore` and `notAfter` too; a clock time counts as its day; a mark with
  one end open has no days and counts for *found* only.
* **precision**: times of ours that cover days and overlap a mark, of all that cover days;
  GUM leaves lengths, repeated and vague times unmarked, so ours of these do not count.
  *right precision*: those whose days are the mark's.
* F1 is that of recall and precision of the same row. Rows by kind of mark: clock, day,
  month, year, span.

Timelines (`data/timeline`, 30 Wikinews articles): an event there has a day, a month or a
year and stands in a sentence. The texts mark no time but the day of writing, so what is
counted is an upper row: **told** events whose sentence has a time of ours with days that lie
in the event's or hold them, of the dated events whose sentence has any time of ours with
days; and **dateline**: articles whose first line of date is read as the day of writing.

Halves are by the parity of the SHA-256 of the document's name; rules were mended looking at
half 0 only.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from gates.command import halves_of
from gates.rates import share
from gates.treebank import Document, half_of, read_documents
from whence.attributions.port import Reader
from whence.ledger.span import Span
from whence.ledger.time import Time
from whence.values.days import days_of
from whence.values.times import find_times, read_date

FILES = ("data/ud/gum/*", "data/timeline/**/*")
GUM = ("en_gum-ud-train.conllu.gz", "en_gum-ud-dev.conllu")
NO_REAL_DAY = frozenset({"conversation"})
Days = tuple[str | None, str | None]


class Mark(NamedTuple):
    """A date marked in the text."""

    span: Span
    kind: str
    days: Days
    is_dateline: bool


_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')


def marks_of(document: Document) -> list[Mark]:
    """The dates marked in a document."""
    marks: list[Mark] = []
    opened: tuple[int, str] | None = None
    for token in (token for sentence in document.tokens for token in sentence.values()):
        tags = re.search(r"(?:^|\|)XML=(\S*(?: \S*)*)", token.misc)
        for tag in re.findall(r"<date[^>]*>|</date>", tags[1] if tags else ""):
            if tag != "</date>":
                opened = (token.span.start, tag)
            elif opened:
                fields = dict(_ATTRIBUTE.findall(opened[1]))
                days, kind = _days(fields)
                marks.append(Mark(Span(opened[0], token.span.end), kind, days, "rend" in fields))
                opened = None
    return marks


def _days(fields: dict[str, str]) -> tuple[Days, str]:
    if "when" in fields:
        when = fields["when"]
        if "T" in when:
            return days_of(when[:10]), "clock"
        return days_of(when), {4: "year", 7: "month", 10: "day"}.get(len(when), "span")
    first = days_of((fields.get("from") or fields.get("notBefore", ""))[:10])[0]
    last = days_of((fields.get("to") or fields.get("notAfter", ""))[:10])[1]
    return ((first, last) if first and last else (None, None)), "span"


def measure(data: Path, reader: Reader) -> dict[str, float]:
    """The figures of GUM's news and of all its genres, and of the timelines.

    Args:
        data: The shared folder.
        reader: Not asked: times are read from the words alone.
    """
    del reader
    of, found = count_gum(data, None, is_listed=False), {}
    for kind, name in (("all", "GUM"), ("news", "GUM news")):
        found[f"{name}, times found"] = share(of[kind, "found"], of[kind, "marks"])
        found[f"{name}, times right"] = share(of[kind, "right"], of[kind, "dated"])
        found[f"{name}, times marked"] = share(of[kind, "marked"], of[kind, "ours"])
    lines = count_timelines(data, None)
    found["timelines, events told"] = share(lines["told"], lines["with a time"])
    found["timelines, dateline read"] = share(lines["dateline"], lines["articles"])
    return found


def count_gum(shared: Path, half: int | None, *, is_listed: bool) -> Counter[tuple[str, str]]:
    """Counts by kind of mark and by what is counted."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in GUM:
        for document in read_documents(shared / "data/ud/gum" / path):
            genre = document.name.split("_")[1]
            if genre in NO_REAL_DAY or half not in {None, document.half}:
                continue
            marks = marks_of(document)
            lines = [mark.days[0] for mark in marks if mark.is_dateline and mark.days[0]]
            day = lines[0] if lines else document.created
            times = find_times(document.text, document.sentences, day)
            _count(document, marks, times, counts, f"{genre} {day}" if is_listed else "")
    return counts


def _count(
    document: Document,
    marks: list[Mark],
    times: list[Time],
    counts: Counter[tuple[str, str]],
    shown: str,
) -> None:
    for mark in marks:
        over = [time for time in times if _meet(time.span, mark.span)]
        is_right = any((time.start, time.end) == mark.days for time in over)
        for kind in ("all", mark.kind, "news" if "_news_" in document.name else "other genres"):
            counts[kind, "marks"] += 1
            counts[kind, "found"] += bool(over)
            counts[kind, "dated"] += mark.days[0] is not None
            counts[kind, "right"] += mark.days[0] is not None and is_right
        if shown and mark.days[0] and not is_right:
            said = [(time.span.words(document.text), time.value) for time in over]
            print(document.name, shown, mark.days, repr(_around(document, mark.span)), said)
    for time in times:
        if time.start is None:
            continue
        over_marks = [mark for mark in marks if _meet(time.span, mark.span)]
        is_right = any((time.start, time.end) == mark.days for mark in over_marks)
        for kind in ("all", "news" if "_news_" in document.name else "other genres"):
            counts[kind, "ours"] += 1
            counts[kind, "marked"] += bool(over_marks)
            counts[kind, "ours right"] += is_right
        if shown and not over_marks:
            print(document.name, "UNMARKED", time.value, repr(_around(document, time.span)))


def _around(document: Document, span: Span) -> str:
    text = document.text
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 30]
    return f"{before}[{span.words(text)}]{after}"


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def count_timelines(shared: Path, half: int | None) -> Counter[str]:
    """Counts over the timelines."""
    folder = shared / "data/timeline/semeval2015_task4_corpus1"
    counts: Counter[str] = Counter()
    spans: dict[str, list[list[Days]]] = {}
    for path in sorted((folder / "corpus_trackA_TimeML").glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314 - our own data
        name, day = root.findtext("DOCID") or "", root.find("DCT/TIMEX3")
        if half not in {None, half_of(name)} or day is None:
            continue
        sentences = [sentence.text or "" for sentence in root.iter("s")]
        counts["articles"] += 1
        counts["dateline"] += read_date(sentences[1]) == day.get("value")
        spans[name] = [
            [
                (time.start, time.end)
                for time in find_times(words, [Span(0, len(words))], day.get("value"))
            ]
            for words in sentences
        ]
    for path in sorted((folder / "TimeLines_Gold_Standard").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            _count_event(line, spans, counts)
    return counts


def _count_event(line: str, spans: dict[str, list[list[Days]]], counts: Counter[str]) -> None:
    fields = line.split("\t")
    day = fields[1].replace("-XX", "") if len(fields) > 2 else "XXXX"  # noqa: PLR2004 - a row
    first, last = days_of(day)
    for event in fields[2:]:
        if first is None or last is None:
            return
        name, number, _ = event.split("-", 2)
        if name not in spans:
            continue
        here = [(start, end) for start, end in spans[name][int(number)] if start and end]
        counts["events"] += 1
        counts["with a time"] += bool(here)
        counts["told"] += any(
            (start <= first and last <= end) or (first <= start and end <= last)
            for start, end in here
        )


def main() -> int:
    """Run the command line."""
    options = halves_of(__doc__)
    counts = count_gum(options.data, options.half, is_listed=options.list)
    for kind in ("all", "news", "other genres", "clock", "day", "month", "year", "span"):
        print(f"GUM {kind:13}{_row({what: counts[kind, what] for what in _WHAT})}")
    lines = count_timelines(options.data, options.half)
    print("timelines", *(f"{name} {lines[name]}" for name in sorted(lines)), sep="  ")
    return 0


_WHAT = ("marks", "found", "dated", "right", "ours", "marked", "ours right")


def _row(of: dict[str, int]) -> str:
    found, right = share(of["found"], of["marks"]), share(of["right"], of["dated"])
    row = f"{of['marks']:5} marks  found {found:.3f}  right {right:.3f}"
    if of["ours"]:
        marked, good = share(of["marked"], of["ours"]), share(of["ours right"], of["ours"])
        row += f"  precision {marked:.3f}  right precision {good:.3f}"
        row += f"  F1 {_f1(found, marked):.3f}  right F1 {_f1(right, good):.3f}"
    return row


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
