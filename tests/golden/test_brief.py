"""What the brief of the examples tells of the days: what was to come, what changed on the way."""

from __future__ import annotations

from functools import cache

import pytest

from tests.golden.truths import ledger, readings
from whence.pipeline.report import make_brief


@cache
def lines() -> dict[str, list[str]]:
    """The lines of every story's brief, by section."""
    brief = make_brief(list(readings().values()), ledger())
    found: dict[str, list[str]] = {}
    for story in brief.stories:
        for section in story.sections:
            found.setdefault(section.title, []).extend(line.text for line in section.lines)
    return found


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("By 19 September 2025, said to have happened", "The wreck was towed into Vardholm"),
        ("By 7 June 2025, said not to have happened", "No train had reached the port"),
        ("By 18 September 2025, passed without an answer", "its interim report"),
        ("By 31 October 2025, open", "whether to bring charges"),
    ],
)
def test_what_was_to_come_is_told_by_day(start: str, words: str) -> None:
    """Each with the day that was named, and what later articles tell of it."""
    assert any(line.startswith(start) and words in line for line in lines()["Still open"])


def test_drifts_have_both_prints() -> None:
    """A bound that was dropped stands with its outlet before and after."""
    told = [line for line in lines()["Where the accounts differ"] if "On the way" in line]

    assert any(
        "a bound dropped: Halden: “that at least 14 people had died” / " in line for line in told
    )


def test_a_replaced_number_does_not_lead() -> None:
    """At a glance tells no count that a later one replaced."""
    for count in ("more than 20 people", "at least 14 people had died", "37 people"):
        assert not any(count in line for line in lines()["At a glance"])


def test_no_speaker_is_given_anothers_number() -> None:
    """Who gave no number is printed in own words beside the one who did."""
    (line,) = [each for each in lines()["At a glance"] if "up to 4,000 Russian" in each]

    assert "United Kingdom assesses: it is highly likely that Russia has agreed" in line
    assert "the same" not in line
