"""Attributions with "citing X" behind them -> X as the speaker inside.

"[The dam leaks], [the paper] [reported], [citing] [two officials]": who is cited says what the
outlet's attribution has as its content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.span import Span, hull
from whence.lexicon.unnamed import unnamed

RULE = "citing"
SCORE = 0.5

_CITING = re.compile(
    r"(?:\s+(?:on|in|late|earlier|last)\s[^,.;\n]{1,30})?,?\s+(?P<cue>citing)\s+"
    r"(?P<source>(?:\b(?:Gen|Col|Maj|Lt|Sgt|Capt|Adm|Sen|Gov|Dr|Mr|Mrs|Ms)\.|(?<=\b[A-Z])\.|[^,;:.\n])*)"
)
_WORD = re.compile(r"[^\W\d_]+")


def with_cited(
    text: str, tree: Sequence[Nested], names: Sequence[Span]
) -> tuple[list[Nested], list[Linked]]:
    """The tree with those who are cited, and these alone.

    Args:
        text: The article's text.
        tree: Outer ones before those inside them.
        names: Mentions of entities; who is cited has a name or is "officials".
    """
    found = {at: cited for at, each in enumerate(tree) if (cited := _cited(text, each, names))}
    cues = [cited.cue[0] for cited in found.values()]
    kept = {
        at: number
        for number, at in enumerate(
            at
            for at, each in enumerate(tree)
            if not any(cue.overlaps(piece) for cue in cues for piece in each.linked.cue)
        )
    }
    result = [
        Nested(tree[at].linked, kept.get(outer) if (outer := tree[at].outer) is not None else None)
        for at in kept
    ]
    added = [Nested(cited, kept[at]) for at, cited in found.items() if at in kept]
    return [*result, *added], [each.linked for each in added]


def _cited(text: str, each: Nested, names: Sequence[Span]) -> Linked | None:
    """Who stands behind the last piece of an attribution with a cue."""
    linked = each.linked
    if not linked.cue or not linked.content:
        return None
    end = hull((*linked.source, *linked.cue, *linked.content)).end
    match = _CITING.match(text, end)
    if match is None:
        return None
    source = Span(match.start("source"), match.start("source") + len(match["source"].rstrip()))
    people = unnamed("people") | unnamed("spokesmen")
    words = [word[0].casefold() for word in _WORD.finditer(source.words(text))]
    if people.isdisjoint(words) and not any(source.overlaps(name) for name in names):
        return None
    return Linked((source,), (Span(*match.span("cue")),), linked.content, SCORE)
