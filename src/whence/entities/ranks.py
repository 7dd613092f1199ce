"""A title's words -> office, fields and deputy's rank, so that two titles can be compared."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

DEPUTIES = frozenset({"deputy", "vice", "assistant", "under", "undersecretary"})
FORMER = frozenset({"former", "ex", "late"})
DROPPED = frozenset({"and", "the", "of", "for", "affairs", ",", "&", "national", "state"})
"""Words that ministries of one kind have or lack ("national defence minister")."""

LINKS = frozenset({"of", "for"})
DOUBLE = frozenset({"general", "elect", "designate"})
"""Last words that change the office before them: an attorney general is no general."""

SPELLINGS = {"defense": "defence", "labor": "labour", "advisor": "adviser"}
MINISTERIAL = frozenset({"minister", "ministry", "secretary", "department"})
WITH_FIELDS_ONLY = frozenset({"minister", "secretary", "chief", "adviser"})
OF_STATE = frozenset({"president", "premier", "chancellor", "taoiseach"}) | WITH_FIELDS_ONLY
"""Offices that every state has once; the others tell one only by their field."""


class Rank(NamedTuple):
    """A title taken apart.

    Attributes:
        office: The noun: "minister", "attorney general".
        fields: What for: {"interior", "safety"}; empty for the office alone.
        is_deputy: Whether it is a deputy's.
        is_former: Whether it was left.
    """

    office: str
    fields: frozenset[str]
    is_deputy: bool
    is_former: bool

    @property
    def is_of_state(self) -> bool:
        """Whether a state has one such office, so that it can tell the state."""
        is_known = bool(self.fields) or self.office not in WITH_FIELDS_ONLY
        return self.office in OF_STATE and is_known and "press" not in self.fields


@cache
def rank_of(title: str) -> Rank:
    """Take a title in lower case apart; British and American spellings are one."""
    words = [SPELLINGS.get(word, word) for word in title.replace("-", " ").lower().split()]
    is_former = bool(words) and words[0] in FORMER
    words = words[is_former:]
    is_deputy = not DEPUTIES.isdisjoint(words)
    words = [word for word in words if word not in DEPUTIES - {"undersecretary"}]
    cut = next((at for at, word in enumerate(words) if at and word in LINKS), len(words))
    before, after = words[:cut], words[cut + 1 :]
    size = 2 if len(before) > 1 and before[-1] in DOUBLE else 1
    kept = {*before[:-size], *after} - (DROPPED if after != ["state"] else {"of"})
    return Rank(" ".join(before[-size:]), frozenset(kept), is_deputy, is_former)


def has_role(role: str | None, title: str) -> bool:
    """Whether a role is this title or a closer one ("foreign minister" is a "minister")."""
    if role is None:
        return False
    own, asked = rank_of(role), rank_of(title)
    is_like = (own.office, own.is_deputy, own.is_former) == asked[:1] + asked[2:]
    return is_like and asked.fields <= own.fields
