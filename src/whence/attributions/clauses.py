"""Trees -> attributions that the network missed: a verb of saying or thinking with its clause.

"[She] [suspects] [they won't do that]", "[we] [convinced] the agency [that all salt …]": the
clause that depends on such a verb is the content, the verb's subject the source.

Source: PARC 3.0 has the same pattern for most of its indirect attributions (Pareti 2012,
https://aclanthology.org/L12-1531).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.attributions.link import Linked
from whence.attributions.nested import Nested, host_of
from whence.ledger.span import Span
from whence.lexicon.cues import Trait, verbs_with
from whence.lexicon.grammar import word_class
from whence.text.trees import Tree

RULE = "verb-with-clause"
FEWEST_WORDS = 3
SCORE = 0.5

_BESIDE = frozenset({"aux", "advmod"})
_SHARING = frozenset({"conj", "advcl", "xcomp"})
_APART = frozenset({"parataxis", "list", "discourse", "vocative", "dislocated"})
_OPENING = '“"('
_PAIRS = {"“": "”", "(": ")"}
_CLOSES = re.compile(r"[.,!?…]{0,3}[”\")]")


def find_clauses(text: str, tree: Tree, nested: Sequence[Nested]) -> list[Linked]:
    """What a tree of attributions lacks, in reading order; none touches a cue or source of it.

    Each is apart from all others, or inside a content, or around whole others: "[the White
    House] [will ask] [the council …], [a spokesman] [said]".

    Args:
        text: The article's text.
        tree: Of its sentences.
        nested: Outer ones before those inside them.
    """
    taken = [piece for each in nested for piece in (*each.linked.cue, *each.linked.source)]
    found = []
    for each in _verbs(text, tree):
        own = (*each.cue, *each.source)
        if not any(piece.overlaps(other) for piece in own for other in taken):
            host = host_of(nested, (*own, *each.content))
            beside = [
                one.linked for at, one in enumerate(nested) if one.outer == host and at != host
            ]
            if all(_is_apart(each, other) for other in beside):
                found.append(each)
    return found


def _verbs(text: str, tree: Tree) -> Iterator[Linked]:
    """The attributions that the trees alone give."""
    verbs, wishes = verbs_with(Trait.CLAUSAL), verbs_with(Trait.WISHING)
    for verb in range(len(tree)):
        if tree.part(verb) != "VERB":
            continue
        low = text[tree.start(verb) : tree.end(verb)].lower()
        relations = {"ccomp"} if low in verbs else set()
        relations |= {"xcomp"} if low in wishes else set()
        clauses = tree.children(verb, relations) if relations else []
        found = _attribution(text, tree, verb, clauses[-1]) if clauses else None
        if found is not None:
            yield found


def _is_apart(each: Linked, other: Linked) -> bool:
    """Whether another attribution lies wholly inside its content, or shares nothing with it."""
    parts = (*other.source, *other.cue, *other.content)
    if all(any(piece.covers(part) for piece in each.content) for part in parts):
        return True
    own = (*each.source, *each.cue, *each.content)
    return not any(piece.overlaps(part) for piece in own for part in parts)


def _attribution(text: str, tree: Tree, verb: int, clause: int) -> Linked | None:
    """Source, cue and content of a verb; None where a part is missing or parts overlap."""
    subject = _subject(text, tree, verb)
    content = span_below(text, tree, clause)
    if subject is None or len(content.words(text).split()) < FEWEST_WORDS:
        return None
    source = span_below(text, tree, subject)
    first = verb
    while first - 1 >= 0 and tree.relation(first - 1) in _BESIDE and tree.parent(first - 1) == verb:
        first -= 1
    cue = Span(tree.start(first), tree.end(verb))
    if content.overlaps(cue) or content.overlaps(source) or source.overlaps(cue):
        return None
    return Linked((source,), (cue,), (content,), SCORE)


def _subject(text: str, tree: Tree, verb: int) -> int | None:
    """Who does it: its own subject, or that of the verb that it hangs on ("…, knowing that …")."""
    if is_passive(text, tree, verb):
        return None
    own = tree.children(verb, {"nsubj"})
    if own:
        return own[-1]
    head = tree.parent(verb)
    is_shared = head is not None and tree.relation(verb) in _SHARING and tree.part(head) == "VERB"
    return _subject(text, tree, head) if head is not None and is_shared else None


def is_passive(text: str, tree: Tree, verb: int) -> bool:
    """Whether something is done to the subject: "was told that"."""
    helpers = [text[tree.start(each) : tree.end(each)] for each in tree.children(verb, {"aux"})]
    is_going_on = text[tree.start(verb) : tree.end(verb)].lower().endswith("ing")
    return not is_going_on and any(each.lower() in word_class("be") for each in helpers)


def span_below(text: str, tree: Tree, token: int) -> Span:
    """The characters of a token and what depends on it, with a pair of marks around them."""
    below = tree.below(token, lambda each: tree.relation(each) in _APART)
    words = [each for each in below if tree.part(each) != "PUNCT"] or below
    start, end = tree.start(words[0]), tree.end(words[-1])
    closing = _CLOSES.match(text, end)
    if closing is None:
        return Span(start, end)
    is_opened = start > 0 and text[start - 1] in _OPENING
    inside = text[start - is_opened : end]
    is_open = any(inside.count(mark) > inside.count(_PAIRS[mark]) for mark in _PAIRS)
    is_open = is_open or inside.count('"') % 2 == 1
    return Span(start - is_opened, closing.end()) if is_open else Span(start, end)
