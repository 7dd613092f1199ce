"""Two versions of an article and the claims of its story -> what the newer says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whence.ledger.claim import Assertion, Claim
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.factuality import Certainty

FEWEST_WORDS = 3  # of a claim that is worth telling
_FIRMNESS = {
    Certainty.CERTAIN: 3,
    Certainty.PROBABLE: 2,
    Certainty.POSSIBLE: 1,
    Certainty.UNCOMMITTED: 0,
}


def version_changes(
    story: str, earlier: str, later: str, claims: Sequence[Claim]
) -> Iterator[Difference]:
    """The claims that a newer version of an article adds, softens, firms up or leaves out.

    Args:
        story: Its id.
        earlier: Id of the older version.
        later: Id of the newer one.
        claims: Of the story, both versions among its articles.
    """
    texts = {
        name: {_plain(each) for claim in claims for each in _of(claim, name)}
        for name in (earlier, later)
    }
    for claim in claims:
        was, now = _told(claim, earlier), _told(claim, later)
        if was and now:
            yield from _firmness(story, claim, was, now)
        elif now and _plain(now) not in texts[earlier]:
            yield _change(DifferenceKind.VERSION_ADDED, story, claim, now, after=now.text)
        elif was and _plain(was) not in texts[later]:
            yield _change(DifferenceKind.VERSION_WITHDRAWN, story, claim, was, before=was.text)


def _of(claim: Claim, article: str) -> list[Assertion]:
    return [each for each in claim.assertions if each.article == article]


def _told(claim: Claim, article: str) -> Assertion | None:
    """The first assertion of a claim in an article's body that says something."""
    return next(
        (
            each
            for each in _of(claim, article)
            if not each.is_heading and len(each.text.split()) >= FEWEST_WORDS
        ),
        None,
    )


def _plain(assertion: Assertion) -> str:
    return " ".join(assertion.text.casefold().split())


def _firmness(story: str, claim: Claim, was: Assertion, now: Assertion) -> Iterator[Difference]:
    before, after = _FIRMNESS[was.certainty], _FIRMNESS[now.certainty]
    if before == after or _plain(was) == _plain(now):
        return
    kind = DifferenceKind.VERSION_SOFTENED if after < before else DifferenceKind.VERSION_FIRMER
    yield _change(kind, story, claim, now, before=was.text, after=now.text)


def _change(
    kind: DifferenceKind,
    story: str,
    claim: Claim,
    at: Assertion,
    *,
    before: str | None = None,
    after: str | None = None,
) -> Difference:
    return Difference(
        kind=kind,
        story=story,
        text=at.text,
        claim=claim.id,
        article=at.article,
        outlet=at.outlet,
        day=at.printed_at,
        stance=at.stance,
        who=at.chain[-1].name if at.attribution else None,
        before=before,
        after=after,
    )
