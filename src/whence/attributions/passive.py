"""Passive reactions -> attributions: "This claim was met with scepticism by officials".

The network, trained on what people say, misses what is done to a saying: the content is
the subject before the cue, the source stands after "by".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.attributions.link import Linked
from whence.ledger.span import Span, hull

RULE = "passive-reaction"

_REACTION = re.compile(
    r"""
    (?P<cue>
      \b (?: (?: was | were | is | are ) (?: \ being )? | (?: has | have | had ) \ been | being )
      (?: \s+ (?!not\b) \w+ly )? \s+
      (?: met \s+ (?:with | by) \s+ (?:\w+\s+){0,2}?
          (?: s[ck]epticism | doubts? | disbelief | denials? )
        | greeted \s+ with \s+ (?:\w+\s+)? (?: s[ck]epticism | doubts? | disbelief )
        | denied | rejected | dismissed | disputed | refuted | questioned | doubted | contradicted
        | condemned | criticised | criticized | denounced | confirmed | first\s+reported | welcomed
      )
    )
    (?: \s+ [^,.;:()\n]{1,40}? )?? \s+ by \s+
    (?P<source> (?: [^,.;:()\n] | (?<=\b[A-Z])\. | \.(?=\w) | \([A-Z]{2,8}\) ){2,90} )
    """,
    re.VERBOSE,
)
_CLAUSE_START = re.compile(
    r"[;:]\s+|,\s+(?:but|and|while|although|though)\s+|\b(?:while|although|though|but)\s+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+(?:which|who|that|a|an|the)\b[^,]*,\s*$")
_SOURCE_END = re.compile(
    r"\s+(?:on|in|at|after|when|as|who|which|that|this|last|late|early|and\s+\w+ed)\s+"
)
_ACTIVE = re.compile(
    r"""
    (?P<source> [^\s,.;:()] [^,.;:()\n]{1,79}? ) \s+ (?:have\s+|has\s+)?
    (?: met | greeted | received | treated ) \s+
    (?P<content> [^\s,.;:()] [^,.;:()\n]{1,119}? ) \s+
    (?P<cue> with \s+ (?:\w+\s+){0,2}? (?: s[ck]epticism | doubts? | disbelief ) )
    """,
    re.VERBOSE,
)
LONGEST = 30  # words of a subject


def find_passives(text: str, sentences: Sequence[Span]) -> Iterator[Linked]:
    """The reactions of some sentences, in reading order."""
    for sentence in sentences:
        words = sentence.words(text)
        active = _ACTIVE.match(text, *sentence) if "with" in words else None
        if active is not None:
            source, content = Span(*active.span("source")), Span(*active.span("content"))
            yield Linked((source,), (Span(*active.span("cue")),), (content,), 0.5)
            continue
        match = _REACTION.search(text, *sentence) if "by" in words else None
        if match is None:
            continue
        subject = _subject(text, sentence.start, match.start())
        if subject is None:
            continue
        end = _SOURCE_END.search(text, match.start("source") + 2, match.end("source"))
        last = end.start() if end else match.end("source")
        source = Span(match.start("source"), len(text[:last].rstrip()))
        yield Linked((source,), (Span(*match.span("cue")),), (subject,), 0.5)


def replace_with_passives(linked: Sequence[Linked], passives: Sequence[Linked]) -> list[Linked]:
    """The attributions of the network, without those whose cue a passive explains."""
    cues = [hull(each.cue) for each in passives]
    kept = [
        each
        for each in linked
        if not any(cue.overlaps(piece) for cue in cues for piece in each.cue)
    ]
    return sorted([*kept, *passives], key=lambda each: each.content[0])


def _subject(text: str, start: int, end: int) -> Span | None:
    """The words from the clause's start to the cue, without an inserted clause."""
    first = start
    for match in _CLAUSE_START.finditer(text, start, end):
        first = match.end()
    words = text[first:end]
    inserted = _RELATIVE.search(words)
    last = first + (inserted.start() if inserted else len(words.rstrip(" ,\t\r\n")))
    first += len(words) - len(words.lstrip())
    if last <= first or not 0 < len(text[first:last].split()) <= LONGEST:
        return None
    return Span(first, last)
