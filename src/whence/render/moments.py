"""A day or a moment -> `<time>`, so that a page's script can tell it in the reader's zone."""

from __future__ import annotations

from datetime import UTC, datetime

from markupsafe import Markup, escape

from whence.render.phrases import day_words
from whence.render.visible import one_line


def moment(value: str | None) -> Markup:
    """A moment with its UTC as the title; a day without one; None is "undated".

    Args:
        value: In ISO 8601; other words stay as they are. A moment without a zone is told as it
            is, since nobody knows which one it means.
    """
    if value is None:
        return Markup("undated")
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return escape(one_line(day_words(value)))
    if "T" not in value:
        return Markup('<time datetime="{}">{}</time>').format(one_line(value), day_words(value))
    if at.tzinfo is None:
        words = f"{day_words(value)}, {at:%H:%M}"
        return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), words)
    try:
        at = at.astimezone(UTC)
    except OverflowError:  # in the first or the last hours that the calendar has
        return escape(one_line(day_words(value)))
    words = f"{day_words(at.isoformat())}, {at:%H:%M} UTC"
    return Markup('<time datetime="{}" title="{}">{}</time>').format(
        f"{at:%Y-%m-%dT%H:%M:%SZ}", words, words
    )
