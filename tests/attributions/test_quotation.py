"""Whether a content stands inside quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.attributions.parts import Parts, any_parts, parts
from whence.attributions.quotation import quotation_of
from whence.ledger.attribution import Quotation

D, X, I = Quotation.DIRECT, Quotation.MIXED, Quotation.INDIRECT  # noqa: E741 - I for indirect

CASES = [
    ("curly", "[“We held the dam,”](content) he said.", D),
    ("marks-outside", "“[We held the dam](content),” he said.", D),
    ("straight", '["We held the dam,"](content) he said.', D),
    ("single", "[‘We held the dam,’](content) he said.", D),
    ("single-apostrophe", "[‘We didn’t hold it,’](content) he said.", D),
    ("straight-single", "['We held the dam,'](content) he said.", D),
    ("guillemets", "[«We held the dam»](content), he said.", D),
    ("latex", "[``We held the dam''](content), he said.", D),
    ("pieces", "[“We held,”](content) he said, [“and we won.”](content)", D),
    ("inner", "[“They call it a ‘victory’ now,”](content) he said.", D),
    ("second-sentence", "“We held. [We also won](content),” he said.", D),
    ("paragraphs", "[“We held.\n\n“We also won.”](content) That was all.", D),
    ("some", "He called it [a “close and old” friend](content).", X),
    ("scare", "He said [the “volunteers” left](content).", X),
    ("straight-some", 'He said [they were "close" once](content).', X),
    ("none", "He said [the dam held](content).", I),
    ("apostrophes", "He said [the soldiers' boots didn't fit Kim's feet](content).", I),
    ("other-quote", "“It held,” he said, adding that [it was old](content).", I),
    ("after-paragraph", "“It held,” he said.\nHe said [it was old](content).", I),
    ("inches", 'He said [the 6" pipe broke](content).', I),
]


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_quotation_is_where_the_marks_are(marked: str, expected: Quotation) -> None:
    """All words inside marks are direct, some are mixed, none are indirect."""
    read = parts(marked)

    assert quotation_of(read.text, read.content) is expected


@given(any_parts())
def test_any_text_has_a_quotation(read: Parts) -> None:
    """Marks in any order raise nothing."""
    assert quotation_of(read.text, read.content) in Quotation
