"""The evidence that a sentence names."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.attributions.parts import Parts, any_parts, parts
from whence.attributions.basis import basis_of
from whence.ledger.attribution import Basis

DOCUMENT = Basis.DOCUMENT
EXPERT = Basis.EXPERT
EYEWITNESS = Basis.EYEWITNESS
IMAGERY = Basis.IMAGERY
INTELLIGENCE = Basis.INTELLIGENCE
MEDIA = Basis.MEDIA
OFFICIAL = Basis.OFFICIAL_STATEMENT

CASES = [
    ("images", "[Satellite images](source) [show](cue) [trenches](content).", IMAGERY),
    ("citing", "[Kim](source) [said](cue) [they dug](content), citing drone footage.", IMAGERY),
    (
        "backing",
        "[It](content) was [reported by](cue) [Kim](source), with satellite images to back it.",
        IMAGERY,
    ),
    ("shown", "[Kim](source) [said](cue) [videos showed that they dug](content).", IMAGERY),
    ("about-images", "[Kim](source) [banned](cue) [photos of the dam](content).", None),
    ("spies", "[The spy agency](source) [said](cue) [they dug](content).", INTELLIGENCE),
    (
        "intelligence-first",
        "[Intelligence officials](source) [said](cue) [they dug](content).",
        INTELLIGENCE,
    ),
    ("treaty", "[The treaty](source) [obliges](cue) [both to help](content).", DOCUMENT),
    ("witnesses", "[Residents](source) [said](cue) [they dug](content).", EYEWITNESS),
    ("paper", "[The newspaper](source) [reported](cue) [they dug](content).", MEDIA),
    ("reporter", "[Ann Poe, bureau chief of a daily](source), [said](cue) [it](content).", MEDIA),
    ("experts", "[Experts](source) [believe](cue) [they dug](content).", EXPERT),
    ("state", "[South Korea](source) [said](cue) [they dug](content).", OFFICIAL),
    ("capital", "[Kyiv](source) [said](cue) [they dug](content).", OFFICIAL),
    ("title", "[President Poe](source) [said](cue) [they dug](content).", OFFICIAL),
    ("citing-officials", "[Poe](source) [said](cue) [it](content), citing officials.", OFFICIAL),
    ("business", "[Poe, a business leader](source), [said](cue) [they dug](content).", None),
    ("name-only", "[Ann Poe](source) [said](cue) [they dug](content).", None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_basis_is_the_evidence(marked: str, expected: Basis | None) -> None:
    """The first kind of the contract's list that the sentence names for what is said."""
    read = parts(marked)

    found = basis_of(read.text, read.source, read.cue, read.content, read.sentence, is_named=True)

    assert found is expected


@pytest.mark.parametrize(
    "marked",
    [
        "[People familiar with the matter](source) [said](cue) [they dug](content).",
        "[They](content) [reportedly](cue) [dug](content).",
        "Amid [reports that](cue) [they dug](content).",
    ],
    ids=["familiar", "reportedly", "reports"],
)
def test_nobody_is_unnamed(marked: str) -> None:
    """Words of nobody who could be asked are unnamed."""
    read = parts(marked)

    found = basis_of(read.text, read.source, read.cue, read.content, read.sentence, is_named=False)

    assert found is Basis.UNNAMED


@given(any_parts())
def test_who_has_a_name_is_not_unnamed(read: Parts) -> None:
    """A named source is never `unnamed`; nothing raises."""
    found = basis_of(read.text, read.source, read.cue, read.content, read.sentence, is_named=True)

    assert found is not Basis.UNNAMED
