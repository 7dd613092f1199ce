"""What the store finds, in real SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_mock_engine, delete, text

from tests.pipeline.articles import article
from tests.pipeline.readers import WordVectors
from whence.errors import QueryError, StoreError
from whence.ledger.hit import Hit, Kind
from whence.ledger.outlet import Outlet
from whence.pipeline.keep import StoredEncoder, add_readings, rebuild
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.store.engine import Store, create_store
from whence.store.outlets import keep_outlets
from whence.store.search import Asked, Found, Sort, count, find, last_number
from whence.store.tables import ARTICLES
from whence.text.queries import read_query

LAMP = """Bridge to close

Jane Doe said the bridge would close on Friday. “The café is safe,” Bo Lind said.
"""
OWL = """Quay stays

Ana Ruiz denied that the bridge would close. Jane Doe said the quay was safe.
"""
ARTICLES_OF_OURS = (
    ("The Lamp", "2024-10-21", "2024-10-21", LAMP),
    ("The Owl", "2024-10-22", "2024-10-22", OWL),
    ("Post", None, "2024-10-23", "Ferry strike\n\nBo Lind said 40 ferries had stopped.\n"),
)


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of three articles and their ledger."""
    location = tmp_path_factory.mktemp("search") / "whence.db"
    with closing(create_store(str(location))) as store:
        fill(store)
        yield store


def fill(store: Store) -> None:
    """Three articles, each learned of on a day of its own."""
    for outlet, day, learned_at, words in ARTICLES_OF_OURS:
        own = article(words, outlet, day, f"{outlet}.txt")
        reading = read_article(own, TrainedReader())
        list(add_readings(store, [reading], learned_at=learned_at, reader="r"))
    rebuild(store, StoredEncoder(store, WordVectors(), ("words", "pairs")), "1")


def _find(store: Store, query: str, kind: Kind = Kind.CLAIMS, **asked: object) -> list[Hit]:
    with store.reading() as connection:
        own = Asked(kind, **asked)  # type: ignore[arg-type]
        found = find(connection, read_query(query), own)
        if own.after == 0 and found.next is None:
            assert count(connection, read_query(query), own) == len(found.hits)
        return list(found.hits)


def _words(hits: list[Hit]) -> list[str]:
    return ["".join(piece.words for piece in hit.excerpt) for hit in hits]


def test_a_claim_is_found_with_who_said_it_and_where(searched: Store) -> None:
    """A hit has its words marked, its speaker, its outlet and its place."""
    (hit,) = _find(searched, "quay")

    assert [piece.words for piece in hit.excerpt if piece.is_marked] == ["quay"]
    assert (hit.who, hit.outlet, hit.published_at) == ("Jane Doe", "The Owl", "2024-10-22")
    assert hit.span
    assert hit.span.words(ARTICLES_OF_OURS[1][3]).endswith("quay was safe")
    assert hit.claim == hit.id
    assert hit.story


def test_quotations_and_articles_are_found_by_their_own_words(searched: Store) -> None:
    """Accents do not count; an article leads to the first words, a quotation to itself."""
    (quotation,) = _find(searched, "cafe", Kind.QUOTATIONS)
    (own,) = _find(searched, "CAFÉ", Kind.ARTICLES)

    assert quotation.who == "Bo Lind"
    assert own.span
    assert own.span.words(ARTICLES_OF_OURS[0][3]) == "café"
    assert _find(searched, "would close", Kind.QUOTATIONS) == []


@pytest.mark.parametrize(
    ("query", "outlets"),
    [
        ("bridge", {"The Lamp", "The Owl"}),
        ('"would close on"', {"The Lamp"}),
        ('"close would"', set()),
        ("quay OR ferries", {"The Owl", "Post"}),
        ("bridge -quay", {"The Lamp"}),
        ("-bridge", {"Post"}),
        ("ferr*", {"Post"}),
        ("outlet:lamp", {"The Lamp"}),
        ("-outlet:lamp", {"The Owl", "Post"}),
        ("outlet:lamp outlet:post", {"The Lamp", "Post"}),
        ("from:2024-10-22", {"The Owl"}),
        ("bridge to:2024-10-21", {"The Lamp"}),
        ("by:ruiz", {"The Owl"}),
        ('by:"Jane Doe" by:ruiz -by:lind', {"The Owl"}),
        ("stance:denies", {"The Owl"}),
        ("status:disputed", {"The Owl"}),
        ("by:ruiz stance:asserts", set()),
        ("story:ffffffffffffffffff", set()),
        ("language:xx", set()),
        ("in:claims bridge", set()),
    ],
)
def test_operators_choose_articles(searched: Store, query: str, outlets: set[str]) -> None:
    """Each operator finds the articles that it says, and no others."""
    assert {hit.outlet for hit in _find(searched, query, Kind.ARTICLES)} == outlets


def test_fields_of_claims_are_of_one_assertion(searched: Store) -> None:
    """Who denies is found apart from who asserts the same claim."""
    (denied,) = _find(searched, "bridge stance:denies")
    asserted = _find(searched, 'bridge by:"Jane Doe"')

    assert denied.who == "Ana Ruiz"
    assert {hit.who for hit in asserted} == {"Jane Doe"}
    assert _find(searched, "bridge by:ruiz stance:asserts") == []
    assert _find(searched, "quay -by:doe") == []


def test_a_quotation_answers_for_its_speaker(searched: Store) -> None:
    """`by:` knows the source in the text; a stance is the quotation's own."""
    assert len(_find(searched, "by:lind stance:asserts", Kind.QUOTATIONS)) == 1
    assert _find(searched, "by:doe", Kind.QUOTATIONS) == []
    assert _find(searched, "-by:lind", Kind.QUOTATIONS) == []


def test_an_outlet_answers_to_its_other_names(store: Store) -> None:
    """What the user said of an outlet holds for the search."""
    fill(store)
    with store.writing() as connection:
        keep_outlets(connection, [Outlet("Evening Light", ("The Lamp",))], "2024-10-25T00:00:00Z")

    assert {hit.outlet for hit in _find(store, 'outlet:"Evening Light"')} == {"The Lamp"}


def test_the_newest_and_the_last_learned_come_first(searched: Store) -> None:
    """By publication articles without a day come last, by learning they come as they came."""
    newest = _find(searched, "said", Kind.ARTICLES, sort=Sort.NEWEST)
    learned = _find(searched, "said", Kind.ARTICLES, sort=Sort.LEARNED)

    assert [hit.outlet for hit in newest] == ["The Owl", "The Lamp", "Post"]
    assert [hit.outlet for hit in learned] == ["Post", "The Owl", "The Lamp"]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("query", ["said", "safe OR bridge OR ferries", "-quay"])
def test_pages_follow_each_other(searched: Store, sort: Sort, query: str) -> None:
    """Walking page by page gives every hit once, in the order of one long page."""
    for kind in Kind:
        every = _find(searched, query, kind, sort=sort)
        walked: list[Hit] = []
        after: int | None = 0
        while after is not None:
            with searched.reading() as connection:
                asked = Asked(kind, sort, limit=1, after=after)
                page: Found = find(connection, read_query(query), asked)
            walked += page.hits
            after = page.next
        assert walked == every
        assert len({hit.id for hit in every}) == len(every)


def test_a_day_knows_what_was_learned_by_then(searched: Store) -> None:
    """As of a day nothing is found in an article that was learned of later."""
    for day, outlets in (("2024-10-21", {"The Lamp"}), ("2024-10-22", {"The Lamp", "The Owl"})):
        assert {hit.outlet for hit in _find(searched, "bridge", as_of=day)} <= outlets
        found = _find(searched, "said", Kind.ARTICLES, as_of=day)
        assert {hit.outlet for hit in found} == outlets


def test_what_is_new_came_after_a_number(store: Store) -> None:
    """A number taken before articles came finds them, one taken after finds none."""
    with store.reading() as connection:
        before = last_number(connection)
    fill(store)
    with store.reading() as connection:
        after = last_number(connection)

    assert len(_find(store, "said", Kind.ARTICLES, since=before)) == 3
    assert _find(store, "said", Kind.ARTICLES, since=after) == []
    assert _find(store, "bridge", since=after) == []


def test_a_ledger_made_again_is_found_once(store: Store) -> None:
    """Replacing the ledger leaves nothing of the old one in the index."""
    fill(store)
    before = _find(store, "bridge OR quay OR ferries")
    rebuild(store, StoredEncoder(store, WordVectors(), ("words", "pairs")), "1")

    assert _find(store, "bridge OR quay OR ferries") == before
    _assert_sound(store)


def test_an_article_that_goes_is_not_found(store: Store) -> None:
    """The rows that fall with an article leave the indexes with it."""
    fill(store)
    with store.writing() as connection:
        connection.execute(delete(ARTICLES).where(ARTICLES.c.outlet == "The Owl"))

    for kind in Kind:
        assert _find(store, "quay", kind) == []
    _assert_sound(store)


def _assert_sound(store: Store) -> None:
    """Every index numbers exactly the rows that it is of."""
    pairs = (
        ("article_words", "searched_articles", "articles"),
        ("quotation_words", "searched_quotations", "attributions WHERE quotation <> 'indirect'"),
        ("assertion_words", "searched_assertions", "assertions"),
    )
    with store.reading() as connection:
        for index, numbers, rows in pairs:
            counts = {
                connection.scalar(text(f"SELECT count(*) FROM {each}"))  # noqa: S608 - our words
                for each in (f"{index}_docsize", numbers, rows)
            }
            assert len(counts) == 1


PARTS = st.sampled_from(
    ('"', "OR", "-", "*", "bridge", "would close", "by:lind", "via:x", "status:disputed",
     "in:claims", "outlet:lamp", "stance:denies", "story:3f", "language:en", "from:2024-10-01",
     "NEAR(", "^", "{a}")
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.lists(PARTS, max_size=6).map(" ".join))
def test_every_query_that_is_read_runs(searched: Store, typed: str) -> None:
    """Whatever is typed is told off as a query or answered, never an error of the database."""
    try:
        query = read_query(typed)
    except QueryError:
        return
    with searched.reading() as connection:
        for kind in Kind:
            found = find(connection, query, Asked(kind))
            assert len(found.hits) == count(connection, query, Asked(kind))


def test_a_store_of_before_is_searched_after_its_step(tmp_path: Path) -> None:
    """What was in a store before it had an index is found once `create_store` ran on it."""
    location = str(tmp_path / "whence.db")
    with closing(create_store(location)) as store:
        fill(store)
        found = _find(store, "bridge")
        with store.writing() as connection:
            _take_index_out(connection)
    with closing(create_store(location)) as store:
        assert _find(store, "bridge") == found
        _assert_sound(store)


def _take_index_out(connection: object) -> None:
    """The store as the fifth step left it."""
    for index in ("article_words", "quotation_words", "assertion_words"):
        for statement in (f"DROP TRIGGER {index}_in", f"DROP TRIGGER {index}_out",
                          f"DROP TABLE {index}"):  # fmt: skip
            connection.execute(text(statement))  # type: ignore[attr-defined]
    for table in ("searched_articles", "searched_quotations", "searched_assertions", "searches",
                  "audit", "buckets", "sessions", "users"):  # fmt: skip
        connection.execute(text(f"DROP TABLE {table}"))  # type: ignore[attr-defined]
    for table in ("ruling_places", "ruling_actors", "ruling_corrections"):
        connection.execute(text(f"DROP TABLE {table}"))  # type: ignore[attr-defined]
    for column in ("subject", "decided_by", "reason"):
        connection.execute(text(f"ALTER TABLE rulings DROP COLUMN {column}"))  # type: ignore[attr-defined]
    for index in ("assertions_of_outlet", "articles_learned", "story_articles_of_article"):
        connection.execute(text(f"DROP INDEX ix_{index}"))  # type: ignore[attr-defined]
    connection.execute(text("UPDATE alembic_version SET version_num = '0005'"))  # type: ignore[attr-defined]


def test_another_database_says_that_it_has_no_index() -> None:
    """Where there is no index the answer is a sentence."""
    other = create_mock_engine("postgresql+psycopg://", lambda *_: None)

    with pytest.raises(StoreError, match="SQLite"):
        find(other, read_query("bridge"), Asked(Kind.CLAIMS))  # type: ignore[arg-type]
