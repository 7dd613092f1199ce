"""Attributions whose cue has a subject or an owner in the tree -> those with it as their source.

"[Satellite images taken on Sunday] [show] …": the subject of a cue without a source speaks.
"behind [South Korea’s] [warning] that …": whoever has the noun speaks, not who stands before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.attributions.clauses import is_passive, span_below
from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.span import Span, Spans
from whence.text.trees import Tree

_OWNERS = frozenset({"'s", "’s", "'", "’"})


def with_speakers(text: str, nested: Sequence[Nested], tree: Tree) -> list[Nested]:
    """Give each cue its owner, or its subject where it has no source.

    Inside another's content only what stands in there.
    """
    found = []
    for each in nested:
        linked = _with_speaker(text, each.linked, tree)
        host = None if each.outer is None else nested[each.outer].linked.content
        is_held = host is None or all(
            any(piece.covers(source) for piece in host) for source in linked.source
        )
        found.append(replace(each, linked=linked) if is_held else each)
    return found


def _with_speaker(text: str, linked: Linked, tree: Tree) -> Linked:
    if not linked.cue:
        return linked
    tokens = tree.between(*linked.cue[-1])
    heads = [*tree.heads(tokens)]
    head = heads[-1] if heads else None
    if head is None:
        return linked
    if tree.part(head) == "NOUN":
        found = _owner(text, tree, head)
    elif linked.source or tree.part(head) != "VERB" or is_passive(text, tree, head):
        return linked
    else:
        found = _subject(text, tree, head)
    if found is None or any(found.overlaps(each) for each in _others(linked)):
        return linked
    return replace(linked, source=(found,))


def _others(linked: Linked) -> Spans:
    return (*linked.source, *linked.cue, *linked.content)


def _owner(text: str, tree: Tree, noun: int) -> Span | None:
    """Who has a noun: "South Korea’s warning"."""
    for each in tree.children(noun, {"nmod"}):
        marks = [text[tree.start(one) : tree.end(one)] for one in tree.children(each, {"case"})]
        if each < noun and not _OWNERS.isdisjoint(marks):
            return span_below(text, tree, each)
    return None


def _subject(text: str, tree: Tree, verb: int) -> Span | None:
    """A verb's own subject before it."""
    own = [each for each in tree.children(verb, {"nsubj"}) if each < verb]
    return span_below(text, tree, own[-1]) if own else None
