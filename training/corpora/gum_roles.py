"""A reporting clause, what it reports and their tree -> source, cue and content.

The pieces are cut as PolNeAR's guidelines cut them: the cue is the verb with its
auxiliaries, negation, adverbs and particles, in one piece; the source is its subject's
phrase; the content keeps its quotation marks and "that", and drops outer punctuation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from training.corpora.conllu import Parsed
from training.corpora.gum_discourse import Reported, runs_of, tokens_in
from training.corpora.records import Run

OUTER = frozenset({".", ",", ";", ":", "-", "–", "—", "--", "(", ")", "[", "]", "...", "…", "|"})
QUOTES = frozenset({'"', "“", "‘", "''", "``", "'", "«"})
PAIRS = {")": "(", "]": "[", "”": "“", "’": "‘", "»": "«"}
GROUP = frozenset({"aux", "aux:pass", "cop", "advmod", "compound:prt"})
VERBAL = frozenset({"VERB", "AUX"})
SHARED = frozenset({"xcomp", "conj"})
SAYING = frozenset({"according", "per"})


class Parts(NamedTuple):
    """The roles of one attribution.

    Attributes:
        source: Ascending pieces; empty where nobody is named.
        cue: One piece.
        content: Ascending pieces, at least one.
        head: Head of the source's phrase, None without one.
    """

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    head: int | None


class Tree:
    """The heads of a document, with each token's children."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.children: dict[int, list[int]] = defaultdict(list)
        for token, head in enumerate(parsed.heads):
            self.children[head].append(token)

    def under(self, token: int) -> set[int]:
        """A token and all that hangs on it."""
        found = {token}
        for child in self.children[token]:
            found |= self.under(child)
        return found

    def child(self, token: int, *relations: str) -> int | None:
        """The first child by one of the relations, tried in their order."""
        for relation in relations:
            for child in self.children[token]:
                if self.parsed.relations[child] == relation:
                    return child
        return None


def parts_of(tree: Tree, report: Reported) -> Parts | None:
    """The roles of a report; None without a cue, as under a byline, or without content."""
    reporting = tokens_in(report.reporting)
    content = _content(tree.parsed, _said_runs(tree, report))
    verb = cue_head(tree, report)
    if verb is None or not content:
        return None
    said = tokens_in(content)
    preposition = _preposition(tree, verb, reporting)
    cue = preposition or _verb_group(tree, verb, reporting - said)
    head = verb if preposition else source_head(tree, verb, report)
    source = () if head is None else _phrase(tree, head, said | tokens_in((cue,)))
    return Parts(source, (cue,), content, head if source else None)


def cue_head(tree: Tree, report: Reported) -> int | None:
    """The token that says that something is reported: a verb, a noun, "according to"'s noun."""
    reporting = tokens_in(report.reporting)
    heads = tree.parsed.heads
    for token in sorted(tokens_in(report.runs[:1])):
        governs = heads[token] in reporting
        if governs and tree.parsed.relations[token] not in {"punct", "mark", "cc", "nsubj"}:
            return _leader(tree, heads[token], reporting)
    signalled = [
        token
        for kind, tokens in report.signals
        for token in tokens
        if kind.startswith("lex") and token in reporting
    ]
    roots = [token for token in sorted(reporting) if heads[token] not in reporting]
    for token in [*roots, *signalled]:
        is_cue = tree.parsed.parts[token] in VERBAL or _preposition(tree, token, reporting)
        if is_cue and tree.parsed.relations[token] != "punct":
            return _leader(tree, token, reporting)
    return signalled[0] if signalled else None


def source_head(tree: Tree, verb: int, report: Reported) -> int | None:
    """The head of the phrase that names who says it, by the tree, else by GUM's own mark."""
    said = tokens_in(report.runs)
    tried = (_subject(tree, verb, SHARED), _marked(tree, verb, report))
    for found in (*tried, _subject(tree, verb, {*SHARED, "advcl", "parataxis"})):
        if found is not None and found not in said:
            return found
    return None


def _marked(tree: Tree, verb: int, report: Reported) -> int | None:
    """The head of what GUM marks as the source, in the reporting sentence."""
    parsed = tree.parsed
    start = max(first for first in parsed.sentences if first <= verb)
    end = min(end for end in parsed.sentence_ends() if end > verb)
    marked = [t for kind, ts in report.signals if kind == "sem-atsrc" for t in ts]
    for token in marked:
        is_free = tree.child(token, "case") is None or parsed.relations[token] == "obl:agent"
        is_noun = parsed.parts[token] in {"NOUN", "PROPN", "PRON"}
        is_near = start <= token < end and parsed.heads[token] not in marked
        if is_free and is_noun and is_near and token != verb:
            return token
    return None


def _leader(tree: Tree, token: int, reporting: set[int]) -> int:
    """From an auxiliary or copula to the word that it serves."""
    while tree.parsed.relations[token] in {"aux", "aux:pass", "cop", "fixed", "case"}:
        head = tree.parsed.heads[token]
        if head not in reporting:
            break
        token = head
    return token


def _preposition(tree: Tree, token: int, reporting: set[int]) -> Run | None:
    """The run of "according to" before a token's phrase."""
    for child in tree.children[token]:
        is_case = tree.parsed.relations[child] == "case" and child in reporting
        if is_case and tree.parsed.tokens[child].lower() in SAYING:
            return child, max([child, *tree.children[child]])
    return None


def _verb_group(tree: Tree, verb: int, allowed: set[int]) -> Run:
    """The verb with what serves it, without a gap."""
    parsed = tree.parsed
    words = set(tree.children[verb])
    first = last = verb
    head = parsed.heads[verb]
    if parsed.parts[verb] == "NOUN" and parsed.relations[verb] in {"obj", "obl"}:
        between = set(range(head + 1, verb))
        if head in allowed and head < verb and between <= tree.under(verb) & allowed:
            return _verb_group(tree, head, allowed)[0], verb
    while first - 1 in allowed and _serves(parsed, first - 1, words):
        first -= 1
    is_controlled = parsed.relations[verb] == "xcomp" and head in allowed
    if is_controlled and head == first - 1:
        first = _verb_group(tree, first - 1, allowed)[0]
    while last + 1 in allowed and last + 1 in words and _follows(parsed, last + 1):
        last += 1
    if last + 1 in allowed and parsed.tokens[last + 1] == ":":
        last += 1
    return first, last


def _serves(parsed: Parsed, token: int, words: set[int]) -> bool:
    """Whether a word before the verb belongs to its group."""
    if token not in words or parsed.tokens[token].lower() in {"when", "where", "how", "why", "so"}:
        return False
    return parsed.relations[token] in GROUP or (
        parsed.parts[token] == "PART" and parsed.relations[token] in {"mark", "advmod"}
    )


def _follows(parsed: Parsed, token: int) -> bool:
    relation = parsed.relations[token]
    is_adverb = relation == "advmod" and parsed.parts[token] in {"ADV", "PART"}
    return relation == "compound:prt" or is_adverb


def _subject(tree: Tree, verb: int, shared: Collection[str]) -> int | None:
    """Who does what the verb says: its subject, or that of a head by a shared relation."""
    parsed = tree.parsed
    for _ in range(6):
        passive = tree.child(verb, "nsubj:pass", "aux:pass", "csubj:pass")
        if passive is not None:
            return tree.child(verb, "obl:agent")
        own = tree.child(verb, "nsubj", "nsubj:outer")
        if own is not None:
            return None if parsed.tokens[own].lower() == "it" and _is_empty(tree, verb) else own
        relation, head = parsed.relations[verb], parsed.heads[verb]
        if relation == "acl":
            return head if parsed.tokens[verb].lower().endswith("ing") else None
        if relation == "xcomp":
            controller = tree.child(head, "obj", "iobj")
            if controller is not None:
                return controller
        is_noun = parsed.parts[verb] == "NOUN"
        poss = tree.child(verb, "nmod:poss") if is_noun else None
        is_object = is_noun and relation in {"obj", "obl"} and parsed.parts[head] == "VERB"
        if poss is not None or head < 0 or not (relation in shared or is_object):
            return poss
        verb = head
    return None


def _is_empty(tree: Tree, verb: int) -> bool:
    """Whether "it" stands for a clause: "it is clear that"."""
    return tree.child(verb, "csubj", "ccomp", "expl") is not None and (
        tree.child(verb, "cop") is not None
    )


def _phrase(tree: Tree, head: int, taken: set[int]) -> tuple[Run, ...]:
    """The run of a noun's phrase around its head, without prepositions and outer punctuation."""
    parsed = tree.parsed
    under = tree.under(head) - taken
    for child in tree.children[head]:
        is_case = parsed.relations[child] in {"case", "cc", "mark", "cop", "discourse", "advmod"}
        is_clause = parsed.relations[child] in {"acl", "acl:relcl", "parataxis", "advcl", "nsubj"}
        holds_more = is_clause and (tree.under(child) & taken or child in taken)
        is_beside = parsed.relations[child] in {"nsubj", "nsubj:outer", "orphan"}
        if (is_case and child < head) or holds_more or is_beside:
            under -= tree.under(child)
    run = next((run for run in runs_of(under) if run[0] <= head <= run[1]), None)
    if run is None:
        return ()
    first, last = run
    while first < head and parsed.parts[first] == "PUNCT":
        first += 1
    while last > head and parsed.parts[last] == "PUNCT":
        last -= 1
    return ((first, last),)


def _said_runs(tree: Tree, report: Reported) -> tuple[Run, ...]:
    """What is reported, with the rest of its clause and of a quotation over sentences."""
    parsed = tree.parsed
    reporting = tokens_in(report.reporting)
    said = tokens_in(report.runs)
    for token in sorted(said):
        if parsed.heads[token] in reporting and parsed.relations[token] == "ccomp":
            said |= tree.under(token) - reporting
    if said and parsed.tokens[min(said)] in QUOTES:
        said |= tokens_in(report.further)
    return runs_of(said)


def _content(parsed: Parsed, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs of what is said, without outer punctuation."""
    trimmed = []
    for run in runs:
        first, last = run
        while first <= last and parsed.tokens[first] in OUTER:
            first += 1
        while last >= first and _is_outer(parsed, first, last):
            last -= 1
        if any(parsed.parts[token] != "PUNCT" for token in range(first, last + 1)):
            trimmed.append((first, last))
    return tuple(trimmed)


def _is_outer(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the last token of a run is no part of what is said; a closed pair is."""
    word = parsed.tokens[last]
    before = parsed.tokens[first:last]
    if word in PAIRS:
        return before.count(PAIRS[word]) <= before.count(word)
    if word in {'"', "''"}:
        return (before.count(word) + before.count("``")) % 2 == 0
    return word in OUTER
