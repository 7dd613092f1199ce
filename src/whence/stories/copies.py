"""Articles -> which of them are another's text again: the same, nearly the same, or an agency's.

Word 5-grams are hashed, every fourth hash is kept for finding pairs (0 mod p sampling, Manber
1994, as in Schleimer, Wilkerson & Aiken 2003), and the pairs found are compared on all 5-grams
(resemblance and containment, Broder 1997).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from whence.ledger.article import Article, BlockKind
from whence.ledger.story import Copy
from whence.lexicon.outlets import agency_pattern, outlet_named, outlets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Hashes = npt.NDArray[np.uint64]

_GRAM = 5
_SAMPLE = 4
_BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd multiplier with well spread bits (2^64 / golden ratio, Knuth 6.4)."""

_LEADERS = 64
"""An article is compared with at most so many that share one 5-gram, those of first rank: all
copies of one text meet its leaders, and a phrase that thousands print costs no more."""

NEAR_RESEMBLANCE = 0.5
NEAR_CONTAINMENT = 0.8
WIRE_CONTAINMENT = 0.5
_FEWEST_GRAMS = 12
"""5-grams of the shorter article below which sharing them says little."""

_ASIDE = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.CAPTION})
_DATELINE = re.compile(r"\((?P<name>[A-Z][\w .’'/-]{1,30})\)\s*[-–—]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Body:
    """An article in the order that decides which is the original.

    Attributes:
        rank: An agency's own first, then by date, those without one last, then by id.
        words: Hash of all its words, for exact copies.
        grams: Sorted hashes of its 5-grams, each once.
        named: Agencies that it names as its source.
    """

    article: Article
    rank: tuple[bool, bool, str, str, str]
    words: int
    grams: Hashes
    named: frozenset[str]


class _Likeness(NamedTuple):
    """How much two articles share, 0 to 1: of both together, and of the shorter."""

    resemblance: float
    containment: float


def find_copies(articles: Sequence[Article]) -> list[Copy]:
    """Copies among some articles, by the id of the copy; the order of input does not count.

    Two texts at one address are versions of an article, not copies, unless they are the same.

    Each article is a copy of one original at most, and an original is no copy itself. The
    original is the agency's own article if there is one, else the earliest, else the first by
    id. Furniture, bylines and captions are not compared.
    """
    by_id: dict[str, _Body] = {}
    for body in sorted(map(_body, articles), key=lambda each: each.rank):
        by_id.setdefault(body.article.id, body)
    bodies = list(by_id.values())
    copies: dict[int, Copy] = {}
    by_words: dict[int, int] = {}
    for place, body in enumerate(bodies):
        first = by_words.setdefault(body.words, place)
        if first != place:
            copies[place] = Copy(body.article.id, bodies[first].article.id, "exact")
    for later, earlier in _pairs(bodies, copies):
        if later in copies:
            continue
        best = _best_original(bodies, later, [each for each in earlier if each not in copies])
        if best is not None:
            copies[later] = best
    return sorted(_flattened(copies.values()), key=lambda each: each.article)


def _flattened(copies: Iterable[Copy]) -> list[Copy]:
    """With every original an original: an exact copy of a near copy is a near copy."""
    by_article = {each.article: each for each in copies}
    found = []
    for each in by_article.values():
        above = by_article.get(each.original)
        found.append(Copy(each.article, above.original, above.kind) if above is not None else each)
    return found


def _body(article: Article) -> _Body:
    words = [
        word.replace("’", "'")
        for block in article.blocks
        if block.kind not in _ASIDE
        for word in _WORD.findall(article.text[block.start : block.end].lower())
    ]
    day = article.published_at or ""
    rank = (not _is_agency(article), not day, day, article.id, article.agency or "")
    whole = zlib.crc32("\n".join(words).encode("utf-8", "replace"))
    length = len(words) if words else zlib.crc32(article.id.encode())
    return _Body(article, rank, (length << 32) | whole, _grams(words), _agencies_named(article))


def _is_agency(article: Article) -> bool:
    """Whether an agency printed it itself: one of the list, or by its own dateline."""
    if article.outlet is not None and article.outlet == article.agency:
        return True
    name = outlet_named(article.outlet) if article.outlet else None
    return name is not None and name in outlets().agencies


def _agencies_named(article: Article) -> frozenset[str]:
    """Agencies in the article's own credit, its authors and the text around its prose."""
    known = outlets().agencies
    head = article.text[:300]
    around = [
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind in (BlockKind.BYLINE, BlockKind.BOILERPLATE)
    ]
    named = agency_pattern().findall("\n".join([*article.authors, head, *around]))
    own = [article.agency] if article.agency else []
    datelines = [match["name"] for match in _DATELINE.finditer(head)]
    return frozenset([*own, *datelines, *(known[each] for each in named)])


def _grams(words: Sequence[str]) -> Hashes:
    """Hashes of the word 5-grams, sorted, each once; of all words where there are fewer."""
    size = min(_GRAM, len(words))
    if not size:
        return np.empty(0, dtype=np.uint64)
    codes = np.fromiter((_code(each) for each in words), dtype=np.uint64, count=len(words))
    total = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for step in range(size):
        total = total * _BASE + codes[step : len(words) - size + 1 + step]
    total ^= total >> np.uint64(29)
    return np.unique(total * _BASE)


def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace"))


def _pairs(
    bodies: Sequence[_Body],
    copies: dict[int, Copy],
) -> Iterable[tuple[int, list[int]]]:
    """Places of articles, ascending, each with those of higher rank that may be its original."""
    sampled = [body.grams[body.grams % np.uint64(_SAMPLE) == 0] for body in bodies]
    places = [place for place in range(len(bodies)) if place not in copies]
    if not places:
        return
    hashes = np.concatenate([sampled[place] for place in places])
    owners = np.repeat(places, [len(sampled[place]) for place in places])
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    shared: defaultdict[int, Counter[int]] = defaultdict(Counter)
    edges = np.flatnonzero(np.diff(hashes)) + 1
    for group in _groups(owners, edges):
        for position, later in enumerate(group[1:], start=1):
            shared[later].update(group[: min(position, _LEADERS)])
    for later in sorted(shared):
        counts = shared[later]
        yield later, [each for each in counts if _is_worth(counts[each], sampled, later, each)]


def _groups(owners: npt.NDArray[np.int64], edges: npt.NDArray[np.int64]) -> Iterable[list[int]]:
    """Articles that share one hash, two at least."""
    starts = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(owners)]))
    several = np.flatnonzero(ends - starts > 1)
    for each in several:
        yield owners[starts[each] : ends[each]].tolist()


def _is_worth(count: int, sampled: Sequence[Hashes], one: int, other: int) -> bool:
    """Whether the sample makes a copy possible: well below the thresholds that decide."""
    shorter = min(len(sampled[one]), len(sampled[other]))
    return count >= 0.25 * shorter


def _best_original(bodies: Sequence[_Body], later: int, earlier: Iterable[int]) -> Copy | None:
    body = bodies[later]
    found: list[tuple[float, int, str]] = []
    for place in earlier:
        kind = _kind(body, bodies[place])
        if kind is not None:
            found.append((-_likeness(body, bodies[place]).containment, place, kind))
    if not found:
        return None
    _, place, kind = min(found)
    return Copy(body.article.id, bodies[place].article.id, kind)


def _kind(later: _Body, earlier: _Body) -> str | None:
    if min(len(later.grams), len(earlier.grams)) < _FEWEST_GRAMS:
        return None
    if later.article.url is not None and later.article.url == earlier.article.url:
        return None  # another version of it, not a copy
    like = _likeness(later, earlier)
    if like.containment >= WIRE_CONTAINMENT and _is_wire(later, earlier):
        return "wire"
    is_near = like.resemblance >= NEAR_RESEMBLANCE or like.containment >= NEAR_CONTAINMENT
    return "near" if is_near else None


def _likeness(one: _Body, other: _Body) -> _Likeness:
    shared = len(np.intersect1d(one.grams, other.grams, assume_unique=True))
    shorter = min(len(one.grams), len(other.grams))
    both = len(one.grams) + len(other.grams) - shared
    return _Likeness(shared / both, shared / shorter)


def _is_wire(later: _Body, earlier: _Body) -> bool:
    """Whether the later article names the agency whose text the earlier one is or has too."""
    if later.article.outlet is not None and later.article.outlet == earlier.article.outlet:
        return False
    if _is_agency(earlier.article):
        name = outlet_named(earlier.article.outlet or "") or earlier.article.outlet
        return name in later.named
    return bool(later.named & earlier.named)
