"""A story's material -> its part of a brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.brief.making import ALL, first, made, material_of, second
from tests.claims.making import attribution, reading_of
from whence.brief.check import failures
from whence.brief.compose import compose
from whence.brief.material import Material
from whence.ledger.attribution import Stance
from whence.ledger.brief import Line, StoryBrief
from whence.ledger.claim import Status

ORDER = [
    "At a glance",
    "Numbers",
    "Who says what",
    "Where the accounts differ",
    "On what it rests",
    "Timeline",
    "Still open",
]


@pytest.fixture(scope="module")
def material() -> Material:
    """Both articles."""
    return made()


@pytest.fixture(scope="module")
def brief(material: Material) -> StoryBrief:
    """What is printed of them."""
    return compose(material)


def lines_of(brief: StoryBrief, title: str) -> tuple[Line, ...]:
    return next(section.lines for section in brief.sections if section.title == title)


def test_sections_are_in_order(brief: StoryBrief) -> None:
    """Each section that has a line stands in its place, each once."""
    titles = [section.title for section in brief.sections]

    assert titles == [title for title in ORDER if title in titles]
    assert set(titles) == set(ORDER)


def test_every_printed_line_passes(brief: StoryBrief, material: Material) -> None:
    """No line is printed that its evidence does not show, and none was refused."""
    for section in brief.sections:
        assert section.lines
        for line in section.lines:
            assert failures(line, material.readings) == []
    assert brief.refused_count == 0


def test_lines_rest_on_articles_of_the_story(brief: StoryBrief, material: Material) -> None:
    """Evidence is in the texts, references are its letters, claims are of the story."""
    known = {claim.id for claim in material.claims}
    for section in brief.sections:
        for line in section.lines:
            assert set(line.claims) <= known
            assert line.evidence
            letters = sorted(material.letters[each.article] for each in line.evidence)
            assert list(line.references) == letters
            for each in line.evidence:
                size = len(material.text(each.article))
                assert all(0 <= span.start < span.end <= size for span in each.span)
                assert list(each.span) == sorted(set(each.span))
            assert all(computed.words in line.text for computed in line.computed)


def test_tables_have_a_cell_for_each_column(brief: StoryBrief) -> None:
    """Where a section has columns each line has as many cells; else it has none."""
    for section in brief.sections:
        assert all(len(line.cells) == len(section.columns) for line in section.lines)


def test_a_glance_says_who_says_it_through_whom(brief: StoryBrief) -> None:
    """The first claims have their speaker, the paper between, and who is against."""
    text = "\n".join(line.text for line in lines_of(brief, "At a glance"))

    assert "up to 300 houses in Lakeside could flood" in text
    assert "Ana Lopes" in text
    assert "through Courier" in text
    assert "possible" in text
    assert "denied by Jon Ito" in text
    assert "PHIA 55–75 %" in text


def test_numbers_have_their_bound(brief: StoryBrief) -> None:
    """ "Up to 300" is at most 300, said by her, through the paper, in the Herald."""
    rows = {line.cells[1]: line.cells for line in lines_of(brief, "Numbers")}

    assert rows["≤ 300"][2:5] == ("Ana Lopes", "Courier", "Herald")
    assert rows["900"][2] == "Jon Ito"


def test_accounts_that_differ(brief: StoryBrief) -> None:
    """A dispute and two numbers that leave no room are told with both sides."""
    found = [line.text for line in lines_of(brief, "Where the accounts differ")]

    assert any(text.startswith("Disputed:") and "Jon Ito" in text for text in found)
    assert any("quantity" in text and "300" in text and "900" in text for text in found)


def test_what_it_rests_on(brief: StoryBrief) -> None:
    """Images come with what they show."""
    (images,) = [x for x in lines_of(brief, "On what it rests") if x.text.startswith("Imagery")]

    assert "crack" in images.text


def test_what_is_still_open(brief: StoryBrief) -> None:
    """Who declined, and what the text leaves open."""
    text = "\n".join(line.text for line in lines_of(brief, "Still open"))

    assert "declined to comment on" in text
    assert "It remains unclear whether the Lakeside dam holds." in text


def test_the_summary_counts(brief: StoryBrief, material: Material) -> None:
    """Articles, outlets, claims and days."""
    assert brief.title == "Lakeside dam breaks"
    assert brief.summary == (
        f"2 articles, 2 outlets · {len(material.claims)} claims · 2031-05-04 to 2031-05-05"
    )


def test_a_line_that_fails_is_counted_and_not_printed(material: Material) -> None:
    """A claim with words that no article has is refused in every section."""
    forged = tuple(
        replace(
            claim,
            text=claim.text.replace("Lakeside", "Riverside"),
            assertions=tuple(
                replace(each, text=each.text.replace("Lakeside", "Riverside"))
                for each in claim.assertions
            ),
        )
        for claim in material.claims
    )
    found = compose(replace(material, claims=forged))

    assert found.refused_count > 0
    printed = [line.text for section in found.sections for line in section.lines]
    assert not any("Riverside" in text for text in printed)


def test_a_story_without_claims_has_only_what_its_sentences_say(material: Material) -> None:
    """Nothing is made up where nothing is claimed."""
    found = compose(replace(material, claims=()))

    assert [section.title for section in found.sections] == ["Still open"]


def test_a_copy_adds_no_timeline(material: Material) -> None:
    """What a copy says again is told once."""
    star = second().article
    herald = first().article
    assert star is not None
    assert herald is not None
    found = compose(replace(material, originals={herald.id: star.id}))

    assert "Timeline" not in [section.title for section in found.sections]


def test_the_same_material_gives_the_same_brief(material: Material) -> None:
    """Nothing but the material decides."""
    assert compose(material) == compose(made())


def test_one_article_makes_a_brief() -> None:
    """Of a single article there is nothing that differs between outlets."""
    material = material_of(second())
    found = compose(material)

    assert found.refused_count == 0
    assert all(claim.status is not Status.CORROBORATED for claim in material.claims)


def test_a_short_claim_alone_is_told_at_a_glance() -> None:
    """Where nothing says enough to stand alone, what there is stands there."""
    read, reading = reading_of("Ana Lopes said the dam held.", entities=ALL)
    said = attribution(
        reading, read.span("Ana Lopes"), read.span("said"), read.span("the dam held")
    )
    found = compose(material_of(replace(reading, attributions=(said,))))

    (line,) = lines_of(found, "At a glance")
    assert line.text.startswith("Ana Lopes: the dam held")
    assert found.summary.startswith("1 article, 1 outlet · 1 claim ·")


@pytest.mark.parametrize(("asker", "count"), [("Ana Lopes", 1), (None, 0)])
def test_a_question_is_open_where_somebody_asks_it(asker: str | None, count: int) -> None:
    """Of “Pressed on whether he believed it” nobody is the asker."""
    read, reading = reading_of("Ana Lopes asked whether the dam would hold.", entities=ALL)
    asked = attribution(
        reading,
        read.span(asker) if asker else None,
        read.span("asked"),
        read.span("whether the dam would hold"),
        stance=Stance.ASKS,
    )
    found = compose(material_of(replace(reading, attributions=(asked,))))
    titles = [section.title for section in found.sections]

    assert titles.count("Still open") == count
