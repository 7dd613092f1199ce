"""What the source does with the content."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.attributions.parts import Parts, any_parts, parts
from whence.attributions.stance import stance_of
from whence.ledger.attribution import Stance

A, D, B = Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS
N, C, Q = Stance.NEITHER, Stance.DECLINES, Stance.ASKS
M, I, W = Stance.DEMANDS, Stance.INTENDS, Stance.WARNS  # noqa: E741 - I for intends
F, S, O = Stance.FEARS, Stance.SUPPORTS, Stance.OPPOSES  # noqa: E741 - O for opposes

CASES = [
    ("said", "[Kim](source) [said](cue) [the dam held](content).", A),
    ("no-cue", "[Kim](source): [the dam held](content).", A),
    ("according-to", "[The dam held](content), [according to](cue) [Kim](source).", A),
    ("reportedly", "[The dam](content) [reportedly](cue) [held](content).", A),
    ("accused", "[Kim](source) [accused](cue) [Lee of opening the dam](content).", A),
    ("views", "[Kim](source) [views](cue) [this as a threat](content).", A),
    ("considers-threat", "[Kim](source) [considers](cue) [the dam a threat](content).", A),
    ("called-it", "[Kim](source) [called](cue) [the dam a mistake](content).", A),
    ("expects", "[Kim](source) [expects](cue) [the dam to hold](content).", A),
    ("unknown-cue", "[Kim](source) [yodelled](cue) [the dam held](content).", A),
    ("denied", "[Kim](source) [denied](cue) [opening the dam](content).", D),
    ("denied-by", "[The report](content) [was denied by](cue) [the ministry](source).", D),
    ("denial", "[Kim](source)'s [denial that](cue) [the dam broke](content) came late.", D),
    ("refuted", "[Kim](source) [refuted](cue) [the report](content).", D),
    ("rejected-claims", "[Kim](source) [rejected](cue) [claims the dam broke](content).", D),
    ("dismissed-as", "[Kim](source) [dismissed as false](cue) [the story](content).", D),
    ("said-not-true", "[Kim](source) [said](cue) [the report was not true](content).", D),
    ("said-baseless", "[Kim](source) [said](cue) [the allegations are baseless](content).", D),
    ("quoted-lie", "[“That is a lie,”](content) [said](cue) [Kim](source).", D),
    ("fake-news", "[“Fake news,”](content) [said](cue) [Kim](source).", D),
    ("not-false-matter", "[Kim](source) [said](cue) [the banknotes were fake](content).", A),
    ("rejected-offer", "[Kim](source) [rejected](cue) [the offer](content).", O),
    ("doubts", "[Kim](source) [doubts](cue) that [the dam will hold](content).", B),
    ("questions-whether", "[Kim](source) [questions whether](cue) [it will hold](content).", B),
    ("questioned-np", "[Kim](source) [questioned](cue) [the figures](content).", B),
    ("scepticism", "[The claim](content) [was met with scepticism by](cue) [Kim](source).", B),
    ("skeptical", "[Kim](source) [is skeptical of](cue) [the figures](content).", B),
    ("neither-nor", "[Kim](source) [neither confirmed nor denied](cue) [the strike](content).", N),
    ("neither-ing", "[Kim](source) [is neither confirming nor denying](cue) [it](content).", N),
    ("would-not-either", "[Kim](source) [would not confirm or deny](cue) [it](content).", N),
    ("could-neither", "[Kim](source) [could neither confirm nor deny](cue) [it](content).", N),
    ("refused-either", "[Kim](source) [refused to confirm or deny](cue) [it](content).", N),
    ("across-the-border", "[Kim](source) [refused](cue) [to confirm or deny it](content).", N),
    ("did-not-deny", "[Kim](source) [did not deny](cue) [the strike](content).", N),
    ("not-confirmed", "[Kim](source) [has not confirmed](cue) [the strike](content).", N),
    ("declined", "[Kim](source) [declined to comment on](cue) [the strike](content).", C),
    ("declined-split", "[Kim](source) [declined](cue) [to comment](content).", C),
    ("declined-to-attend", "[Kim](source) [declined](cue) [to attend the summit](content).", O),
    ("no-reply", "[Kim](source) [did not respond to](cue) [a request](content).", C),
    ("not-commented", "[Kim](source) [has not commented on](cue) [the strike](content).", C),
    ("refused-to-say", "[Kim](source) [refused to say](cue) [how many left](content).", C),
    ("would-not-say", "[Kim](source) [would not say](cue) [how many left](content).", C),
    ("immediately", "[Kim](source) [did not immediately respond](cue) to [calls](content).", C),
    ("didnt-say-how", "[Kim](source) [didn’t say](cue) [how many left](content).", C),
    ("did-not-say-that", "[Kim](source) [did not say](cue) that [they left](content).", A),
    ("asked", "[Kim](source) [asked](cue) [whether the dam would hold](content).", Q),
    ("wondered", "[Kim](source) [wondered](cue) [why it broke](content).", Q),
    ("question-how", "[Experts](source) [question](cue) [how Seoul will answer](content).", Q),
    ("direct-question", "[“Why did it break?”](content) [said](cue) [Kim](source).", Q),
    ("called-for", "[Kim](source) [called for](cue) [a truce](content).", M),
    ("urged", "[Kim](source) [urged](cue) [Lee to leave](content).", M),
    ("demand", "[Kim](source)'s [demand for](cue) [a truce](content).", M),
    ("asked-to", "[Kim](source) [asked](cue) [the council to meet](content).", M),
    ("told-to", "[Kim](source) [told](cue) Lee [to leave](content).", M),
    ("wants-them-to", "[Kim](source) [wants](cue) [Lee to leave](content).", M),
    ("considering", "[Kim](source) [is considering](cue) [countermeasures](content).", I),
    ("considered-ing", "[Kim](source) [considered](cue) [leaving the pact](content).", I),
    ("plans", "[Kim](source) [plans](cue) [to leave](content).", I),
    ("vows", "[Kim](source) [vows](cue) [to stay](content).", I),
    ("wants-to", "[Kim](source) [wants](cue) [to leave](content).", I),
    ("agreed-to", "[Kim](source) [agreed](cue) [to leave](content).", I),
    ("no-plans", "[Kim](source) [does not plan](cue) [to leave](content).", I),
    ("warned", "[Kim](source) [warned](cue) that [the dam may break](content).", W),
    ("warning", "[Kim](source)'s [warning that](cue) [the dam may break](content).", W),
    ("fear", "[Kim](source) [fears](cue) [the dam may break](content).", F),
    ("fears-noun", "There are [fears](cue) that [the dam may break](content).", F),
    ("concern-over", "[Kim](source) [has expressed deep concern over](cue) [it](content).", F),
    ("worried", "[Kim](source) [is worried about](cue) [the dam](content).", F),
    ("concern-in-content", "[Kim](source) [voiced](cue) [his concerns](content).", F),
    ("with-concern", "[Kim](source) [views](cue) [the pact with growing concern](content).", F),
    ("praised", "[Kim](source) [praised](cue) [the pact](content).", S),
    ("pledges-support", "[Kim](source) [pledges](cue) [support for Lee](content).", S),
    ("declared-support", "[Kim](source) [declared](cue) [its full support for Lee](content).", S),
    ("criticised", "[Kim](source) [has criticised](cue) [the slow answer](content).", O),
    ("condemned", "[Kim](source) [condemned](cue) [the strike](content).", O),
    ("no-longer", "[Kim](source) [does not support](cue) [the pact](content).", O),
    ("not-expressed", "[Kim](source) [has not expressed](cue) [strong concerns](content).", A),
    ("not-only", "[Kim](source) [not only condemned](cue) [the strike](content).", O),
]


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_stance_is_what_the_words_do(marked: str, expected: Stance) -> None:
    """The cue decides, and the content where the cue only says that it is said."""
    read = parts(marked)

    assert stance_of(read.text, read.source, read.cue, read.content, read.sentence) is expected


def test_every_stance_is_in_the_table() -> None:
    """No stance of the contract goes untested."""
    assert {case[2] for case in CASES} == set(Stance)


@given(any_parts())
def test_any_words_have_a_stance(read: Parts) -> None:
    """Nothing raises, and the same words give the same stance twice."""
    first = stance_of(read.text, read.source, read.cue, read.content, read.sentence)

    assert first in Stance
    assert first is stance_of(read.text, read.source, read.cue, read.content, read.sentence)
