"""Negation, denial, doubt, silence, plans, warnings, conditions, questions: scope by scope."""

from __future__ import annotations

import pytest

from tests.attributions.flood import MARKED, OWN, ROWS
from tests.attributions.parts import parts
from tests.conftest import TreeOf
from whence.attributions.firmness import firmness_of, own_firmness_of
from whence.attributions.quotation import quotation_of
from whence.attributions.stance import stance_of
from whence.ledger.attribution import Quotation
from whence.ledger.span import Span

SHORT = {"neither_confirms_nor_denies": "neither", "declines_to_comment": "declines"}
ROLES = (("s", "source"), ("c", "cue"), ("k", "content"))


def _cells(rows: str) -> list[list[str]]:
    lines = [line for line in rows.strip().splitlines() if not line.startswith("#")]
    return [line.split(" | ") for line in lines]


def _marked(marked: str) -> str:
    """The roles' names in full."""
    for letter, role in ROLES:
        marked = marked.replace(f"]({letter})", f"]({role})")
    return marked


SET_OUT = [
    (name, f"[{who}](source) [{cue}](cue) [{what}](content).", expected)
    for name, who, cue, what, expected in _cells(ROWS)
]
CASES = [*SET_OUT, *((name, _marked(words), expected) for name, words, expected in _cells(MARKED))]


def _told(degree: float, polarity: str) -> str:
    """The degree, and the polarity where the degree does not show it."""
    return f"{degree:g}" if degree or polarity == "unknown" else f"{degree:g} {polarity}"


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_stance_and_firmness_in_a_flood(marked: str, expected: str, tree_of: TreeOf) -> None:
    """What negates, hedges, asks or refuses acts on its own clause, and only there."""
    read = parts(marked)
    stance = stance_of(read.text, read.source, read.cue, read.content, read.sentence)
    done = SHORT.get(stance.value, stance.value)

    trees = tree_of(read.text)
    found = firmness_of(read.text, read.cue, read.content, read.source, stance, None, trees)

    assert f"{done} {_told(found.degree, found.polarity.value)}" == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [row[1:] for row in _cells(OWN)],
    ids=[row[0] for row in _cells(OWN)],
)
def test_firmness_of_headlines(words: str, expected: str, tree_of: TreeOf) -> None:
    """A headline is read in its own grammar: "to send" is certain, a question is open."""
    found = own_firmness_of(words, Span(0, len(words)), None, tree_of(words))

    assert _told(found.degree, found.polarity.value) == expected


@pytest.mark.parametrize(
    ("marked", "quotation"),
    [
        ("Vesk said [the so-called “river republic” had sent pumps](content).", "indirect"),
        ("Vesk said [a so-called 'safe road' was shut](content).", "indirect"),
        ("Vesk said [the so-called republic “will not send pumps again”](content).", "mixed"),
        ("Vesk said [“the so-called republic is shut”](content).", "direct"),
    ],
    ids=["so-called", "single", "further-words", "all"],
)
def test_a_name_held_at_arms_length_is_no_quotation(marked: str, quotation: str) -> None:
    """Marks after "so-called" are around a name, and quote nobody."""
    read = parts(marked)

    assert quotation_of(read.text, read.content) is Quotation(quotation)
