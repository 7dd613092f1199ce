"""Texts printed anew, their sentences and tokens."""

from __future__ import annotations

from collections.abc import Sequence

from gates.rates import Found
from gates.sentences import sentences_found, tokens_found, trimmed
from gates.texts import black, print_out
from training.corpora.conllu import Parsed
from whence.ledger.marking import Analysis, Parse
from whence.ledger.span import Span

INVENTED = Parsed(
    "invented",
    tokens=["Ostrow", "said", "so", ".", "Did", "n't", "she", "?", "Yes"],
    is_blank_after=[True, True, False, True, False, True, False, False, True],
    sentences=[0, 4, 8],
    paragraphs=[0, 8],
)


class OneEach:
    """A reader that takes each paragraph for one sentence."""

    name = "one each"

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """A sentence for each paragraph and nothing else."""
        assert text[: paragraphs[0][1]]
        spans = tuple(Span(*pair) for pair in paragraphs)
        return Analysis((), (), spans, (), Parse((), (), (), (), (), (), ()))


def test_a_text_has_the_blanks_of_its_file_and_blank_lines_between_paragraphs() -> None:
    """Tokens stand where their characters say, with the blanks that the file has."""
    printed = print_out(INVENTED)
    assert printed.text == "Ostrow said so. Didn't she?\n\nYes\n\n"
    words = [printed.text[start:end] for start, end in printed.tokens]
    assert words == INVENTED.tokens
    assert printed.paragraphs == ((0, 27), (29, 32))


def test_two_sentences_taken_for_one_are_both_missed() -> None:
    """A sentence counts where both its edges are right."""
    assert sentences_found([INVENTED], OneEach()) == Found(gold=3, given=2, both=1)


def test_tokens_are_compared_by_their_characters() -> None:
    """The program cuts the invented text as its tokens stand."""
    assert tokens_found([INVENTED, INVENTED]) == Found(18, 18, 18)


def test_white_space_is_no_part_of_a_sentence() -> None:
    """A range loses the white space at its ends."""
    assert trimmed(" \nso it is \n", 0, 12) == (2, 10)


def test_black_characters_are_those_that_show() -> None:
    """White space inside a range is left out."""
    assert black("a b\nc", [(0, 3), (3, 5)]) == {0, 2, 4}
