"""Claims and sentences -> "Still open": what nobody has answered yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.brief.choose import lead_of
from whence.brief.fragments import Fragment, form, join, line_of, outlet
from whence.brief.glance import one_speaker
from whence.brief.material import Material
from whence.ledger.attribution import Stance
from whence.ledger.brief import Evidence, Line
from whence.ledger.drift import Print
from whence.ledger.prospect import Outcome
from whence.ledger.span import words_of
from whence.text.days import day_words

OPEN = (Stance.NEITHER, Stance.DECLINES, Stance.ASKS)
MOST_LINES = 12
_OUTCOMES = {
    Outcome.OPEN: "open",
    Outcome.PASSED: "passed without an answer",
    Outcome.HAPPENED: "said to have happened",
    Outcome.DID_NOT: "said not to have happened",
}

_OPEN = re.compile(
    r"\bremains? to be seen\b|\bremains? (?:unclear|unknown|open|uncertain)\b"
    r"|\bquestions? (?:now )?is\b"
    r"|\b(?:is|was|it's) (?:un(?:clear|known)|not (?:yet )?(?:clear|known))\b"
    r"|\bno (?:decision|date|order|timetable|time frame)\b"
    r"|\bnot yet\b|\bhas yet to\b|\bhave yet to\b",
    re.IGNORECASE,
)
_CONSIDERS = re.compile(
    r"\b(?:consider|weigh|mull|stud|examin|review|discuss|decid)", re.IGNORECASE
)


def open_questions(material: Material) -> list[Line]:
    """What was to come, who did not answer, what is being considered, what the text leaves open."""
    lines = [*_prospects(material), *_stances(material), *_sentences(material)]
    by_text = {line.text: line for line in reversed(lines)}  # two versions of an article say it
    return [line for line in lines if by_text[line.text] is line][:MOST_LINES]


def _prospects(material: Material) -> Iterator[Line]:
    """What was to come by a day, by day, with what later articles tell of it."""
    dated = [
        (claim.prospect.due, claim.prospect, claim)
        for claim in material.claims
        if claim.prospect is not None
    ]
    for due, prospect, claim in sorted(dated, key=lambda row: (row[0], row[2].id)):
        head = form(f"By {day_words(due)}, {_OUTCOMES[prospect.outcome]}:")
        said = one_speaker(material, lead_of(claim))
        closing = _closing(material, prospect.closed_by) if prospect.closed_by else Fragment("")
        yield line_of(material, join(head, " ", said, closing), [claim.id])


def _closing(material: Material, place: Print) -> Fragment:
    """Write "; now: words (outlet)"."""
    words = words_of(place.span, material.text(place.article))
    told = Fragment(f"“{words}”", (Evidence(place.article, place.span),))
    return join("; now: ", told, " (", outlet(material, place.article), ")")


def _stances(material: Material) -> Iterator[Line]:
    for claim in material.claims:
        for each in claim.assertions:
            attribution = material.attribution(each)
            if attribution is None or each.is_heading or each.article in material.originals:
                continue
            text = material.text(each.article)
            is_asked_by_nobody = each.stance is Stance.ASKS and each.chain[-1].name is None
            is_open = each.stance in OPEN or (
                each.stance is Stance.INTENDS
                and any(_CONSIDERS.search(piece.words(text)) for piece in attribution.cue)
            )
            if is_open and not is_asked_by_nobody:
                yield line_of(material, one_speaker(material, each), [claim.id])


def _sentences(material: Material) -> Iterator[Line]:
    for article in material.story.articles:
        if article in material.originals:
            continue
        text = material.text(article)
        for sentence in material.readings[article].sentences:
            if not _OPEN.search(text, *sentence):
                continue
            words = " ".join(sentence.words(text).split())
            fragment = join(
                form("Said to be open:"),
                " ",
                Fragment(words, (Evidence(article, (sentence,)),)),
                " (",
                outlet(material, article),
                ")",
            )
            yield line_of(material, fragment, [])
