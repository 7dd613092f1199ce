"""What somebody says of an article, from several places -> what holds."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Told:
    """What a user, a sidecar, a page or a text says of an article; None and () are silence.

    Attributes:
        published_at: ISO, as `dates.read_date` gives it.
        language: ISO 639-1.
        agency: Full name of the wire agency.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published_at: str | None = None
    url: str | None = None
    language: str | None = None
    agency: str | None = None

    def over(self, other: Told) -> Told:
        """These, and the other's where these are silent."""
        return Told(
            *(getattr(self, each.name) or getattr(other, each.name) for each in fields(self))
        )


def clean(words: str | None, limit: int = 1000) -> str | None:
    """A field on one line; None where it is empty or too long to be one."""
    if words is None:
        return None
    line = " ".join(words.split())
    return line if line and len(line) <= limit else None
