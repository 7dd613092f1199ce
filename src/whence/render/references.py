"""The articles of a brief -> their entries at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.render.phrases import day_words
from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.brief import Reference

LETTERS_COLUMN = "see"
"""What heads the letters in a table."""

_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """The URL where it is one that a page may link to (http or https), else None."""
    return url if url is not None and url == one_line(url) and _WEB.fullmatch(url) else None


def letters_words(letters: Sequence[str]) -> str:
    """`[A][B]`, or nothing."""
    return "".join(f"[{one_line(letter)}]" for letter in letters)


def place_words(reference: Reference) -> str | None:
    """URL, else path; None where neither is known."""
    place = reference.url or reference.path
    return one_line(place) if place else None


def entry_parts(reference: Reference) -> tuple[str, str, str]:
    """Outlet, title and date as words."""
    outlet = one_line(reference.outlet or "") or "outlet unknown"
    title = one_line(reference.title or "")
    quoted = f"“{title}”" if title else "without a title"
    return outlet, quoted, day_words(reference.published_at)


def copy_words(reference: Reference) -> str | None:
    """`same text as [B]` for a copy."""
    return f"same text as [{one_line(reference.copy_of)}]" if reference.copy_of else None


def entry_words(reference: Reference) -> str:
    """The whole entry after its letter."""
    parts = [*entry_parts(reference), place_words(reference), copy_words(reference)]
    return ", ".join(part for part in parts if part)
