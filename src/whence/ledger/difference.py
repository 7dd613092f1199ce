"""What a store learned of a story between the ends of two days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.attribution import Stance


class DifferenceKind(StrEnum):
    """What changed; in the order in which it is told."""

    STORY_MERGED = "story_merged"
    STORY_PARTED = "story_parted"
    STATUS = "status"
    DENIAL = "denial"
    DOUBT = "doubt"
    SILENCE = "silence"
    NUMBER = "number"
    CLAIM = "claim"
    ORIGIN = "origin"
    CLAIM_GONE = "claim_gone"
    ARTICLE = "article"
    VERSION = "version"
    VERSION_ADDED = "version_added"
    VERSION_SOFTENED = "version_softened"
    VERSION_FIRMER = "version_firmer"
    VERSION_WITHDRAWN = "version_withdrawn"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise on the later day.

    Attributes:
        story: Id of the story on the later day; on the earlier one where it is gone.
        text: Of the claim; the words of a denial or a silence; the title of an article.
        claim: Id on the later day, of a claim that is gone on the earlier one.
        article: Where it stands; of a claim or a status, the first article that brought it.
        outlet: That article's.
        day: When that article was printed; when it was said where that is not known.
        stance: Of `who` towards the claim; None for articles and stories.
        who: The first speaker; None where nobody is named.
        before: The status, number, title or story as it was; None where there was none.
        after: As it is now; None where there is none any more.
        why: A sentence, where there is more to say.
        weight: How much a new claim counts, by its outlets, first speakers and numbers; 0 for
            other kinds.
    """

    kind: DifferenceKind
    story: str
    text: str
    claim: str | None = None
    article: str | None = None
    outlet: str | None = None
    day: str | None = None
    stance: Stance | None = None
    who: str | None = None
    before: str | None = None
    after: str | None = None
    why: str | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Differences:
    """All of a story.

    Attributes:
        since: The earlier day; the ledger is compared as of its end.
        until: The later one; None for now.
        article_count: In the story on the later day.
    """

    story: str
    title: str | None
    since: str
    until: str | None
    article_count: int
    differences: tuple[Difference, ...]
