"""A claim -> the page on which a person merges, splits and corrects it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from whence.desk.asked import Fields, Filled, decided, field, just_done, keep, seen
from whence.desk.frame import html, one, place, source_of
from whence.errors import RulingError
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim
from whence.ledger.ruling import Field, Place, Ruling, place_of
from whence.ledger.span import hull
from whence.pipeline.candidates import likest_claims
from whence.pipeline.decisions import (
    OF_ASSERTION,
    correct_assertion,
    merge_claims,
    split_claim,
    values_of,
    word_claim,
)
from whence.render.phrases import (
    assertion_words,
    day_words,
    name_words,
    origins_words,
    stance_words,
    value_words,
)
from whence.render.visible import one_line
from whence.store.near import claim_at
from whence.text.counting import counted

MOST_CANDIDATES = 12
"""Claims that may be merged; words lead to the others."""

Words = Annotated[str, Query(max_length=200)]
Done = Annotated[int | None, Query(ge=1)]

router = APIRouter(include_in_schema=False)


def _claim(request: Request, claim: str) -> tuple[Claim, tuple[Claim, ...]]:
    """A claim, and all of its story.

    Raises:
        NotFoundError: The ledger does not have it.
    """
    source = source_of(request)
    found, told = source.claim(source.view(), claim)
    return found, tuple(told.claims)


@router.get("/claims/{claim}/correct")
def correct_page(request: Request, claim: str, words: Words = "", done: Done = None) -> Response:
    """What can be decided of a claim."""
    source = source_of(request)
    found, every = _claim(request, claim)
    near = likest_claims(found, every, source.encoder, words=words, most=MOST_CANDIDATES)
    return html(
        "correct_claim.html",
        request,
        None,
        days=(),
        title="Correct a claim",
        claim=found.id,
        wording=one_line(found.text),
        marks=", ".join(found.corrected),
        words=words,
        done=just_done(source.store, done),
        candidates=[_candidate(each, found) for each in near],
        rows=[_row(each) for each in found.assertions],
        stances=[(each.value, stance_words(each)) for each in Stance],
    )


def _candidate(claim: Claim, found: Claim) -> dict[str, object]:
    outlets = {each.outlet or each.article for each in (*claim.assertions, *found.assertions)}
    both = counted(len(claim.assertions) + len(found.assertions), "assertion")
    return {
        "id": claim.id,
        "text": one_line(claim.text),
        "status": value_words(claim.status),
        "origins": origins_words(claim),
        "after": f"{both} in {counted(len(outlets), 'outlet')}",
    }


def _row(assertion: Assertion) -> dict[str, object]:
    values = {field: one_line(value or "") for field, value in values_of(assertion).items()}
    return {
        "place": written(place_of(assertion)),
        "chain": " → ".join(name_words(link.name) for link in reversed(assertion.chain)),
        "said": assertion_words(assertion),
        "day": day_words(assertion.asserted_at),
        "words": one_line(assertion.text),
        "href": place(assertion.article, hull(assertion.span)),
        "values": {each.value: value for each, value in values.items()},
        "corrected": ", ".join(assertion.corrected),
    }


def written(found: Place) -> str:
    """A place as a form carries it."""
    return f"{found.article}:{found.start}-{found.end}:{found.attribution}"


@router.post("/claims/{claim}/merge")
def merge(request: Request, claim: str, fields: Filled) -> Response:
    """Make one claim of two."""
    found, every = _claim(request, claim)
    other = one({each.id: each for each in every}, "claim", field(fields, "other"))
    return _decided(request, found, merge_claims(found, other, decided(request, fields)))


@router.post("/claims/{claim}/split")
def split(request: Request, claim: str, fields: Filled) -> Response:
    """Part the ticked assertions."""
    found, _ = _claim(request, claim)
    own = {written(place_of(each)): place_of(each) for each in found.assertions}
    ticked = [one(own, "assertion", each) for each in fields.get("place", ())]
    return _decided(request, found, split_claim(found, ticked, decided(request, fields)))


@router.post("/claims/{claim}/wording")
def wording(request: Request, claim: str, fields: Filled) -> Response:
    """Show a claim by other words."""
    found, _ = _claim(request, claim)
    ruling = word_claim(found, field(fields, "wording"), decided(request, fields))
    return _decided(request, found, ruling)


@router.post("/claims/{claim}/assertion")
def assertion(request: Request, claim: str, fields: Filled) -> Response:
    """Correct who says an assertion first, how, and which number; or say that it is none."""
    found, _ = _claim(request, claim)
    own = {written(place_of(each)): each for each in found.assertions}
    about = one(own, "assertion", field(fields, "place"))
    ruling = correct_assertion(about, _values(fields, about), decided(request, fields))
    return _decided(request, found, ruling)


def _values(fields: Fields, about: Assertion) -> dict[Field, str | None]:
    """What was filled in otherwise than it was shown."""
    now = values_of(about)
    given = {each: field(fields, each.value) for each in OF_ASSERTION if each.value in fields}
    return {
        each: value or None for each, value in given.items() if value != one_line(now[each] or "")
    }


def _decided(request: Request, claim: Claim, ruling: Ruling) -> RedirectResponse:
    """Keep it, and go to the claim that has the first of its assertions now."""
    if claim.story is None:
        raise RulingError(f"claim {claim.id} is of no story")
    number = keep(request, ruling)
    leading = next((each for each in map(place_of, claim.assertions)), None)
    with source_of(request).store.reading() as connection:
        now = claim_at(connection, leading) if leading else None
    where = f"/claims/{now}/correct" if now else f"/stories/{claim.story}/correct"
    return seen(where, number)
