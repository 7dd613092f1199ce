"""Contents that stop before their verb -> those with the whole clause, by the tree.

"as saying [that the envoys] had promised …": the network began the next attribution too soon.
"""

from __future__ import annotations

from dataclasses import replace

from whence.attributions.clauses import span_below
from whence.attributions.link import Linked
from whence.ledger.span import Span
from whence.text.trees import Tree

OPENING = frozenset({"that", "whether", "if"})


def with_predicate(text: str, linked: Linked, tree: Tree) -> Linked:
    """Widen the last piece of a content to the verb of its clause and what hangs on it."""
    piece = linked.content[-1]
    tokens = tree.between(*piece)
    if not tokens or text[tree.start(tokens[0]) : tree.end(tokens[0])].casefold() not in OPENING:
        return linked
    verb = tree.parent(tokens[0])
    if verb is None or verb <= tokens[-1] or any(map(tree.is_predicate, tokens)):
        return linked
    whole = span_below(text, tree, verb)
    others = (*linked.source, *linked.cue, *linked.content[:-1])
    if whole.start != piece.start or any(whole.overlaps(each) for each in others):
        return linked
    return replace(linked, content=(*linked.content[:-1], Span(piece.start, whole.end)))
