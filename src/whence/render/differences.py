"""What changed in a story between two days -> a note for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.attribution import Stance
from whence.ledger.difference import Difference, DifferenceKind, Differences
from whence.render.phrases import day_words
from whence.render.terminal import hanging, printed, words
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

MOST_CLAIMS = 12
"""New claims that a note has room for; the rest is counted."""

FEWEST_WORDS = 4
"""Of a claim that is worth a line of the note."""

LONGEST = 160
"""Characters of a claim's words in the note."""

TITLES = {
    DifferenceKind.STORY_MERGED: "Stories that became one with it",
    DifferenceKind.STORY_PARTED: "Stories that came out of it",
    DifferenceKind.STATUS: "How claims stand",
    DifferenceKind.DENIAL: "New denials",
    DifferenceKind.DOUBT: "New doubts",
    DifferenceKind.SILENCE: "New silences",
    DifferenceKind.NUMBER: "Moved numbers",
    DifferenceKind.CLAIM: "New claims",
    DifferenceKind.ORIGIN: "New first speakers of known claims",
    DifferenceKind.CLAIM_GONE: "Claims that are gone",
    DifferenceKind.ARTICLE: "Articles added",
    DifferenceKind.VERSION: "New versions of articles",
    DifferenceKind.VERSION_ADDED: "What new versions add",
    DifferenceKind.VERSION_SOFTENED: "What new versions soften",
    DifferenceKind.VERSION_FIRMER: "What new versions say more firmly",
    DifferenceKind.VERSION_WITHDRAWN: "What new versions leave out",
    DifferenceKind.COPY: "Copies added",
}


_VERBS: dict[Stance | None, str] = {
    Stance.DENIES: " denied",
    Stance.DOUBTS: " doubted",
    Stance.NEITHER: " neither confirmed nor denied",
    Stance.DECLINES: " declined to comment",
    Stance.ASKS: " asked",
    Stance.DEMANDS: " demanded",
    Stance.INTENDS: " intends",
    Stance.WARNS: " warned",
    Stance.FEARS: " feared",
    Stance.SUPPORTS: " supported",
    Stance.OPPOSES: " opposed",
}
"""After a speaker; nothing where it plainly said so."""


_REACTIONS = frozenset({DifferenceKind.DENIAL, DifferenceKind.DOUBT, DifferenceKind.SILENCE})


def differences_text(found: Differences, *, width: int, colour: bool) -> str:
    """A note, each line with outlet and day."""
    return printed(_note(found, width), width=width, colour=colour)


def _note(found: Differences, width: int) -> Iterator[RenderableType]:
    yield hanging(words((one_line(found.title or "without a title"), "title")), width)
    until = day_words(found.until) if found.until else "now"
    between = f"from the end of {day_words(found.since)} to {until}"
    count = counted(found.article_count, "article")
    yield hanging(words((f"{between} · {count} · story {found.story}", "aside")), width, first="  ")
    yield ""
    if not found.differences:
        yield words("Nothing changed.")
        return
    for kind, title in TITLES.items():
        rows = [each for each in found.differences if each.kind is kind]
        shown = _worth_a_line(rows) if kind is DifferenceKind.CLAIM else rows
        if not rows:
            continue
        yield words((title, "heading"), (f" ({len(rows)})", "aside"))
        for each in shown:
            yield hanging(words(_line(each), (f" ({_place(each)})", "aside")), width, first="  • ")
        if len(shown) < len(rows):
            rest = f"and {len(rows) - len(shown)} more; `whence claims --story {found.story[:4]}`"
            yield hanging(words((rest, "aside")), width, first="    ")
        yield ""


def _worth_a_line(rows: Sequence[Difference]) -> list[Difference]:
    """Claims that say something, of most outlets and first speakers first."""
    told = [each for each in rows if len(each.text.split()) >= FEWEST_WORDS]
    return told[:MOST_CLAIMS]


def _line(each: Difference) -> str:
    text = f"“{shortened(each.text, LONGEST)}”"
    who = f"{one_line(each.who)}{_VERBS.get(each.stance, '')}: " if each.who else ""
    why = one_line(each.why or "")
    before, after = (one_line(value or "").replace("_", " ") for value in (each.before, each.after))
    meant = f" — that is, “{shortened(why, LONGEST)}”" if why else ""
    known = f", after {before}" if before else ""
    status = f" [{after}]" if after and after != "single source" else ""
    lines = {
        DifferenceKind.STATUS: f"{before} → {after}: {text}: {why}",
        DifferenceKind.NUMBER: f"{before} → {after}: {who}{text}; before: {why}",
        DifferenceKind.CLAIM: f"{who}{text}{status}",
        DifferenceKind.CLAIM_GONE: f"{who}{text}",
        DifferenceKind.ORIGIN: f"{after}{known}: {text}",
        DifferenceKind.VERSION_ADDED: f"{who}{text}",
        DifferenceKind.VERSION_SOFTENED: f"{who}{text}, before: “{shortened(before, LONGEST)}”",
        DifferenceKind.VERSION_FIRMER: f"{who}{text}, before: “{shortened(before, LONGEST)}”",
        DifferenceKind.VERSION_WITHDRAWN: f"{who}{text}",
    }
    if each.kind in _REACTIONS:
        return f"{who or 'somebody not named: '}{text}{meant}"
    return lines.get(each.kind, f"{text}: {why}" if why else text)


def _place(each: Difference) -> str:
    """Outlet and day; of a story its id."""
    if each.kind in {DifferenceKind.STORY_MERGED, DifferenceKind.STORY_PARTED}:
        is_merged = each.kind is DifferenceKind.STORY_MERGED
        return f"story {(each.before if is_merged else each.after) or ''}"
    return f"{one_line(each.outlet or '') or 'outlet unknown'}, {day_words(each.day)}"
