"""An article's blocks -> all its attributions as a tree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies.analyses import analyse, forms
from whence.attributions.find import Found, find_attributions
from whence.attributions.passive import RULE as PASSIVE_RULE
from whence.attributions.posts import RULE as POST_RULE
from whence.ledger.article import Block, BlockKind
from whence.ledger.marking import Analysis
from whence.ledger.span import Span, words_of
from whence.text.sentences import paragraphs_of
from whence.text.trees import Tree

Range = tuple[int, int]


class SaidReader:
    """A reader that knows "Name said that …" and "…, Name said", and keeps what it was given."""

    name = "said-1"
    _FORM = re.compile(
        r"(?P<source>[A-Z]\w+) (?P<cue>said|reported) (?P<content>(?:that )?\w[^.\n]*)"
        r"|(?P<content2>“[^”]+”) (?P<source2>[A-Z]\w+) (?P<cue2>said)"
    )

    def __init__(self) -> None:
        self.seen: list[list[Range]] = []

    def read(self, text: str, paragraphs: Sequence[Range]) -> Analysis:
        """The parts of each form inside the ranges."""
        self.seen.append(list(paragraphs))
        return analyse(text, paragraphs, forms(self._FORM))


class CueReader(SaidReader):
    """The same reader, blind to sources."""

    _FORM = re.compile(r"(?P<cue>said) (?P<content>that [^.\n]*)")


def blocks_of(text: str, kinds: dict[int, BlockKind] | None = None) -> list[Block]:
    """Paragraphs between empty lines; some of them of another kind, by their number."""
    found = re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text)
    return [
        Block((kinds or {}).get(number, BlockKind.PARAGRAPH), *match.span())
        for number, match in enumerate(found)
    ]


def find(
    text: str,
    kinds: dict[int, BlockKind] | None = None,
    reader: SaidReader | None = None,
    numbers: Sequence[Span] = (),
    names: Sequence[Span] = (),
) -> list[Found]:
    """What is found in a text, with blocks of some kinds, numbers and names."""
    blocks = blocks_of(text, kinds)
    reader = reader or SaidReader()
    analysis = reader.read(text, paragraphs_of(text, blocks))
    return find_attributions(text, blocks, analysis, numbers, names, reader, Tree(analysis.parse))


def shown(text: str, found: list[Found]) -> list[tuple[str, str, int | None, str]]:
    return [
        (
            words_of(each.linked.source, text),
            words_of(each.linked.content, text),
            each.outer,
            each.reader,
        )
        for each in found
    ]


def test_reader_and_rules_together() -> None:
    """Each attribution has the name of what found it; inner ones follow their outer one."""
    text = (
        "Lopes reported that Ito said that the old dam held all night.\n\n"
        "The claim was denied by Roy.\n\n"
        "Leave the town now.\n— Lake Watch (@lakewatch) May 4, 2031"
    )

    assert shown(text, find(text, {2: BlockKind.EMBEDDED_POST})) == [
        ("Lopes", "that Ito said that the old dam held all night", None, "said-1"),
        ("Ito", "that the old dam held all night", 0, "said-1"),
        ("Roy", "The claim", None, PASSIVE_RULE),
        ("Lake Watch", "Leave the town now.", None, POST_RULE),
    ]


def test_headings_and_furniture_are_not_read() -> None:
    """What a heading says is no claim; the reader never sees a byline or the page's own words."""
    text = "Ito said it held.\n\nRoy said it fell.\n\nLopes said it rose.\n\nKim said sign up."
    kinds = {0: BlockKind.HEADING, 1: BlockKind.BYLINE, 3: BlockKind.BOILERPLATE}
    reader = SaidReader()

    assert shown(text, find(text, kinds, reader)) == [("Lopes", "it rose", None, "said-1")]
    assert reader.seen == [[(0, 17), (38, 57)]]


def test_a_headline_is_read() -> None:
    """What somebody says in a headline is said by him."""
    text = "Ito said that the dam held\n\nIt rained."

    assert len(find(text, {0: BlockKind.HEADLINE})) == 1


def test_the_lines_of_a_post_are_read_each_alone() -> None:
    """A reader is given a post line by line, and what it finds there is not the account's."""
    text = "Ito said it held.\nLeave now.\n— Lake Watch (@lakewatch)"
    reader = SaidReader()
    found = find(text, {0: BlockKind.EMBEDDED_POST}, reader)

    assert reader.seen[0] == [(0, 17), (18, 28), (29, 54)]
    assert shown(text, found) == [
        ("Ito", "it held", None, "said-1"),
        ("Lake Watch", "Leave now.", None, POST_RULE),
    ]


def test_numbers_are_not_cut() -> None:
    """A content that begins inside a quantity takes all of it."""
    text = "Ito said 300 to 400 men left."
    (found,) = find(text, numbers=[Span(4, 19)])

    assert words_of(found.linked.content, text) == "said 300 to 400 men left"


def test_a_subject_that_the_reader_missed_is_found() -> None:
    """A name directly before a cue without a source is the source."""
    text = "the Dam Board said that it held."
    (found,) = find(text, names=[Span(4, 13)], reader=CueReader())

    assert words_of(found.linked.source, text) == "the Dam Board"


def test_an_empty_article_has_nothing() -> None:
    """Without a block there is nothing to find."""
    assert find("") == []


PIECES = st.sampled_from(
    ["Lopes", "Ito", "said", "reported", "that", "the dam", "was denied by", "“It held,”", ".",
     "\n\n", "\n", "— Lake Watch (@lakewatch)", "🌊", "raising concerns", "10,000", "reports"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, max_size=40), st.dictionaries(st.integers(0, 4), st.sampled_from(BlockKind))
)
def test_any_article_gives_a_sound_tree(words: list[str], kinds: dict[int, BlockKind]) -> None:
    """Spans are in the text, contents hold something, and every way out ends outside."""
    text = " ".join(words)
    found = find(text, kinds)

    for index, each in enumerate(found):
        assert each.linked.content
        assert each.reader
        for span in (*each.linked.source, *each.linked.cue, *each.linked.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.words(text).strip()
        assert each.outer is None or each.outer < index
