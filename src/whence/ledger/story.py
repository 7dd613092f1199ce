"""Articles and claims about one chain of events."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A story.

    Attributes:
        id: Hash of its first article's id.
        title: In words of its articles.
        articles: Ids by date.
        entities: Ids, those with most mentions first.
        thread: Id of the first story of its thread: of its near neighbours, "two strikes in
            one war"; its own where it has none.
    """

    id: str
    title: str | None
    articles: tuple[str, ...]
    first_seen_at: str | None
    last_seen_at: str | None
    entities: tuple[str, ...]
    claim_count: int
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One article that is another's text again.

    Attributes:
        article: The later one.
        original: The one that counts.
        kind: "exact" (same words), "near" (small changes) or "wire" (an agency's text).
    """

    article: str
    original: str
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said: two articles are of one story, or are not.

    Attributes:
        decided_at: When, as a moment in UTC.
    """

    article: str
    other: str
    is_together: bool
    decided_at: str
