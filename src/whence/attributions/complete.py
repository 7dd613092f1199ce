"""Contents without source and cue -> those with the noun that carries them.

"amid reports that …", "fears that …", "allegations that …": the noun before "that" is
what the content hangs on. Reports and accounts speak for somebody unnamed; fears and
concerns are nobody's in particular.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from whence.attributions.link import Linked
from whence.ledger.span import Span
from whence.lexicon.joining import event_participles

_CARRIER = re.compile(
    r"""
    \b (?: (?P<reports>
        (?: (?:media|press|news|unconfirmed|early|initial|recent|intelligence) \  )?
        (?: reports | rumou?rs | accounts | leaks ) ) | (?P<noun>
        claims? | allegations? | suggestions? | speculation | fears? | concerns? | worries
      | warnings? | hopes? | doubts? | suspicions? | assessments? | assertions? | accusations?
      | denials? | statements? | findings? | estimates? ) )
    \s+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REPORTS = re.compile(
    r"(?:(?:media|press|news|unconfirmed|early|initial|recent|intelligence)\s)?"
    r"(?:reports|rumou?rs|accounts|leaks)(?:\sthat)?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:has|have|had|is|will|would|did|does|neither|also|later|again|\w+ly)\b|\w+(?:s|ed|id|old)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s|,\s+(?:which|who)\s+(?:on\s+\w+day\s+|\w+ly\s+)?")
_DETERMINER = re.compile(r"\b(the|its|his|her)\s$", re.IGNORECASE)
_BEFORE = 40  # characters that are looked at


def complete(text: str, linked: Linked) -> Linked:
    """Give a bare content the noun before it as its cue, and as its source for reports."""
    if not linked.source and linked.cue and _REPORTS.fullmatch(linked.cue[0].words(text)):
        return replace(linked, source=linked.cue[:1])
    if linked.source or linked.cue:
        return linked
    start = linked.content[0].start
    if not re.match(r"that\b", text[start : start + 5], re.IGNORECASE):
        following = re.search(r"\bthat\s+$", text[max(0, start - 6) : start])
        if following is None:
            return linked
        start -= len(following[0])
    match = _CARRIER.search(text, max(0, start - _BEFORE), start)
    if match is None:
        return linked
    if match["reports"]:
        noun = Span(*match.span("reports"))
        return replace(linked, source=(noun,), cue=(Span(noun.end + 1, start + 4),))
    return replace(linked, cue=(Span(*match.span("noun")),))


def with_subject(text: str, linked: Linked, names: Sequence[Span]) -> Linked:
    """Give a cue without a source the name that stands directly before it.

    "Russia denied …", "Its defence ministry has said …": the network missed the subject.
    """
    if linked.source or not linked.cue:
        return linked
    cue = linked.cue[0]
    first = cue.words(text).split()[0].casefold()
    if first.endswith("ing") or not _VERB.match(cue.words(text)) or first in event_participles():
        return linked
    index = bisect_right(names, cue.start, key=lambda each: each.end) - 1
    if index < 0 or not _BETWEEN.fullmatch(text, names[index].end, cue.start):
        return linked
    name = names[index]
    if any(piece.overlaps(name) for piece in linked.content):
        return linked
    determiner = _DETERMINER.search(text, max(0, name.start - 5), name.start)
    return replace(
        linked, source=(Span(determiner.start(1) if determiner else name.start, name.end),)
    )
