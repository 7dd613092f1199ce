"""The articles of a story -> what they tell as a fact, for claims about what was to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.claims.compare import Said, states_in, words_of
from whence.claims.polarity import NEGATIONS
from whence.claims.status import is_against
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion
from whence.ledger.drift import Print
from whence.ledger.factuality import Certainty
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans
from whence.ledger.time import Time
from whence.text.stems import stems_of

_TELLING = frozenset({Stance.ASSERTS, Stance.DENIES})


class Telling(NamedTuple):
    """Words of an article that tell of something as it was.

    Attributes:
        day: When the article was printed.
        words: In lower case, in order.
        stems: Of its words but those of time.
        states: The states (alpha-3) that they name; of a sentence none are looked at.
        times: The times in them.
    """

    place: Print
    outlet: str
    day: str
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    states: frozenset[str]
    is_negative: bool
    times: tuple[Time, ...]


def find_tellings(said: Sequence[Said], readings: Mapping[str, Reading]) -> Iterator[Telling]:
    """What somebody is sure of, and what an outlet says in its own voice; copies left out."""
    first_of: dict[str, Assertion] = {}
    for each in said:
        if each.assertion.article in readings and each.assertion.copied_from is None:
            first_of.setdefault(each.assertion.article, each.assertion)
            if _is_told(each.assertion):
                yield _of_assertion(each, readings)
    for article, assertion in sorted(first_of.items()):
        yield from _own_sentences(readings[article], assertion)


def printed_day(assertion: Assertion) -> str:
    """The day on which an assertion was printed, else said; empty where neither is known."""
    return (assertion.printed_at or assertion.asserted_at or "")[:10]


def times_in(span: Spans, reading: Reading) -> tuple[Time, ...]:
    """The times in some words that do not come again and again."""
    return tuple(
        time
        for time in reading.times
        if time.quantifier is None and any(piece.covers(time.span) for piece in span)
    )


def timeless(text: str, times: Sequence[Time], reading: Reading) -> frozenset[str]:
    """The stems of some words but those of their times."""
    whole = reading.article.text if reading.article else ""
    inside = {stem for time in times for stem in stems_of(time.span.words(whole))}
    return frozenset(stems_of(text)) - inside


def _is_told(assertion: Assertion) -> bool:
    is_sure = assertion.certainty is Certainty.CERTAIN
    return is_sure and assertion.stance in _TELLING and not assertion.is_heading


def _of_assertion(each: Said, readings: Mapping[str, Reading]) -> Telling:
    assertion = each.assertion
    is_negative = is_against(assertion) or bool(NEGATIONS & set(each.words))
    reading = readings[assertion.article]
    return _telling(assertion, assertion.span, reading, states_in(each), is_negative=is_negative)


def _own_sentences(reading: Reading, assertion: Assertion) -> Iterator[Telling]:
    """The sentences of an article of which most is nobody's words but the outlet's."""
    cited = [piece for each in reading.attributions for piece in (*each.cue, *each.content)]
    text = reading.article.text if reading.article else ""
    for sentence in reading.sentences:
        span = Span(*sentence)
        covered = sum(piece.end - piece.start for piece in cited if piece.overlaps(span))
        if 2 * covered >= span.end - span.start:
            continue
        is_negative = bool(NEGATIONS & set(words_of(span.words(text))))
        yield _telling(assertion, (span,), reading, frozenset(), is_negative=is_negative)


def _telling(
    assertion: Assertion,
    span: Spans,
    reading: Reading,
    states: frozenset[str],
    *,
    is_negative: bool,
) -> Telling:
    whole = reading.article.text if reading.article else ""
    text = " ".join(" … ".join(piece.words(whole) for piece in span).split())
    times = times_in(span, reading)
    return Telling(
        place=Print(assertion.article, span),
        outlet=assertion.outlet or assertion.article,
        day=printed_day(assertion),
        text=text,
        words=words_of(text),
        stems=timeless(text, times, reading),
        states=states,
        is_negative=is_negative,
        times=times,
    )
