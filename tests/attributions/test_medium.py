"""Where the source said it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.attributions.parts import Parts, any_parts, parts
from whence.attributions.medium import medium_of
from whence.ledger.attribution import Medium

BROADCAST = Medium.BROADCAST
DOCUMENT = Medium.DOCUMENT
INTERVIEW = Medium.INTERVIEW
BRIEFING = Medium.PRESS_BRIEFING
REPORT = Medium.REPORT
POST = Medium.SOCIAL_POST
SPEECH = Medium.SPEECH
STATEMENT = Medium.STATEMENT

CASES = [
    ("reporters", "[Poe](source) [told reporters](cue) [it held](content).", BRIEFING),
    ("conference", "[Poe](source) [said](cue) at a news conference [it held](content).", BRIEFING),
    ("interview", "[Poe](source) [said in an interview](cue) [it held](content).", INTERVIEW),
    ("told-bbc", "[Poe](source) [told](cue) the BBC that [it held](content).", INTERVIEW),
    ("state-tv", "[Poe](source) [told](cue) state television [it held](content).", BROADCAST),
    ("on-air", "[Poe](source) [said](cue) on CNN that [it held](content).", BROADCAST),
    ("tweeted", "[“It held,”](content) [Poe](source) [tweeted](cue).", POST),
    ("telegram", "[“It held,”](content) [Poe](source) [wrote](cue) on Telegram.", POST),
    ("statement", "[“It held,”](content) [Poe](source) [said](cue) in a statement.", STATEMENT),
    ("statement-speaks", "[The statement](source) [said](cue) [it held](content).", STATEMENT),
    ("parliament", "[Poe](source) [told](cue) parliament [it held](content).", SPEECH),
    ("letter", "[Poe](source) [wrote](cue) in a letter that [it held](content).", DOCUMENT),
    ("paper", "[The newspaper](source) [said](cue) [it held](content).", REPORT),
    ("reported", "[Poe](source) [reported](cue) that [it held](content).", REPORT),
    ("not-told", "[Poe](source) [said](cue) [it held](content).", None),
    ("in-content", "[Poe](source) [said](cue) [he gave an interview](content).", None),
    ("other-statement", "The statement comes amid [claims](cue) that [it held](content).", None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_medium_is_where_it_was_said(marked: str, expected: Medium | None) -> None:
    """The words around the cue tell, those of the content do not."""
    read = parts(marked)

    found = medium_of(read.text, read.source, read.cue, read.content, read.sentence, in_post=False)

    assert found is expected


@given(any_parts())
def test_embedded_post_is_a_post(read: Parts) -> None:
    """Whatever the words, an embedded post is a social post; outside nothing raises."""
    args = (read.text, read.source, read.cue, read.content, read.sentence)

    assert medium_of(*args, in_post=True) is Medium.SOCIAL_POST
    assert medium_of(*args, in_post=False) in {None, *Medium}
