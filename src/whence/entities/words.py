"""An article's text -> its words with what their print tells: capitals, breaks, headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import eq

from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span

WORD = re.compile(
    r"""
      [a-z]++(?![\w'’])                                    # most words, told at once
    | (?:[A-Z]\.){2,}                                     # U.S.
    | [A-Z]\.(?=\s?[A-Z])                                  # an initial
    | (?:Mrs?|Ms|Dr|Gen|Sens?|Reps?|Gov|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Prof|Rev|St|Jr|Sr|Inc|Ltd
        |Corp|Co|Cmdr|Fr|Messrs|Mme|Amb|Cpl|Pvt)\.
    | ['’]s\b
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*\d*               # O'Brien, Sana'a, G7
    | \d+(?:[.,]\d+)*(?:[^\W\d_]+)?
    | [^\w\s]
    """,
    re.VERBOSE,
)

_LINE_END = re.compile(r"\n")

MARKS_BEFORE = frozenset("\"'“‘([—–-•*")
"""Marks after which a sentence still opens."""

SKIPPED = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE})
TITLE_SHARE = 0.75  # of long words with a capital: a line in title case; ours, 2026-11
LONG_WORD = 4
FEWEST_LONG_WORDS = 3
LONGEST_DATELINE = 8
CLOSING_WORDS = 3  # a full stop may stand before marks of quotation


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article, one list per property, all of one length.

    Attributes:
        printed: As they stand.
        keys: For look-up: no dots, straight apostrophes; title case in lines of capitals.
        lows: The keys in lower case.
        starts: First characters.
        ends: Characters after the last.
        opens: Whether a sentence, line or quotation starts here.
        capital: Whether printed with a capital first.
        teaches: Whether names may be learned here: running text, not headings.
        shouts: Whether the line is all in capitals.
        tight: Whether no white space stands before the word.
    """

    text: str
    printed: list[str]
    keys: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    opens: list[bool]
    capital: list[bool]
    teaches: list[bool]
    shouts: list[bool]
    tight: list[bool]

    def __len__(self) -> int:
        return len(self.printed)

    def span(self, start: int, end: int) -> Span:
        """The characters of the words `[start, end)`."""
        return Span(self.starts[start], self.ends[end - 1])

    def phrase(self, start: int, end: int) -> str:
        """The words `[start, end)` as printed, with single blanks for white space."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())


def key_of(printed: str) -> str:
    """A word as word lists know it: without dots, with straight apostrophes."""
    return printed.replace(".", "").replace("’", "'") if len(printed) > 1 else printed


def keys_of(phrase: str) -> tuple[str, ...]:
    """The keys of a name in a word list."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(key_of(match[0]) for match in WORD.finditer(phrase))


def split_words(text: str, blocks: Sequence[Block], sentences: Sequence[Span]) -> Words:
    """The words of all blocks that belong to the article.

    Args:
        text: The article's text.
        blocks: None at all reads the text as one paragraph.
        sentences: Ascending.
    """
    words = Words(text, [], [], [], [], [], [], [], [], [], [])
    firsts = [sentence.start for sentence in sentences]
    for block in blocks or ([Block(BlockKind.PARAGRAPH, 0, len(text))] if text else []):
        if block.kind not in SKIPPED:
            _add_block(words, block, firsts)
    return words


def _add_block(words: Words, block: Block, firsts: Sequence[int]) -> None:
    text = words.text
    matches = list(WORD.finditer(text, block.start, block.end))
    printed = [match[0] for match in matches]
    shouts = _is_shouted(printed)
    keys = [word if len(word) == 1 or word.isalpha() else key_of(word) for word in printed]
    shown = len(keys) if shouts else _end_of_dateline(printed)
    keys[:shown] = [_from_capitals(key) for key in keys[:shown]]
    is_running = block.kind not in {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BULLET}
    teaches = is_running and not shouts and (_is_sentence(printed) or not _is_title_case(printed))
    words.printed.extend(printed)
    words.keys.extend(keys)
    words.lows.extend([key.lower() for key in keys])
    words.capital.extend([word[0].isupper() for word in printed])
    words.teaches.extend([teaches] * len(keys))
    words.shouts.extend([shouts] * len(keys))
    _add_places(words, [match.span() for match in matches], block, firsts)


def _add_places(
    words: Words, spans: Sequence[tuple[int, int]], block: Block, firsts: Sequence[int]
) -> None:
    """Add where the words of a block stand, and which of them open something."""
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    before = [-1, *ends[:-1]] if spans else []  # nothing stands before the first word
    words.tight.extend(map(eq, starts, before))
    words.starts.extend(starts)
    words.ends.extend(ends)
    printed = words.printed[len(words.opens) :]
    opening = {0}
    low, high = bisect_left(firsts, block.start), bisect_left(firsts, block.end)
    opening.update(bisect_left(starts, first) for first in firsts[low:high])
    for line_end in _LINE_END.finditer(words.text, block.start, block.end):
        opening.add(bisect_left(starts, line_end.start()))
    opening.update(index + 1 for index, word in enumerate(printed) if word in {"“", ":"})
    opens = [False] * (len(printed) + 1)
    for index in sorted(opening):
        at = index
        opens[at] = True
        while at < len(printed) and printed[at] in MARKS_BEFORE:
            at += 1
            opens[at] = True
    words.opens.extend(opens[:-1])


def _from_capitals(key: str) -> str:
    """The key of a word in a line of capitals, in title case."""
    return key.title().replace("'S", "'s") if len(key) > 1 and key.isupper() else key


def _end_of_dateline(printed: Sequence[str]) -> int:
    """How many words at the start of a block are a town in capitals: "KYIV, Ukraine (AP) —"."""
    for index, word in enumerate(printed[:LONGEST_DATELINE]):
        if word in {"(", "—", "–", "-"}:
            return index if index and printed[0].isupper() and len(printed[0]) >= LONG_WORD else 0
    return 0


def _is_shouted(printed: Sequence[str]) -> bool:
    count = 0
    for word in printed:
        if len(word) >= LONG_WORD and word[0].isalpha():
            if not word.isupper():
                return False
            count += 1
    return count >= FEWEST_LONG_WORDS


def _is_sentence(printed: Sequence[str]) -> bool:
    return any(mark in {".", "!", "?"} for mark in printed[-CLOSING_WORDS:])


def _is_title_case(printed: Sequence[str]) -> bool:
    long = [word for word in printed if len(word) >= LONG_WORD and word[0].isalpha()]
    share = sum(word[0].isupper() for word in long) / max(1, len(long))
    return len(long) >= FEWEST_LONG_WORDS and share >= TITLE_SHARE
