"""Copies are found whatever the order, and lead to the article that counts."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ledger.article import Article, Block, BlockKind, article_id
from whence.ledger.story import Copy
from whence.stories.copies import find_copies

SENTENCES = [
    "The harbour board said on Monday that ferry fares will rise by four per cent in April.",
    "Fuel now costs twice what it did when the present fares were set six years ago.",
    "Islanders who work in town were not asked, according to the chairman of their council.",
    "He wants the board to wait until the two new ships have come from the yard in Gdansk.",
    "The board has twelve members, four of whom voted against the rise after a long debate.",
    "Its chairwoman called the rise modest and said that children would still travel free.",
    "Hotels fear that guests will stay away in a summer that looked good until this week.",
    "A petition against the new fares had nine hundred names by the evening, its author said.",
    "The ministry of transport has no say in the matter but asked for the figures all the same.",
    "Last year the ferries carried more people than in any year since the bridge was opened.",
]
OTHERS = [
    "Police in the capital closed two streets after a crane had fallen onto an empty office.",
    "Nobody was hurt, the fire service said, because the workers had gone home an hour before.",
    "The crane was put up in spring by a firm that has since lost its licence for other reasons.",
    "Neighbours had written to the mayor twice about noises that came from the mast at night.",
]
WORDS = [
    "".join(letters)
    for letters in ("kasp", "runo", "velt", "miro", "dast", "lopu", "fenk", "gari", "hubs", "jolt")
]


def article(
    text: str,
    *,
    outlet: str | None = None,
    day: str | None = None,
    agency: str | None = None,
    url: str | None = None,
) -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Article(
        id=article_id(outlet, url, None, text),
        path=None,
        url=url,
        outlet=outlet,
        title=None,
        authors=(),
        published_at=day,
        language="en",
        text=text,
        blocks=blocks,
        agency=agency,
    )


def prose(*sentences: str) -> str:
    return " ".join(sentences)


def test_same_words_are_an_exact_copy() -> None:
    """Case, space and punctuation do not make another text."""
    first = article(prose(*SENTENCES), outlet="A", day="2024-10-21")
    again = article(prose(*SENTENCES).upper().replace(" ", "\n"), outlet="B", day="2024-10-22")

    assert find_copies([again, first]) == [Copy(again.id, first.id, "exact")]


def test_small_changes_are_a_near_copy() -> None:
    """One sentence more and one less is still the same text."""
    first = article(prose(*SENTENCES), outlet="A", day="2024-10-21")
    again = article(prose(*SENTENCES[1:], OTHERS[0]), outlet="B", day="2024-10-22")

    assert find_copies([again, first]) == [Copy(again.id, first.id, "near")]


def test_a_quotation_in_common_is_no_copy() -> None:
    """Two articles that share a sentence or two are two articles."""
    first = article(prose(*SENTENCES[:6]), outlet="A", day="2024-10-21")
    other = article(prose(*SENTENCES[6:], *OTHERS, SENTENCES[0]), outlet="B", day="2024-10-22")

    assert find_copies([first, other]) == []


def test_an_agency_s_text_in_an_outlet_is_wire_copy() -> None:
    """The agency's article is the original even where it is dated later."""
    wire = article(prose(*SENTENCES), outlet="Reuters", day="2024-10-22", agency="Reuters")
    text = prose("OSLO (Reuters) -", *SENTENCES[:7], *OTHERS)
    paper = article(text, outlet="Harbour Herald", day="2024-10-21", agency="Reuters")

    assert find_copies([paper, wire]) == [Copy(paper.id, wire.id, "wire")]


def test_two_outlets_with_one_agency_s_text() -> None:
    """Without the agency's own article, the earliest that has its text is the original."""
    first = article(prose(*SENTENCES), outlet="A", day="2024-10-21", agency="Reuters")
    later = article(prose(*SENTENCES[:8]), outlet="B", day="2024-10-22", agency="Reuters")

    assert find_copies([later, first]) == [Copy(later.id, first.id, "wire")]


def test_the_dated_article_comes_before_the_undated() -> None:
    """An article without a date is not taken for the first."""
    undated = article(prose(*SENTENCES), outlet="A")
    dated = article(prose(*SENTENCES), outlet="B", day="2024-10-21")

    assert find_copies([undated, dated]) == [Copy(undated.id, dated.id, "exact")]


def test_furniture_in_common_is_no_likeness() -> None:
    """Articles that share a long newsletter pitch are not alike for it."""
    pitch = prose(*SENTENCES)
    found = []
    for body in (prose(*OTHERS), prose(*reversed(WORDS * 4))):
        text = f"{pitch}\n{body}"
        blocks = (
            Block(BlockKind.BOILERPLATE, 0, len(pitch)),
            Block(BlockKind.PARAGRAPH, len(pitch) + 1, len(text)),
        )
        plain = article(text)
        found.append(
            Article(
                id=plain.id,
                path=None,
                url=None,
                outlet=None,
                title=None,
                authors=(),
                published_at=None,
                language="en",
                text=text,
                blocks=blocks,
            )
        )

    assert find_copies(found) == []


def test_the_same_article_twice_is_no_copy_of_itself() -> None:
    """One id is one article."""
    one = article(prose(*SENTENCES), outlet="A")

    assert find_copies([one, one]) == []


@pytest.mark.parametrize("texts", [[], [""], ["", "."], ["Short.", "Short."]])
def test_little_or_no_text(texts: list[str]) -> None:
    """Articles of few words are compared word for word only."""
    found = find_copies([article(text, url=str(place)) for place, text in enumerate(texts)])

    assert len(found) == (1 if texts == ["Short.", "Short."] else 0)


PARTS = st.lists(st.sampled_from([*SENTENCES, *OTHERS]), min_size=1, max_size=9)
ARTICLES = st.lists(
    st.builds(
        lambda parts, outlet, day: article(prose(*parts), outlet=outlet, day=day),
        PARTS,
        st.sampled_from(["A", "B", "Reuters", None]),
        st.sampled_from(["2024-10-20", "2024-10-21T08:00:00Z", "2024-10-21", None]),
    ),
    max_size=12,
)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_does_not_count(articles: list[Article], chance: random.Random) -> None:
    """Any order of the same articles gives the same copies."""
    mixed = list(articles)
    chance.shuffle(mixed)

    assert find_copies(mixed) == find_copies(articles)


@given(ARTICLES)
def test_copies_have_one_original(articles: list[Article]) -> None:
    """Each copy has one original, which is among the articles and no copy itself."""
    found = find_copies(articles)
    copies = [each.article for each in found]

    assert len(set(copies)) == len(copies)
    assert {each.original for each in found} <= {each.id for each in articles} - set(copies)


def test_a_phrase_that_all_print_costs_little() -> None:
    """Hundreds of articles that share a sentence are not copies of each other."""
    chance = random.Random(1)  # noqa: S311 - no secret
    articles = [
        article(prose(SENTENCES[0], *chance.choices(WORDS, k=80)), url=str(number))
        for number in range(400)
    ]

    assert find_copies(articles) == []
