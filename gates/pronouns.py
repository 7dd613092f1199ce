"""GUM's chains -> whether a pronoun that is a source was led to whom it stands for.

* Counted: a found relation whose source's head is a third-person pronoun (`THIRD`; not
  who, which, this or one, and no I, we or you) and whose chain in GUM has an earlier
  mention whose head is no pronoun.
* Right: the attribution's entity has a mention that holds a character of the head of one of
  those mentions of the chain that are no pronouns, wherever in the document it stands.
* No entity: the attribution has none. Led somewhere: it has one; accuracy is of all, and apart
  of those that were led somewhere.
* Persons: the same where GUM says that the pronoun stands for a person; called by name: and
  where one of the earlier mentions is a proper name, since somebody who has none ("the
  researchers") is no entity here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gates.texts import Printed
from training.corpora.conllu import Parsed
from training.corpora.gum_entities import mentions_of
from training.corpora.records import Mention
from whence.ledger.attribution import Attribution
from whence.ledger.reading import Reading
from whence.ledger.span import Span

THIRD = frozenset(
    "he him his himself she her hers herself it its itself "  # noqa: SIM905 - easier to read
    "they them their theirs themself themselves".split()
)


def count_pronoun(
    parsed: Parsed, printed: Printed, source: int, found: Attribution, reading: Reading
) -> Counter[str]:
    """The counts of one found relation; empty where its source is no such pronoun.

    Args:
        parsed: The document.
        printed: Where its tokens stand.
        source: Token of the head of the source.
        found: What the program found.
        reading: That holds the entities.
    """
    own = mention_at(parsed, source)
    if own is None:
        return Counter()
    named = named_mentions(parsed, own)
    before = [each for each in named if each.first < source]
    if not before:
        return Counter()
    kinds = ["pronoun", "person"] if own.kind == "person" else ["pronoun"]
    if own.kind == "person" and any(parsed.parts[each.head] == "PROPN" for each in before):
        kinds.append("called")
    is_right = is_one_of(printed, named, found, reading)
    counts: Counter[str] = Counter()
    for kind in kinds:
        counts[kind] += 1
        counts[f"{kind} right"] += is_right
        counts[f"{kind} no entity"] += found.entity is None
        counts[f"{kind} led"] += found.entity is not None
    return counts


def is_one_of(
    printed: Printed, named: Iterable[Mention], found: Attribution, reading: Reading
) -> bool:
    """Whether the entity behind an attribution is mentioned at the head of one of some mentions."""
    heads = [Span(*printed.tokens[each.head]) for each in named]
    return any(
        mention.overlaps(head)
        for entity in reading.entities
        if entity.id == found.entity
        for mention in entity.mentions
        for head in heads
    )


def mention_at(parsed: Parsed, token: int) -> Mention | None:
    """The mention that a third-person pronoun makes; None for other tokens."""
    if parsed.tokens[token].lower() not in THIRD:
        return None
    own = [each for each in mentions_of(parsed) if each.head == token]
    return min(own, key=lambda each: each.last - each.first, default=None)


def named_mentions(parsed: Parsed, mention: Mention) -> list[Mention]:
    """The mentions of its chain whose heads are no pronouns."""
    return [
        each
        for each in mentions_of(parsed)
        if each.chain == mention.chain and parsed.parts[each.head] != "PRON"
    ]
