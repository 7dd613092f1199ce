"""A quantity with its tree -> what it counts, where the words alone do not tell.

A number modifies what it counts (`nummod`), across adjectives; "hundreds of troops" has the
troops as an `nmod` with "of" (https://universaldependencies.org/u/dep/nummod.html).
"""

from __future__ import annotations

from dataclasses import replace

from whence.ledger.quantity import Quantity
from whence.ledger.span import Span
from whence.lexicon.quantities import CountWords, count_words
from whence.text.trees import Tree

_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def by_tree(text: str, tree: Tree, quantity: Quantity) -> Quantity:
    """The quantity with its unit from the tree, where that tells more.

    Where rules on words find one they are right more often (docs/decisions/0018): the tree fills
    in what they do not find ("1,500 coal- and gas-fired plants") and corrects a unit that only
    modifies the noun ("four plain-clothes officers").
    """
    head = counted(text, tree, quantity.span)
    if head is None:
        return quantity
    lists, word = count_words(), _word(text, tree, head)
    if quantity.unit is None:
        return replace(quantity, unit=word, of=quantity.of or lists.countries.get(word))
    is_inside = quantity.unit in quantity.span.words(text)
    if is_inside or not _only_modifies(text, tree, quantity.unit, head, lists):
        return quantity
    return replace(quantity, unit=word)


def counted(text: str, tree: Tree, span: Span) -> int | None:
    """The common noun, or the name of people, that the number in a span counts."""
    tokens = tree.between(span.start, span.end)
    for token in reversed(tokens):
        head = tree.parent(token)
        if tree.relation(token) == "nummod" and head is not None and head not in tokens:
            return head if _is_counted(text, tree, head) else None
    for token in reversed(tokens):
        for head in tree.children(token, {"nmod"}):
            if head not in tokens and _is_of(text, tree, head):
                return head if _is_counted(text, tree, head) else None
    return None


def _only_modifies(text: str, tree: Tree, unit: str, head: int, lists: CountWords) -> bool:
    """Whether a unit in words is a modifier of the noun; a measure ("45 degree angle") counts."""
    if not unit.isalpha() or unit in lists.measure_nouns or unit in lists.measures:
        return False
    modifiers = tree.children(head, _MODIFIERS)
    return any(each < head and _word(text, tree, each) == unit for each in modifiers)


def _is_counted(text: str, tree: Tree, head: int) -> bool:
    lists, word = count_words(), _word(text, tree, head)
    if tree.part(head) != "NOUN":
        return word in lists.countries and lists.countries[word] != word
    return word.isalpha() and word.lower() not in lists.collectives


def _is_of(text: str, tree: Tree, token: int) -> bool:
    return any(_word(text, tree, each).lower() == "of" for each in tree.children(token, {"case"}))


def _word(text: str, tree: Tree, token: int) -> str:
    return text[tree.start(token) : tree.end(token)]
