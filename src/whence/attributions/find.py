"""An article's blocks -> all its attributions as a tree: reader and rules together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from whence.attributions.boundaries import is_quoted, mend, says_something, untangle
from whence.attributions.cited import RULE as CITED_RULE
from whence.attributions.cited import with_cited
from whence.attributions.clauses import RULE as CLAUSE_RULE
from whence.attributions.clauses import find_clauses
from whence.attributions.complete import complete, with_subject
from whence.attributions.hearsay import RULE as HEARSAY_RULE
from whence.attributions.hearsay import find_hearsay
from whence.attributions.link import Linked, link
from whence.attributions.nested import Nested, place, read_nested
from whence.attributions.outer import widen_to_inner, wrap_trailing
from whence.attributions.passive import RULE as PASSIVE_RULE
from whence.attributions.passive import find_passives, replace_with_passives
from whence.attributions.port import Reader
from whence.attributions.posts import RULE as POST_RULE
from whence.attributions.posts import attribute_post, find_posts
from whence.attributions.predicates import with_predicate
from whence.attributions.quoted import RULE as QUOTED_RULE
from whence.attributions.quoted import find_quoted
from whence.attributions.silence import answer_questions
from whence.attributions.speakers import with_speakers
from whence.ledger.article import Block, BlockKind
from whence.ledger.marking import Analysis, Marking
from whence.ledger.span import Span, Spans
from whence.text.trees import Tree

Finder = Callable[[Sequence[Nested]], Iterable[Linked]]
"""A rule: what a tree of attributions lacks."""


class Found(NamedTuple):
    """One attribution of the tree.

    Attributes:
        linked: Its spans.
        outer: Index of the one whose content holds it, or None.
        reader: The network or the rule that found it.
    """

    linked: Linked
    outer: int | None
    reader: str


def find_attributions(
    text: str,
    blocks: Sequence[Block],
    analysis: Analysis,
    numbers: Sequence[Span],
    names: Sequence[Span],
    reader: Reader,
    trees: Tree,
) -> list[Found]:
    """All attributions, outer ones before those inside them.

    Args:
        text: The article's text.
        blocks: Ascending.
        analysis: What the reader found in the text; what a heading says is no claim.
        numbers: Spans of quantities and times, which no edge may cut.
        names: Mentions of entities, ascending.
        reader: Reads contents again that lie deeper.
        trees: Of the article's sentences.
    """
    headings = [(block.start, block.end) for block in blocks if block.kind is BlockKind.HEADING]
    scene = _Scene(text, analysis.sentences, headings, numbers, names, trees)
    passives = list(find_passives(text, scene.sentences))
    outermost, wrapped = _level(scene, analysis.outer)
    inner, _ = _level(scene, analysis.inner)
    outermost = replace_with_passives(outermost, passives)
    outermost = answer_questions(text, outermost, scene.sentences)
    tree = read_nested(
        text,
        outermost,
        sorted([*wrapped, *inner], key=lambda each: each.content[0]),
        reader,
        lambda markings: _level(scene, markings)[0],
    )
    tree, rules = _with_rules(scene, tree)
    rules |= dict.fromkeys(passives, PASSIVE_RULE)
    found = [Found(each.linked, each.outer, rules.get(each.linked, reader.name)) for each in tree]
    for post in find_posts(text, blocks):
        own = attribute_post(text, post, scene.sentences, outermost)
        if own:
            found.append(Found(own, None, POST_RULE))
    return found


class _Scene(NamedTuple):
    """What rules look at; see `find_attributions`."""

    text: str
    sentences: Spans
    headings: Sequence[tuple[int, int]]
    numbers: Sequence[Span]
    names: Sequence[Span]
    trees: Tree


def _level(scene: _Scene, markings: Sequence[Marking]) -> tuple[list[Linked], list[Linked]]:
    """The attributions of one level, and those that others of it took into their contents."""
    text = scene.text
    linked = [
        each
        for each in link(text, markings)
        if not (_is_within(each, scene.headings) or _is_stray(text, each))
        and any(says_something(text, piece) for piece in each.content)
    ]
    first = widen_to_inner(text, markings, linked)
    wrapped = wrap_trailing(text, markings, first, scene.sentences)
    return _finished(scene, wrapped), _finished(scene, [e for e in first if e not in wrapped])


def _finished(scene: _Scene, linked: Sequence[Linked]) -> list[Linked]:
    """The same with their edges right and their speakers."""
    text = scene.text
    linked = untangle(text, [complete(text, each) for each in linked])
    linked = [with_predicate(text, each, scene.trees) for each in linked]
    linked = mend(text, linked, scene.numbers)
    return [with_subject(text, each, scene.names) for each in linked]


def _with_rules(scene: _Scene, tree: Sequence[Nested]) -> tuple[list[Nested], dict[Linked, str]]:
    """The tree with what the network missed, and which rule found that."""
    text, sentences, trees = scene.text, scene.sentences, scene.trees
    grown, cited = with_cited(text, with_speakers(text, tree, trees), scene.names)
    rules = dict.fromkeys(cited, CITED_RULE)
    finders: tuple[tuple[str, Finder], ...] = (
        (HEARSAY_RULE, lambda tree: find_hearsay(text, sentences, tree)),
        (QUOTED_RULE, lambda tree: find_quoted(text, tree)),
        (CLAUSE_RULE, lambda tree: find_clauses(text, trees, tree)),
    )
    for rule, find in finders:
        for linked in [*find(grown)]:
            grown = place(grown, linked)
            rules[linked] = rule
    return grown, rules


def _is_stray(text: str, linked: Linked) -> bool:
    """Whether it is plain words, without a cue, with a source from another paragraph."""
    if linked.cue or not linked.source or is_quoted(text, linked.content):
        return False
    first, last = sorted([linked.source[0], linked.content[0]])
    return "\n" in text[first.end : last.start]


def _is_within(linked: Linked, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= linked.content[0].start < end for start, end in ranges)
