"""Times in the text -> the section "Timeline"."""

from __future__ import annotations

import re

from whence.brief.fragments import Fragment, join, line_of, outlet, told
from whence.brief.material import Material
from whence.ledger.attribution import Medium, Quotation
from whence.ledger.brief import Computed, Evidence, Line
from whence.ledger.span import Span
from whence.ledger.time import Time

MOST_LINES = 16
LONGEST = 40  # words of a sentence that is shown whole

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)")
_DURATION = re.compile(r"^P|^XXXX|_REF$|^T")


def timeline(material: Material) -> list[Line]:
    """One line for each dated sentence, by date; undated words last, in reading order."""
    rows: list[tuple[tuple[str, str, int], Line]] = []
    for article in material.story.articles:
        if article in material.originals:
            continue
        seen: set[Span] = set()
        for time in material.readings[article].times:
            sentence = material.sentence(article, time.span.start)
            if sentence is None or sentence in seen or _is_span_of_time(time):
                continue
            if _is_quoted(material, article, time) or not _is_told(material, article, sentence):
                continue
            seen.add(sentence)
            key = (time.start or "9999", article, time.span.start)
            rows.append((key, _line(material, article, time, sentence)))
    rows += _said(material)
    rows.sort(key=lambda row: row[0])
    return [line for _, line in rows][:MOST_LINES]


def _said(material: Material) -> list[tuple[tuple[str, str, int], Line]]:
    """One line for each dated post: who said what that day."""
    rows = []
    for claim in material.claims:
        for each in claim.assertions:
            attribution = material.attribution(each)
            if attribution is None or attribution.medium is not Medium.SOCIAL_POST:
                continue
            if attribution.said_at is None or each.article in material.originals:
                continue
            day = attribution.said_at[:10]
            head = Fragment(day, (), (Computed(day, "date"),))
            tail = join(" (", outlet(material, each.article), ")")
            line = line_of(material, join(head, ": ", told(material, each), tail), [claim.id])
            rows.append(((day, each.article, each.span[0].start), line))
    return rows


def _is_quoted(material: Material, article: str, time: Time) -> bool:
    """Whether words of time stand in somebody's own words, said on another day."""
    return any(
        each.quotation is Quotation.DIRECT and piece.covers(time.span)
        for each in material.readings[article].attributions
        for piece in each.content
    )


def _is_span_of_time(time: Time) -> bool:
    """Whether an expression is a duration or a set, which has no place on a line of time."""
    return bool(time.value and _DURATION.search(time.value))


def _is_told(material: Material, article: str, sentence: Span) -> bool:
    """Whether something is claimed in a sentence."""
    return any(
        piece.overlaps(sentence)
        for claim in material.claims
        for each in claim.assertions
        if each.article == article
        for piece in each.span
    )


def _line(material: Material, article: str, time: Time, sentence: Span) -> Line:
    text = material.text(article)
    words = " ".join(time.span.words(text).split())
    proof = (Evidence(article, (sentence,)),)
    said = " ".join(sentence.words(text).split())
    pieces = said.split()
    if len(pieces) > LONGEST:
        said = " ".join(pieces[:LONGEST]) + " …"
    day = _DATE.match(time.value or "")
    if day and day[0] != words:
        when = Fragment(day[0], proof, (Computed(day[0], "date"),))
        head = join(when, " (“", Fragment(words, proof), "”)")
    else:
        head = Fragment(words, proof)
    tail = join(" (", outlet(material, article), ")")
    return line_of(material, join(head, ": ", Fragment(said, proof), tail), [])
