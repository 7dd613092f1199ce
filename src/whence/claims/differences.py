"""The claims of one story on two days -> what is otherwise on the later one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whence.claims.matching import Matched, Place, match_claims, place_of, speaker_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim, Link, Status
from whence.ledger.difference import Difference, DifferenceKind

_REACTIONS = {
    Stance.DENIES: DifferenceKind.DENIAL,
    Stance.DOUBTS: DifferenceKind.DOUBT,
    Stance.NEITHER: DifferenceKind.SILENCE,
    Stance.DECLINES: DifferenceKind.SILENCE,
}
_SAID = {
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.NEITHER: "neither confirmed nor denied",
    Stance.DECLINES: "declined to comment",
}

_PRONOUN = re.compile(
    r"it|he|she|they|we|i|you|who|that|this|one|others|nobody|none|somebody", re.IGNORECASE
)
_LOOSE = {
    True: "no other claim conflicts with it any more",
    False: "its assertions are grouped otherwise now",
}
"""Why a status changed that no assertion changed, by whether it was a conflict."""


def find_differences(
    story: str, before: Sequence[Claim], after: Sequence[Claim]
) -> list[Difference]:
    """New claims, changed statuses, new denials, doubts, silences and origins, claims gone.

    Args:
        story: Its id on the later day.
        before: The claims of its articles on the earlier day.
        after: Its claims on the later day.
    """
    matched = match_claims(before, after)
    every = {each.attribution: each for claim in after for each in claim.assertions}
    found: list[Difference] = []
    reacted: set[tuple[object, ...]] = set()
    for each in matched:
        found.extend(_reactions(story, each, every, reacted))
        if each.before is None:
            found.extend(_new(story, each))
        else:
            found.extend(_status(story, each, each.before))
            found.extend(_origins(story, each, each.before))
    there = {place_of(each) for claim in after for each in claim.assertions}
    found.extend(_gone(story, before, there))
    return found


def _of(
    kind: DifferenceKind, story: str, claim: Claim, assertion: Assertion, **fields: str | int | None
) -> Difference:
    """A difference that an assertion brought."""
    made: dict[str, object] = {
        "text": claim.text,
        "claim": claim.id,
        "article": assertion.article,
        "outlet": assertion.outlet,
        "day": assertion.printed_at or assertion.asserted_at,
        "stance": assertion.stance,
        "who": speaker_of(assertion),
        **fields,
    }
    return Difference(kind, story, **made)  # type: ignore[arg-type]


def _new(story: str, matched: Matched) -> Iterator[Difference]:
    """A claim that somebody puts forward, who is not only reacting."""
    claim = matched.claim
    forward = [each for each in matched.fresh if each.stance not in _REACTIONS]
    if forward:
        body = [each for each in forward if not each.is_heading]
        said = [each for each in body or forward if each.attribution]
        yield _of(
            DifferenceKind.CLAIM,
            story,
            claim,
            (said or body or forward)[0],
            after=claim.status.value,
            weight=_weight(claim),
        )


def _weight(claim: Claim) -> int:
    """What puts a claim before others: headings, numbers, outlets, first speakers by name."""
    has_number = any(each.quantity and each.quantity.unit for each in claim.assertions)
    named = sum(1 for each in claim.origins if each.is_named)
    is_told = any(each.attribution for each in claim.assertions)
    return 3 * claim.is_headlined + 2 * has_number + claim.outlet_count + named + 2 * is_told


def _reactions(
    story: str,
    matched: Matched,
    every: Mapping[str | None, Assertion],
    reacted: set[tuple[object, ...]],
) -> Iterator[Difference]:
    """Who now denies, doubts or keeps silent on a claim, each once.

    Args:
        story: Its id.
        matched: One claim.
        every: All assertions of the later day, by attribution.
        reacted: What was told before, to which this is added.
    """
    claim = matched.claim
    before = matched.before.assertions if matched.before else ()
    reacted |= {(each.stance, speaker_of(each), claim.id) for each in before}
    for each in matched.fresh:
        who = speaker_of(each)
        keys = {(each.stance, who, claim.id), (each.stance, who, each.text)}
        is_pronoun = each.chain[-1].entity is None and _PRONOUN.fullmatch(who or "it")
        if each.stance not in _REACTIONS or is_pronoun or keys & reacted:
            continue
        reacted |= keys
        meant = every.get(each.refers_to) if each.refers_to else None
        yield _of(
            _REACTIONS[each.stance],
            story,
            claim,
            each,
            text=each.text,
            why=meant.text if meant else None,
        )


def _status(story: str, matched: Matched, before: Claim) -> Iterator[Difference]:
    claim = matched.claim
    if claim.status is before.status:
        return
    cause = _cause(matched)
    if claim.status is Status.REPEATED and cause is None:
        return  # a copy prints it too; the copy is told of itself
    if cause is None:
        last = claim.assertions[-1]
        why = next((each.why for each in claim.conflicts), None)
        yield _of(
            DifferenceKind.STATUS,
            story,
            claim,
            last,
            before=before.status.value,
            after=claim.status.value,
            why=why or _LOOSE[before.status is Status.CONFLICTING],
            who=None,
        )
        return
    yield _of(
        DifferenceKind.STATUS,
        story,
        claim,
        cause,
        before=before.status.value,
        after=claim.status.value,
        why=_why(claim, cause),
    )


def _cause(matched: Matched) -> Assertion | None:
    """The assertion that changed the status: a denial for a dispute, else the first new one."""
    status, fresh = matched.claim.status, matched.fresh
    if status is Status.CONFLICTING:
        return None
    if status is Status.DISPUTED:
        denied = [each for each in fresh if each.stance is Stance.DENIES]
        doubted = [each for each in fresh if each.stance is Stance.DOUBTS]
        opposite = [each for each in fresh if each.degree < 0]
        return next(iter([*denied, *doubted, *opposite, *fresh]), None)
    before = matched.before.assertions if matched.before else ()
    known = {_speaker(each.chain[-1]) for each in before}
    others = [each for each in fresh if _speaker(each.chain[-1]) not in known]
    return next(iter([*others, *fresh]), None)


def _speaker(link: Link) -> str | None:
    """What tells one speaker from another."""
    return link.entity or link.name


def _why(claim: Claim, cause: Assertion) -> str:
    """Why the status changed, by the assertion that did it."""
    who = speaker_of(cause) or cause.outlet or "somebody not named"
    if claim.status is Status.DISPUTED:
        verb = "said the opposite of" if cause.degree < 0 else "stands behind"
        return f"{who} {_SAID.get(cause.stance, verb)} it"
    if claim.status is Status.CORROBORATED:
        return f"{who} says it too"
    if claim.status is Status.REPEATED:
        return f"{cause.outlet or 'an article without an outlet'} prints it too"
    if claim.status is Status.WITHDRAWN:
        return f"{cause.outlet or who} took it back"
    return f"{who} said it"


def _origins(story: str, matched: Matched, before: Claim) -> Iterator[Difference]:
    """First speakers by name that a known claim did not have."""
    known = {each.entity or each.name for each in before.origins}
    for origin in matched.claim.origins:
        if origin.entity is None or not origin.is_named:
            continue
        key = origin.entity or origin.name
        first = next(
            (
                each
                for each in matched.fresh
                if key in {each.chain[-1].entity, each.chain[-1].name} and not each.is_heading
            ),
            None,
        )
        if key not in known and first is not None and first.attribution is not None:
            yield _of(
                DifferenceKind.ORIGIN,
                story,
                matched.claim,
                first,
                before=_names(before),
                after=origin.name,
                who=origin.name,
            )


def _names(claim: Claim) -> str | None:
    return ", ".join(each.name for each in claim.origins if each.name) or None


def _gone(story: str, before: Iterable[Claim], there: set[Place]) -> Iterator[Difference]:
    """Claims of which no assertion is left; a heading alone has folded into its body."""
    for claim in before:
        is_heading = all(each.is_heading for each in claim.assertions)
        if not is_heading and not any(place_of(each) in there for each in claim.assertions):
            yield _of(
                DifferenceKind.CLAIM_GONE,
                story,
                claim,
                claim.assertions[0],
                before=claim.status.value,
            )
