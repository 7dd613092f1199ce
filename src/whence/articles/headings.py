"""Paragraphs not yet told apart -> headline, standfirst, headings and unmarked bullets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.ledger.article import BlockKind
from whence.lexicon.furniture import bare, furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.articles.lines import Paragraph

Kinds = list[BlockKind | None]

DATELINE = re.compile(
    r"^(?!EXCLUSIVE|BREAKING|UPDATE|ANALYSIS|OPINION|VIDEO|WATCH|LIVE)"
    r"(?:[A-Z][A-Z .’'/-]{2,40}(?:,\s[\w .’'-]{2,40})?\s*"
    r"(?:\([A-Z][\w .’'/-]{1,30}\)\s*)?[-–—―]{1,2}\s"
    r"|[\w .,’'/-]{0,60}\((?:Reuters|AP|AFP|CNN|UPI|dpa|DPA|Xinhua|Yonhap|TASS|Bloomberg|PA|IANS"
    r"|ANI|PTI)\)"
    r"\s*[-–—―:]{0,2}\s?\S)",
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+\S")
_SENTENCE_END = re.compile(
    r"(?<![A-Z.])(?<!\bvs)(?<!\b[A-Z]r)(?<!\bSt)[.!?][\"”’']?\s+"
    r"(?=[\"“‘']?[A-Z])"
)
_FINAL = (".", "!", ",", ";", ":", "…", "—", "–", "-")
_GLUED_LIST = re.compile(
    r"^(?:Story highlights|Key points|Highlights:?|Key takeaways:?|At a glance:?)"
    r"\s+\S.{10,200}(?<![.!?])$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")

_HEADLINE_LENGTH = 200
_STOPPED_HEADLINE_LENGTH = 165
"""A first line that ends like a sentence: the longest in the development articles has 141."""

_STOPPED_SENTENCES = 2
"""Sentences in a headline with full stops ("He won. Now what?")."""

_STANDFIRST_LENGTH = 300
_STANDFIRST_COUNT = 2
_HEAD = 6
"""Paragraphs among which the headline stands; furniture above it is short."""

_ONE_ITEM = 1
_LIST_COUNT = 4
"""So many lines like headings in a row are a list without marks."""

_HEADING_WORDS = 14
_HEADING_LENGTH = 100


def heading_kinds(found: Sequence[Paragraph], kinds: Kinds) -> None:
    """Fill in headings and the bullets of unmarked lists, in place."""
    for place, paragraph in enumerate(found):
        if kinds[place] is not None:
            continue
        if _MARKDOWN_HEADING.match(paragraph.words):
            kinds[place] = BlockKind.HEADING
        elif bare(paragraph.words) in furniture().list_heading:
            kinds[place] = BlockKind.HEADING
            _mark_list_under(found, kinds, place)
        elif _GLUED_LIST.match(paragraph.words):
            kinds[place] = BlockKind.BULLET
            _mark_list_under(found, kinds, place)
    place = 0
    while place < len(found):
        last = place
        while last < len(found) and kinds[last] is None and _is_heading(found, last):
            last += 1
        if last > place:
            _mark_run(kinds, place, last)
        place = max(last, place + 1)


def _mark_list_under(found: Sequence[Paragraph], kinds: Kinds, place: int) -> None:
    """Short lines without a full stop under "Key points" are its bullets, marked or not."""
    after = place + 1
    while after < len(found) and kinds[after] is None and _is_item(found[after].words):
        after += 1
    if after - place > _ONE_ITEM + 1:
        kinds[place + 1 : after] = [BlockKind.BULLET] * (after - place - 1)


def _is_item(words: str) -> bool:
    return len(words) <= _HEADLINE_LENGTH and not words.endswith((".", "!", "?", '"', "”", ":"))


def _mark_run(kinds: Kinds, first: int, last: int) -> None:
    """Kinds for a run of lines that each look like a heading."""
    has_prose_after = any(kind is None for kind in kinds[last:])
    count = last - first
    if not has_prose_after:
        is_tail = first > 0
        kinds[first:last] = [BlockKind.BOILERPLATE if is_tail else None] * count
    elif count >= _LIST_COUNT:
        kinds[first] = BlockKind.HEADING
        kinds[first + 1 : last] = [BlockKind.BULLET] * (count - 1)
    else:
        kinds[first:last] = [BlockKind.HEADING] * count


def _is_heading(found: Sequence[Paragraph], place: int) -> bool:
    """Whether a line looks like a heading, and is not the start of a broken sentence."""
    if place + 1 < len(found) and found[place + 1].words[:1].islower():
        return False
    return looks_like_heading(found[place].words)


def looks_like_heading(words: str) -> bool:
    """Short, without the end of a sentence, begun like a title."""
    if len(words) > _HEADING_LENGTH or not 0 < len(_WORD.findall(words)) <= _HEADING_WORDS:
        return False
    start = words.lstrip("“\"‘'([")[:1]
    if words.endswith(_FINAL) or not (start.isupper() or start.isdigit()):
        return False
    if words.endswith(("”", '"', "’", "'")):
        return words[-2:-1] not in (".", ",", "!", "?") and words[0] not in '“"'
    if words.endswith("?"):
        return len(_SENTENCE_END.findall(words)) == 0
    return not _SENTENCE_END.search(words)


def head_kinds(found: Sequence[Paragraph], kinds: Kinds, title: str | None) -> None:
    """Fill in the headline and the standfirst, in place."""
    first = next((place for place, kind in enumerate(kinds) if _is_open(kind, found, place)), None)
    if first is None or first >= _HEAD:
        return
    words = found[first].words
    is_headline = (
        _same_title(words, title) if title else _is_headline(words, is_alone=len(found) == 1)
    )
    if not is_headline:
        return
    kinds[first] = BlockKind.HEADLINE
    _mark_standfirst(found, kinds, first)


def _is_open(kind: BlockKind | None, found: Sequence[Paragraph], place: int) -> bool:
    return kind is None or (
        kind is BlockKind.HEADING and bool(_MARKDOWN_HEADING.match(found[place].words))
    )


def _is_headline(words: str, *, is_alone: bool) -> bool:
    if _MARKDOWN_HEADING.match(words):
        return True
    if DATELINE.match(words) or len(words) > _HEADLINE_LENGTH or words.endswith((":", ",")):
        return False
    if bare(words) in furniture().list_heading:
        return False
    is_stopped = words.rstrip("”\"’'").endswith((".", "!"))
    if is_alone:
        return not is_stopped
    sentence_count = 1 + len(_SENTENCE_END.findall(words))
    if is_stopped and (
        len(words) > _STOPPED_HEADLINE_LENGTH or sentence_count > _STOPPED_SENTENCES
    ):
        return False
    return sentence_count <= _STOPPED_SENTENCES + 1


def _same_title(words: str, title: str) -> bool:
    """Whether a line says what the title says: most words of the shorter are in the other."""
    line = {each.lower() for each in _WORD.findall(words)}
    other = {each.lower() for each in _WORD.findall(title)}
    if not line or not other or len(words) > 2 * _HEADLINE_LENGTH:
        return False
    shared = len(line & other)
    return shared >= 0.8 * min(len(line), len(other)) and shared >= 0.5 * max(len(line), len(other))


def _mark_standfirst(found: Sequence[Paragraph], kinds: Kinds, first: int) -> None:
    """One or two paragraphs between the headline and a byline or furniture are the standfirst.

    Without such a sign only a line that a headline's ";" leads to, or that has no full stop
    and is too long for a heading, is told from the lead.
    """
    after = first + 1
    if after < len(found) and kinds[after] is None:
        words = found[after].words
        no_stop = not words.endswith((".", "!", "?", '"', "”", ":")) and not looks_like_heading(
            words
        )
        follows = found[first].words.endswith(";")
        if len(words) <= _STANDFIRST_LENGTH and (no_stop or follows) and len(found) > after + 1:
            kinds[after] = BlockKind.STANDFIRST
            return
    last = after
    while last < len(found) and kinds[last] is None:
        last += 1
    is_closed = last < len(found) and kinds[last] in (BlockKind.BYLINE, BlockKind.BOILERPLATE)
    has_prose = any(kind is None for kind in kinds[last + 1 :])
    if (
        1 <= last - after <= _STANDFIRST_COUNT
        and is_closed
        and has_prose
        and not DATELINE.match(found[after].words)
    ):
        kinds[after:last] = [BlockKind.STANDFIRST] * (last - after)
