"""Reported clauses against readings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from gates.pronouns import mention_at, named_mentions
from gates.reported import count_reading, figures
from gates.texts import print_out
from tests.sayings import a_saying
from training.corpora.conllu import Parsed
from training.corpora.gum_discourse import Reported
from whence.ledger.attribution import Attribution
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.reading import Reading
from whence.ledger.span import Span


def split(words: str) -> list[str]:
    """Words between blanks."""
    return words.split()


PARSED = Parsed(
    "invented",
    meta={"global.Entity": "GRP-etype"},
    tokens=split("Ostrow sailed . She said that Lund thinks ferries sink ."),
    parts=split("PROPN VERB PUNCT PRON VERB SCONJ PROPN VERB NOUN VERB PUNCT"),
    heads=[1, -1, 1, 4, -1, 7, 7, 4, 9, 7, 4],
    misc=[
        {"Entity": "(1-person)"},
        {},
        {},
        {"Entity": "(1-person)"},
        {},
        {},
        {"Entity": "(2-person)"},
        *({} for _ in range(4)),
    ],
    is_blank_after=[True] * 11,
    sentences=[0, 3],
    paragraphs=[0],
)
OUTER = Reported(((3, 4),), ((5, 9),), is_positive=True, source=3, depth=0, signals=())
INNER = Reported(((6, 7),), ((8, 9),), is_positive=True, source=6, depth=1, signals=())
NOBODY = OUTER._replace(source=None)


def span(first: int, last: int) -> Span:
    """The characters of some tokens."""
    tokens = print_out(PARSED).tokens
    return Span(tokens[first][0], tokens[last][1])


def said(name: str, source: Span, cue: Span, content: Span) -> Attribution:
    """An attribution with these spans."""
    return a_saying(name, (source,), (cue,), (content,), reader="by hand")


SHE_SAID = said("she", span(3, 3), span(4, 4), span(5, 9))
LUND_THINKS = replace(said("lund", span(6, 6), span(7, 7), span(8, 9)), within="she")
OSTROW = Entity("o", "Ostrow", EntityKind.PERSON, None, None, None, None, mentions=(span(0, 0),))
LUND = replace(OSTROW, id="l", name="Lund", mentions=(span(6, 6),))


def counts(
    *attributions: Attribution, relations: tuple[Reported, ...] = (OUTER, INNER)
) -> Counter[str]:
    """The counts of a reading with these attributions."""
    reading = Reading("-", None, entities=(OSTROW, LUND), attributions=attributions)
    return count_reading(PARSED, print_out(PARSED), relations, reading)


def test_both_relations_are_found_and_apart() -> None:
    """Two attributions, one within the other, answer a report and the report inside it."""
    found = counts(SHE_SAID, LUND_THINKS)
    assert (found["relations"], found["found"]) == (2, 2)
    assert (found["nested"], found["nested found"], found["apart"]) == (1, 1, 1)


def test_an_outer_attribution_does_not_answer_the_report_inside() -> None:
    """A content around both is no answer to the inner report, whose unit has no cue of it."""
    found = counts(SHE_SAID)
    assert (found["found"], found["nested found"], found["apart"]) == (1, 0, 0)


def test_an_inner_attribution_that_stands_alone_is_not_apart() -> None:
    """Without a `within` a report is found, but not as one inside another."""
    found = counts(replace(LUND_THINKS, within=None))
    assert (found["nested found"], found["apart"]) == (1, 0)


def test_less_than_half_of_the_report_is_not_found() -> None:
    """A content must hold half of the reported characters."""
    short = replace(SHE_SAID, content=(span(5, 5),))
    assert counts(short)["found"] == 0


def test_a_cue_elsewhere_is_not_found() -> None:
    """The right content under a cue outside the reporting unit is no answer."""
    other = replace(SHE_SAID, source=(span(0, 0),), cue=(span(1, 1),))
    assert counts(other, relations=(OUTER,))["found"] == 0


def test_a_report_without_a_source_is_left_out() -> None:
    """Relations without a source are counted apart and in no rate."""
    found = counts(SHE_SAID, relations=(NOBODY,))
    assert (found["relations"], found["left out"], found["beside"]) == (0, 1, 0)


def test_an_attribution_beside_all_reports() -> None:
    """An outermost attribution whose content shares nothing with any report is beside them."""
    other = said("other", span(3, 3), span(4, 4), span(0, 1))
    found = counts(other, LUND_THINKS)
    assert (found["outermost"], found["beside"]) == (1, 1)


def test_a_pronoun_led_to_its_name_is_right() -> None:
    """The entity behind "she" has a mention at a head of her chain."""
    found = counts(replace(SHE_SAID, entity="o"), relations=(OUTER,))
    assert (found["pronoun"], found["pronoun right"], found["person right"]) == (1, 1, 1)


def test_a_pronoun_led_to_another_is_wrong() -> None:
    """An entity that is mentioned elsewhere only is wrong, and none at all is told apart."""
    wrong = counts(replace(SHE_SAID, entity="l"), relations=(OUTER,))
    none = counts(SHE_SAID, relations=(OUTER,))
    assert (wrong["pronoun right"], wrong["pronoun no entity"]) == (0, 0)
    assert (none["pronoun right"], none["pronoun no entity"]) == (0, 1)


def test_a_pronoun_before_its_name_does_not_count() -> None:
    """Without an earlier mention that is no pronoun nothing is counted."""
    later = replace(PARSED, misc=[{}, *PARSED.misc[1:]])
    reading = Reading("-", None, entities=(OSTROW,), attributions=(SHE_SAID,))
    assert count_reading(later, print_out(later), (OUTER,), reading)["pronoun"] == 0


def test_names_are_no_pronouns() -> None:
    """A name makes no pronoun's mention, and a chain is known by its names."""
    own = mention_at(PARSED, 3)
    assert mention_at(PARSED, 0) is None
    assert own is not None
    assert [each.first for each in named_mentions(PARSED, own)] == [0]


def test_counts_of_folds_add_up() -> None:
    """Shares are of the sums of counts."""
    both = counts(SHE_SAID) + counts(SHE_SAID, LUND_THINKS)
    assert figures(both)["reported clause recall"] == 0.75
