"""A reading -> what is compared of its article to find its story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from whence.ledger.article import Article, BlockKind
from whence.ledger.entity import EntityKind
from whence.ledger.reading import Reading
from whence.text.stems import stems_of

_OPENING = 700  # characters of the body that stand for it
_SENTENCES = 6
_TELLING = 13  # least number that tells one story from another
_ASIDE = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE})

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """What is compared of an article.

    Attributes:
        day: Its date; None where unknown.
        words: Title and opening.
        stems: Stems of the whole, without the page's furniture; its figures as "#26000".
        lead: Stems of title and opening.
        names: Stems of the names of persons, bodies, groups and places, by their mentions.
    """

    article: str
    day: str | None
    title: str | None
    words: str
    stems: Counts = field(default_factory=dict)
    lead: Counts = field(default_factory=dict)
    names: Counts = field(default_factory=dict)


def outline(reading: Reading) -> Outline:
    """What is compared of an article that was read.

    Raises:
        ValueError: The input was not read.
    """
    article = reading.article
    if article is None:
        raise ValueError("an input that was not read has no outline")
    opening = " ".join(each.words(article.text) for each in reading.sentences[:_SENTENCES])
    words = _words(article, opening[:_OPENING])
    return Outline(
        article=article.id,
        day=article.published_at[:10] if article.published_at else None,
        title=article.title,
        words=words,
        stems=Counter([*stems_of(f"{article.title or ''}\n{_body(article)}"), *_figures(reading)]),
        lead=Counter(stems_of(words)),
        names=_names(reading),
    )


def order_of(outlined: Outline) -> tuple[str, str]:
    """By day, then id; those without a day last."""
    return outlined.day or "9999-99-99", outlined.article


def _words(article: Article, opening: str) -> str:
    if not opening:
        return article.title or article.text[:_OPENING]
    return f"{article.title or ''}. {opening}"


def _figures(reading: Reading) -> Iterator[str]:
    """The numbers in the words of quantities: "more than 600,000" has 600,000."""
    for each in reading.quantities:
        number = each.high if each.high is not None else each.low
        if number is not None and number >= _TELLING:
            is_above = each.high is None and number % 10 == 1
            yield f"#{number - 1 if is_above else number:g}"


def _names(reading: Reading) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in reading.entities:
        if each.kind is not EntityKind.DOCUMENT:
            for stem in stems_of(each.name):
                counts[stem] += len(each.mentions)
    return counts


def _body(article: Article) -> str:
    return "\n".join(
        block.span.words(article.text) for block in article.blocks if block.kind not in _ASIDE
    )
