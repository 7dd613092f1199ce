"""The fields of a query -> what SQL asks of articles, quotations and assertions."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    false,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlalchemy import func as sql

from whence.ledger.hit import Kind
from whence.store.articles import end_of
from whence.store.outlets import load_outlets
from whence.store.tables import (
    ARTICLES,
    ASSERTIONS,
    ATTRIBUTIONS,
    CLAIMS,
    SEARCHED_ARTICLES,
    SEARCHED_ASSERTIONS,
    SEARCHED_QUOTATIONS,
    STORY_ARTICLES,
)
from whence.store.words import ASSERTION_WORDS, QUOTATION_WORDS, any_of
from whence.text.queries import Field, Query, Term
from whence.text.words import folded_words

Clause = ColumnElement[bool]

_SAID = (Field.BY, Field.VIA, Field.STATUS, Field.STANCE)
"""Fields that an assertion answers."""


def matching(index: str, words: str) -> Select[tuple[int]]:
    """A query for the numbers of what an index has with some words."""
    found = table(index, column("rowid"))
    return select(found.c.rowid).where(matches(index, words)).correlate(None)


def matches(index: str, words: str) -> Clause:
    """That a row of an index has some words."""
    return literal_column(index).bool_op("MATCH")(words)


def clauses_of(
    connection: Connection, query: Query, kind: Kind, *, as_of: str | None, since: int | None
) -> list[Clause]:
    """What hits of a kind must be.

    Args:
        connection: Any.
        query: Its fields are asked, not its words.
        kind: Decides which tables the clauses speak of.
        as_of: A day; only articles that the store knew at its end.
        since: A number of `searched_articles`; only articles that came after it.
    """
    clauses = list(_of_article(connection, query))
    if as_of is not None:
        clauses.append(ARTICLES.c.learned_at < end_of(as_of))
    if since is not None:
        later = select(SEARCHED_ARTICLES.c.article).where(SEARCHED_ARTICLES.c.number > since)
        clauses.append(ARTICLES.c.id.in_(later.correlate(None)))
    if kind is Kind.CLAIMS:
        clauses += [_said(query, each) for each in _SAID if query.values(each)]
        clauses += [not_(_said(query, each, is_not=True)) for each in _negated(query)]
    elif kind is Kind.QUOTATIONS:
        clauses += _of_quotation(query)
    else:
        clauses += _by_assertions(query, ARTICLES.c.id, "article", _SAID)
    return clauses


def _negated(query: Query) -> list[Field]:
    return [each for each in _SAID if query.values(each, is_not=True)]


def _of_article(connection: Connection, query: Query) -> Iterator[Clause]:
    """Outlet, days, language and story."""
    day = ARTICLES.c.published_at
    for first in query.values(Field.FROM):
        yield day >= first
    for last in query.values(Field.TO):
        yield day < end_of(last)
    for is_not in (False, True):
        found: list[Clause] = []
        if outlets := query.values(Field.OUTLET, is_not=is_not):
            found.append(ARTICLES.c.outlet.in_(_printed_names(connection, outlets)))
        if languages := query.values(Field.LANGUAGE, is_not=is_not):
            found.append(ARTICLES.c.language.in_([each.lower() for each in languages]))
        if stories := query.values(Field.STORY, is_not=is_not):
            begins = or_(*(STORY_ARTICLES.c.story.startswith(each.lower()) for each in stories))
            own = select(STORY_ARTICLES.c.article).where(begins)
            found.append(ARTICLES.c.id.in_(own.correlate(None)))
        yield from (not_(sql.coalesce(each, false())) if is_not else each for each in found)


def _printed_names(connection: Connection, wanted: tuple[str, ...]) -> list[str]:
    """The outlets, as articles have them, that are meant by some words of a name."""
    terms = [tuple(folded_words(each)) for each in wanted]
    names = set(connection.scalars(select(ARTICLES.c.outlet).distinct())) - {None}
    found = {name for name in names if _is_meant(name, terms)}
    for outlet in load_outlets(connection):
        called = {outlet.name, *outlet.aliases}
        if any(_is_meant(name, terms) for name in called):
            folded = {tuple(folded_words(name)) for name in called}
            found |= {name for name in names if tuple(folded_words(name)) in folded}
    return sorted(found)


def _is_meant(name: str, terms: list[tuple[str, ...]]) -> bool:
    words = tuple(folded_words(name))
    return any(words[at : at + len(term)] == term for term in terms for at in range(len(words)))


def _said(query: Query, field: Field, *, is_not: bool = False) -> Clause:
    """What one field asks of an assertion that is joined with its number."""
    values = query.values(field, is_not=is_not)
    if field is Field.STANCE:
        return ASSERTIONS.c.stance.in_(values)
    if field is Field.STATUS:
        own = select(CLAIMS.c.id).where(CLAIMS.c.status.in_(values)).correlate(None)
        return ASSERTIONS.c.claim.in_(own)
    name = {Field.BY: "origin", Field.VIA: "via"}[field]
    words = any_of(_names(values), name)
    return SEARCHED_ASSERTIONS.c.number.in_(matching(ASSERTION_WORDS, words))


def _names(values: tuple[str, ...]) -> list[Term]:
    return [Term(tuple(folded_words(each)), each.endswith("*")) for each in values]


def _by_assertions(
    query: Query, key: ColumnElement[str], of: str, fields: tuple[Field, ...]
) -> Iterator[Clause]:
    """That an assertion of it answers all fields; that none answers those that are negated."""
    said = [_said(query, each) for each in fields if query.values(each)]
    if said:
        yield key.in_(_assertions(of, and_(*said)))
    for each in _negated(query):
        if each in fields:
            yield key.not_in(_assertions(of, _said(query, each, is_not=True)))


def _assertions(of: str, clause: Clause) -> Select[tuple[str]]:
    key = ASSERTIONS.c[of]
    joined = ASSERTIONS.join(
        SEARCHED_ASSERTIONS,
        and_(
            SEARCHED_ASSERTIONS.c.claim == ASSERTIONS.c.claim,
            SEARCHED_ASSERTIONS.c.position == ASSERTIONS.c.position,
        ),
    )
    return select(key).select_from(joined).where(key.is_not(None), clause).correlate(None)


def _of_quotation(query: Query) -> Iterator[Clause]:
    """A quotation has a stance and a source of its own; the rest its assertions answer."""
    for is_not in (False, True):
        if stances := query.values(Field.STANCE, is_not=is_not):
            taken = ATTRIBUTIONS.c.stance.in_(stances)
            yield not_(taken) if is_not else taken
        if names := query.values(Field.BY, is_not=is_not):
            in_source = matching(QUOTATION_WORDS, any_of(_names(names), "source"))
            as_origin = _assertions("attribution", _said(query, Field.BY, is_not=is_not))
            said = or_(
                SEARCHED_QUOTATIONS.c.number.in_(in_source), ATTRIBUTIONS.c.id.in_(as_origin)
            )
            yield not_(said) if is_not else said
    yield from _by_assertions(query, ATTRIBUTIONS.c.id, "attribution", (Field.VIA, Field.STATUS))
