"""An article's blocks -> all its attributions as a tree: reader and rules together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whence.attributions.boundaries import mend, untangle
from whence.attributions.complete import complete, with_subject
from whence.attributions.hearsay import RULE as HEARSAY_RULE
from whence.attributions.hearsay import add_hearsay
from whence.attributions.link import Linked, Patterns, link
from whence.attributions.nested import read_nested
from whence.attributions.outer import widen_to_inner, wrap_trailing
from whence.attributions.passive import RULE as PASSIVE_RULE
from whence.attributions.passive import find_passives, replace_with_passives
from whence.attributions.port import Reader
from whence.attributions.posts import RULE as POST_RULE
from whence.attributions.posts import attribute_post, find_posts
from whence.ledger.article import Block, BlockKind
from whence.ledger.marking import Marking
from whence.ledger.span import Span, Spans
from whence.lexicon.links import pattern_costs
from whence.text.sentences import paragraphs_of


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
    sentences: Spans,
    numbers: Sequence[Span],
    names: Sequence[Span],
    reader: Reader,
) -> list[Found]:
    """All attributions, outer ones before those inside them.

    Args:
        text: The article's text.
        blocks: Ascending; headings are not read: they are no claims.
        sentences: Ascending.
        numbers: Spans of quantities and times, which no edge may cut.
        names: Mentions of entities, ascending.
        reader: Marks sources, cues and contents.
    """
    patterns = Patterns(*pattern_costs())

    def level(markings: Sequence[Marking], ranges: Sequence[tuple[int, int]]) -> list[Linked]:
        linked = link(text, markings, ranges, sentences, patterns)
        linked = widen_to_inner(text, markings, linked)
        linked = wrap_trailing(text, markings, linked, sentences)
        linked = untangle(text, [complete(text, each) for each in linked])
        linked = mend(text, linked, numbers)
        return [with_subject(text, each, names) for each in linked]

    read = [block for block in blocks if block.kind is not BlockKind.HEADING]
    paragraphs = paragraphs_of(text, read)
    passives = list(find_passives(text, sentences))
    outermost = replace_with_passives(level(reader.mark(text, paragraphs), paragraphs), passives)
    tree = read_nested(text, outermost, reader, level)
    found = [
        Found(each.linked, each.outer, PASSIVE_RULE if each.linked in passives else reader.name)
        for each in tree
    ]
    found += [
        Found(each.linked, each.outer, HEARSAY_RULE) for each in add_hearsay(text, sentences, tree)
    ]
    for post in find_posts(text, blocks):
        own = attribute_post(text, post, sentences, outermost)
        if own:
            found.append(Found(own, None, POST_RULE))
    return found
