"""Words with their tree -> those that scope over the main predicate of what they say.

A hedge or a negator acts on the predicate of its own clause and on the clauses which that
predicate takes as complements; not on a relative or adverbial clause, not on another conjunct
(Morante and Daelemans 2009; resolved on dependency trees as by Packard et al. 2014,
https://aclanthology.org/P14-1007).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whence.attributions.clause import ENDS, Clause, after_condition
from whence.lexicon.grammar import condition_phrases, condition_starts, word_class
from whence.lexicon.hedges import hedge_phrases
from whence.lexicon.negation import Negation, negation_phrases
from whence.lexicon.phrases import words_of_table
from whence.lexicon.yardsticks import estimative_phrases
from whence.text.trees import SUBJECTS, VERBAL, Tree

if TYPE_CHECKING:
    from whence.lexicon.phrases import Word

APART = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "xcomp", "punct"})
"""What is no part of its head's own clause."""

COMPLEMENTS = frozenset({"ccomp", "csubj", "xcomp"})
"""Clauses that their head may carry the commitment of."""

CONDITIONS = frozenset({"advcl", "acl", "obl", "nmod", "ccomp", "parataxis"})
"""Relations of a condition to what it holds for; the last are mistakes that parsers make."""

SHORT = 4
"""Words of a sentence that may stand alone before what is said ("No, sir.")."""

_SHARED = frozenset({"aux", "cop", "advmod"})
_LINKING = SUBJECTS | {"aux", "cop"}
_MAIN = frozenset({"root", "ccomp", "csubj", "parataxis", "xcomp", "conj"})
_FUNCTION = frozenset({"punct", "cc", "mark", "case", "det", "discourse", "advmod", "aux", "cop"})
_WITHIN = frozenset({"amod", "appos"})
_BESIDE = frozenset({"obl", "nmod", "conj", "appos", "amod", "advcl"})
_HELD = frozenset({"nsubj", "obj", "root"})
_ALONE = frozenset({Negation.VERBAL, Negation.NOMINAL})


def scope_of(tree: Tree, words: Sequence[Word]) -> Clause | None:
    """The main clause of some words; None where the tree shows no predicate in them."""
    start, is_conditional = after_condition(words)
    tokens = tree.all_at(word.start for word in words)
    top, before = _top(tree, words[start:], tokens[start:])
    if top is None:
        return None
    said = _Said(tree, words, tokens)
    said.add(top)
    if not tree.children(top, SUBJECTS):
        said.kept.update(token for each in before for token in own_clause(tree, each))
    while (below := _carried(tree, said)) is not None and below not in said.spine:
        said.add(below)
    return Clause(
        words=tuple(said.in_scope()),
        has_verb=any(tree.children(each, _LINKING) for each in said.spine),
        is_conditional=is_conditional or _is_conditional(said),
    )


class _Said:
    """The words that are read, and what of them is in scope so far.

    Attributes:
        spine: The main predicate and the complements that it carries, downwards.
        kept: Tokens in scope.
        marks: [start, end) among the words of phrases in scope that qualify what is under them.
    """

    def __init__(self, tree: Tree, words: Sequence[Word], tokens: Sequence[int | None]) -> None:
        self.tree, self.words, self.tokens = tree, words, tokens
        self.lows = [word.low for word in words]
        self.spine: list[int] = []
        self.kept: set[int | None] = set()
        self.marks = list(_qualifying(self.lows))

    def add(self, predicate: int) -> None:
        """Take in a predicate, its own clause and the phrases that begin in it."""
        self.spine.append(predicate)
        self.kept.update(own_clause(self.tree, predicate))
        for start, end in self.marks:
            if self.tokens[start] in self.kept:
                self.kept.update(self.tokens[start:end])

    def in_scope(self) -> Iterator[Word]:
        """The words in scope."""
        negators = words_of_table("negation", Negation.VERBAL)
        for word, token in zip(self.words, self.tokens, strict=True):
            if token is None or token not in self.kept:
                continue
            is_phrased = word.low == "to" or word.low in negators
            if not (is_phrased and self._is_beside(word.low, token)):
                yield word

    def _is_beside(self, low: str, token: int) -> bool:
        """Whether a "not" is of another phrase ("but not in May"), or a "to" of no infinitive."""
        if low == "to":
            return self.tree.part(token) == "ADP"
        head = self.tree.parent(token)
        return head is not None and head not in self.spine and self.tree.relation(head) in _BESIDE

    def qualifies(self, holder: int) -> bool:
        """Whether a word only qualifies the clause that it takes, by the lists."""
        if holder not in self.tokens:
            return False
        at = self.tokens.index(holder)
        if self.lows[at] in word_class("embedding"):
            return True
        return any(
            start <= at < end and self.tokens[start] in self.kept for start, end in self.marks
        )


def _top(
    tree: Tree, words: Sequence[Word], tokens: Sequence[int | None]
) -> tuple[int | None, list[int]]:
    """The main predicate, and what stands before it and may be its subject.

    Of the tokens of the first sentence that depend on none of them it is the first predicate; one
    with a subject or an auxiliary goes before a bare verb beside it ("Shifting rains | could …").
    Where the first of them is a noun ("the request | to prove it") only a main clause counts.
    """
    inside, before, bare = set(tokens), list[int](), None
    for at, token in enumerate(tokens):
        if words[at].low in ENDS and at >= SHORT and before:
            break
        if token is None or tree.relation(token) in _FUNCTION or tree.parent(token) in inside:
            continue
        is_beside = bare is not None and tree.parent(bare) == tree.parent(token)
        is_main = not before or tree.relation(token) in _MAIN or is_beside
        if is_main and tree.is_predicate(token):
            if tree.children(token, _LINKING) and tree.relation(token) != "advcl":
                return (token, before) if bare is None or is_beside else (bare, [])
            bare = token if bare is None or tree.relation(bare) == "advcl" else bare
        before.append(token)
    return bare, []


def own_clause(tree: Tree, head: int) -> list[int]:
    """The tokens of a predicate's own clause, ascending, with the "to" of its infinitive.

    Adjectives of nouns in it say nothing of the predicate, and are left out. What stands before
    it is its own, though the parser hang it on another conjunct.
    """

    def is_apart(token: int) -> bool:
        relation = tree.relation(token)
        if relation in APART:
            return relation != "xcomp" or tree.part(token) in VERBAL
        if relation in _WITHIN:
            return tree.parent(token) != head
        return relation == "conj" and tree.is_predicate(token)

    kept = tree.below(head, is_apart)
    for other in tree.children(head, {"conj"}):
        kept += [each for each in tree.children(other, _SHARED) if each < head]
    for clause in tree.children(head, {"xcomp"}):
        kept += [each for each in tree.children(clause, {"mark"}) if tree.part(each) == "PART"]
    return sorted(kept)


def _carried(tree: Tree, said: _Said) -> int | None:
    """The complement that a predicate carries over to: "it is likely that", "fails to"."""
    head = said.spine[-1]
    if _tells_of_existence(tree, head):
        return next(iter(tree.children(head, COMPLEMENTS | {"advcl"})), None)
    nouns = [each for each in tree.children(head, _HELD) if tree.children(each, {"acl"})]
    for holder in (head, *nouns):
        relations = COMPLEMENTS if holder == head else {"acl"}
        clauses = [each for each in tree.children(holder, relations) if tree.is_predicate(each)]
        if clauses and said.qualifies(holder):
            return clauses[0]
    return None


def _tells_of_existence(tree: Tree, head: int) -> bool:
    """Whether "there is" stands alone, the rest read as a clause ("no one | more able")."""
    return bool(tree.children(head, {"expl"})) and not tree.children(head, {"nsubj", "cop"})


def _qualifying(lows: Sequence[str]) -> Iterator[tuple[int, int]]:
    for found in (hedge_phrases().find(lows), estimative_phrases().find(lows)):
        for match in found:
            yield match.start, match.end
    for negation in negation_phrases().find(lows):
        if negation.value not in _ALONE:
            yield negation.start, negation.end


def _is_conditional(said: _Said) -> bool:
    """Whether the main clause holds only under an "if", an "unless" or the like."""
    marks = word_class("conditions")
    if marks.isdisjoint(said.lows) and condition_starts().isdisjoint(said.lows):
        return False
    for at, low in enumerate(said.lows):
        if low in marks:
            is_mark = at == 0 or said.lows[at - 1] not in word_class("before_if")
        else:
            is_mark = low in condition_starts() and bool(condition_phrases().at(said.lows, at))
        if is_mark and _hangs(said, at):
            return True
    return False


def _hangs(said: _Said, at: int) -> bool:
    """Whether a condition hangs on the main clause, or marks it."""
    token = said.tokens[at]
    if token is None:
        return False
    clause = said.tree.parent(token)
    if clause in said.spine[:1] and said.tree.relation(token) == "mark":
        return True
    return any(
        each is not None
        and said.tree.relation(each) in CONDITIONS
        and said.tree.parent(each) in said.kept
        for each in (token, clause)
    )
