"""A capital's name -> the government it stands for, or the town."""

from __future__ import annotations

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.seen import Seen
from whence.lexicon.nearby import nearby


def stands_for(seen: Seen, hit: Hit) -> Profile:
    """What a listed name means here; all but capitals mean what the list says."""
    if hit.sort is not Sort.CAPITAL or hit.place is None:
        return hit.profile
    is_state = not _is_address(seen, hit) and _acts(seen, hit)
    return hit.profile if is_state else hit.place


def _is_address(seen: Seen, hit: Hit) -> bool:
    """Whether it is "in Seoul, South Korea", "Moscow-based", or the start of a dispatch."""
    words, end = seen.words, hit.end
    if end + 1 >= len(words) or words.opens[end]:
        return False
    if words.opens[hit.start] and words.printed[end] in {"(", "—", "–", "-"}:
        return True
    if words.lows[end] == "-":
        return words.lows[end + 1] == "based"
    follower = seen.hits.get(end + 1)
    is_state_after = follower is not None and follower.profile == hit.profile
    return words.lows[end] == "," and is_state_after


def _acts(seen: Seen, hit: Hit) -> bool:
    """Whether the words on both sides speak of a government."""
    words = seen.words
    after = words.lows[hit.end] if hit.end < len(words) and not words.opens[hit.end] else ""
    before = words.lows[hit.start - 1] if hit.start > 0 and not words.opens[hit.start] else ""
    earlier = words.lows[hit.start - 2] if hit.start > 1 else ""
    if after in nearby("town_after") or before in nearby("as_town"):
        return False
    if before in {"to", "from"}:
        return earlier in nearby("giving" if before == "to" else "taking")
    if before == "of" and earlier in nearby("parts_of_town"):
        return False
    if before == "and":
        return _joins_states(seen, hit)
    joins = after == "and" and _is_state(seen.hits.get(hit.end + 1))
    return before in nearby("as_state") or after in nearby("acting") or after == "'s" or joins


def _joins_states(seen: Seen, hit: Hit) -> bool:
    """Whether the name before "and" is a state or acts as one."""
    earlier = seen.hit_ends.get(hit.start - 1)
    if earlier is None or not _is_state(earlier):
        return False
    before = seen.words.lows[earlier.start - 1] if earlier.start > 0 else ""
    return before not in nearby("as_town") and before != "to"


def _is_state(hit: Hit | None) -> bool:
    return hit is not None and hit.sort in {Sort.CAPITAL, Sort.COUNTRY}
