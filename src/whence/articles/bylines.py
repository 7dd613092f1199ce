"""Blocks of a text -> who wrote it, which outlet printed it, whose wire copy it is."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from whence.articles.furnishing import BYLINE
from whence.ledger.article import Block, BlockKind
from whence.lexicon.furniture import bare, furniture
from whence.lexicon.outlets import agency_pattern, outlet_named, outlets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAYWALL = re.compile(r"_{2,}[A-Z_]{4,}_{2,}")
_SPLIT = re.compile(r"\s*(?:,|&|;|\||/|·|•|\band\b)\s*")
_TAIL = re.compile(
    r"\s+(?:in|from|at|for|of|on)\s+[A-Z].*$|\s*[@(].*$|\s+[-–—].*$|\s+\d.*$"
    r"|\s+(?:Published|Updated|Posted|Last)\b.*$",
)
_PERSON = re.compile(
    r"^(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|[A-Z]{2,})"
    r"(?:\s+(?:de|da|di|du|la|le|van|von|der|den|al|el|bin|ibn|ben|dos|y|[A-ZÀ-ÖØ-Þ][\w.’'-]*)){1,4}$",
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?"
    r"(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?)?,?\s*"
    r"(?:by\s+)?(?P<name>[A-Z][\w’'&./ -]{1,60}?)"
    r"(?:,?\s+(?:LLC|Inc|Ltd|Limited|L\.?P|plc|GmbH|Corp|Company|Co|Group|Media Group|Pty"
    r"|Interactive)\b.*)?"
    r"(?:[.,|]|\s+All [Rr]ights.*|\s+\(?(?:19|20)\d{2}\)?.*|$)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"\b(?:originally (?:published|appeared|ran)|first (?:published|appeared))\s+(?:by|in|on|at)\s+"
    r"(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of|and|the|&|[A-Z][\w’'&.-]*)){0,5})",
)
_LETTER = re.compile(
    r"\b(?:of|from|by|to|for|the|our|[Dd]aily)\s+(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+[A-Z][\w’'&.-]*){0,3}?)"
    r"(?:[’']s?)?\s+(?:Insider|[Nn]ewsletters?|Briefing|[Dd]igest|[Bb]ulletin|Daily|Premium|app|App)\b",
)
_ROLE_OUTLET = re.compile(
    r"^(?:By\s+)?(?P<name>(?:The\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of|and|the|&|[A-Z][\w’'&.-]*)){0,4}?)\s+"
    r"(?:(?:staff|senior|web|online|political|foreign)\s+)?"
    r"(?:reporters?|correspondents?|staff(?:\s+writers?)?|writers?|(?:news\s+)?desk|newsroom|bureau|team)$",
    re.IGNORECASE,
)
_OWN_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w .,’'/-]{0,60})?\((?P<name>[A-Z][\w .’'/-]{1,30}|dpa)\)"
    r"\s*(?P<dash>[-–—―:]{1,2})?\s*[\w“\"‘']",
)
_LOWER = re.compile(r"\b[a-z]{2,}")
_WIRE_CREDIT = re.compile(
    r"^[(\[]?\s*(?:Reporting|Writing|Editing|Additional reporting)\s+(?:by|from)\b.*"
    r"\b(?:[Ee]diting|[Ww]riting|[Rr]eporting) by\b|^[(\[]?\s*Reporting by\b",
)
_OWN_COPY = re.compile(
    r"^(?:(?:[Ss]ource|[Cc]redit|[Aa]gency)\s*:\s*|©\s*(?:(?:19|20)\d{2}\s+)?|—\s*|\(|/)?(?P<name>[^()]{2,40}?)[)/.]?$",
)


_PAGE_LINE = 600
"""Characters; longer lines of furniture are forms with lists of countries."""

_NAME_AND_AGENCY = 2
_HEAD = 6
"""Blocks in which, and in the last two, a line with an agency's name is the article's credit."""


def authors_in(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """People named in bylines, as printed, in order, each once."""
    names: dict[str, None] = {}
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            found = BYLINE.match(" ".join(text[block.start : block.end].split()))
            if found is not None:
                names.update(dict.fromkeys(people_in(found["names"])))
    return tuple(names)


def people_in(names: str) -> list[str]:
    """The people in the names of a byline; outlets, places and roles are left out."""
    people = []
    for part in _SPLIT.split(names):
        name = _TAIL.sub("", part).strip(" .")
        if not _PERSON.match(name) or outlet_named(name) is not None:
            continue
        if furniture().bylines.search(bare(name)) is None and not _is_outlet_like(name):
            people.append(name)
    return people


def _is_outlet_like(name: str) -> bool:
    return any(word.lower() in outlets().words for word in name.split())


def outlet_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet that a text gives as its own; None without a sure sign.

    Sure signs: a copyright line, a dateline of an outlet that is no agency ("(CNN)"), "originally
    published by", a byline "<Outlet> Reporter" or a newsletter's name. The last two count only for
    a name that is in the list, is made like one ("BizNews"), or stands in both.
    """
    counts: Counter[str] = Counter()
    for words in _page_lines(text, blocks):
        for name in _sure_names(words):
            return name
        counts.update(set(_likely_names(words)))
    for name, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        listed = outlet_named(name)
        if listed is not None:
            return listed
        if count > 1 and _is_made_like_one(name):
            return name
    return _dateline_outlet(text, blocks)


def _page_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.BYLINE):
            words = " ".join(_PAYWALL.sub(" ", text[block.start : block.end]).split())
            if words and len(words) <= _PAGE_LINE:
                yield words


def _sure_names(words: str) -> Iterator[str]:
    for pattern in (_ORIGINAL, _COPYRIGHT):
        found = pattern.search(words) if pattern is _ORIGINAL else pattern.match(words)
        if found is None:
            continue
        name = found["name"].strip(" .,")
        listed = outlet_named(name)
        if listed is not None and listed not in outlets().agencies:
            yield listed
        elif listed is None and _is_outlet_like(name) and not _NO_OUTLET.search(name):
            yield name


_NO_OUTLET = re.compile(
    r"\b(?:Images|Writers|Syndicate|Creators|Agency|Agencies|Services?)\b", re.IGNORECASE
)


_ARTICLE = re.compile(r"^[Tt]he\s+")


def _likely_names(words: str) -> Iterator[str]:
    found = _ROLE_OUTLET.match(words)
    if found is not None:
        yield _ARTICLE.sub("", found["name"])
    for each in _LETTER.finditer(words):
        yield _ARTICLE.sub("", each["name"])


def _is_made_like_one(name: str) -> bool:
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)
    return any(word.lower() in outlets().words for word in words)


def _dateline_outlet(text: str, blocks: Sequence[Block]) -> str | None:
    name = _dateline_name(text, blocks)
    if name is None or name in outlets().agencies:
        return None
    return outlet_named(name) or (name if _is_signed_by(text, blocks, name) else None)


def _dateline_name(text: str, blocks: Sequence[Block]) -> str | None:
    """What stands in brackets at the start of the article's first prose."""
    prose = (each for each in blocks if each.kind in (BlockKind.PARAGRAPH, BlockKind.STANDFIRST))
    for block, _ in zip(prose, range(3), strict=False):
        found = _OWN_DATELINE.match(text[block.start : min(block.end, block.start + 200)])
        if found is not None and (found["dash"] or not _LOWER.search(found["place"] or "")):
            return found["name"].strip()
    return None


def _is_signed_by(text: str, blocks: Sequence[Block], name: str) -> bool:
    """Whether a byline ends with the dateline's name: "By Jane Doe, Name" and "(Name) -"."""
    return any(
        " ".join(text[block.start : block.end].split()).endswith(f", {name}")
        for block in blocks[:_HEAD]
        if block.kind is BlockKind.BYLINE
    )


def agency_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The wire agency whose copy a text says it is, by its full name.

    Signs: the dateline ("SEOUL (Reuters) -"), "Reporting by …; Editing by …" (Reuters' own form),
    a byline or a line that is the agency's name. "X contributed to this report" is none.
    """
    known = outlets().agencies
    name = _dateline_name(text, blocks)
    if name is not None:
        for part in re.split(r"[/,]", name):
            if part.strip() in known:
                return known[part.strip()]
        if _is_signed_by(text, blocks, name):
            return name
    for place, block in enumerate(blocks):
        if block.kind not in (BlockKind.BYLINE, BlockKind.BOILERPLATE, BlockKind.HEADING):
            continue
        words = " ".join(text[block.start : block.end].split())
        is_edge = place < _HEAD or place >= len(blocks) - 2
        agency = _credited(words) or (_named_alone(words) if is_edge else None)
        if agency is not None:
            return agency
    return None


def _credited(words: str) -> str | None:
    """The agency of a byline with "By", a credit in Reuters' form or a copyright line."""
    known = outlets().agencies
    found = BYLINE.match(words)
    if found is not None:
        names = [each.strip(" .") for each in _SPLIT.split(found["names"])]
        return next((known[each] for each in names if each in known), None)
    if _WIRE_CREDIT.search(words):
        named = agency_pattern().search(words)
        return known[named[0]] if named is not None else "Reuters" if ";" in words else None
    rights = _COPYRIGHT.match(words)
    return known.get(rights["name"].strip(" .,")) if rights is not None else None


def _named_alone(words: str) -> str | None:
    """The agency of a line that is only its name ("Source: Xinhua", "Jane Doe, Reuters").

    A short name alone ("AP") is as often a picture's credit and counts only in a longer line.
    """
    known = outlets().agencies
    whole = _OWN_COPY.match(words)
    if whole is None:
        return None
    parts = [each.strip(" .") for each in re.split(r"[/,]|\bwith\b|\band\b", whole["name"])]
    if words.strip(" .") in outlets().careful or len(parts) > _NAME_AND_AGENCY:
        return None
    if parts[0] in known:
        return known[parts[0]]
    return known.get(parts[-1]) if _PERSON.match(parts[0]) else None
