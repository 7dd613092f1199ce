"""What a person asks of claims and actors -> the ruling that holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from whence.claims.rulings import number_of
from whence.errors import RulingError
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.ruling import (
    LOCAL,
    LONGEST_REASON,
    Correction,
    Field,
    Place,
    Ruling,
    RulingKind,
    Subject,
    place_of,
)

LONGEST_WORDS = 1_000
"""Characters of a claim's wording, and of a name."""

OF_ASSERTION = (Field.SPEAKER, Field.STANCE, Field.LOW, Field.HIGH, Field.UNIT, Field.HIDDEN)
"""What can be corrected of one assertion, in the order in which it is asked."""


class Decided(NamedTuple):
    """Who decides, when and why.

    Attributes:
        at: A moment in UTC.
        by: A name.
        reason: None where no reason is given.
    """

    at: str
    by: str = LOCAL
    reason: str | None = None


def merge_claims(claim: Claim, other: Claim, decided: Decided) -> Ruling:
    """Two claims of one story are the same.

    Raises:
        RulingError: They are one already, or of two stories.
    """
    if claim.id == other.id:
        raise RulingError(f"{claim.id} is one claim; name two to merge")
    if claim.story != other.story:
        raise RulingError(f"{claim.id} and {other.id} are of two stories; merge these first")
    return _of_claim(RulingKind.MERGE, _places(claim), _places(other), (), decided)


def split_claim(claim: Claim, parted: Sequence[Place], decided: Decided) -> Ruling:
    """Some assertions of a claim are another one.

    Raises:
        RulingError: None is named, one is not the claim's, or none would stay.
    """
    every = _places(claim)
    strangers = [each for each in parted if each not in every]
    if strangers:
        raise RulingError(f"{place_words(strangers[0])} is no assertion of claim {claim.id}")
    if not parted:
        raise RulingError("name the assertions that are another claim")
    stay = tuple(each for each in every if each not in parted)
    if not stay:
        raise RulingError(f"nothing of claim {claim.id} would stay; leave one assertion at least")
    own = tuple(each for each in every if each in parted)
    return _of_claim(RulingKind.SPLIT, own, stay, (), decided)


def word_claim(claim: Claim, words: str, decided: Decided) -> Ruling:
    """A claim is shown by other words; those of its first assertion go with it.

    Raises:
        RulingError: There are no words, too many, or the same ones.
    """
    after = _short(words)
    if not after or after == claim.text:
        raise RulingError("give other words for the claim")
    correction = Correction(Field.WORDING, claim.text, after)
    return _of_claim(RulingKind.CORRECT, _places(claim), (), (correction,), decided)


def correct_assertion(
    assertion: Assertion, values: Mapping[Field, str | None], decided: Decided
) -> Ruling:
    """An assertion's first speaker, stance, number, or whether it is one, is not as it was read.

    Args:
        assertion: As it is now.
        values: What is so, of `OF_ASSERTION`; those that are so already are passed over. None
            for a bound that is open; `Field.HIDDEN` with any text hides it.
        decided: Who decides, when and why.

    Raises:
        RulingError: Nothing would change, or a value is not possible.
    """
    now = values_of(assertion)
    checked = {field: _checked(field, value) for field, value in values.items()}
    corrections = tuple(
        Correction(field, now[field], checked[field])
        for field in OF_ASSERTION
        if field in checked and checked[field] != now[field]
    )
    if not corrections:
        raise RulingError("nothing would change; give another value")
    low, high = (number_of(checked.get(each, now[each])) for each in (Field.LOW, Field.HIGH))
    if low is not None and high is not None and low > high:
        raise RulingError(f"{low:g} is more than {high:g}; give the smaller bound first")
    place = place_of(assertion)
    return _of_claim(RulingKind.CORRECT, (place,), (), corrections, decided)


def values_of(assertion: Assertion) -> dict[Field, str | None]:
    """What can be corrected of an assertion, as it is now."""
    amount = assertion.quantity
    return {
        Field.SPEAKER: assertion.chain[-1].name if assertion.chain else None,
        Field.STANCE: assertion.stance.value,
        Field.LOW: None if amount is None or amount.low is None else f"{amount.low}",
        Field.HIGH: None if amount is None or amount.high is None else f"{amount.high}",
        Field.UNIT: amount.unit if amount else None,
        Field.HIDDEN: None,
    }


def merge_actors(entity: Entity, other: Entity, decided: Decided) -> Ruling:
    """Two names are those of one actor, who is called by the second one.

    Raises:
        RulingError: They are one already.
    """
    if entity.id == other.id:
        raise RulingError(f"{entity.name} is one actor; name two to merge")
    return _of_actor(
        RulingKind.MERGE, entity, (), _becomes(entity, other.name, other.kind), decided
    )


def split_actor(
    entity: Entity, articles: Sequence[str], name: str, kind: EntityKind, decided: Decided
) -> Ruling:
    """Whoever is called so in some articles is somebody else.

    Raises:
        RulingError: No article is named, or the other one would be the same.
    """
    after = _short(name)
    if not articles:
        raise RulingError("name the articles that speak of somebody else")
    if not after or entity_id(kind, after) == entity.id:
        raise RulingError(f"give another name or kind for whom these articles call {entity.name}")
    changes = _becomes(entity, after, kind)
    return _of_actor(RulingKind.SPLIT, entity, tuple(articles), changes, decided)


def correct_actor(
    entity: Entity, name: str, kind: EntityKind, role: str | None, decided: Decided
) -> Ruling:
    """An actor's name, kind or role is not as it was read.

    Raises:
        RulingError: Nothing would change, or there is no name.
    """
    changes = list(_becomes(entity, _short(name), kind))
    after = _short(role or "") or None
    if after != entity.role:
        changes.append(Correction(Field.ROLE, entity.role, after))
    if not changes or not _short(name):
        raise RulingError("nothing would change; give another name, kind or role")
    return _of_actor(RulingKind.CORRECT, entity, (), tuple(changes), decided)


def place_words(place: Place) -> str:
    """A place as it is written: article:start-end."""
    return f"{place.article}:{place.start}-{place.end}"


def _becomes(entity: Entity, name: str, kind: EntityKind) -> tuple[Correction, ...]:
    """Name and kind before and after; none where both stay, both where one changes."""
    if (entity.name, entity.kind) == (name, kind):
        return ()
    named = Correction(Field.NAME, entity.name, name)
    return (named, Correction(Field.KIND, entity.kind.value, kind.value))


def _places(claim: Claim) -> tuple[Place, ...]:
    return tuple(map(place_of, claim.assertions))


def _checked(field: Field, value: str | None) -> str | None:
    """A value as it is kept.

    Raises:
        RulingError: It is not possible.
    """
    words = _short(value or "") or None
    if field is Field.STANCE and words not in set(Stance):
        raise RulingError(f"{words!r} is no stance; one of {', '.join(Stance)}")
    if field is Field.SPEAKER and words is None:
        raise RulingError("give the first speaker's name")
    if field in {Field.LOW, Field.HIGH}:
        try:
            found = number_of(words)
        except ValueError as error:
            raise RulingError(f"{words!r} is no number") from error
        return None if found is None else f"{found}"
    return words


def _short(words: str) -> str:
    found = " ".join(words.split())
    if len(found) > LONGEST_WORDS:
        raise RulingError(f"more than {LONGEST_WORDS} characters; say it shorter")
    return found


def _reason(decided: Decided) -> str | None:
    reason = " ".join((decided.reason or "").split()) or None
    if reason and len(reason) > LONGEST_REASON:
        raise RulingError(f"a reason has {LONGEST_REASON} characters at most")
    return reason


def _of_claim(
    kind: RulingKind,
    places: tuple[Place, ...],
    others: tuple[Place, ...],
    corrections: tuple[Correction, ...],
    decided: Decided,
) -> Ruling:
    return Ruling(
        number=0,
        kind=kind,
        articles=(),
        others=(),
        target=(),
        decided_at=decided.at,
        subject=Subject.CLAIM,
        decided_by=decided.by,
        reason=_reason(decided),
        places=places,
        other_places=others,
        corrections=corrections,
    )


def _of_actor(
    kind: RulingKind,
    entity: Entity,
    articles: tuple[str, ...],
    corrections: tuple[Correction, ...],
    decided: Decided,
) -> Ruling:
    return Ruling(
        number=0,
        kind=kind,
        articles=articles,
        others=(),
        target=(),
        decided_at=decided.at,
        subject=Subject.ACTOR,
        decided_by=decided.by,
        reason=_reason(decided),
        actors=(entity.id,),
        corrections=corrections,
    )
