"""The desk's pages, and by which links a reader comes to each."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from urllib.request import urlopen

Way = tuple[str, ...]
"""For each click a pattern of the link's whole address; an address itself where nobody clicks."""

STORY = r"/stories/[^/?#]+"
EVIDENCE = r"/articles/[^/?#]+\?at=\d+-\d+#here"

PAGES: dict[str, Way] = {
    "today": (),
    "today-since": ("/?since=2025-03-04",),
    "today-past": ("/?as-of=2025-03-04",),
    "stories": ("/stories",),
    "story": (STORY,),
    "story-past": ("/?as-of=2025-03-04", rf"{STORY}\?as-of=2025-03-04"),
    "numbers": (STORY, f"{STORY}/numbers"),
    "timeline": (STORY, f"{STORY}/timeline"),
    "positions": (STORY, f"{STORY}/positions"),
    "map": (STORY, f"{STORY}/map"),
    "network": (STORY, f"{STORY}/network"),
    "story-correct": (STORY, f"{STORY}/correct"),
    "claim": (STORY, r"/claims/[^/?#]+"),
    "claim-correct": (STORY, r"/claims/[^/?#]+", r"/claims/[^/?#]+/correct"),
    "article": (STORY, EVIDENCE),
    "article-versions": (
        "/outlets",
        "/outlets/Tamarack%20Post",
        r"/articles/[^/?#]+/versions\?with=\w+",
    ),
    "outlets": ("/outlets",),
    "outlet": ("/outlets", r"/outlets/[^?#]+"),
    "speaker": ("/outlets", r"/outlets/[^?#]+", r"/actors/\w+"),
    "actors": (STORY, rf"{STORY}/actors"),
    "actor": (STORY, rf"{STORY}/actors", rf"{STORY}/actors/[^?#]+"),
    "actor-correct": (
        STORY,
        rf"{STORY}/actors",
        rf"{STORY}/actors/[^?#]+",
        r"/entities/\w+/correct",
    ),
    "search": ("/search",),
    "search-found": ("/search?q=dam",),
    "decisions": ("/decisions",),
    "account": ("/account",),
    "api": ("/api",),
}
"""Every page by its name; the tests of this folder look at each of them."""

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def found(base: str, way: Way, start: str = "/") -> str:
    """The address at the end of a way.

    Args:
        base: Where the desk is.
        way: Of a page.
        start: Where the first click is.
    """
    at = start
    for step in way:
        if step.startswith(("/?", "/search?")) or re.fullmatch(r"/[a-z]+", step):
            at = step
        else:
            at = next(link for link in links(base, at) if re.fullmatch(step, link))
    return at


@cache
def links(base: str, path: str) -> tuple[str, ...]:
    """The addresses that a page leads to, in the order of the page."""
    with urlopen(base + path.split("#", maxsplit=1)[0]) as answer:  # noqa: S310 - the desk's own
        words = answer.read().decode()
    return tuple(unescape(match[1]) for match in _HREF.finditer(words))
