"""Words with their evidence -> lines of a brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.brief.making import first, made, material_of, second
from whence.brief.choose import MOST_LINES, by_origin, choose, is_anaphoric, is_tellable, lead_of
from whence.brief.fragments import Fragment, band, count, form, join, line_of, outlet
from whence.brief.material import Material
from whence.brief.numbers import figure
from whence.brief.wording import STANCE_VERB, range_of_origins
from whence.ledger.attribution import Stance
from whence.ledger.brief import Computed, Evidence
from whence.ledger.factuality import Perceived, Probability
from whence.ledger.quantity import Quantity
from whence.ledger.span import Span

PROOF = (Evidence("a", (Span(3, 9),)),)


@pytest.fixture(scope="module")
def material() -> Material:
    """Both articles of the made-up story."""
    return made()


def test_fragments_are_joined_with_all_they_carry() -> None:
    """Words, evidence and computed parts follow each other; what is empty leaves no gap."""
    found = join(Fragment("a", PROOF), Fragment(""), "b", count("2 origins"), between="; ")

    assert found.words == "a; b; 2 origins"
    assert found.evidence == PROOF
    assert found.computed == (Computed("2 origins", "count"),)


def test_evidence_without_words_is_kept() -> None:
    """`whole_evidence` has no words and all of the proof."""
    assert join(Fragment("a"), Fragment("", PROOF)).evidence == PROOF


def test_a_line_has_its_evidence_by_article(material: Material) -> None:
    """Spans are put together for each article, ascending, each once, with its letter."""
    one, other = material.letters
    fragment = Fragment(
        "x",
        (
            Evidence(other, (Span(5, 9),)),
            Evidence(one, (Span(7, 9), Span(1, 3))),
            Evidence(one, (Span(1, 3),)),
        ),
        (Computed("x", "form"), Computed("x", "form")),
    )
    found = line_of(material, fragment, ["c", "d", "c"])

    assert {each.article: each.span for each in found.evidence} == {
        one: (Span(1, 3), Span(7, 9)),
        other: (Span(5, 9),),
    }
    assert found.references == ("A", "B")
    assert found.claims == ("c", "d")
    assert found.computed == (Computed("x", "form"),)


READ = Perceived(0.67, 0.75, 0.8, 5146)


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (Probability(0.8, 0.9, "PHIA", "highly likely"), "PHIA 80–90 %"),
        (Probability(0.55, 0.8, "ICD-203", "likely"), "ICD-203 55–80 %"),
        (Probability(0.0, 0.05, "PHIA", "remote"), "PHIA 0–5 %"),
        (Probability(None, None, None, "likely"), "“likely”"),
        (Probability(None, None, None, "likely", READ), "“likely”; readers understand 67–80 %"),
        (Probability(0.55, 0.75, "PHIA", "likely", READ), "PHIA 55–75 %"),
    ],
)
def test_bands(probability: Probability, words: str) -> None:
    """In whole per cent, or the words where no yardstick applies."""
    assert band(probability).words == words


def test_what_is_computed_says_from_where(material: Material) -> None:
    """An outlet, a count and words of the form each name their origin."""
    article = next(iter(material.letters))

    assert outlet(material, article).computed == (Computed("Herald", "outlet"),)
    assert form("Disputed:").computed == (Computed("Disputed:", "heading"),)
    assert count("2 origins").computed == (Computed("2 origins", "count"),)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(1, 1, "1 origin"), (2, 2, "2 origins"), (1, 2, "1 to 2 origins"), (2, 5, "2 to 5 origins")],
)
def test_counts_of_origins(low: int, high: int, words: str) -> None:
    """One number where the least is the most."""
    assert range_of_origins(low, high) == words


def test_every_stance_has_a_verb() -> None:
    """Only plain saying has none."""
    assert set(STANCE_VERB) == set(Stance)
    assert [stance for stance in Stance if not STANCE_VERB[stance]] == [Stance.ASSERTS]


@pytest.mark.parametrize(
    ("words", "low", "high", "is_approximate", "expected"),
    [
        ("up to 300", None, 300, False, "≤ 300"),
        ("at least 3,000", 3000, None, False, "≥ 3,000"),
        ("more than 600,000", 600_001, None, False, "> 600,000"),
        ("fewer than 100", None, 99, False, "< 100"),
        ("about 11,000", 11_000, 11_000, True, "≈ 11,000"),
        ("1,500", 1500, 1500, False, "1,500"),
        ("1,500 to 3,000", 1500, 3000, False, "1,500 to 3,000"),
        ("thousands of", 1000, None, True, "thousands of"),
        ("2.5 million", 2_500_000, 2_500_000, False, "2.5 million"),
        ("up to\n300", None, 300, False, "≤ 300"),
    ],
)
def test_figures(
    words: str,
    low: int | None,
    high: int | None,
    is_approximate: bool,  # noqa: FBT001 - a column of the table
    expected: str,
) -> None:
    """A sign for the bound and the digits as printed; else the words."""
    quantity = Quantity(Span(0, len(words)), low, high, is_approximate, "men", None)

    assert figure(words, "a", quantity).words == expected


def test_choosing(material: Material) -> None:
    """What is chosen is tellable, each once and not too many; a pointing word is no claim."""
    chosen = choose(material)

    assert 0 < len(chosen) <= MOST_LINES
    assert len({claim.id for claim in chosen}) == len(chosen)
    assert all(is_tellable(claim) for claim in chosen)
    assert not any(is_anaphoric(lead_of(claim)) for claim in chosen)


def test_the_lead_has_the_words_of_its_claim(material: Material) -> None:
    """The assertion that tells a claim is the one its text was taken from."""
    for claim in material.claims:
        assert lead_of(claim) in claim.assertions


def test_assertions_by_origin(material: Material) -> None:
    """Those of one speaker are together, and none is lost."""
    for claim in material.claims:
        groups = by_origin(claim.assertions)
        assert sorted(map(id, claim.assertions)) == sorted(id(x) for g in groups for x in g)
        for group in groups:
            assert len({(each.chain[-1].entity, each.chain[-1].name) for each in group}) == 1


def test_an_unknown_outlet_is_called_so() -> None:
    """An article without an outlet has words for it."""
    reading = first()
    assert reading.article is not None
    nameless = replace(reading, article=replace(reading.article, outlet=None))
    material = material_of(nameless, second())

    assert material.outlet(reading.article.id) == "outlet unknown"
