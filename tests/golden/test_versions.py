"""What a newer version of an article says otherwise, against what was planted."""

from __future__ import annotations

import pytest

from tests.golden.truths import STORIES, Truth, ledger, path_of, plain, readings, truths
from whence.claims.versions import version_changes
from whence.ledger.difference import Difference, DifferenceKind

PLANTED = [truth for story in STORIES for truth in truths(story).get("version", [])]


def changes_of(truth: Truth) -> list[Difference]:
    """What the newer version of a planted pair changes."""
    ids = {path: each.article.id for path, each in readings().items() if each.article}
    story = next(
        each for each in ledger().stories if path_of(each.articles[0])[:16] == truth["later"][:16]
    )
    claims = [each for each in ledger().claims if each.story == story.id]
    return list(version_changes(story.id, ids[truth["earlier"]], ids[truth["later"]], claims))


def is_most_of(part: str, whole: str) -> bool:
    """Whether a text is the greater part of another: the reader cut its start off."""
    return part in whole and 2 * len(part) > len(whole)


@pytest.mark.parametrize("truth", PLANTED, ids=lambda truth: truth["later"][9:])
def test_planted_changes_are_found(truth: Truth) -> None:
    """The claim that was added, the one made softer and the one left out come out as such."""
    found = changes_of(truth)

    def has(kind: DifferenceKind, words: str) -> bool:
        texts = [plain(each.text) for each in found if each.kind is kind]
        return any(plain(words) in text or is_most_of(text, plain(words)) for text in texts)

    assert has(DifferenceKind.VERSION_ADDED, truth["added"])
    assert has(DifferenceKind.VERSION_SOFTENED, truth["softened"]["after"])
    assert has(DifferenceKind.VERSION_WITHDRAWN, truth["withdrawn"])


@pytest.mark.parametrize("truth", PLANTED, ids=lambda truth: truth["later"][9:])
def test_little_else_is_told(truth: Truth) -> None:
    """At most three changes beside the planted three: sentences that gave way to the added one."""
    assert len(changes_of(truth)) <= 6


def test_a_version_does_not_differ_from_itself() -> None:
    """Between an article and itself nothing changes."""
    truth = PLANTED[0]

    assert changes_of({**truth, "later": truth["earlier"]}) == []
