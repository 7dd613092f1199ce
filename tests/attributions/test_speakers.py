"""A cue's subject speaks where the network named nobody, and a noun's owner always."""

from __future__ import annotations

import pytest

from tests.attributions.test_clauses import tree_of_words
from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.attributions.speakers import with_speakers
from whence.ledger.span import Span, words_of

SHOWS = (
    "Two/NUM/1/nummod pictures/NOUN/2/nsubj show/VERB/-1/root a/DET/4/det crack/NOUN/2/obj "
    "here/ADV/2/advmod"
)
WARNING = (
    "Peru/PROPN/1/nsubj backs/VERB/-1/root Chile/PROPN/4/nmod ’s/PART/2/case warning/NOUN/1/obj "
    "that/SCONJ/7/mark it/PRON/7/nsubj leaks/VERB/4/acl"
)
TOLD = (
    "Ana/PROPN/2/nsubj was/AUX/2/aux told/VERB/-1/root that/SCONJ/5/mark it/PRON/5/nsubj "
    "leaks/VERB/2/ccomp"
)


def spoken(printed: str, source: str | None, cue: str, content: str) -> str:
    """The words of the source that comes out."""
    text, tree = tree_of_words(printed)

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    linked = Linked((at(source),) if source else (), (at(cue),), (at(content),), 0.9)
    (found,) = with_speakers(text, [Nested(linked, None)], tree)
    return words_of(found.linked.source, text)


@pytest.mark.parametrize(
    ("printed", "source", "cue", "content", "expected"),
    [
        pytest.param(SHOWS, None, "show", "a crack here", "Two pictures", id="subject"),
        pytest.param(WARNING, "Peru", "warning", "that it leaks", "Chile ’s", id="owner"),
        pytest.param(SHOWS, "Two", "show", "a crack here", "Two", id="has-a-source"),
        pytest.param(TOLD, None, "was told", "that it leaks", "", id="passive"),
        pytest.param(SHOWS, None, "show", "pictures", "", id="subject-is-content"),
    ],
)
def test_the_tree_tells_who_speaks(
    printed: str, source: str | None, cue: str, content: str, expected: str
) -> None:
    """Subject and owner are taken with their words; who is told something does not speak."""
    assert spoken(printed, source, cue, content) == expected


def test_a_speaker_outside_the_host_is_not_taken() -> None:
    """Inside a content only what stands in there speaks."""
    text, tree = tree_of_words(SHOWS)
    host = Linked((), (), (Span(4, len(text)),), 0.9)
    inner = Linked((), (Span(13, 17),), (Span(18, 30),), 0.9)

    found = with_speakers(text, [Nested(host, None), Nested(inner, 0)], tree)

    assert found[1].linked.source == ()
