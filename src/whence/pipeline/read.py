"""One article -> its reading: the stages joined, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.attributions.find import find_attributions
from whence.attributions.firmness import own_firmness_of
from whence.attributions.own_voice import find_own_voice
from whence.attributions.port import Reader
from whence.attributions.posts import find_posts
from whence.entities.find import find_entities
from whence.entities.mentions import Mentions
from whence.entities.references import References
from whence.ledger.article import Article
from whence.ledger.attribution import Attribution, OwnWords
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans
from whence.pipeline.describe import DatedPost, Scene, describe
from whence.text.sentences import paragraphs_of
from whence.text.trees import Tree
from whence.values.quantities import find_quantities
from whence.values.times import Anchor, find_times, read_date

READ_LANGUAGES = frozenset({None, "en"})
"""Languages that are read; None is a text too short to tell."""


def read_article(article: Article, reader: Reader, notices: Sequence[Notice] = ()) -> Reading:
    """Read one article; nothing but the article decides what comes out.

    Args:
        article: With its blocks marked.
        reader: Marks sources, cues and contents.
        notices: Of the stage before; they go first.
    """
    path = article.path or "-"
    if article.language not in READ_LANGUAGES:
        return Reading(path, article, notices=tuple(notices))
    text = article.text
    analysis = reader.read(text, paragraphs_of(text, article.blocks))
    sentences, trees = analysis.sentences, Tree(analysis.parse)
    posts = [
        DatedPost(post, read_date(post.date.words(text)) if post.date else None)
        for post in find_posts(text, article.blocks)
    ]
    anchors = [Anchor(each.post.span, each.date) for each in posts if each.date]
    times = find_times(text, sentences, article.published_at, anchors)
    quantities = find_quantities(text, sentences, times, trees)
    entities = find_entities(text, article.blocks, sentences, analysis.names)
    mentions = Mentions(entities)
    names = [each.span for each in mentions.sorted]
    whole = [*(each.span for each in quantities), *(each.span for each in times)]
    tree = find_attributions(text, article.blocks, analysis, whole, names, reader, trees)
    references = References(analysis.parse)
    scene = Scene(article, sentences, mentions, times, posts, references, trees)
    attributions = describe(scene, tree)
    return Reading(
        path=path,
        article=article,
        sentences=sentences,
        entities=tuple(entities),
        attributions=tuple(attributions),
        quantities=tuple(_owned(quantities, attributions)),
        times=tuple(times),
        own_words=tuple(_own_words(article, sentences, attributions, names, quantities, trees)),
        notices=tuple(notices),
    )


def _own_words(
    article: Article,
    sentences: Spans,
    attributions: Sequence[Attribution],
    names: Sequence[Span],
    quantities: Sequence[Quantity],
    trees: Tree,
) -> Iterator[OwnWords]:
    """What stands outside all attributions and could be a claim, with its firmness."""
    held = [piece for each in attributions for piece in (*each.source, *each.cue, *each.content)]
    marks = [*names, *(quantity.span for quantity in quantities)]
    for span, kind in find_own_voice(article.text, article.blocks, sentences, held, marks):
        firmness = own_firmness_of(article.text, span, None, trees)
        yield OwnWords(span, kind, firmness.certainty, firmness.polarity, firmness.degree)


def _owned(quantities: Sequence[Quantity], attributions: Sequence[Attribution]) -> list[Quantity]:
    """The quantities with their owners: the innermost attribution whose content holds them.

    Of two with one content the later, which stands inside the other.
    """
    owned = []
    for quantity in quantities:
        holders = [
            (sum(piece.end - piece.start for piece in each.content), -number, each.id)
            for number, each in enumerate(attributions)
            if any(piece.covers(quantity.span) for piece in each.content)
        ]
        owner = min(holders)[2] if holders else None
        owned.append(replace(quantity, attribution=owner))
    return owned
