"""A reading -> its assertions: who puts forward what, through whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import BOARD, COURIER, ITO, LOPES, ROY, attribution, reading_of
from whence.claims.propositions import claim_words, main_quantity, make_assertions, passes_on
from whence.ledger.article import BlockKind
from whence.ledger.attribution import OwnWords, Stance
from whence.ledger.claim import Amount
from whence.ledger.factuality import Certainty, Polarity
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span

PEOPLE = (LOPES, ITO, ROY, BOARD, COURIER)


def plain(text: str, **kwargs: object) -> Reading:
    """A reading of one marked attribution."""
    read, reading = reading_of(text, entities=PEOPLE, **kwargs)  # type: ignore[arg-type]
    spans = read.spans
    found = attribution(
        reading,
        spans["source"][0] if spans["source"] else None,
        spans["cue"][0] if spans["cue"] else None,
        spans["content"][0],
    )
    return replace(reading, attributions=(found,))


def names(reading: Reading, number: int = 0) -> list[str | None]:
    return [link.name for link in make_assertions(reading)[number].chain]


CHAINS = [
    ("plain", "[Ana Lopes](source) [said](cue) [it held](content).", ["Herald", "Ana Lopes"]),
    (
        "told-a-paper",
        "[Ana Lopes](source) [told](cue) the Courier that [it held](content).",
        ["Herald", "Courier", "Ana Lopes"],
    ),
    (
        "interview",
        "In an interview with the Courier, [Ana Lopes](source) [said](cue) [it held](content).",
        ["Herald", "Courier", "Ana Lopes"],
    ),
    (
        "cited-by",
        "[Ana Lopes](source), cited by the Courier, [said](cue) [it held](content).",
        ["Herald", "Courier", "Ana Lopes"],
    ),
    (
        "told-a-paper-after-the-content",
        "[“It held,”](content) [Ana Lopes](source) [told](cue) the Courier.",
        ["Herald", "Courier", "Ana Lopes"],
    ),
    (
        "the-paper-itself",
        "[The Courier](source) [reported](cue) [it held](content).",
        ["Herald", "Courier"],
    ),
    (
        "a-paper-inside-the-content",
        "[Ana Lopes](source) [said](cue) [she told the Courier](content).",
        ["Herald", "Ana Lopes"],
    ),
    (
        "a-paper-in-another-sentence",
        "[Ana Lopes](source) [said](cue) [it held](content). Others told the Courier so.",
        ["Herald", "Ana Lopes"],
    ),
    (
        "a-person-told",
        "[Ana Lopes](source) [told](cue) Jon Ito that [it held](content).",
        ["Herald", "Ana Lopes"],
    ),
    (
        "a-source-without-an-entity",
        "[two engineers](source) [said](cue) [it held](content).",
        ["Herald", "two engineers"],
    ),
    (
        "a-paper-citing-a-person",
        "[The Courier](source) [reported](cue) [it held](content), citing the mayor Ana Lopes.",
        ["Herald", "Courier", "Ana Lopes"],
    ),
    (
        "first-reported-by-a-paper-that-nobody-knows",
        "[Ana Lopes](source) [said](cue) [it held](content), as first reported by the Lake Star.",
        ["Herald", "Lake Star", "Ana Lopes"],
    ),
    (
        "through-two",
        "[The Courier](source) [said](cue) [Ana Lopes told the Herald so](content).",
        ["Herald", "Courier"],
    ),
    ("nobody", "[Reportedly](cue) [it held](content).", ["Herald", None]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in CHAINS], ids=[row[0] for row in CHAINS]
)
def test_chains_run_from_the_outlet_to_the_first_speaker(
    text: str, expected: list[str | None]
) -> None:
    """A paper that passed words on stands between the outlet and who said them."""
    assert names(plain(text)) == expected


def test_cues_are_kept_in_the_chain() -> None:
    """The outlet has no cue, a paper the words that lead to it, the speaker its own."""
    reading = plain("[Ana Lopes](source) [told](cue) the Courier that [it held](content).")
    (found,) = make_assertions(reading)

    assert [link.cue for link in found.chain] == [None, "told", "told"]
    assert [link.entity for link in found.chain] == [None, COURIER.id, LOPES.id]


def nested() -> Reading:
    """Jon Ito reported that Ana Lopes revealed that up to 300 houses flooded."""
    read, reading = reading_of(
        "Jon Ito reported that Ana Lopes revealed that up to 300 houses flooded.",
        entities=PEOPLE,
    )
    text = read.text
    outer = attribution(
        reading,
        read.span("Jon Ito"),
        read.span("reported"),
        Span(text.index("that"), len(text) - 1),
    )
    inner = attribution(
        reading,
        read.span("Ana Lopes"),
        read.span("revealed"),
        read.span("that up to 300 houses flooded"),
        within=outer.id,
    )
    number = Quantity(
        read.span("up to 300"), None, 300, False, "houses", None, inner.id  # noqa: FBT003
    )  # fmt: skip
    return replace(reading, attributions=(outer, inner), quantities=(number,))


def test_a_nested_attribution_ends_at_who_speaks_inside() -> None:
    """Who only passes it on is a link, and makes no assertion of his own."""
    (found,) = make_assertions(nested())

    assert [link.name for link in found.chain] == ["Herald", "Jon Ito", "Ana Lopes"]
    assert [link.cue for link in found.chain] == [None, "reported", "revealed"]
    assert found.text == "up to 300 houses flooded"
    assert found.quantity == Amount(None, 300, "houses")


def test_who_doubts_what_another_said_speaks_too() -> None:
    """Only plain reporting passes on: whoever denies the words of another says something."""
    reading = nested()
    outer, inner = reading.attributions
    denies = replace(outer, stance=Stance.DENIES)

    assert passes_on(outer, [outer, inner])
    assert not passes_on(denies, [denies, inner])
    assert len(make_assertions(replace(reading, attributions=(denies, inner)))) == 2


def test_a_day_beside_an_outer_cue_holds_for_the_inner() -> None:
    """What is said on a day is asserted that day, else when the article was printed."""
    reading = nested()
    outer, inner = reading.attributions
    dated = replace(outer, said_at="2031-05-02")

    assert make_assertions(reading)[0].asserted_at == "2031-05-04"
    found = make_assertions(replace(reading, attributions=(dated, inner)))
    assert found[0].asserted_at == "2031-05-02"


def own_reading(outlet: str | None = "Herald") -> Reading:
    """An article that says one thing in its own voice, in a headline."""
    read, reading = reading_of("300 houses flood", kinds=[BlockKind.HEADLINE], outlet=outlet)
    words = OwnWords(Span(0, 16), BlockKind.HEADLINE, Certainty.CERTAIN, Polarity.POSITIVE, 3.0)
    number = Quantity(read.span("300"), 300, 300, False, "houses", None)  # noqa: FBT003
    return replace(reading, own_words=(words,), quantities=(number,))


def test_an_outlet_speaks_for_itself() -> None:
    """In its own voice the chain is the outlet alone, and no attribution is named."""
    (found,) = make_assertions(own_reading())

    assert found.attribution is None
    assert [link.name for link in found.chain] == ["Herald"]
    assert found.is_heading
    assert found.is_named
    assert found.quantity == Amount(300, 300, "houses")


def test_an_unknown_outlet_is_not_named() -> None:
    """An article without an outlet has a first link without a name."""
    (found,) = make_assertions(own_reading(outlet=None))

    assert [link.name for link in found.chain] == [None]
    assert not found.is_named


def test_a_copy_speaks_with_the_voice_of_its_original() -> None:
    """What a copy says in its own voice ends at the agency whose text it is."""
    (found,) = make_assertions(own_reading(), original="Reuters")

    assert [link.name for link in found.chain] == ["Herald", "Reuters"]


def test_a_reaction_finds_its_claim() -> None:
    """ "This claim" in a second sentence refers to the first."""
    read, reading = reading_of(
        "Ana Lopes said the dam held. This claim was denied by Jon Ito.", entities=PEOPLE
    )
    says = attribution(
        reading, read.span("Ana Lopes"), read.span("said"), read.span("the dam held")
    )
    denies = attribution(
        reading,
        read.span("Jon Ito"),
        read.span("was denied"),
        read.span("This claim"),
        stance=Stance.DENIES,
        degree=-3.0,
    )
    first, second = make_assertions(replace(reading, attributions=(denies, says)))

    assert (first.text, second.text) == ("the dam held", "This claim")
    assert second.refers_to == says.id


def test_an_input_that_was_not_read_says_nothing() -> None:
    """Without an article there is no assertion."""
    assert make_assertions(Reading("x", None)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that the dam held,", "the dam held"),
        ("whether it held", "it held"),
        ("“The dam held,”", "The dam held"),
        ("“The dam held", "The dam held"),
        ("to leave", "to leave"),
        ("“Hold” he cried “now”", "Hold” he cried “now"),
        ("it was a “grave” fault", "it was a “grave” fault"),
        ("the “old dam”", "the “old dam”"),
        ("that", "that"),
        ("“”", "“”"),
        ("- the dam held", "the dam held"),
        ("the\n dam", "the dam"),
        ("“The dam,” … “is safe”", "The dam … is safe"),
        ("thatched roofs", "thatched roofs"),
        ("🌊 rose", "🌊 rose"),
    ],
)
def test_the_words_of_a_claim(text: str, expected: str) -> None:
    """A leading "that" and marks around go; marks of a quotation inside stay in pairs."""
    assert claim_words((Span(0, len(text)),), text) == expected


def test_the_quantity_of_a_claim_has_a_unit() -> None:
    """The first with a unit, else the first, else none."""
    bare = Quantity(Span(0, 1), 9, 9, False, None, None)  # noqa: FBT003
    counted = Quantity(Span(2, 3), 3, 3, False, "houses", None)  # noqa: FBT003

    assert main_quantity([bare, counted]) == counted
    assert main_quantity([bare]) == bare
    assert main_quantity([]) is None
