"""The words of the form: how a brief names a stance, a basis, a number of origins."""

from __future__ import annotations

from whence.ledger.attribution import Basis, Stance
from whence.ledger.claim import Assertion
from whence.ledger.factuality import Probability
from whence.text.counting import counted

STANCE_VERB = {
    Stance.ASSERTS: "",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
    Stance.NEITHER: "neither confirms nor denies",
    Stance.DECLINES: "declines to comment on",
    Stance.ASKS: "asks",
    Stance.DEMANDS: "demands",
    Stance.INTENDS: "intends",
    Stance.WARNS: "warns",
    Stance.FEARS: "fears",
    Stance.SUPPORTS: "supports",
    Stance.OPPOSES: "opposes",
}
"""What stands between a speaker and the content; nothing for a plain assertion."""

REACTION = {
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.NEITHER: "neither confirmed nor denied",
    Stance.DECLINES: "not commented on",
}
"""What was done to a claim, before "by" and a speaker."""

PLAIN_CUES = frozenset(
    {"said", "says", "say", "told", "added", "adds", "stated", "states", "noted", "wrote", "writes"}
)
"""Cues that a colon stands for."""

BASIS_WORDS = {
    Basis.IMAGERY: "Imagery",
    Basis.INTELLIGENCE: "Intelligence",
    Basis.DOCUMENT: "Documents",
    Basis.EYEWITNESS: "Eyewitnesses",
    Basis.MEDIA: "Other media",
    Basis.EXPERT: "Experts",
    Basis.OFFICIAL_STATEMENT: "Statements on record",
    Basis.UNNAMED: "Unnamed sources",
}


PER_CENT = 100


def band_words(probability: Probability) -> str | None:
    """Write "PHIA 80–90 %"; None where no yardstick applies."""
    if probability.low is None or probability.high is None:
        return None
    low, high = (round(PER_CENT * each) for each in (probability.low, probability.high))
    return f"{probability.scale} {low}–{high} %"


def perceived_words(probability: Probability) -> str | None:
    """Write "readers understand 67–80 %"; None where a yardstick applies or nobody was asked."""
    if probability.perceived is None or probability.low is not None:
        return None
    low, high = (
        round(PER_CENT * each) for each in (probability.perceived.low, probability.perceived.high)
    )
    return f"readers understand {low}–{high} %" if low < high else f"readers understand {low} %"


def range_of_origins(low: int, high: int) -> str:
    """Write "2 origins" or "2 to 3 origins"."""
    return counted(low, "origin") if low == high else f"{low} to {high} origins"


def is_negative(assertion: Assertion) -> bool:
    """Whether an assertion denies, doubts or says the opposite."""
    return assertion.stance in {Stance.DENIES, Stance.DOUBTS} or assertion.degree < 0
