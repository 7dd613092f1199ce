"""Words of a clause -> its estimative words, with their band on the speaker's own yardstick.

Where the speaker has none, what people understand by the words stands in its place, apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.ledger.factuality import Certainty, Perceived, Polarity, Probability
from whence.lexicon.perception import perception_of
from whence.lexicon.yardsticks import Side, band_of, estimative_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.lexicon.phrases import Match, Word


@dataclass(frozen=True, slots=True)
class Estimate:
    """Estimative words as they stand in a clause.

    Attributes:
        start: Index of their first word.
        end: Index after their last.
        certainty: Probable, and possible where they are about even.
        polarity: Negative below even.
    """

    start: int
    end: int
    certainty: Certainty
    polarity: Polarity
    probability: Probability


def estimate_in(text: str, words: Sequence[Word], service: str | None) -> Estimate | None:
    """The first estimative words, the longest that start there ("highly unlikely").

    Args:
        text: The article's, for the words as printed.
        words: Of one clause, in the order of the text.
        service: Whose yardstick holds: a country code, "NATO", "IPCC"; None where unknown.
    """
    for match in estimative_phrases().find([word.low for word in words]):
        if match.value is not Side.NONE:
            return _estimate(text, words, match, service)
    return None


def _estimate(
    text: str,
    words: Sequence[Word],
    match: Match[Side],
    service: str | None,
) -> Estimate:
    term = " ".join(word.low for word in words[match.start : match.end])
    printed = " ".join(text[words[match.start].start : words[match.end - 1].end].split())
    band = band_of(term, service)
    probability = (
        Probability(band.low, band.high, band.scale, printed)
        if band
        else Probability(None, None, None, printed, _perceived(term))
    )
    is_even = match.value is Side.ABOUT
    return Estimate(
        match.start,
        match.end,
        Certainty.POSSIBLE if is_even else Certainty.PROBABLE,
        Polarity.NEGATIVE if match.value is Side.BELOW else Polarity.POSITIVE,
        probability,
    )


def _perceived(term: str) -> Perceived | None:
    quartiles = perception_of(term)
    return Perceived(*quartiles) if quartiles else None
