"""Certainty, polarity and degree according to the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.attributions.parts import Parts, any_parts, parts
from tests.conftest import TreeOf
from whence.attributions.firmness import Firmness, firmness_of, own_firmness_of
from whence.attributions.stance import stance_of
from whence.ledger.attribution import Stance
from whence.ledger.factuality import Polarity
from whence.ledger.span import Span
from whence.text.trees import Tree

CASES = [
    ("plain", "[Kim](source) [said](cue) [the dam held](content).", 3),
    ("future", "[Kim](source) [said](cue) [the dam will hold](content).", 3),
    ("claims", "[Kim](source) [claims](cue) [the dam held](content).", 3),
    ("could", "[Kim](source) [said](cue) [the dam could break](content).", 1),
    ("may-warn", "[Kim](source) [warns](cue) [the dam may break](content).", 1),
    ("possible", "[Kim](source) [said](cue) [it was possible that it broke](content).", 1),
    ("no-verb", "[Kim](source) [raised concerns about](cue) [a potential flood](content).", 1),
    ("adjective", "[Kim](source) [said](cue) [the potential flood was averted](content).", 3),
    ("probably", "[Kim](source) [said](cue) [the dam probably held](content).", 2),
    ("believes", "[Kim](source) [believes](cue) [the dam held](content).", 2),
    ("suggests", "[Intelligence](source) [suggests](cue) [they arrived](content).", 2),
    ("appears", "[Kim](source) [appears](cue) [to be leaving](content).", 2),
    ("believes-could", "[Kim](source) [believes](cue) [the dam could break](content).", 1),
    ("reportedly", "[The dam](content) [reportedly](cue) [held](content).", 0),
    ("inner-allegedly", "[Kim](source) [said](cue) [Lee had allegedly left](content).", 0),
    ("reports", "Amid [reports that](cue) [the dam broke](content).", 0),
    ("reports-may", "Amid [reports that](cue) [the dam may break](content).", 1),
    ("reports-suggest", "[Reports](source) [suggest](cue) [the dam broke](content).", 2),
    ("question", "[Kim](source) [asked](cue) [whether the dam held](content).", 0),
    ("demand", "[Kim](source) [called for](cue) [a new dam](content).", 0),
    ("plan", "[Kim](source) [plans](cue) [to leave](content).", 0),
    ("declines", "[Kim](source) [declined to comment on](cue) [the flood](content).", 0),
    ("if-after", "[Kim](source) [said](cue) [Lee would leave if the dam broke](content).", 0),
    ("if-before", "[Kim](source) [said](cue) [if it broke, Lee would leave](content).", 0),
    ("not-said", "[Kim](source) [did not say](cue) that [Lee left](content).", 0),
    ("unclear", "[Kim](source) [said](cue) [it was unclear who left](content).", 0),
    ("not-confirm", "[Kim](source) [said](cue) [he could not confirm the flood](content).", 0),
    ("should", "[Kim](source) [said](cue) [Lee should leave](content).", 0),
    ("denied", "[Kim](source) [denied](cue) [opening the dam](content).", -3),
    ("called-false", "[Kim](source) [said](cue) [the reports were false](content).", -3),
    ("did-not", "[Kim](source) [said](cue) [the dam did not break](content).", -3),
    ("contracted", "[“It didn’t break,”](content) [said](cue) [Kim](source).", -3),
    ("cannot", "[Kim](source) [said](cue) [the dam cannot break](content).", -3),
    ("never", "[Kim](source) [said](cue) [the dam never broke](content).", -3),
    ("no-subject", "[Kim](source) [said](cue) [no dam had broken](content).", -3),
    ("no-object", "[Kim](source) [said](cue) [the army has no plans](content).", -3),
    ("no-one", "[Kim](source) [said](cue) [nobody was hurt](content).", -3),
    ("no-longer", "[Kim](source) [said](cue) [the dam is no longer safe](content).", -3),
    ("may-not", "[Kim](source) [said](cue) [the dam may not hold](content).", -1),
    ("could-not", "[Kim](source) [said](cue) [they could not enter](content).", -3),
    ("unlikely", "[Kim](source) [said](cue) [it is unlikely to break](content).", -2),
    ("not-likely", "[Kim](source) [said](cue) [it is not likely to break](content).", -2),
    ("likely-not", "[Kim](source) [said](cue) [the dam will likely not break](content).", -2),
    ("likely-that-not", "[Kim](source) [said](cue) [it is likely that it has not](content).", -2),
    ("no-evidence", "[Kim](source) [said](cue) [there is no evidence it broke](content).", -2),
    ("does-not-think", "[Kim](source) [does not think](cue) [the dam broke](content).", -2),
    ("doubts", "[Kim](source) [doubts](cue) that [the dam will hold](content).", -2),
    ("hardly", "[Kim](source) [said](cue) [the dam was hardly damaged](content).", -2),
    ("not-ruled-out", "[Kim](source) [said](cue) [a flood cannot be ruled out](content).", 1),
    ("not-impossible", "[Kim](source) [said](cue) [it is not impossible](content).", 1),
    ("no-doubt", "[Kim](source) [said](cue) [there is no doubt that it broke](content).", 3),
    ("not-only", "[Kim](source) [said](cue) [it not only leaked but also broke](content).", 3),
    ("with-no", "[Kim](source) [said](cue) [they left with no delay](content).", 3),
    ("double", "[Kim](source) [said](cue) [nobody has not heard of it](content).", 3),
    ("relative", "[Kim](source) [said](cue) [it aids Lee, who has no army](content).", 3),
    ("relative-that", "[Kim](source) [said](cue) [they sent arms that may not work](content).", 3),
    ("subject-clause", "[Kim](source) [said](cue) [men who did not flee were shot](content).", 3),
    ("because", "[Kim](source) [said](cue) [they left because it was not safe](content).", 3),
    ("other-speaker", "[Kim](source) [said](cue) [Lee revealed that it could break](content).", 3),
    ("month", "[Kim](source) [said](cue) [the dam broke in May](content).", 3),
    ("strength", "[Kim](source) [said](cue) [its military might has grown](content).", 3),
    ("first-sentence", "[“We won. It may not last,”](content) [said](cue) [Kim](source).", 3),
    ("fear-of", "There are [fears of](cue) [a flood](content).", 1),
    ("fears-will", "[Kim](source) [is worried](cue) [the dam will break](content).", 1),
    ("not-to", "[Kim](source) [vowed](cue) [not to leave](content).", 0),
]


def _read(read: Parts, tree: Tree | None = None, service: str | None = None) -> Firmness:
    stance = stance_of(read.text, read.source, read.cue, read.content, read.sentence)
    return firmness_of(read.text, read.cue, read.content, read.source, stance, service, tree)


@pytest.mark.parametrize(("marked", "degree"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_degree_follows_the_main_predicate(marked: str, degree: float, tree_of: TreeOf) -> None:
    """Hedges and negators of the main clause count, those of others do not."""
    read = parts(marked)

    assert _read(read, tree_of(read.text)).degree == degree


def test_polarity_of_an_intention_is_kept() -> None:
    """Who vows not to leave has a degree of 0, and a negative polarity."""
    found = _read(parts("[Kim](source) [vowed](cue) [not to leave](content)."))

    assert found.polarity is Polarity.NEGATIVE


def test_band_is_the_speakers_own() -> None:
    """ "Highly likely" is 80 to 90 % in London, and has no band where nobody knows who speaks."""
    read = parts("[London](source) [assesses](cue) that it is [highly likely they left](content).")

    known, unknown = _read(read, service="GBR").probability, _read(read).probability

    assert known is not None
    assert (known.low, known.high, known.scale) == (0.80, 0.90, "PHIA")
    assert unknown is not None
    assert (unknown.low, unknown.scale, unknown.words) == (None, None, "highly likely")


OWN = [
    ("plain", "The army has left the valley.", 3),
    ("negative", "The army has not left the valley, which could help.", -3),
    ("reportedly", "Some troops reportedly already in the valley", 0),
    ("could", "A retreat could have serious effects", 1),
    ("would", "A retreat would mark a change.", 0),
    ("question", "Will the army leave?", 0),
    ("remains", "Whether the army leaves remains to be seen.", 0),
    ("to-come", "Northern troops to join the war", 3),
    ("until-victory", "The army will stay until it is no longer needed.", 3),
]


@pytest.mark.parametrize(("text", "degree"), [c[1:] for c in OWN], ids=[c[0] for c in OWN])
def test_outlet_has_a_degree_too(text: str, degree: float, tree_of: TreeOf) -> None:
    """A headline or a sentence outside any attribution is the outlet's word."""
    assert own_firmness_of(text, Span(0, len(text)), None, tree_of(text)).degree == degree


@settings(deadline=None)  # a network reads each example
@given(any_parts())
def test_sign_of_degree_is_polarity(tree_of: TreeOf, read: Parts) -> None:
    """A degree above zero is positive, below zero negative; nothing raises."""
    trees = tree_of(read.text)
    for stance in Stance:
        found = firmness_of(read.text, read.cue, read.content, read.source, stance, "USA", trees)
        if found.degree:
            assert (found.degree > 0) is (found.polarity is Polarity.POSITIVE)
        assert -3 <= found.degree <= 3


@settings(deadline=None)  # a network reads each example
@given(any_parts())
def test_same_words_same_firmness(tree_of: TreeOf, read: Parts) -> None:
    """Reading twice gives the same, for attributions and for the outlet's own words."""
    trees = tree_of(read.text)

    assert _read(read, trees) == _read(read, tree_of(read.text))
    assert own_firmness_of(read.text, read.sentence, None, trees) == own_firmness_of(
        read.text, read.sentence, None, tree_of(read.text)
    )
