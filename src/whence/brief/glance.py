"""Chosen claims -> the lines "At a glance"."""

from __future__ import annotations

from collections.abc import Sequence

from whence.brief.choose import by_origin, choose, lead_of
from whence.brief.fragments import (
    Fragment,
    content,
    count,
    firmness,
    form,
    join,
    line_of,
    outlet,
    speaker,
    through,
    told,
    verb,
    whole_evidence,
)
from whence.brief.material import Material
from whence.brief.wording import REACTION, is_negative, range_of_origins
from whence.ledger.attribution import Stance
from whence.ledger.brief import Line
from whence.ledger.claim import Assertion, Claim
from whence.ledger.factuality import Certainty

MOST_ORIGINS = 4
MOST_AGAINST = 3
PUT_FORWARD = frozenset({Stance.ASSERTS, Stance.WARNS, Stance.FEARS})
"""Stances that say that it is, or may be, so."""

ABOUT = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.DECLINES})
"""Stances towards what somebody else said."""


def glance(material: Material) -> list[Line]:
    """One line for each chosen claim."""
    return [claim_line(material, claim) for claim in choose(material)]


def claim_line(material: Material, claim: Claim) -> Line:
    """A claim with who says it, how firmly, through whom, and who is against it."""
    lead = lead_of(claim)
    about = [each for each in claim.assertions if each.stance in ABOUT or is_negative(each)]
    saying = [each for each in claim.assertions if each not in about]
    if lead in about or not saying:
        parts = [one_speaker(material, lead)]
        about = [each for each in about if each.chain[-1] != lead.chain[-1]]
    else:
        every = [group[0] for group in by_origin(saying)]
        firsts = [each for each in every if _says_as_much(each, lead)] or every[:1]
        less = [each for each in every if each not in firsts][: MOST_ORIGINS - len(firsts)]
        plain = all(each.stance in PUT_FORWARD for each in firsts)
        if len(firsts) > 1 and plain:
            parts = [_many(material, lead, firsts)]
        else:
            others = [join("; ", _too(material, each)) for each in firsts[1:MOST_ORIGINS]]
            parts = [one_speaker(material, firsts[0]), *others]
        parts += [join("; ", one_speaker(material, each)) for each in less]
    somebodys = [each for each in about if each.chain[-1].name is not None]
    for group in by_origin(somebodys)[:MOST_AGAINST]:
        parts.append(join("; ", reaction(material, group[0])))
    counts = []
    if claim.outlet_count > 1:
        counts.append(count(f"{claim.outlet_count} outlets"))
    if claim.origin_count_high > 1 or counts:
        counts.append(count(range_of_origins(claim.origin_count, claim.origin_count_high)))
    if counts:
        parts.append(join(". ", join(*counts, between=", ")))
    return line_of(material, join(*parts), [claim.id])


def _says_as_much(assertion: Assertion, lead: Assertion) -> bool:
    """Whether an assertion gives a number where the lead does: else its own words are printed."""
    return lead.quantity is None or assertion.quantity is not None


def one_speaker(material: Material, assertion: Assertion) -> Fragment:
    """Write "Speaker cue: words, through X — possible (outlet)"."""
    return join(
        told(material, assertion),
        through(material, assertion),
        _sureness(assertion),
        in_outlet(material, assertion),
    )


def in_outlet(material: Material, assertion: Assertion) -> Fragment:
    """Write " (outlet)"; nothing where the outlet itself speaks, or is not known."""
    if assertion.attribution is None or assertion.outlet is None:
        return Fragment("")
    return join(" (", outlet(material, assertion.article), ")")


def _many(material: Material, lead: Assertion, firsts: Sequence[Assertion]) -> Fragment:
    """Write "words — possible — said by one, through X (outlet); another (outlet)"."""
    speakers = [
        join(
            speaker(material, each),
            through(material, each),
            in_outlet(material, each),
            whole_evidence(material, each),
        )
        for each in firsts[:MOST_ORIGINS]
    ]
    more = len(firsts) - MOST_ORIGINS
    if more > 0:
        speakers.append(count(f"and {more} more"))
    return join(
        content(material, lead), _sureness(lead), ", said by ", join(*speakers, between="; ")
    )


def _too(material: Material, assertion: Assertion) -> Fragment:
    """Write "Y condemned the same, through Z (outlet)"."""
    done = verb(material, assertion)
    return join(
        speaker(material, assertion),
        join(" ", done) if done.words else " says",
        form(" the same"),
        through(material, assertion),
        in_outlet(material, assertion),
        whole_evidence(material, assertion),
    )


def reaction(material: Material, assertion: Assertion) -> Fragment:
    """Write "doubted by X, through Y (outlet)"."""
    done = REACTION.get(assertion.stance, "said not to be so")
    return join(
        form(f"{done} by"),
        " ",
        speaker(material, assertion),
        through(material, assertion),
        in_outlet(material, assertion),
        whole_evidence(material, assertion),
    )


def _sureness(assertion: Assertion) -> Fragment:
    """Write " — possible", or the band; nothing for what is certain."""
    if assertion.probability is None and assertion.certainty is Certainty.CERTAIN:
        return Fragment("")
    if assertion.stance in ABOUT:
        return Fragment("")
    return join(" — ", firmness(assertion))
