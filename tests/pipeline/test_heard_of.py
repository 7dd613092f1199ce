"""What an actor says by matter, and what others say of it."""

from __future__ import annotations

from dataclasses import replace

from tests.pipeline.articles import article
from tests.pipeline.readers import WordVectors
from whence.claims.port import Encoder
from whence.ledger.claim import Conflict, Detail
from whence.ledger.reading import Reading
from whence.pipeline.build import Ledger, build_ledger
from whence.pipeline.heard_of import entities_of, matters_of, mentions_of
from whence.pipeline.positions import Stands
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader

WEIR = """Weir in danger

Mayor Jane Doe said that the weir would hold. Mayor Jane Doe denied that the dam leaks.

Governor Ana Ruiz said that the bridge was closed by Jane Doe. An aide to Jane Doe said that \
Jane Doe was asleep. Jane Doe said that Jane Doe was awake.
"""


def told() -> tuple[list[Reading], Ledger, Stands]:
    """One article, its ledger, and where everybody stands."""
    readings = [read_article(article(WEIR, "The Weir"), TrainedReader())]
    encoder: Encoder = WordVectors()
    ledger = build_ledger(readings, encoder)
    return readings, ledger, Stands(readings, ledger, encoder)


def test_claims_that_bear_on_each_other_are_one_matter() -> None:
    """Two positions stand apart until their claims conflict; then they are told together."""
    _, ledger, stands = told()
    positions = stands.of("Jane Doe").positions
    one, two = positions[0].claim, next(e.claim for e in positions if e.claim != positions[0].claim)
    apart = matters_of(positions, ledger.claims)
    conflict = Conflict(two, Detail.POLARITY, "They do not agree.")
    joined = [
        replace(each, conflicts=(conflict,)) if each.id == one else each for each in ledger.claims
    ]
    together = matters_of(positions, joined)

    assert len(together) == len(apart) - 1
    assert {one, two} <= {each.claim for each in together[0].positions}
    for found in (apart, together):
        assert sorted(e.attribution for m in found for e in m.positions) == sorted(
            each.attribution for each in positions
        )


def test_what_others_say_of_an_actor_is_found() -> None:
    """Neither its own words nor those of its house, and each with the claim it is part of."""
    readings, ledger, stands = told()
    own = stands.of("Jane Doe")
    given = {each.attribution for each in own.positions}
    entities = entities_of(own.actor.id, given, ledger.claims)
    found = mentions_of(entities, readings, ledger.claims)

    assert [each.who for each in found] == ["Ana Ruiz"]
    assert "closed by Jane Doe" in found[0].words
    assert found[0].claim in {each.id for each in ledger.claims}
    assert found[0].article == own.positions[0].article
    assert mentions_of({"nobody"}, readings, ledger.claims) == []
