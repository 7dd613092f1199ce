"""Who speaks of whom, as a net."""

from __future__ import annotations

from dataclasses import replace

from tests.render.pictures.told import check, marks_of
from tests.render.sample import HALE, NORTHERN, OUTER, POST, found
from tests.render.sample_ledger import CLAIM
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Link
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.reading import Reading
from whence.render.pictures.network import MOST_NODES, network_picture
from whence.render.pictures.ties import TieKind, find_ties

COURIER = replace(
    HALE,
    id=entity_id(EntityKind.ORGANISATION, "The Northern Courier"),
    name="The Northern Courier",
    kind=EntityKind.ORGANISATION,
    mentions=found(POST.text, "The Northern Courier"),
)
KESTREL = replace(
    COURIER,
    id=entity_id(EntityKind.ORGANISATION, "Kestrel Grain"),
    name="Kestrel Grain",
    mentions=found(NORTHERN.text, "Kestrel Grain"),
)
READINGS = (
    Reading("p", POST, entities=(HALE, COURIER), attributions=(replace(OUTER, entity=COURIER.id),)),
    Reading("n", NORTHERN, entities=(replace(HALE, mentions=()), KESTREL)),
)


def said(who: Entity, stance: Stance, *through: Entity) -> Assertion:
    """Somebody's assertion in the Northern article, through others."""
    chain = [Link(each.name, each.id, "said") for each in (*through, who)]
    return replace(CLAIM.assertions[1], stance=stance, chain=(Link("The Owl", None, None), *chain))


QUARREL = replace(
    CLAIM,
    assertions=(said(HALE, Stance.ASSERTS, COURIER), said(KESTREL, Stance.DENIES)),
)


def test_all_kinds_of_ties_are_found() -> None:
    """Who speaks of whom, who denies what whom asserts, and who passes on whom."""
    ties = find_ties(READINGS, [QUARREL], frozenset())

    named = {(ties.names[t.who], t.kind, ties.names[t.whom]) for t in ties.counts}
    assert named == {
        ("The Northern Courier", TieKind.SPEAKS_OF, "Tomas Hale"),
        ("The Northern Courier", TieKind.PASSES_ON, "Tomas Hale"),
        ("Kestrel Grain", TieKind.CONTRADICTS, "Tomas Hale"),
    }


def test_ties_are_rows_with_their_words() -> None:
    """Each with how often, and an article."""
    picture = check(network_picture(READINGS, [QUARREL]))

    assert ("Kestrel Grain", "denies or doubts", "Tomas Hale", 1) in picture.rows
    assert {proof.article for proof in picture.proofs if proof} == {POST.id, NORTHERN.id}
    assert "3 ties between 3" in picture.alternative


def test_copies_tie_nobody() -> None:
    """What an article only prints again counts once."""
    assert network_picture(READINGS, [QUARREL], {POST.id, NORTHERN.id}) is None


def test_nobody_who_speaks_gives_no_net() -> None:
    """Neither do readings without attributions."""
    assert network_picture([], []) is None
    assert network_picture([READINGS[1]], [CLAIM]) is None


def test_the_net_is_the_same_every_time_and_not_too_large() -> None:
    """Forty who contradict one another: those with most ties are drawn, the others counted."""
    people = [
        replace(KESTREL, id=entity_id(EntityKind.PERSON, f"Person {at}"), name=f"Person {at}")
        for at in range(40)
    ]
    reading = replace(READINGS[1], entities=(HALE, *people))
    claims = [
        replace(CLAIM, assertions=(said(HALE, Stance.ASSERTS), said(each, Stance.DENIES)))
        for each in people
    ]
    picture = check(network_picture([reading], claims))

    assert picture == network_picture([reading], claims)
    nodes = [mark for mark in marks_of(picture) if "ties" in mark]
    assert len(nodes) == MOST_NODES
    assert len({(mark["x"], mark["y"]) for mark in nodes}) == MOST_NODES
    assert len(picture.rows) == 40
    assert "13 weaker ties only in the table" in picture.alternative
