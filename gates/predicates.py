"""A predicate anywhere in a sentence -> its firmness, read upwards on the tree.

The program reads the main predicate of a content. Corpora judge every predicate, so here the
same reading of a clause (`attributions.scope.own_clause`, `attributions.commitment.committed`)
goes on with the words over it, by what they do in the program's lists (factive, counterfactive,
neutral: Saurí and Pustejovsky 2012, https://aclanthology.org/J12-2002), up to the first word
that reports somebody else's saying, or to the root.
"""

from __future__ import annotations

from collections.abc import Iterable

from whence.attributions.clause import Clause
from whence.attributions.commitment import Commitment, committed, weaker
from whence.attributions.scope import COMPLEMENTS, own_clause
from whence.ledger.attribution import Stance
from whence.ledger.factuality import Certainty, Polarity, degree_of
from whence.lexicon.cues import reporting_words, stance_phrases
from whence.lexicon.grammar import word_class
from whence.lexicon.hedges import cue_certainties
from whence.lexicon.phrases import words_between
from whence.text.trees import SUBJECTS, Tree

UNREAL = frozenset(
    {Stance.INTENDS, Stance.DEMANDS, Stance.ASKS, Stance.NEITHER, Stance.DECLINES, Stance.OPPOSES}
)
"""What a governing word does after which nothing is said to be so."""

OPEN_MARKS = frozenset({"if", "unless", "lest", "to", "whether"})
"""Marks of a clause, or of a complement, that is not said to be so by itself."""


NEGATORS = frozenset({"not", "n't", "n’t", "never"})


class _Reading:
    """What was read of a predicate so far, going up."""

    def __init__(self, text: str, tree: Tree, token: int) -> None:
        self.text, self.tree = text, tree
        self.kept = set(own_clause(tree, token))
        self.most, self.is_flipped = Certainty.CERTAIN, False

    def low(self, token: int) -> str:
        return self.text[self.tree.start(token) : self.tree.end(token)].lower()

    def has_mark(self, clause: int, marks: Iterable[str]) -> bool:
        return any(self.low(each) in marks for each in self.tree.children(clause, {"mark"}))

    def step(self, at: int, head: int) -> bool:
        """Read the word over one; whether to go on from there."""
        relation = self.tree.relation(at)
        if relation == "conj":
            self.kept.update(self._shared(at, head))
            return True
        if relation == "advcl" and self.has_mark(at, OPEN_MARKS):
            self.most = Certainty.UNCOMMITTED
        if relation in COMPLEMENTS:
            return self._govern(at, head)
        if relation == "acl" and self.low(head) in word_class("embedding"):
            return self._govern(at, head)
        if relation == "acl" and self.has_mark(at, OPEN_MARKS):
            self.most = Certainty.UNCOMMITTED
        return False

    def _govern(self, at: int, head: int) -> bool:
        lows = [self.low(each) for each in range(head, min(head + 3, len(self.tree)))]
        act, firm = stance_phrases().at(lows, 0), cue_certainties().at(lows, 0)
        stance = act.value if act else None
        if stance in UNREAL or self.has_mark(at, ("whether", "if")):
            self.most = Certainty.UNCOMMITTED
        elif stance in (Stance.DENIES, Stance.DOUBTS):
            self.is_flipped = not self.is_flipped
            plain = Certainty.PROBABLE if stance is Stance.DOUBTS else Certainty.CERTAIN
            self.most = weaker(self.most, plain)
        elif firm:
            self.most = weaker(self.most, firm.value)
        elif lows[0] not in word_class("embedding"):
            if lows[0] in reporting_words():
                self._report(head)
                return False
            if self.tree.relation(at) != "xcomp":
                return True  # what negates "was surprised that" leaves the clause as it is
        self.kept.update(own_clause(self.tree, head))
        return True

    def _report(self, head: int) -> None:
        """What somebody "did not say" is left open."""
        if any(self.low(each) in NEGATORS for each in self.tree.children(head, {"advmod"})):
            self.most = Certainty.UNCOMMITTED

    def _shared(self, at: int, head: int) -> list[int]:
        """Auxiliaries and negators of the first conjunct, where the other has no own ones."""
        if self.tree.children(at, SUBJECTS | {"aux", "cop"}):
            return []
        before = [each for each in self.tree.children(head, {"advmod"}) if each < head]
        return [*before, *self.tree.children(head, {"aux"})]


def predicate_degree(text: str, tree: Tree, token: int) -> float:
    """The degree, -3 to 3, of one predicate."""
    reading, at, head = _Reading(text, tree, token), token, tree.parent(token)
    while head is not None and reading.step(at, head):
        at, head = head, tree.parent(head)
    marks = [each for each in tree.children(at, {"punct"}) if reading.low(each)[-1] == "?"]
    if head is None and marks:
        return 0.0
    said = _said(text, tree, reading.kept)
    certainty = weaker(reading.most, said.certainty)
    degree = degree_of(certainty, said.polarity)
    return -degree if reading.is_flipped and said.polarity is not Polarity.UNKNOWN else degree


def _said(text: str, tree: Tree, kept: set[int]) -> Commitment:
    words = words_between(text, tree.start(min(kept)), tree.end(max(kept)))
    scoped = tuple(word for word in words if tree.at(word.start) in kept)
    return committed(text, Clause(scoped, has_verb=True, is_conditional=False), None)
