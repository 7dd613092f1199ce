"""Claims and their actors -> the positions that each takes, and its silences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whence.claims.cast import Cast
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim
from whence.ledger.position import Position, Reply, Silence
from whence.text.stems import stems_of

_NO_ANSWER = re.compile(
    r"\b(?:respon(?:d|ded|se|ding)|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|reached?)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:to\s+)?(?:(?:be\s+drawn|comment|respond|speak|say)\b\s*)?(?:on|about|to)\s+(?=\w)",
    re.IGNORECASE,
)
FEWEST = 2  # content words of an assertion
_BARE = re.compile(r"(?:it|this|that|them|they|so|not|any|one|(?:to\s+)?comment)", re.IGNORECASE)
"""Words of a content that say nothing themselves."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What one actor says, with what is compared of it.

    Attributes:
        key: The actor's, in its cast.
        between: Keys or names of those between the outlet and the actor who are no press.
        assertion: What it was made from.
    """

    key: str
    position: Position
    between: tuple[str, ...]
    assertion: Assertion


def find_stands(claims: Iterable[Claim], cast: Cast) -> list[Stand]:
    """The positions of all actors, by the order of the claims and their assertions."""
    every = list(claims)
    texts = {
        each.attribution: (claim, each)
        for claim in every
        for each in claim.assertions
        if each.attribution
    }
    return [
        stand
        for claim in every
        for each in claim.assertions
        if (stand := _stand(claim, each, cast, texts)) is not None
    ]


def _stand(
    claim: Claim,
    assertion: Assertion,
    cast: Cast,
    texts: Mapping[str, tuple[Claim, Assertion]],
) -> Stand | None:
    last = assertion.chain[-1]
    key = cast.key(assertion.article, last)
    if assertion.attribution is None or key is None:
        return None
    position = Position(
        actor=cast.actors[key],
        claim=claim.id,
        story=claim.story,
        text=claim.text,
        stance=assertion.stance,
        degree=assertion.degree,
        certainty=assertion.certainty,
        probability=assertion.probability,
        words=assertion.text,
        about=_about(claim, assertion, texts),
        cue=last.cue,
        said_on=assertion.asserted_at,
        outlet=assertion.outlet,
        article=assertion.article,
        attribution=assertion.attribution,
        span=assertion.span,
        through=tuple(link.name for link in assertion.chain[1:-1] if link.name),
        is_heading=assertion.is_heading,
        copied_from=assertion.copied_from,
    )
    links = ((cast.key(assertion.article, link), link) for link in assertion.chain[1:-1])
    between = tuple(
        known or link.name or ""
        for known, link in links
        if known not in cast.press and not _is_own_body(known, key, cast)
    )
    return Stand(key, position, between, assertion)


def _is_own_body(link: str | None, key: str, cast: Cast) -> bool:
    """Whether a link of a chain is the speaker, its body, or the body's spokesman."""
    return link is not None and (link == key or cast.bodies.get(link) == key)


def _about(
    claim: Claim, assertion: Assertion, texts: Mapping[str, tuple[Claim, Assertion]]
) -> str | None:
    """What a content that only points means: the words it refers to, else its claim's text."""
    if assertion.refers_to and assertion.refers_to in texts:
        return texts[assertion.refers_to][1].text
    if _BARE.fullmatch(assertion.text) and claim.text != assertion.text:
        return claim.text
    return None


def is_told(position: Position) -> bool:
    """Whether it can be told from its words, or from what they refer to, what it is about.

    An assertion of one content word ("his lawyer") is a cut one.
    """
    if position.about is not None:
        return True
    is_cut = position.stance is Stance.ASSERTS and len(set(stems_of(position.words))) < FEWEST
    return not is_cut and _BARE.fullmatch(position.words) is None


SILENT = frozenset({Stance.NEITHER, Stance.DECLINES})


def silence_of(position: Position) -> Silence | None:
    """The silence that a position is; None where something was said."""
    if position.stance not in SILENT:
        return None
    about = _ABOUT.sub("", position.words) or position.words
    return Silence(
        actor=position.actor,
        reply=_reply(position),
        claim=position.claim,
        story=position.story,
        about=(position.about or about) if _BARE.fullmatch(about) else about,
        words=position.words,
        cue=position.cue,
        said_on=position.said_on,
        outlet=position.outlet,
        article=position.article,
        attribution=position.attribution,
        span=position.span,
        through=position.through,
        copied_from=position.copied_from,
    )


def _reply(position: Position) -> Reply:
    if position.stance is Stance.NEITHER:
        return Reply.NEITHER
    return Reply.NO_ANSWER if _NO_ANSWER.search(position.cue or "") else Reply.DECLINED


def of_actor(stands: Sequence[Stand], members: Iterable[str]) -> list[Stand]:
    """Those of some actors, by the day they were said, then article and place."""
    wanted = set(members)
    return sorted(
        (each for each in stands if each.key in wanted),
        key=lambda each: (
            each.position.said_on or "9999",
            each.position.article,
            each.position.span,
        ),
    )
