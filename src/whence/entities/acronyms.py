"""A name with its short form in brackets -> later mentions by the short form."""

from __future__ import annotations

from collections.abc import Sequence

from whence.entities.gazetteer import Profile
from whence.entities.seen import Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.plain_words import plain_words

SHORTEST, LONGEST = 2, 8
TAUGHT_KINDS = frozenset({EntityKind.ORGANISATION, EntityKind.DOCUMENT})


def find_acronyms(seen: Seen, found: Sequence[Named], taken: bytearray) -> list[Named]:
    """Mentions by short forms that the article itself introduces, "(FT)"; words are taken."""
    taught = _taught(seen, found)
    mentions: list[Named] = []
    words = seen.words
    for index in range(len(words)):
        profile = taught.get(words.keys[index])
        if profile and not taken[index] and words.capital[index]:
            taken[index] = 1
            mentions.append(Named(index, index + 1, profile))
    return mentions


def _taught(seen: Seen, found: Sequence[Named]) -> dict[str, Profile]:
    taught: dict[str, Profile] = {}
    words = seen.words
    for named in found:
        opening, short, closing = named.end, named.end + 1, named.end + 2
        if closing >= len(words) or named.profile.kind not in TAUGHT_KINDS:
            continue
        if words.printed[opening] != "(" or words.printed[closing] != ")":
            continue
        key = words.keys[short]
        is_short = SHORTEST <= len(key) <= LONGEST and sum(map(str.isupper, key)) >= SHORTEST
        if is_short and key.lower() not in plain_words():
            taught.setdefault(key, named.profile)
    return taught
