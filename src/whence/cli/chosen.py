"""The start of an id -> the one article or story that is meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from whence.cli.output import CallError
from whence.text.counting import counted

if TYPE_CHECKING:
    from whence.ledger.story import Story

SHOWN = 5


def chosen(what: str, titles: Mapping[str, str], start: str) -> str:
    """The one id that begins so.

    Args:
        what: "article" or "story".
        titles: Of all of them, by id; "" for one without.
        start: What the user gave.

    Raises:
        CallError: None begins so, or several: says which.
    """
    found = sorted(each for each in titles if each.startswith(start))
    if start in titles:
        return start
    if len(found) == 1:
        return found[0]
    if not found:
        raise CallError(f"no {what} {start!r}; `whence stories` lists what there is")
    some = "; ".join(f"{each} “{titles[each]}”" for each in found[:SHOWN])
    more = "; …" if len(found) > SHOWN else ""
    raise CallError(
        f"{start!r} begins the ids of {counted(len(found), what)}, give more of it: {some}{more}"
    )


def story_titles(stories: tuple[Story, ...]) -> dict[str, str]:
    """The titles of stories, by id."""
    return {each.id: " ".join((each.title or "without a title").split()) for each in stories}
