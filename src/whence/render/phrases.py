"""The fields of records -> the words printed for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.attribution import Attribution, Stance
from whence.ledger.factuality import Polarity, Probability
from whence.render.visible import one_line
from whence.text import days
from whence.text.counting import counted

if TYPE_CHECKING:
    from enum import Enum

    from whence.ledger.admiralty import Admiralty
    from whence.ledger.brief import Brief
    from whence.ledger.claim import Assertion, Claim
    from whence.ledger.quantity import Number, Quantity

NEVER_TRUE = "whence says who stands behind what and how firmly; it never says what is true."

_MARKS = {
    Stance.DENIES: "✗",
    Stance.DOUBTS: "?",
    Stance.NEITHER: "–",
    Stance.DECLINES: "–",
}


def value_words(value: Enum) -> str:
    """A value of a closed list with spaces for its underscores."""
    return str(value.value).replace("_", " ")


def stance_words(stance: Stance) -> str:
    """The stance, with a mark before those that hold back or say no (✗ denies)."""
    mark = _MARKS.get(stance)
    return f"{mark} {value_words(stance)}" if mark else value_words(stance)


def day_words(moment: str | None) -> str:
    """`21 October 2024`, `June 2024`; the time of day is left out, None is "undated"."""
    return "undated" if moment is None else one_line(days.day_words(moment))


def period_words(first: str | None, last: str | None) -> str:
    """One day or two with a dash between."""
    begin, end = day_words(first), day_words(last)
    return begin if begin == end else f"{begin} – {end}"


def _percent(share: float) -> str:
    return f"{round(share * 100, 1):g}"


def band_words(probability: Probability) -> str:
    """`“highly likely” = 80–90 % (PHIA)`; without a band what readers understand, if known."""
    words = f"“{one_line(probability.words)}”"
    if probability.low is None or probability.high is None:
        sense = perceived_words(probability)
        return f"{words}; {sense}" if sense else words
    scale = f" ({one_line(probability.scale)})" if probability.scale else ""
    return f"{words} = {_percent(probability.low)}–{_percent(probability.high)} %{scale}"


def perceived_words(probability: Probability) -> str | None:
    """Write "readers understand 67–80 %"; None where nobody was asked about the words."""
    if probability.perceived is None:
        return None
    low, high = _percent(probability.perceived.low), _percent(probability.perceived.high)
    return f"readers understand {low} %" if low == high else f"readers understand {low}–{high} %"


def number_words(number: Number) -> str:
    """With commas between the thousands."""
    return f"{number:,}"


def bounds_words(low: Number | None, high: Number | None, *, is_approximate: bool) -> str:
    """`up to 10,000`, `at least 3,000`, `about 11,000`, `1,500–3,000`."""
    if low is not None and low == high:
        words = number_words(low)
    elif low is not None and high is not None:
        words = f"{number_words(low)}–{number_words(high)}"
    elif high is not None:
        words = f"up to {number_words(high)}"
    elif low is not None:
        words = f"at least {number_words(low)}"
    else:
        return "a number left open"
    return f"about {words}" if is_approximate else words


def quantity_words(quantity: Quantity) -> str:
    """`up to 10,000 troops (of North Korea)`, `increase of 5 %`."""
    words = bounds_words(quantity.low, quantity.high, is_approximate=quantity.is_approximate)
    unit = f" {one_line(quantity.unit)}" if quantity.unit else ""
    owner = f" (of {one_line(quantity.of)})" if quantity.of else ""
    change = f"{quantity.change} of " if quantity.change else ""
    return f"{change}{words}{unit}{owner}"


def firmness_words(attribution: Attribution) -> str:
    """Certainty, and the polarity where it is not positive."""
    words = value_words(attribution.certainty)
    if attribution.polarity is Polarity.NEGATIVE:
        return f"{words} that not"
    return words if attribution.polarity is Polarity.POSITIVE else f"{words}, polarity unknown"


def assertion_words(assertion: Assertion) -> str:
    """Stance, firmness, band and amount of one line of the ledger."""
    parts = [stance_words(assertion.stance)]
    firmness = value_words(assertion.certainty)
    parts.append(f"{firmness} that not" if assertion.degree < 0 else firmness)
    if assertion.probability:
        parts.append(band_words(assertion.probability))
    if amount := assertion.quantity:
        rough = assertion.quantity_is_approximate
        unit = f" {one_line(amount.unit)}" if amount.unit else ""
        parts.append(bounds_words(amount.low, amount.high, is_approximate=rough) + unit)
    if assertion.basis:
        parts.append(f"basis: {assertion.basis.replace('_', ' ')}")
    return " · ".join(parts)


def origins_words(claim: Claim) -> str:
    """`2 origins, 3 outlets`; a range (2–3) where unnamed ones may be the same."""
    outlets = counted(claim.outlet_count, "outlet")
    if claim.origin_count == claim.origin_count_high:
        return f"{counted(claim.origin_count, 'origin')}, {outlets}"
    return f"{claim.origin_count}–{claim.origin_count_high} origins, {outlets}"


def grade_words(grade: Admiralty) -> str:
    """`B2`; `–2` where no letter is set."""
    return f"{grade.letter or '–'}{grade.digit}"


def name_words(name: str | None) -> str:
    """Who it is, or that the text does not say."""
    return one_line(name or "") or "not named"


def outlet_words(outlet: str | None) -> str:
    """Which outlet printed an article, or that it has none."""
    return one_line(outlet or "") or "outlet unknown"


def footer_words(brief: Brief) -> str:
    """The last line of a brief: counts, refused lines, and what the program does not say."""
    lines = sum(len(part.lines) for story in brief.stories for part in story.sections)
    refused = sum(story.refused_count for story in brief.stories)
    counts = [
        counted(brief.article_count, "article"),
        counted(brief.outlet_count, "outlet"),
        counted(lines, "line"),
    ]
    if refused:
        counts.append(f"{counted(refused, 'line')} refused for want of evidence")
    return " ".join(filter(None, [f"{', '.join(counts)}.", one_line(brief.measured), NEVER_TRUE]))
