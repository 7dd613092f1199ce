"""Lines -> those whose every name, number and negation stands in their evidence.

The rule of the contract, looked at before a line is printed: capitalised words and
numbers must be in the evidence spans or be computed from where they say; a negation in
the words of a claim must still be in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from whence.brief.polarity import changed_polarity
from whence.brief.wording import band_words, perceived_words
from whence.ledger.brief import Computed, Line
from whence.ledger.reading import Reading
from whence.ledger.span import Span

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u2009\u202f]\d+)*")
_NAME = re.compile(r"[^\W\d_](?:[\w.’'-]*\w)?")
_OPENS = re.compile(r"(?:^|[.!?:;…])[\s\"'“”‘’()\[\]–—-]*$")
_BESIDE = re.compile(r"['’]s$|\.")
_GROUPING = re.compile(r"[,\u00a0\u2009\u202f](?=\d{3}(?!\d))")


def failures(line: Line, readings: Mapping[str, Reading]) -> list[str]:
    """What in a line is neither shown by its evidence nor computed; empty where all is."""
    wrong = [
        f"computed {entry.words!r} is not from {entry.origin}"
        for entry in line.computed
        if not _is_right(entry, line, readings)
    ]
    rest = _without_computed(line)
    if not line.evidence:
        return wrong + (["no evidence"] if re.search(r"\w", rest.replace("_", "")) else [])
    shown = "\n".join(_shown(line, readings))
    numbers = {_plain(match[0]) for match in _NUMBER.finditer(shown)}
    words = {_bare(part) for match in _NAME.finditer(shown) for part in _parts(match[0])}
    wrong += [
        f"number {match[0]}" for match in _NUMBER.finditer(rest) if _plain(match[0]) not in numbers
    ]
    wrong += [f"name {word}" for word in _names(rest) if word not in words]
    return wrong + [f"polarity {word}" for word in changed_polarity(line, rest, readings)]


def _names(rest: str) -> Iterator[str]:
    """The capitalised words; the first of a sentence too where it is not a plain word."""
    for match in _NAME.finditer(rest):
        opens = _OPENS.search(rest[: match.start()]) is not None
        for number, part in enumerate(_parts(match[0])):
            word = _bare(part)
            if word[:1].isupper() and not (opens and number == 0 and word[1:].islower()):
                yield word


def _parts(word: str) -> list[str]:
    return [part for part in word.split("-") if part]


def _bare(word: str) -> str:
    return word if word.isalnum() else _BESIDE.sub("", word)


def _plain(number: str) -> str:
    return _GROUPING.sub("", number)


def _without_computed(line: Line) -> str:
    """The text with "_" for what is computed."""
    text = line.text
    for entry in sorted(line.computed, key=lambda each: -len(each.words)):
        pattern = rf"(?<!\w){re.escape(entry.words)}(?!\w)"
        text = re.sub(pattern, lambda match: "_" * len(match[0]), text)
    return text


def _shown(line: Line, readings: Mapping[str, Reading]) -> Iterator[str]:
    for proof in line.evidence:
        article = readings[proof.article].article
        if article is not None:
            yield from (span.words(article.text) for span in proof.span)


def _is_right(entry: Computed, line: Line, readings: Mapping[str, Reading]) -> bool:
    proofs = [(readings[proof.article], proof.span) for proof in line.evidence]
    match entry.origin:
        case "outlet":
            return any(_outlet(reading) == entry.words for reading, _ in proofs)
        case "name":
            return any(_is_mentioned(entry, reading, spans) for reading, spans in proofs)
        case "date":
            return any(entry.words in _days(reading) for reading, _ in proofs)
        case "band":
            return any(entry.words in _bands(reading) for reading, _ in proofs)
    return True


def _days(reading: Reading) -> set[str]:
    """The days, months and years that an article tells of, and its own."""
    published = reading.article.published_at if reading.article else None
    said = [each.said_at for each in reading.attributions]
    values = [published, *said, *(time.value for time in reading.times)]
    return {value[:size] for value in values if value for size in (4, 7, 10)}


def _bands(reading: Reading) -> set[str]:
    said = [each.probability for each in reading.attributions if each.probability]
    return {words for each in said for words in (band_words(each), perceived_words(each)) if words}


def _outlet(reading: Reading) -> str:
    return (reading.article.outlet if reading.article else None) or "outlet unknown"


def _is_mentioned(entry: Computed, reading: Reading, spans: Sequence[Span]) -> bool:
    """Whether an entity is mentioned in the evidence or in a sentence that it touches."""
    sentences = [each for each in reading.sentences if any(each.overlaps(span) for span in spans)]
    return any(
        mention.overlaps(span)
        for entity in reading.entities
        if entry.words == entity.name and entry.id in {None, entity.id}
        for mention in entity.mentions
        for span in (*spans, *sentences)
    )
