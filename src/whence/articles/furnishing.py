"""One paragraph -> what it is when it is not prose: furniture, caption, byline, bullet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.articles.sought import Sought
from whence.ledger.article import BlockKind
from whence.lexicon.furniture import bare, fold, furniture
from whence.lexicon.outlets import outlet_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.articles.lines import Paragraph

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[AaPp]\.?[Mm]\.?)?|\d{1,2}\s?[AaPp]\.?[Mm]\.?"
_ZONE = (
    r"(?:\s?\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CT|PT|PST|PDT|MSK|EET|EEST|IST|KST|JST|SAST)\)?)?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"{_DAY}(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
DATE_LINE = re.compile(
    rf"^(?:[A-Z][\w ]{{0,24}}(?::|\bon\b|\bat\b)?\s+)?[\[(]?{_DATE}"
    rf"(?:,?\s*(?:\||·|•|-|–|—|at|T)?\s*(?:{_CLOCK}){_ZONE})?[\])]?"
    rf"(?:\s*[|·•/(–-]?\s*(?:\(?(?:[Ll]ast )?[Uu]pdated:?|[Mm]odified:?|\d+ min).{{0,60}})?[).]?$",
)
_TIME_LINE = re.compile(
    rf"^(?:Updated?(?: at)?:?\s+)?(?:{_CLOCK}){_ZONE}(?:\s*[-–—:|.].{{0,80}})?$",
)
_AGO = re.compile(
    r"^(?:\d+|an?|one|two|three)[\s-]+(?:min(?:ute)?|hour|day|week|month|year)s?\s*"
    r"(?:ago|read|to read)$"
    r"|^reading time\b.{0,30}$|^\d+ of \d+$|^\d+ (?:comments?|shares?|views?|photos?|images?)$"
    r"|^\d{1,2}:\d{2}$",
)
_BULLET = re.compile(r"^(?:[-*•‣▪●◦·■►➤✓–]|\d{1,2}[.)])\s+\S")
_NO_WORDS = re.compile(r"^[\W\d_]*$")
_NAME = (
    r"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|[A-Z]{2,}|de|da|di|du|la|le|van|von|der|den|al|el|bin|ibn|ben|dos|y)"
)
_JOIN = (
    r"(?:\s*(?:,|&|\||/|·|•|–|—|-)\s*|\s+(?:and|in|of|for|the|at|with|from|on)\s+(?:the\s+)?|\s+)"
)
BYLINE = re.compile(
    r"^(?:By|BY|BYLINE|Written by|Words by|Story by|Text by|Posted by|Published by"
    r"|Authors?|Words)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:{_JOIN}(?:{_NAME}|@\w+|\S+@\S+\.\w+|\d[\w:,.]*)){{0,18}})\.?$",
)
_NO_NAMES = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\s\d|^(?:Then|Now|Contrast|Comparison|Default)\b",
)
_NAMES_ONLY = re.compile(rf"^{_NAME}(?:{_JOIN}{_NAME}){{1,9}}$")
_CREDITS = re.compile(
    r"[(\[—–-]*\s*(?:(?:additional |further |extra )?(?:reporting|writing|editing|research)"
    r"\s+(?:by|from)\b"
    r"|(?:reported|edited|written|compiled|produced) by\b"
    r"|with (?:assistance|files|reporting|additional reporting|inputs)(?: by| from)\b"
    r"|contributing:|contributors?:|source:|sources:)",
    re.IGNORECASE,
)
_CONTRIBUTED = Sought(
    r"\bcontributed (?:reporting )?to this (?:report|story|article|post|piece)\b.{0,120}$"
    r"|\bcontributed (?:reporting|to the reporting)\b.{0,60}$",
    needs=("ontributed", "ONTRIBUTED"),
    flags=re.IGNORECASE,
)
_END_CREDIT = re.compile(
    r"(?:[(\[]|\||/|—|–|\b(?:Photo|Picture|Image|Credits?|Photograph(?:er)?|Source|Photo by)\s*:?"
    r"|\bvia)\s*"
    r"(?P<credit>[^()\[\]|:—–]{2,60}?)[)\].]*$",
    re.IGNORECASE,
)
_CREDIT_MARKS = (
    "(",
    "[",
    "|",
    "/",
    "—",
    "–",
    "photo",
    "picture",
    "image",
    "credit",
    "source",
    "via",
)
"""In lower case, what `_END_CREDIT` starts with."""

_RELATED_NOTE = re.compile(
    r"^[(\[]?\s*(?:RELATED|READ|READ MORE|READ ALSO|READ NEXT|ALSO READ|SEE ALSO|MORE|WATCH"
    r"|PHOTOS|VIDEO|ALSO|PODCAST|LISTEN|POLL|QUIZ"
    r"|OPINION|GRAPHIC|GALLERY|SLIDESHOW|SEE|TIMELINE|FACT CHECK"
    r"|EXCLUSIVE VIDEO)\s?:\s?\S.{0,200}$",
)
_READ_MORE = Sought(
    r"(?<![.!?])\s(?:Read more|READ MORE|Read More|Read full story)\W*$",
    needs=("Read more", "READ MORE", "Read More", "Read full story"),
)
_CONTACT = re.compile(
    r"^(?:Please )?(?:write to|e-?mail|contact|reach|send tips to)\b.{0,120}\S@\S+\.\w+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
_GALLERY = re.compile(r"^Photos: |.*\b[Hh]ide [Cc]aption \d+ of \d+\b")
_COUNTER = re.compile(r"(?:hide|show|toggle) caption \d+ of \d+")
_STRONG_CREDIT = Sought(
    r"[(\[](?:AP|Reuters|AFP|EPA|PA|Getty)?\s*(?:[Pp]hoto|[Ii]mage|[Pp]icture)(?:s|graph)?\b[^()]{2,80}[)\]]\W*$"
    r"|\bREUTERS/[A-Z][\w. ’'-]{2,40}(?:/[\w ]+)?\W*$|\bAP Photo/[A-Z][\w. ’'-]{2,40}\W*$",
    needs=("hoto", "mage", "icture", "REUTERS/"),
)
_HANDLE_NOTE = re.compile(
    r"^(?:-\s)?Follow\b.{0,60}(?:@\w+|on Twitter|on X|on Facebook|on Instagram).{0,80}$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"^(?:copyright\b|©|\(c\)\s).{0,200}$", re.IGNORECASE)
_PAYWALL = Sought(
    r"_{2,}[A-Z_]{4,}_{2,}|\{\{.{1,60}\}\}|<!--.{1,80}-->|\[/?[a-z_]{3,20}[^\]]{0,60}\]$",
    needs=("__", "{{", "<!--", "]"),
)

_LINE_LENGTH = 350
_SHORT_LINE = 160
_NAME_LINE = 90
_ROLE_WORDS = 9
_TAIL_LENGTH = 250
"""Characters (words for the role): longer lines of these kinds are prose."""

_OPENING_LENGTH = 500
_CAPTION_LENGTH = 900
"""Agencies' captions run to two long sentences, with the credit behind."""

_ENDLESS_LENGTH = 6000
"""A form with its list of countries runs to thousands of characters."""


def page_kind(words: str, *, is_at_head: bool, is_at_foot: bool) -> BlockKind | None:
    """What a paragraph is by its own words; None for prose and for headings.

    Args:
        words: The paragraph on one line.
        is_at_head: Before the article's prose, where bylines stand.
        is_at_foot: Among the last paragraphs, where credits stand.
    """
    if _TIME_LINE.match(words) and not words.isdigit():
        return BlockKind.HEADING
    if _NO_WORDS.match(words):
        return BlockKind.BYLINE if DATE_LINE.match(words) and is_at_head else BlockKind.BOILERPLATE
    if _is_furniture(words):
        return BlockKind.BOILERPLATE
    if is_byline(words, is_at_head=is_at_head, is_at_foot=is_at_foot):
        return BlockKind.BYLINE
    if _is_caption(words):
        return BlockKind.CAPTION
    return BlockKind.BULLET if _BULLET.match(words) else None


def _is_furniture(words: str) -> bool:
    if len(words) > _ENDLESS_LENGTH:
        return False
    known = furniture()
    folded = fold(words)
    plain = bare(words)
    is_known = plain in known.whole or _AGO.match(plain) or _COUNTER.fullmatch(plain)
    if is_known or _PAYWALL.search(words):
        return True
    opening = _opens(folded)
    if opening and len(words) <= _OPENING_LENGTH:
        return True
    if (opening or len(words) <= _LINE_LENGTH) and known.anywhere.search(folded):
        return True
    if len(words) <= _LINE_LENGTH and (_READ_MORE.search(words) or _CONTACT.match(words)):
        return True
    notes = (_HANDLE_NOTE, _RIGHTS, _RELATED_NOTE, _ADDRESS)
    return any(note.match(words) for note in notes) or _is_credit(plain)


def _opens(folded: str) -> bool:
    start = folded.lstrip("•*-–—>»[(|#\"' ")
    return furniture().opening.match(start) is not None


def _is_credit(plain: str) -> bool:
    """Whether all of a line is names of picture agencies ("Getty/Instagram")."""
    names = re.split(r"[/|,]", plain)
    return all(bare(each) in furniture().credit for each in names)


def _is_caption(words: str) -> bool:
    if _GALLERY.match(words):
        return True
    if len(words) > _CAPTION_LENGTH:
        return False
    folded = fold(words)
    if furniture().caption.match(folded) or _STRONG_CREDIT.search(words):
        return True
    if len(words) > _LINE_LENGTH or not any(mark in folded for mark in _CREDIT_MARKS):
        return False
    found = _END_CREDIT.search(words)
    if found is None:
        return False
    names = [bare(each) for each in re.split(r"/|\bvia\b|,| for ", found["credit"])]
    return any(each in furniture().credit for each in names)


def is_byline(words: str, *, is_at_head: bool, is_at_foot: bool) -> bool:
    """Whether a paragraph says who wrote the article or when."""
    if len(words) > _LINE_LENGTH:
        return False
    if _CREDITS.match(words) or _CONTRIBUTED.search(words):
        return is_at_head or is_at_foot or len(words) < _SHORT_LINE
    found = BYLINE.match(words)
    if found is not None:
        return not _NO_NAMES.match(found["names"])
    if DATE_LINE.match(words):
        return is_at_head or is_at_foot
    return (is_at_head and _is_role_line(words)) or _is_name_and_outlet(words)


def _is_name_and_outlet(words: str) -> bool:
    """Such as "Jane Doe, The Daily Herald" under a quoted opinion or a headline."""
    name, comma, outlet = words.rpartition(", ")
    return (
        bool(comma)
        and len(words) <= _NAME_LINE
        and _NAMES_ONLY.match(name) is not None
        and outlet_named(outlet) is not None
    )


def _is_role_line(words: str) -> bool:
    """A name and what the writer is: "Jane Doe, Diplomatic Correspondent"."""
    return (
        len(words.split()) <= _ROLE_WORDS
        and words[-1] not in ".!?:;"
        and furniture().bylines.search(bare(words)) is not None
        and _NAMES_ONLY.match(words.replace("’s ", " ").replace("'s ", " ")) is not None
    )


def link_lists(found: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> set[int]:
    """Places of the links to other articles that follow "Read also:" and the like."""
    places: set[int] = set()
    known = furniture()
    is_in_list = False
    for place, paragraph in enumerate(found):
        if is_in_list and _is_link_title(paragraph.words, kinds[place]):
            places.add(place)
        else:
            is_in_list = (
                kinds[place] is BlockKind.BOILERPLATE
                and bare(paragraph.words) in known.heads_a_list
            )
    return places


def _is_link_title(words: str, kind: BlockKind | None) -> bool:
    if kind is BlockKind.BOILERPLATE:
        return True
    if kind not in (None, BlockKind.BULLET):
        return False
    return len(words) <= _SHORT_LINE and not words.rstrip("\"'”’").endswith((".", "!", ":", ","))


_LAST_SENTENCE = re.compile(r"(?<=[.!?”\")\]])\s+(?=[(\[]?[A-Z])")


def closing_sentence(words: str) -> int | None:
    """Where a furniture sentence at the end of a paragraph of prose starts; None without one."""
    places = [found.end() for found in _LAST_SENTENCE.finditer(words)][-2:]
    for place in places:
        tail = words[place:]
        if len(tail) > _TAIL_LENGTH:
            continue
        folded = fold(tail).lstrip("([")
        if furniture().closing.match(folded) or (
            tail.startswith(("(", "[")) and _RELATED_NOTE.match(tail)
        ):
            return place
    return None
