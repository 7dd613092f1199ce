"""Linked spans -> those whose words hold another speaker, with all of these words.

For the network a word is in one attribution at most, so the outer of two comes without its
content, or with a part of it. Here it gets the whole; what stands inside is placed below it by
`nested`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from whence.attributions.link import Linked
from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span, hull
from whence.lexicon.cues import Trait, verbs_with
from whence.text.sentences import Positions

_ACCORDING = re.compile(r"(?:as\s+)?according\s+to", re.IGNORECASE)
_COMMA = re.compile(r"\s*,[”\"’']?\s+")


def widen_to_inner(
    text: str, markings: Sequence[Marking], linked: Sequence[Linked]
) -> list[Linked]:
    """Take a speaker inside the words into them: "told reporters that [X] [indicates] that …".

    Source and cue of the inner one are left over between the outer cue and its content; the
    reader marks it a second time, among the inner ones.
    """
    used = {piece for each in linked for piece in (*each.source, *each.cue)}
    inner = [
        source.span.start
        for source, cue in pairwise(markings)
        if source.role is Role.SOURCE
        and cue.role is Role.CUE
        and source.span not in used
        and cue.span not in used
    ]
    widened = []
    for each in linked:
        first = each.content[0]
        after = each.cue[-1].end if each.cue else first.start
        starts = [
            at for at in inner if after <= at < first.start and "\n" not in text[at : first.start]
        ]
        if starts:
            first = Span(min(starts), first.end)
            each = replace(each, content=(first, *each.content[1:]))  # noqa: PLW2901 - the same, wider
        widened.append(each)
    return widened


def wrap_trailing(
    text: str, markings: Sequence[Marking], linked: Sequence[Linked], sentences: Sequence[Span]
) -> list[Linked]:
    """Give "…, according to X" and "…, X said" the whole sentence before them.

    "[Images] show a crack, according to [an analyst]": a word is in one attribution at most
    for the network, so the outer one comes without a content. The caller keeps the inner one
    inside it.
    """
    at_sentence = Positions(sentences)
    used = {piece for each in linked for piece in (*each.source, *each.cue)}
    result = list(linked)
    for one, other in pairwise(markings):
        cue, source = (one, other) if one.role is Role.CUE else (other, one)
        is_pair = cue.role is Role.CUE and source.role is Role.SOURCE and cue.span not in used
        if not is_pair or not _speaks(text, cue.span, source.span):
            continue
        place = at_sentence.index(cue.span.start)
        inside = [
            each
            for each in result
            if each.content[-1].end <= one.span.start
            and at_sentence.index(each.content[0].start) == place
        ]
        if inside and at_sentence.index(source.span.start) == place:
            whole = hull([p for each in inside for p in (*each.source, *each.cue, *each.content)])
            if not _COMMA.fullmatch(text, whole.end, one.span.start) and cue is not one:
                continue
            result = [each for each in result if each not in inside]
            result.append(Linked((source.span,), (cue.span,), (whole,), cue.score))
    return sorted(result, key=lambda each: each.content[0])


def _speaks(text: str, cue: Span, source: Span) -> bool:
    """Whether it is "according to X", or "X said" with nothing between."""
    if cue.start < source.start:
        return _ACCORDING.fullmatch(text, *cue) is not None
    words = cue.words(text).casefold().split()
    is_verb = not verbs_with(Trait.CLAUSAL).isdisjoint(words)
    return is_verb and not text[source.end : cue.start].strip()
