"""The attributions found in one article -> what each of them says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.attributions.basis import basis_of
from whence.attributions.find import Found
from whence.attributions.firmness import Firmness, firmness_of
from whence.attributions.link import Linked
from whence.attributions.medium import medium_of
from whence.attributions.posts import RULE as POST_RULE
from whence.attributions.posts import Post
from whence.attributions.quotation import quotation_of
from whence.attributions.stance import stance_of
from whence.entities.mentions import Mentions
from whence.entities.references import References
from whence.entities.sources import SourceEntity, resolve_source
from whence.ledger.article import Article
from whence.ledger.attribution import Attribution, Basis, Quotation, Stance, attribution_id
from whence.ledger.entity import Entity
from whence.ledger.span import Span, Spans, hull, words_of
from whence.ledger.time import Time
from whence.text.sentences import Positions
from whence.text.trees import Tree

OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "IGO"})
"""PLOVER sectors whose people speak on record."""

FIRST_PERSON = frozenset({"we", "i", "us", "me"})
MOST_GAP = 60  # characters between a cue and its day; ours, 2026-11


@dataclass(frozen=True, slots=True)
class DatedPost:
    """An embedded post and its day, where its signature has one."""

    post: Post
    date: str | None


class Scene:
    """What is known of an article when its attributions are described.

    Args:
        article: Its text and id.
        sentences: Ascending.
        mentions: Of all entities that the article names.
        times: Ascending.
        posts: Embedded posts with a signature.
        references: Which words refer to which.
        trees: Of the article's sentences.
    """

    def __init__(
        self,
        article: Article,
        sentences: Spans,
        mentions: Mentions,
        times: Sequence[Time],
        posts: Sequence[DatedPost],
        references: References,
        trees: Tree,
    ) -> None:
        self.article, self.sentences, self.mentions = article, sentences, mentions
        self.posts, self.references, self.trees = posts, references, trees
        self.days = [each for each in times if each.value and each.value == each.start]
        self._at_sentence = Positions(sentences)
        self._entities = {each.id: each for each in reversed(mentions.entities)}

    def sentence_of(self, linked: Linked) -> Span:
        """The sentence of the cue, or of the content's start where there is no cue."""
        spans = linked.cue or linked.content
        around = self._at_sentence.around(spans[0].start)
        return around or hull([*linked.source, *linked.cue, *linked.content])

    def post_of(self, linked: Linked) -> DatedPost | None:
        """The post that holds a content."""
        if not self.posts:
            return None
        whole = hull(linked.content)
        return next((each for each in self.posts if each.post.span.covers(whole)), None)

    def entity(self, name: str | None) -> Entity | None:
        """The entity with an id."""
        return self._entities.get(name) if name else None


def describe(scene: Scene, tree: Sequence[Found]) -> list[Attribution]:
    """What each attribution of the tree says, in the tree's order; each id once."""
    ids = [
        attribution_id(
            scene.article.id, *(each.linked.source, each.linked.cue, each.linked.content)
        )
        for each in tree
    ]
    described: dict[str, Attribution] = {}
    for found, name in zip(tree, ids, strict=True):
        within = None if found.outer is None else ids[found.outer]
        if name not in described and name != within:
            described[name] = _attribution(scene, found, name, within)
    return list(described.values())


def _attribution(scene: Scene, found: Found, name: str, within: str | None) -> Attribution:
    linked, text = found.linked, scene.article.text
    sentence, post = scene.sentence_of(linked), scene.post_of(linked)
    speaker = _speaker(scene, linked, post)
    roles = (linked.source, linked.cue, linked.content)
    stance = stance_of(text, *roles, sentence)
    firmness = _firmness(scene, linked, stance, speaker, post)
    is_post = found.reader == POST_RULE
    return Attribution(
        id=name,
        source=linked.source,
        cue=linked.cue,
        content=linked.content,
        quotation=Quotation.DIRECT if is_post else quotation_of(text, linked.content),
        within=within,
        entity=speaker.entity,
        stance=stance,
        certainty=firmness.certainty,
        polarity=firmness.polarity,
        degree=firmness.degree,
        probability=firmness.probability,
        basis=_basis(scene, linked, sentence, speaker),
        medium=medium_of(text, *roles, sentence, in_post=post is not None),
        said_at=post.date if post else _said_at(linked, sentence, scene.days),
        is_named=speaker.is_named and bool(linked.source),
        score=round(linked.score, 4),
        reader=found.reader,
    )


def _speaker(scene: Scene, linked: Linked, post: DatedPost | None) -> SourceEntity:
    """Who the source is; "we" in a post is the account."""
    text, start = scene.article.text, hull(linked.cue or linked.content).start
    source = linked.source
    if post is not None and words_of(source, text).casefold() in FIRST_PERSON:
        source, start = (post.post.name,), post.post.name.end
    return resolve_source(text, source, start, scene.mentions, scene.sentences, scene.references)


def _firmness(
    scene: Scene, linked: Linked, stance: Stance, speaker: SourceEntity, post: DatedPost | None
) -> Firmness:
    service = scene.entity(speaker.entity)
    if service is None and post is not None:
        name = post.post.name
        signed = resolve_source(
            scene.article.text, (name,), name.end, scene.mentions, scene.sentences
        )
        service = scene.entity(signed.entity)
    yardstick = (service.country or service.name) if service else None
    roles = (linked.cue, linked.content, linked.source)
    return firmness_of(scene.article.text, *roles, stance, yardstick, scene.trees)


def _basis(scene: Scene, linked: Linked, sentence: Span, speaker: SourceEntity) -> Basis | None:
    """The evidence that the sentence names; an official who only has a name is one all the same."""
    roles = (linked.source, linked.cue, linked.content)
    found = basis_of(scene.article.text, *roles, sentence, is_named=speaker.is_named)
    entity = scene.entity(speaker.entity)
    if found is None and entity is not None and entity.sector in OFFICIAL_SECTORS:
        return Basis.OFFICIAL_STATEMENT
    return found


def _said_at(linked: Linked, sentence: Span, days: Sequence[Time]) -> str | None:
    """The day that stands beside the cue, outside the content ("said on Tuesday")."""
    if not linked.cue:
        return None
    cue, near = linked.cue[0], []
    for time in days:
        if not sentence.covers(time.span) or any(
            piece.overlaps(time.span) for piece in linked.content
        ):
            continue
        gap = max(time.span.start - cue.end, cue.start - time.span.end, 0)
        near.append((gap, time.value))
    gap, value = min(near, default=(MOST_GAP + 1, None))
    return value if gap <= MOST_GAP else None
