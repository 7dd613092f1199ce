"""A state, bloc or body and a group noun -> officials, troops, governments, ministries."""

from __future__ import annotations

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.offices import Office
from whence.entities.seen import Named, Seen
from whence.ledger.entity import EntityKind
from whence.lexicon.countries import countries
from whence.lexicon.groups import modified_nouns, words_between
from whence.lexicon.nearby import nearby

OWNERS = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.BLOC, Sort.BODY, Sort.CAPITAL})
IN_PLACES = frozenset(
    {"officials", "official", "authorities", "diplomats", "lawmakers", "policymakers", "ministers"}
)
PLURALS = {
    "counterpart": "counterparts",
    "diplomat": "diplomats",
    "fighter": "fighters",
    "intelligence official": "intelligence officials",
    "lawmaker": "lawmakers",
    "official": "officials",
    "pilot": "pilots",
    "politician": "politicians",
    "soldier": "soldiers",
}
"""One of a group is kept as the group."""

OFFICES = ("ministry", "presidential office", "president's office", "prime minister's office")
"""Ends of organs that a capital after them tells the state of."""

LONGEST_BETWEEN = 3
MOST_OWNERS = 4


def find_groups(seen: Seen, taken: bytearray) -> list[Named]:
    """Groups and organs of states; words found are taken."""
    found: list[Named] = []
    for start in sorted(seen.groups):
        noun = seen.groups[start]
        if any(taken[noun.start : noun.end]) or _goes_on(seen, noun) or _is_listed(seen, noun):
            continue
        named = _owned(seen, noun, taken) or _placed(seen, noun, taken)
        if named:
            taken[named.start : named.end] = b"\x01" * (named.end - named.start)
            found.append(named)
    return found


def _is_listed(seen: Seen, noun: Office) -> bool:
    """Whether a noun is the end of a listed body's name."""
    hit = seen.hit_at(noun.start)
    return hit is not None and hit.end >= noun.end


def _goes_on(seen: Seen, noun: Office) -> bool:
    """Whether a noun is only an adjective of what follows ("military bases", "official media")."""
    words, end = seen.words, noun.end
    if end >= len(words) or words.opens[end] or not words.printed[end][0].isalpha():
        return False
    if words.lows[end - 1] == "official":
        return words.lows[end] not in nearby("after_official")
    if end in seen.titles or (end in seen.groups and noun.is_organ):
        return True
    return noun.is_organ and words.lows[end] in modified_nouns()


def _owned(seen: Seen, noun: Office, taken: bytearray) -> Named | None:
    """Groups with an owner before: "Russian officials", "U.S. and NATO officials"."""
    between, owner = _owner_before(seen, noun.start, taken)
    if owner is None or (owner.sort is Sort.BODY and not _is_group_of_body(owner, noun)):
        return None
    owners = _owners(seen, owner, taken)
    start = owners[0].start
    if any(taken[start : noun.end]):
        return None
    countries_named = {hit.profile.country for hit in owners}
    country = countries_named.pop() if len(countries_named) == 1 else None
    sector = noun.sector or (owner.profile.sector if owner.sort is Sort.BODY else None)
    if "intelligence" in between and noun.sector == "GOV":
        sector = "SPY"
    elif {"military", "defense", "defence"} & set(between) and noun.sector == "GOV":
        sector = "MIL"
    kind = EntityKind.ORGANISATION if noun.is_organ else EntityKind.GROUP
    name = _name(seen, owners, between, noun)
    return Named(start, noun.end, Profile(name, kind, country, sector=sector))


def _owner_before(seen: Seen, start: int, taken: bytearray) -> tuple[list[str], Hit | None]:
    """The listed name before a noun, and the words between the two."""
    words = seen.words
    between: list[str] = []
    index = start
    while index > 0 and not words.opens[index] and len(between) <= LONGEST_BETWEEN:
        hit = seen.hit_ends.get(index)
        if hit:
            is_owner = hit.sort in OWNERS and not any(taken[hit.start : hit.end])
            return between[::-1], hit if is_owner else None
        low = words.lows[index - 1]
        if low == "'s" and index == start - len(between):
            index -= 1
            continue
        if low != "-" and low not in words_between():
            return [], None
        between.append(low)
        index -= 1
    return [], None


def _is_group_of_body(owner: Hit, noun: Office) -> bool:
    """A body has officials, forces and lawmakers, no people and no government."""
    if owner.profile.sector == "PTY":
        return noun.sector in {"PTY", "LEG", "CVL", "GOV"} and not noun.is_organ
    is_people = not noun.is_organ and noun.sector not in {"CVL", "EDU", "PTY", "IGO"}
    return is_people and (owner.profile.sector != "JRN" or noun.sector == "JRN")


def _owners(seen: Seen, last: Hit, taken: bytearray) -> list[Hit]:
    """All that share the noun: "U.S. and NATO", "British, French and German"."""
    owners, words = [last], seen.words
    index = last.start
    while index > 0 and not words.opens[index] and len(owners) < MOST_OWNERS:
        joints = {"and", "or"} if len(owners) == 1 else {"and", ",", "or"}
        if words.lows[index - 1] not in joints:
            break
        hit = seen.hit_ends.get(index - 1)
        is_like = (
            hit and hit.sort in OWNERS - {Sort.CAPITAL} and not any(taken[hit.start : hit.end])
        )
        is_adjective = hit and (hit.sort is not Sort.COUNTRY or _is_adjective_too(seen, hit))
        if not hit or not is_like or not is_adjective:
            break
        owners.insert(0, hit)
        index = hit.start
    return owners


def _is_adjective_too(seen: Seen, hit: Hit) -> bool:
    """Whether a state's name also stands before a noun: "U.S.", "UK"."""
    return seen.words.keys[hit.start].isupper()


def _name(seen: Seen, owners: list[Hit], between: list[str], noun: Office) -> str:
    """As printed, but "South Korea's government" is kept as "South Korean government"."""
    words = seen.words
    if len(owners) > 1:
        first = words.phrase(owners[0].start, owners[-1].end)
    else:
        first = _adjective(seen, owners[0])
    dropped = {"senior", "top", "high-ranking", "unnamed", "anonymous", "high", "-", "ranking"}
    kept = [low for low in between if low not in dropped]
    is_name = noun.is_organ and words.capital[noun.start]
    printed = words.phrase(noun.start, noun.end) if is_name else noun.words
    return " ".join([first, *kept, PLURALS.get(noun.words, printed)])


def _adjective(seen: Seen, owner: Hit) -> str:
    printed = seen.words.phrase(owner.start, owner.end)
    is_state = owner.sort in {Sort.COUNTRY, Sort.ADJECTIVE}
    return (is_state and _adjective_of(owner.profile.country)) or printed


def _adjective_of(code: str | None) -> str | None:
    named = next((each for each in countries() if each.code == code), None)
    if named is None or not named.adjectives:
        return None
    return {"USA": "U.S."}.get(named.code, named.adjectives[0])


def _placed(seen: Seen, noun: Office, taken: bytearray) -> Named | None:
    """Groups with a place after: "officials in Seoul", "authorities in Ukraine"."""
    words = seen.words
    is_office = noun.is_organ and noun.words.endswith(OFFICES)
    if not (is_office or noun.words in IN_PLACES) or noun.end + 1 >= len(words):
        return None
    if words.opens[noun.end] or words.lows[noun.end] not in {"in", "from", "at"}:
        return None
    index = noun.end + 1
    index += words.lows[index] == "the"
    hit = seen.hits.get(index)
    if hit is None or hit.sort not in OWNERS | {Sort.PLACE} or any(taken[hit.start : hit.end]):
        return None
    start = noun.start
    if is_office:
        return _office_in(noun, hit)
    place = words.phrase(index, hit.end)
    noun_words = PLURALS.get(noun.words, noun.words)
    is_body = hit.sort is Sort.BODY
    placed = f"{noun_words.capitalize()} {words.lows[noun.end]} {place}"
    name = f"{place} {noun_words}" if is_body else placed
    sector = hit.profile.sector if is_body else noun.sector
    profile = Profile(name, EntityKind.GROUP, hit.profile.country, sector=sector)
    return Named(start, hit.end, profile)


def _office_in(noun: Office, capital: Hit) -> Named | None:
    """A ministry with its capital: "the foreign ministry in Kyiv"; embassies are elsewhere."""
    if capital.sort is not Sort.CAPITAL or not capital.profile.country:
        return None
    country = capital.profile.country
    name = f"{_adjective_of(country) or capital.profile.name} {noun.words}"
    profile = Profile(name, EntityKind.ORGANISATION, country, sector=noun.sector)
    return Named(noun.start, noun.end, profile)


PERSONAL_ORGANS = {
    "administration": "GOV", "government": "GOV", "regime": "GOV", "cabinet": "GOV",
    "campaign": "PTY", "camp": "PTY", "transition": "PTY",
}  # fmt: skip
"""What a person leads and the news calls by the person's name, with its sector."""


def with_organs(seen: Seen, persons: list[Named], taken: bytearray) -> list[Named]:
    """Mentions of persons, but of their organs where "administration" or "campaign" follows."""
    return [_organ(seen, named, taken) or named for named in persons]


def _organ(seen: Seen, person: Named, taken: bytearray) -> Named | None:
    words, index = seen.words, person.end
    if index < len(words) and words.lows[index] == "'s":
        index += 1
    if index >= len(words) or words.opens[index] or words.lows[index] not in PERSONAL_ORGANS:
        return None
    after = seen.titles.get(index)
    if any(taken[person.end : index + 1]) or (after and after.end > index + 1):
        return None  # "Trump campaign manager"
    taken[person.end : index + 1] = b"\x01" * (index + 1 - person.end)
    noun = words.lows[index]
    owner = person.profile.name.split()[-1] if " " in person.profile.name else person.profile.name
    printed = words.phrase(person.start, person.end).split()[-1]
    name = f"{printed if printed in person.profile.name else owner} {noun}"
    profile = Profile(
        name, EntityKind.ORGANISATION, person.profile.country, sector=PERSONAL_ORGANS[noun]
    )
    return Named(person.start, index + 1, profile)
