"""Readings <-> rows of `readings`, with `attributions`, `entities` and `quantities` beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from whence.ledger.article import Article
from whence.ledger.attribution import Attribution
from whence.ledger.entity import Entity
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import hull, words_of
from whence.store.articles import end_of
from whence.store.codec import column_number, column_text, decode_reading, encode
from whence.store.engine import insert_new
from whence.store.tables import ARTICLES, ATTRIBUTIONS, ENTITIES, QUANTITIES, READINGS


def keep_reading(connection: Connection, reading: Reading, reader: str) -> None:
    """Keep the reading of an article that is in the store and has none."""
    article = reading.article
    if article is None:
        return
    row = {"article": article.id, "reader": reader, "record": encode(reading)}
    connection.execute(insert(READINGS), [row])
    _keep_rows(connection, reading, article)


def replace_reading(connection: Connection, reading: Reading, reader: str) -> bool:
    """Put a newer reading of an article in the place of the one that is there.

    Returns:
        Whether it says something else. The old reader's name is kept beside the new one.
    """
    article = reading.article
    if article is None:
        return False
    of_article = READINGS.c.article == article.id
    before = connection.execute(select(READINGS).where(of_article)).first()
    if before is None:  # taken out meanwhile
        return False
    record = encode(reading)
    readers = [*(before.earlier or "").splitlines(), before.reader]
    values = {"reader": reader, "record": record, "earlier": "\n".join(readers)}
    connection.execute(update(READINGS).where(of_article).values(**values))
    if record == before.record:
        return False
    for table in (ATTRIBUTIONS, ENTITIES, QUANTITIES):
        connection.execute(delete(table).where(table.c.article == article.id))
    _keep_rows(connection, reading, article)
    return True


def readers_of(connection: Connection) -> dict[str, str]:
    """Who read each article, by its id, in the order of the ids."""
    rows = connection.execute(select(READINGS.c.article, READINGS.c.reader))
    return dict(sorted((row.article, row.reader) for row in rows))


def _keep_rows(connection: Connection, reading: Reading, article: Article) -> None:
    """The rows that say the same as the record, for whoever asks in SQL."""
    text = article.text
    insert_new(
        connection,
        ATTRIBUTIONS,
        [
            _attribution_row(article.id, at, each, text)
            for at, each in enumerate(reading.attributions)
        ],
    )
    insert_new(connection, ENTITIES, [_entity_row(article.id, each) for each in reading.entities])
    insert_new(
        connection,
        QUANTITIES,
        [_quantity_row(article.id, at, each, text) for at, each in enumerate(reading.quantities)],
    )


def load_readings(connection: Connection, as_of: str | None = None) -> Iterator[Reading]:
    """The readings of all articles, by date of publication (none last), then id.

    Args:
        connection: Any.
        as_of: A day; only what the store knew at its end.
    """
    query = select(READINGS.c.record).join(ARTICLES, ARTICLES.c.id == READINGS.c.article)
    if as_of is not None:
        query = query.where(ARTICLES.c.learned_at < end_of(as_of))
    order = (ARTICLES.c.published_at.nulls_last(), ARTICLES.c.id)
    for data in connection.scalars(query.order_by(*order)):
        yield decode_reading(data)


def load_some_readings(connection: Connection, articles: Sequence[str]) -> list[Reading]:
    """The readings of some articles, in their order; those that are gone are left out."""
    query = select(READINGS.c.article, READINGS.c.record).where(READINGS.c.article.in_(articles))
    found = {row.article: decode_reading(row.record) for row in connection.execute(query)}
    return [found[article] for article in articles if article in found]


def load_reading(connection: Connection, article: str) -> Reading | None:
    """The reading of one article."""
    data = connection.scalar(select(READINGS.c.record).where(READINGS.c.article == article))
    return None if data is None else decode_reading(data)


def _attribution_row(
    article: str, position: int, attribution: Attribution, text: str
) -> dict[str, object]:
    whole, band = hull(attribution.content), attribution.probability
    return {
        "id": attribution.id,
        "article": article,
        "position": position,
        "within": attribution.within,
        "source": column_text(words_of(attribution.source, text)) or None,
        "cue": column_text(words_of(attribution.cue, text)) or None,
        "content": column_text(words_of(attribution.content, text)),
        "start_char": whole.start,
        "end_char": whole.end,
        "entity": attribution.entity,
        "quotation": attribution.quotation.value,
        "stance": attribution.stance.value,
        "certainty": attribution.certainty.value,
        "polarity": attribution.polarity.value,
        "degree": attribution.degree,
        "probability_low": band.low if band else None,
        "probability_high": band.high if band else None,
        "probability_scale": band.scale if band else None,
        "probability_words": column_text(band.words) if band else None,
        "basis": attribution.basis.value if attribution.basis else None,
        "medium": attribution.medium.value if attribution.medium else None,
        "said_at": attribution.said_at,
        "is_named": attribution.is_named,
        "score": attribution.score,
        "reader": attribution.reader,
    }


def _entity_row(article: str, entity: Entity) -> dict[str, object]:
    return {
        "article": article,
        "id": entity.id,
        "name": column_text(entity.name),
        "kind": entity.kind.value,
        "country": entity.country,
        "role": column_text(entity.role),
        "sector": entity.sector,
        "affiliation": column_text(entity.affiliation),
        "mention_count": len(entity.mentions),
        "latitude": entity.point.lat if entity.point else None,
        "longitude": entity.point.lon if entity.point else None,
    }


def _quantity_row(article: str, position: int, quantity: Quantity, text: str) -> dict[str, object]:
    return {
        "article": article,
        "position": position,
        "words": column_text(quantity.span.words(text)),
        "start_char": quantity.span.start,
        "end_char": quantity.span.end,
        "low": column_number(quantity.low),
        "high": column_number(quantity.high),
        "is_approximate": quantity.is_approximate,
        "unit": column_text(quantity.unit),
        "of_whom": column_text(quantity.of),
        "change": quantity.change,
        "attribution": quantity.attribution,
    }
