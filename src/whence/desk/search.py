"""The search: what is asked, what answers it, and the same as a feed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import AsOf, html, source_of
from whence.desk.hits import address, entry_of, row_of, urn_of
from whence.desk.limits import limited
from whence.desk.persons import who
from whence.errors import QueryError
from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.ledger.hit import Kind
from whence.ledger.identity import make_id
from whence.pipeline.search import Results, kinds_of, new_counts, search
from whence.render.atom import atom
from whence.render.hits import count_words
from whence.render.visible import one_line
from whence.store.search import DEEPEST, Asked, Found, Sort
from whence.store.searches import Saved, load_searches
from whence.text.queries import LONGEST, read_query

FEW = 5
"""Hits of each kind on a page of all kinds."""
MANY = 20
"""Hits on a page of one kind."""
LONG_AGO = "1970-01-01"
"""When a feed without an entry changed."""
IN_FEED = 30
"""Entries of each kind in a feed."""
EXAMPLES = (
    ("bridge close", "both words, in any order"),
    ('"the bridge would close"', "these words, one after the other"),
    ("bridge OR quay", "one of the two"),
    ("bridge -quay", "without the word after -"),
    ("clos*", "words that begin so"),
    ('outlet:"The Lamp"', "printed there"),
    ("from:2024-10-01 to:2024-10-31", "printed on these days"),
    ("by:Kirby", "said first by somebody called so"),
    ("via:Reuters", "that came through somebody called so"),
    ("status:disputed", "claims that stand so"),
    ("stance:denies", "where the speaker does so"),
    ("story:3f2a", "of the story whose id begins so"),
    ("in:quotations", "only these: claims, quotations or articles"),
    ("language:en", "in this language"),
    ("-outlet:Post", "a field can be turned round as a word can"),
)

router = APIRouter(include_in_schema=False)
LIMITED = [limited("search", per_minute=60)]

Text = Annotated[str, Query(max_length=LONGEST)]
In = Annotated[str, Query(pattern="^(claims|quotations|articles)?$")]
SortBy = Annotated[str, Query(pattern="^(relevance|newest|learned)?$")]
After = Annotated[int, Query(ge=0, le=DEEPEST)]


@router.get("/search", dependencies=LIMITED)
def search_page(
    request: Request,
    q: Text = "",
    in_: Annotated[In, Query(alias="in")] = "",
    sort: SortBy = "",
    after: After = 0,
    as_of: AsOf = None,
) -> Response:
    """Claims, quotations and articles; without a query how to ask, and what was saved."""
    try:
        query, problem = read_query(q), None
    except QueryError as error:
        query, problem = read_query(""), str(error)
    kinds = kinds_of(query, in_)
    asked = Asked(
        kinds[0],
        Sort(sort or Sort.RELEVANCE),
        limit=MANY if len(kinds) == 1 else FEW,
        after=after,
        as_of=as_of or None,
    )
    found = search(source_of(request).store, query, asked, kinds)
    state = {"q": q, "sort": sort, "as_of": as_of}
    response = html(
        "search.html",
        request,
        as_of,
        title=one_line(f"Search: {q}") if q.strip() else "Search",
        q=q,
        chosen=in_,
        sort=sort or "relevance",
        tabs=_tabs(found, in_, state),
        parts=[_part(kind, found.pages[kind], asked, state, len(kinds) == 1) for kind in kinds],
        is_asked=not query.is_empty,
        is_found=any(page.hits for page in found.pages.values()),
        back=address("/search", **state, **{"in": in_}) if after else None,
        feed=address("/search/feed.atom", q=q, **{"in": in_}),
        searches=_saved(request, as_of),
        examples=[
            (words, address("/search", q=words, as_of=as_of), meaning)
            for words, meaning in EXAMPLES
        ],
        longest=LONGEST,
        statuses=", ".join(Status),
        stances=", ".join(Stance),
        problem=problem,
    )
    response.headers["Cache-Control"] = "no-store"  # what was saved does not follow from the store
    if problem:
        response.status_code = 400
    return response


def _tabs(found: Results, chosen: str, state: dict[str, str | None]) -> list[dict[str, object]]:
    every = {"words": "everything", "href": address("/search", **state), "is_here": not chosen}
    return [every] + [
        {
            "words": count_words(kind, found.counts[kind]),
            "href": address("/search", **state, **{"in": kind}),
            "is_here": chosen == kind,
        }
        for kind in Kind
    ]


def _part(
    kind: Kind, page: Found, asked: Asked, state: dict[str, str | None], is_alone: bool  # noqa: FBT001 - of one call
) -> dict[str, object]:  # fmt: skip
    more = None
    if page.next is not None:
        after = page.next if is_alone else None
        more = address("/search", **state, **{"in": kind}, after=after)
    return {
        "name": kind.value.capitalize(),
        "id": kind.value,
        "rows": [row_of(hit, asked.as_of) for hit in page.hits],
        "first": asked.after + 1,
        "more": more,
        "more_words": "The next" if is_alone else f"All {kind}",
    }


def _saved(request: Request, as_of: str | None) -> list[dict[str, object]]:
    """What the person saved, with what is new in each."""
    store = source_of(request).store
    with store.reading() as connection:
        searches = load_searches(connection, who(request))
    return [_saved_row(request, each, as_of) for each in searches]


def _saved_row(request: Request, saved: Saved, as_of: str | None) -> dict[str, object]:
    query = read_query(saved.query)
    counts = new_counts(source_of(request).store, query, saved.seen, as_of or None)
    wanted = set(kinds_of(query, ""))
    new = [count_words(kind, count) for kind, count in counts.items() if count and kind in wanted]
    return {
        "id": saved.id,
        "name": one_line(saved.name),
        "query": one_line(saved.query),
        "new": ", ".join(new),
    }


@router.get("/search/feed.atom", dependencies=LIMITED)
def feed_page(
    request: Request, q: Text = "", in_: Annotated[In, Query(alias="in")] = ""
) -> Response:
    """What answers a query, what was learned last first."""
    return feed(request, q, in_, f"whence: {q}", urn_of("search", make_id(q, in_)))


def feed(request: Request, text: str, chosen: str, title: str, name: str) -> Response:
    """The feed of a query, under a title and a name of its own."""
    query = read_query(text)
    kinds = kinds_of(query, chosen)
    asked = Asked(kinds[0], Sort.LEARNED, limit=IN_FEED)
    found = search(source_of(request).store, query, asked, kinds)
    base = str(request.base_url).rstrip("/")
    hits = sorted(
        (hit for page in found.pages.values() for hit in page.hits),
        key=lambda hit: (hit.learned_at, hit.published_at or "", hit.kind.one, hit.id),
        reverse=True,
    )
    words = atom(
        name,
        title,
        max((hit.learned_at for hit in hits), default=LONG_AGO),
        [entry_of(hit, base) for hit in hits],
        f"{base}{address(request.url.path, q=request.query_params.get('q'), **{'in': chosen})}",
    )
    return Response(words, media_type="application/atom+xml")
