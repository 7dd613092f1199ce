"""Claims and sentences -> "Still open": what nobody has answered yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.brief.fragments import Fragment, form, join, line_of, outlet
from whence.brief.glance import one_speaker
from whence.brief.material import Material
from whence.ledger.attribution import Stance
from whence.ledger.brief import Evidence, Line

OPEN = (Stance.NEITHER, Stance.DECLINES, Stance.ASKS)
MOST_LINES = 12

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
    """Who was asked and did not answer, what is being considered, what the text leaves open."""
    return [*_stances(material), *_sentences(material)][:MOST_LINES]


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
