"""What somebody types to search for -> what it asks: words, words that must not be there, fields.

    "exact words"   one OR other   -not   prefix*   outlet:"The Lamp"   -status:disputed

Words are joined by AND; OR binds the two beside it more tightly, as search engines do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum

from whence.errors import QueryError
from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.ledger.hit import Kind
from whence.text.words import folded_words

LONGEST = 500
"""Characters of a query."""
MOST_PARTS = 32
"""Words, phrases and fields of a query."""
SHORTEST_PREFIX = 2
"""Letters before `*`."""


class Field(StrEnum):
    """What can be asked of a hit beside its words."""

    OUTLET = "outlet"
    FROM = "from"
    TO = "to"
    BY = "by"
    VIA = "via"
    STATUS = "status"
    STANCE = "stance"
    STORY = "story"
    IN = "in"
    LANGUAGE = "language"


CLOSED: dict[Field, tuple[str, ...]] = {
    Field.STATUS: tuple(Status),
    Field.STANCE: tuple(Stance),
    Field.IN: tuple(Kind),
}
"""The values of the fields that have closed lists."""

ONCE = frozenset({Field.FROM, Field.TO, Field.IN})
"""Fields that cannot be given twice, nor with "-" before them."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand beside each other.

    Attributes:
        words: Folded; at least one.
        is_prefix: Whether the last of them is only the start of a word.
    """

    words: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """One value of a field.

    Attributes:
        of: The field.
        value: As it was typed; of fields with closed lists, as they have it.
        is_not: Whether it must not be so.
    """

    of: Field
    value: str
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked.

    Attributes:
        text: As it was typed.
        groups: Of each group, one term at least must be there.
        without: None of these may be there.
        conditions: Several of one field mean any of them; different fields must all hold.
    """

    text: str
    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.groups or self.without or self.conditions)

    def values(self, of: Field, *, is_not: bool = False) -> tuple[str, ...]:
        """The values of a field that must, or must not, hold."""
        return tuple(
            each.value for each in self.conditions if (each.of, each.is_not) == (of, is_not)
        )


_PART = re.compile(
    r"""
    (?P<minus> [-−] (?=[^\s-]) )?
    (?: (?P<field> [A-Za-z]+ ) : (?=["“”„\w*-]) )?
    (?: ["“”„] (?P<phrase> [^"“”„]* ) (?P<close> ["“”„] )? (?P<star> \* )?
      | (?P<word> [^\s"“”„]+ ) )
    """,
    re.VERBOSE,
)
_LONELY_OR = "OR joins two words: write one before it, and one after it"


def read_query(text: str) -> Query:
    """What a text asks.

    Args:
        text: Any; white space alone asks nothing.

    Raises:
        QueryError: An operator is used in a way that means nothing; its sentence says how to
            mend it.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query has more than {LONGEST} characters")
    parts = list(_PART.finditer(text))
    if len(parts) > MOST_PARTS:
        raise QueryError(f"the query has more than {MOST_PARTS} words, phrases and fields")
    draft = _Draft()
    for part in parts:
        draft.add(part)
    if draft.before is _Before.OR:
        raise QueryError(_LONELY_OR)
    groups = tuple(tuple(group) for group in draft.groups)
    query = Query(text, groups, tuple(draft.without), tuple(draft.conditions))
    _check(query)
    return query


class _Before(Enum):
    """What stands before the next part."""

    WORD, OR, OTHER = range(3)


@dataclass(slots=True)
class _Draft:
    """A query, as far as it was read."""

    groups: list[list[Term]] = field(default_factory=list)
    without: list[Term] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    before: _Before = _Before.OTHER

    def add(self, part: re.Match[str]) -> None:
        """Read one part more."""
        if part[0] == "OR":
            if self.before is not _Before.WORD:
                raise QueryError(_LONELY_OR)
            self.before = _Before.OR
        elif (part["word"] or "").removesuffix(":").lower() in set(Field) and part[0][-1] == ":":
            raise QueryError(f"{_shown(part)} needs its value right after it, without a space")
        elif part["field"]:
            self._add_condition(_condition(part))
        elif (term := _term(part)) is not None:  # a mark alone says nothing
            self._add_term(term, part)

    def _add_condition(self, condition: Condition) -> None:
        if self.before is _Before.OR:
            name = condition.of
            raise QueryError(f"OR joins words, not {name}:; give {name}: twice to mean either")
        self.conditions.append(condition)
        self.before = _Before.OTHER

    def _add_term(self, term: Term, part: re.Match[str]) -> None:
        if part["minus"]:
            if self.before is _Before.OR:
                raise QueryError(f"{_shown(part)} cannot stand after OR")
            self.without.append(term)
            self.before = _Before.OTHER
            return
        if self.before is _Before.OR:
            self.groups[-1].append(term)
        else:
            self.groups.append([term])
        self.before = _Before.WORD


def _term(part: re.Match[str]) -> Term | None:
    """The words of one part; None where it has none.

    Raises:
        QueryError: A quotation mark is not closed, or `*` stands after too little.
    """
    words = _value(part)
    is_prefix = bool(part["star"]) or words.endswith("*")
    folded = tuple(folded_words(words))
    if not folded:
        return None
    if is_prefix and len(folded[-1]) < SHORTEST_PREFIX:
        raise QueryError(f"{_shown(part)} begins too many words; write at least"
                         f" {SHORTEST_PREFIX} letters before *")  # fmt: skip
    return Term(folded, is_prefix)


def _shown(part: re.Match[str]) -> str:
    """One part as it was typed, in one line."""
    return " ".join(part[0].split())


def _value(part: re.Match[str]) -> str:
    if part["word"] is not None:
        return part["word"]
    if part["close"] is None:
        raise QueryError(f"the quotation mark before {part['phrase'].strip()!r} is not closed")
    return part["phrase"]


def _condition(part: re.Match[str]) -> Condition:
    name, value, is_not = part["field"].lower(), _value(part), bool(part["minus"])
    if name not in set(Field):
        known = ", ".join(f"{each}:" for each in Field)
        raise QueryError(f"there is no field {name}: (there are {known});"
                         " put it into quotation marks to search for the words")  # fmt: skip
    of = Field(name)
    if of in ONCE and is_not:
        raise QueryError(f"-{of}: means nothing; leave the - out")
    if of in {Field.FROM, Field.TO}:
        return Condition(of, _day(of, value))
    if of in CLOSED:
        wanted = value.lower().replace(" ", "_").replace("-", "_")
        if wanted not in CLOSED[of]:
            raise QueryError(f"{of}: is one of {', '.join(CLOSED[of])}, not {value!r}")
        return Condition(of, wanted, is_not)
    if of in {Field.OUTLET, Field.BY, Field.VIA} and not folded_words(value):
        raise QueryError(f"{of}: needs a name after it")
    if of in {Field.STORY, Field.LANGUAGE} and not value.isalnum():
        raise QueryError(f"{of}:{value} is none: it has letters and digits alone")
    return Condition(of, value, is_not)


def _day(of: Field, words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        raise QueryError(f"{of}: needs a day as 2024-10-21, not {words!r}") from None


def _check(query: Query) -> None:
    """Fields that can be given once are; the days are in their order."""
    for of in ONCE:
        if len(query.values(of)) > 1:
            raise QueryError(f"{of}: is given twice")
    first, last = query.values(Field.FROM), query.values(Field.TO)
    if first and last and first > last:
        raise QueryError(f"from:{first[0]} is after to:{last[0]}")
    if query.is_empty and query.text.strip():
        raise QueryError(f"{query.text.strip()!r} has no word to search for")
