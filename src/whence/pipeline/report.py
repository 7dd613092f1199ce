"""Readings and their ledger -> a brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whence.brief.compose import compose
from whence.brief.material import Material
from whence.errors import NotFoundError
from whence.ledger.article import BlockKind
from whence.ledger.brief import Brief, Reference
from whence.ledger.figure import History
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.pipeline.build import Ledger
from whence.pipeline.count import histories_of
from whence.pipeline.outlets import named_alike
from whence.pipeline.ruled import as_ruled
from whence.text.counting import counted

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_brief(
    readings: Sequence[Reading],
    ledger: Ledger,
    not_read: Sequence[str] = (),
    story: str | None = None,
    measured: str = "",
    histories: Sequence[History] | None = None,
) -> Brief:
    """The brief of some articles, the largest story first.

    Args:
        readings: Of all articles; those without an article count as not read.
        ledger: Built from the same readings.
        not_read: Sentences about inputs that gave no reading.
        story: Id, or the start of one, of the only story wanted.
        measured: How often the reader is right, for the foot.
        histories: Of the numbers of the one story, where they are at hand; None to find them.

    Raises:
        NotFoundError: No story has the id.
    """
    alike = as_ruled(named_alike(readings, ledger.outlets), ledger.rulings)
    by_id = {each.article.id: each for each in alike if each.article}
    stories = sorted(ledger.stories, key=lambda each: (-each.claim_count, each.id))
    if story is not None:
        stories = [each for each in stories if each.id.startswith(story)]
        if not stories:
            raise NotFoundError("story", story)
    told = [each for each in stories if each.claim_count]
    articles = [article for each in stories for article in each.articles]
    letters = {article: _letter(number) for number, article in enumerate(articles)}
    originals = {copy.article: copy.original for copy in ledger.copies}
    parts = [
        compose(_material(each, ledger, by_id, letters, originals, histories)) for each in told
    ]
    own = [by_id[article] for article in articles]
    outlets = {each.article.outlet or each.article.id for each in own if each.article}
    return Brief(
        article_count=len(articles),
        outlet_count=len(outlets),
        not_read=(*not_read, *_not_read(own, letters)),
        stories=tuple(parts),
        references=tuple(_references(own, letters, originals)),
        measured=measured,
    )


def _material(
    story: Story,
    ledger: Ledger,
    by_id: Mapping[str, Reading],
    letters: Mapping[str, str],
    originals: Mapping[str, str],
    histories: Sequence[History] | None,
) -> Material:
    articles = set(story.articles)
    readings = {article: by_id[article] for article in story.articles}
    return Material(
        story=story,
        claims=tuple(claim for claim in ledger.claims if claim.story == story.id),
        readings=readings,
        letters=letters,
        originals=originals,
        lost_hedges=tuple(each for each in ledger.lost_hedges if each.article in articles),
        histories=tuple(
            histories_of(story, ledger, list(readings.values())) if histories is None else histories
        ),
    )


def _letter(number: int) -> str:
    """Number 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ALPHABET))
        letters = ALPHABET[rest] + letters
    return letters


def _not_read(readings: Sequence[Reading], letters: Mapping[str, str]) -> Iterator[str]:
    """What of the articles was not read as claims, a sentence for each kind and article."""
    for reading in readings:
        article = reading.article
        if article is None:
            continue
        letter = letters[article.id]
        for notice in reading.notices:
            yield f"{notice.message} [{letter}]"
        counts = dict.fromkeys((BlockKind.HEADING, BlockKind.BOILERPLATE), 0)
        for block in article.blocks:
            if block.kind in counts:
                counts[block.kind] += 1
        headings, furniture = counts.values()
        if headings:
            yield f"{counted(headings, 'section heading')} [{letter}]"
        if furniture:
            yield f"{counted(furniture, 'block')} of the page's own furniture [{letter}]"


def _references(
    readings: Sequence[Reading], letters: Mapping[str, str], originals: Mapping[str, str]
) -> Iterator[Reference]:
    for reading in readings:
        article = reading.article
        if article is None:
            continue
        yield Reference(
            letter=letters[article.id],
            article=article.id,
            outlet=article.outlet,
            title=" ".join(article.title.split()) if article.title else None,
            published_at=article.published_at,
            url=article.url,
            path=article.path,
            copy_of=letters.get(originals.get(article.id, "")),
        )
