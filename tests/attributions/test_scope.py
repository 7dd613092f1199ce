"""What the tree tells of scope that the order of words does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.attributions.parts import Parts, any_parts, parts
from tests.conftest import TreeOf
from whence.attributions.firmness import firmness_of
from whence.attributions.scope import scope_of
from whence.attributions.stance import stance_of
from whence.lexicon.phrases import words_between
from whence.text.trees import Tree

CASES = [
    ("subject-clause", "Vesk said [what Varland cannot afford is a second flood](content).", 3),
    ("subject-that", "Vesk said [that no gates were opened was a mistake](content).", 3),
    ("relative-subject", "Vesk said [towns that rely on the lake would not be safe](content).", -3),
    ("do-nothing", "Vesk said [the new pumps do nothing to help the valley](content).", -3),
    ("apposition", "Vesk said [he did not support Lund, the presumed heir](content).", -3),
    ("other-phrase", "Vesk said [the crews left in May, but not for Orrin](content).", 3),
    ("adjective", "Vesk said [the wall had another, potentially larger, crack](content).", 3),
    ("would-if", "Vesk said [Lund would call it an insult if they did not vote](content).", 0),
    ("unless-own", "Vesk said [every gate is safe unless proven otherwise](content).", 0),
    ("even-if", "Vesk said [the dam would cost too much even if the lake rose](content).", 3),
    ("believed-that", "Vesk said [they share the belief that all should leave](content).", 3),
    ("conjunct", "Vesk said [the wall held and may not need repair](content).", 3),
    ("glad", "Vesk said [she is glad that Lund appeared to be better](content).", 3),
    ("unclear", "Vesk said [although the rain stopped, the toll remains unclear](content).", 0),
    ("fail", "Vesk said [the army, which had no boats, failed to reach Orrin](content).", -3),
    ("likely-late", "Vesk said [the mill, like the old bridge, is likely to fall](content).", 2),
    ("means", "Vesk said [the rain means that the wall may fail](content).", 1),
    ("not-mean", "Vesk said [one crack does not mean that the wall will fail](content).", 0),
    ("gerund", "Vesk said [that changing the gates could lead to a flood](content).", 1),
    ("no-one", "Vesk said [there is no one more able than Lund](content).", -3),
    ("no-evidence", "Vesk said [there is no clear evidence that it was cut](content).", -2),
    ("two-verbs", "Vesk said [shifting rains in Orrin could flood the mill](content).", 1),
    ("no-matter", "Vesk said [no matter the rain, the crews will stay](content).", 3),
    ("said-to", "Vesk said [Lund said to the nominee that it was late](content).", 3),
]


@pytest.mark.parametrize(("marked", "degree"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_only_what_scopes_over_the_main_predicate_counts(
    marked: str, degree: float, tree_of: TreeOf
) -> None:
    """A subject clause, a relative clause, an apposition or another conjunct decides nothing."""
    read = parts(marked.replace("Vesk said", "[Vesk](source) [said](cue)"))
    stance = stance_of(read.text, read.source, read.cue, read.content, read.sentence)
    trees = tree_of(read.text)

    found = firmness_of(read.text, read.cue, read.content, read.source, stance, None, trees)

    assert found.degree == degree


@pytest.mark.parametrize("text", ["a second flood", "heavy rain in the valley", "“Mill”"])
def test_fragments_have_no_main_predicate(text: str, tree_of: TreeOf) -> None:
    """Where the tree shows no predicate the words are read from left to right."""
    assert scope_of(tree_of(text), words_between(text, 0, len(text))) is None


@settings(deadline=None)  # a network reads each example
@given(any_parts())
def test_scope_is_some_of_the_words_in_their_order(tree_of: TreeOf, read: Parts) -> None:
    """What is kept stands in the text, ascending; the same words give the same scope."""
    words = words_between(read.text, 0, len(read.text))
    trees = tree_of(read.text)
    found = scope_of(trees, words)

    assert found == scope_of(trees, words)
    if found is not None:
        assert [word for word in words if word in found.words] == list(found.words)


def test_every_token_is_its_own_tree_in_a_text_without_one() -> None:
    """A parse without tokens has no scope, and nothing raises."""
    from tests.strategies.analyses import parse

    text = "The wall did not hold."
    assert scope_of(Tree(parse(text, [])), words_between(text, 0, len(text))) is None
    assert scope_of(Tree(parse(text, [(0, len(text))])), words_between(text, 0, len(text))) is None
