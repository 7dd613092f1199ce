"""What a person said -> pairs that are together or apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from whence.ledger.ruling import Ruling, RulingKind, void_numbers
from whence.stories.rulings import decisions_of

AT = "2026-11-22T10:00:00Z"
KNOWN = frozenset("abcdefgh")


def _ruling(
    number: int, kind: str, articles: str = "", others: str = "", target: str = ""
) -> Ruling:
    return Ruling(number, RulingKind(kind), tuple(articles), tuple(others), tuple(target), AT)


def _undo(number: int, undoes: int) -> Ruling:
    return Ruling(number, RulingKind.UNDO, (), (), (), AT, undoes)


def _groups(rulings: list[Ruling], known: frozenset[str] = KNOWN) -> list[str]:
    """The articles that are held together, as words, each group and all in order."""
    home = {each: {each} for each in sorted(known)}
    for each in decisions_of(rulings, known):
        if each.is_together:
            whole = home[each.article] | home[each.other]
            home |= dict.fromkeys(whole, whole)
    return sorted({"".join(sorted(each)) for each in home.values() if len(each) > 1})


def _apart(rulings: list[Ruling]) -> set[str]:
    found = decisions_of(rulings, KNOWN)
    return {f"{each.article}{each.other}" for each in found if not each.is_together}


def test_a_merge_holds_all_articles_of_both_stories() -> None:
    """Each can be reached from each by pairs."""
    assert _groups([_ruling(1, "merge", "cd", "ab")]) == ["abcd"]
    assert _apart([_ruling(1, "merge", "cd", "ab")]) == set()


def test_a_split_holds_either_side_and_parts_each_from_each() -> None:
    """No article of one side can come back by another one of its side."""
    rulings = [_ruling(1, "split", "cd", "ab")]

    assert _groups(rulings) == ["ab", "cd"]
    assert _apart(rulings) == {"ac", "ad", "bc", "bd"}


def test_a_move_parts_from_the_old_story_and_joins_the_new_one() -> None:
    """The two stories themselves are not parted: only what was moved."""
    rulings = [_ruling(1, "move", "c", "ab", "de")]

    assert _groups(rulings) == ["ab", "cde"]
    assert _apart(rulings) == {"ac", "bc"}


def test_the_later_word_counts() -> None:
    """A merge ends an earlier parting of its articles, a split an earlier merging."""
    merge, split = ("merge", "cd", "ab"), ("split", "cd", "ab")

    assert _groups([_ruling(1, *split), _ruling(2, *merge)]) == ["abcd"]
    assert _apart([_ruling(1, *split), _ruling(2, *merge)]) == set()
    assert _groups([_ruling(1, *merge), _ruling(2, *split)]) == ["ab", "cd"]


def test_each_pair_is_told_once_and_ordered() -> None:
    """The order of the output follows from the ids."""
    found = decisions_of([_ruling(1, "merge", "cd", "ab"), _ruling(2, "split", "a", "bcd")], KNOWN)
    pairs = [(each.article, each.other) for each in found]

    assert all(one < other for one, other in pairs)
    assert all(before < after for before, after in pairwise(pairs))


def test_what_was_taken_back_does_not_count_and_can_come_back() -> None:
    """Undoing an undoing makes the ruling hold again."""
    rulings = [_ruling(1, "merge", "c", "ab")]

    assert _groups([*rulings, _undo(2, 1)]) == []
    assert _groups([*rulings, _undo(2, 1), _undo(3, 2)]) == ["abc"]
    assert void_numbers((*rulings, _undo(2, 1), _undo(3, 2))) == {2: 3}


def test_what_an_undone_merge_brought_in_is_not_held_by_later_rulings() -> None:
    """After merging c into ab and parting b, undoing the merge leaves c free."""
    rulings = [_ruling(1, "merge", "c", "abd"), _ruling(2, "split", "b", "acd")]

    assert _groups(rulings) == ["acd"]
    assert _groups([*rulings, _undo(3, 1)]) == ["ad"]
    assert _apart([*rulings, _undo(3, 1)]) == {"ab", "bd"}


@pytest.mark.parametrize("gone", list("abcd"))
def test_without_one_of_its_articles_a_ruling_still_holds_the_others(gone: str) -> None:
    """Forgetting an article, or looking back to before it came, cuts no chain."""
    known = KNOWN - {gone}
    left = "".join(sorted(set("abcd") - {gone}))

    assert _groups([_ruling(1, "merge", "cd", "ab")], known) == [left]
