"""Refusals to speak and the question before them -> one attribution of what is not spoken of.

"Pressed on [whether he believed it], [he] [declined to comment]": the network gives the
question to nobody and the refusal the content "to comment".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.attributions.link import Linked
from whence.ledger.span import Span, hull
from whence.text.sentences import Positions

_ASKING = re.compile(
    r"(?:when\s+)?(?:asked|pressed|questioned|quizzed)\b(?:\s+(?:about|on|over|by\s+\w+))?",
    re.IGNORECASE,
)
_BARE = re.compile(r"to\s+(?:comment|respond|answer|elaborate|say|be\s+drawn)", re.IGNORECASE)


def answer_questions(
    text: str, linked: Sequence[Linked], sentences: Sequence[Span]
) -> list[Linked]:
    """The same with each bare refusal joined to the question that its sentence begins with.

    Args:
        text: The article's text.
        linked: In reading order.
        sentences: Ascending.
    """
    at_sentence = Positions(sentences)
    found: list[Linked] = []
    for each in linked:
        asked = found[-1] if found and _is_question(text, found[-1]) else None
        same = asked and at_sentence.index(asked.content[0].start) == at_sentence.index(
            each.content[0].start
        )
        if asked and same and _is_bare(text, each):
            cue = hull([*each.cue, *each.content])
            found[-1] = replace(each, cue=(cue,), content=asked.content)
        else:
            found.append(each)
    return found


def _is_question(text: str, linked: Linked) -> bool:
    cue = linked.cue[0].words(text) if linked.cue and not linked.source else ""
    return _ASKING.fullmatch(cue) is not None


def _is_bare(text: str, linked: Linked) -> bool:
    is_bare = len(linked.content) == 1 and _BARE.fullmatch(text, *linked.content[0]) is not None
    return is_bare and bool(linked.source) and bool(linked.cue)
