"""The words before a number -> whether it names a thing ("Article 5", "Boeing 737")."""

from __future__ import annotations

import re

from whence.lexicon.quantities import count_words

_PREVIOUS = re.compile(r"([A-Za-z][\w.’'-]*)[\s\u00a0]+(?:\()?$")
_NEXT = re.compile(r"[\s\u00a0]+(?:more\s+|of\s+)?((?:[\w’'-]+\s?){1,4})")
_GROUP_OF = re.compile(r"\b[Gg]roup\s+of\s+$")
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Drive|Lane|Square|Boulevard|Blvd|Place)\b",
)
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_CURRENCIES = "$€£¥₩₽₴₹"
_COUNTED_BEFORE = 40
_OPENERS = frozenset({"nearly", "another", "approximately", "roughly", "exactly", "total"})


def is_titled(sentence: str) -> bool:
    """Whether most words have a capital, as in a headline of American style."""
    words = _LONG_WORD.findall(sentence)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals > 0.7 * len(words)  # noqa: PLR2004 - share and least


def names_thing(text: str, floor: int, start: int, end: int, *, is_titled: bool) -> bool:
    """Whether the number is part of a name.

    After a word of the designators it is; after another word with a capital it is too, unless
    it is a large number, has a unit with it, or a counted noun follows.
    """
    if _STREET.match(text, end) or _GROUP_OF.search(text[max(floor, start - 12) : start]):
        return True
    found = _PREVIOUS.search(text[max(floor, start - _COUNTED_BEFORE) : start])
    if not found or "(" in found[0] or text[start] in _CURRENCIES:
        return False
    is_designator = _is_designator(found[1])
    if is_designator is not None:
        return is_designator or not (is_titled and _is_counted(text, end))
    is_first = found.start() == 0 and start - _COUNTED_BEFORE <= floor
    is_small = text[start:end].isdigit()
    if not is_small or is_first or is_titled or not _is_name(found[1]):
        return False
    return not _is_counted(text, end)


def _is_designator(word: str) -> bool | None:
    """True where it always is one, False where the capital makes it one, None where it is none."""
    plain = word.rstrip(".")
    needs_capital = count_words().designators.get(plain.lower())
    if word.lower() in {"no.", "nos."} or needs_capital is False:
        return True
    return False if needs_capital and plain[0].isupper() else None


def _is_name(word: str) -> bool:
    """Whether a word before a number may be the first part of a name."""
    lists = count_words()
    plain = word.rstrip(".")
    if not plain[0].isupper() or word.endswith(("'s", "’s")) or plain in lists.countries:
        return False
    return plain.lower() not in lists.not_nouns and plain.lower() not in _OPENERS


def _is_counted(text: str, end: int) -> bool:
    found = _NEXT.match(text, end)
    if not found:
        return False
    lists = count_words()
    words = re.findall(r"[\w’'-]+", found[1].lower())
    return any(word in lists.nouns or word in lists.harm for word in words)
