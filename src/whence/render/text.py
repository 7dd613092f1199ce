"""A brief, claims, stories or a reading -> text for a terminal of a given width."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from whence.ledger.attribution import Stance
from whence.render.outline import Entry, outline
from whence.render.phrases import (
    day_words,
    footer_words,
    grade_words,
    name_words,
    origins_words,
    period_words,
    stance_words,
    value_words,
)
from whence.render.references import LETTERS_COLUMN, entry_words, letters_words
from whence.render.terminal import hanging, printed, table, words
from whence.render.visible import one_line
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from whence.ledger.admiralty import Admiralty
    from whence.ledger.brief import Brief, Line, Reference, Section, StoryBrief
    from whence.ledger.claim import Claim
    from whence.ledger.reading import Reading
    from whence.ledger.story import Story

_EMPTY_CELLS = {"", "-", "–", "—"}


def brief_text(brief: Brief, *, width: int, colour: bool) -> str:
    """The brief with its references at the end."""
    return printed(_brief(brief, width), width=width, colour=colour)


def _brief(brief: Brief, width: int) -> Iterator[RenderableType]:
    for story in brief.stories:
        yield from _story(story, width)
    if brief.not_read:
        yield words(("Not read", "heading"))
        for sentence in brief.not_read:
            yield hanging(words(one_line(sentence)), width, first="  ! ")
        yield ""
    if brief.references:
        yield words(("References", "heading"))
        yield from (_reference(each, width) for each in brief.references)
        yield ""
    yield hanging(words((footer_words(brief), "aside")), width)


def _story(story: StoryBrief, width: int) -> Iterator[RenderableType]:
    yield hanging(words((one_line(story.title), "title")), width)
    if story.summary:
        yield hanging(words((one_line(story.summary), "aside")), width)
    yield ""
    for section in story.sections:
        yield words((one_line(section.title), "heading"))
        yield from _section(section, width)
        yield ""


def _section(section: Section, width: int) -> Iterator[RenderableType]:
    if not section.columns:
        for line in section.lines:
            yield hanging(_cited(one_line(line.text), line.references), width, first="  • ")
        return
    columns = [*section.columns, LETTERS_COLUMN]
    rows = [_cells(section, line) for line in section.lines]
    found = table(columns, rows, width=width)
    if found is not None:
        yield found
        return
    for row in rows:
        yield from _stacked(columns, row, width)


def _cells(section: Section, line: Line) -> list[str]:
    """As many cells as columns, and the letters; a line without cells stands in the first."""
    cells = list(line.cells or (line.text,))[: len(section.columns)]
    cells += [""] * (len(section.columns) - len(cells))
    return [*cells, letters_words(line.references)]


def _stacked(columns: Sequence[str], row: Sequence[str], width: int) -> Iterator[Text]:
    """A row of a table one cell under the other, each after its column's name."""
    yield hanging(words(one_line(row[0])), width, first="  • ")
    for column, cell in zip(columns[1:], row[1:], strict=True):
        if one_line(cell) not in _EMPTY_CELLS:
            label = words((f"{one_line(column)}: ", "aside"), one_line(cell))
            yield hanging(label, width, first="      ", rest="        ")


def _cited(text: str, letters: Sequence[str]) -> Text:
    cited = letters_words(letters)
    return words(text, " ", (cited, "letters")) if cited else words(text)


def _reference(reference: Reference, width: int) -> Text:
    letter = f"[{one_line(reference.letter)}]"
    return hanging(words(entry_words(reference)), width, first=f"  {letter:<4}")


def claims_text(
    claims: Sequence[Claim],
    grades: Mapping[str, Admiralty] | None = None,
    *,
    width: int,
    colour: bool,
) -> str:
    """Each claim with its status, its origins, who denies it and what conflicts with it.

    Args:
        claims: In the order in which they are printed.
        grades: What is suggested for each, by its id.
        width: Columns.
        colour: Whether to use it.
    """
    known = grades or {}
    lines = (each for claim in claims for each in _claim(claim, known.get(claim.id), width))
    return printed(lines, width=width, colour=colour)


def _claim(claim: Claim, grade: Admiralty | None, width: int) -> Iterator[RenderableType]:
    period = period_words(claim.first_seen_at, claim.last_seen_at)
    counts = f"{value_words(claim.status)} · {origins_words(claim)} · {period}"
    yield hanging(words((one_line(claim.text), "title")), width)
    yield hanging(words(counts), width, first="  ")
    if claim.origins:
        names = ", ".join(
            f"{name_words(origin.name)} ({origin.assertion_count}"
            + (")" if origin.is_named or not origin.name else ", not named)")
            for origin in claim.origins
        )
        yield hanging(words(("origins: ", "aside"), names), width, first="  ", rest="    ")
    for (stance, name), count in _objections(claim).items():
        times = f" ({count})" if count > 1 else ""
        said = words((stance_words(stance), "warning"), f": {name}{times}")
        yield hanging(said, width, first="  ", rest="    ")
    for conflict in claim.conflicts:
        why = f"{value_words(conflict.detail)}: {one_line(conflict.why)}"
        yield hanging(words(("≠ ", "warning"), why), width, first="  ", rest="    ")
    if grade:
        label = f"suggested Admiralty grade {grade_words(grade)}: "
        suggested = words((label, "aside"), one_line(grade.why))
        yield hanging(suggested, width, first="  ", rest="    ")
    yield hanging(words((f"claim {one_line(claim.id)}", "aside")), width, first="  ")
    yield ""


def _objections(claim: Claim) -> Counter[tuple[Stance, str]]:
    """Who holds back or says no, and how often."""
    held_back = {Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.DECLINES}
    return Counter(
        (assertion.stance, name_words(assertion.chain[-1].name if assertion.chain else None))
        for assertion in claim.assertions
        if assertion.stance in held_back
    )


def stories_text(stories: Sequence[Story], *, width: int, colour: bool) -> str:
    """Each story with its dates and counts."""
    return printed(
        (each for story in stories for each in _listed(story, width)), width=width, colour=colour
    )


def _listed(story: Story, width: int) -> Iterator[RenderableType]:
    counts = [
        counted(len(story.articles), "article"),
        counted(story.claim_count, "claim"),
        period_words(story.first_seen_at, story.last_seen_at),
    ]
    title = one_line(story.title or "") or "without a title"
    yield hanging(words((title, "title")), width)
    yield hanging(words(" · ".join(counts)), width, first="  ")
    yield hanging(words((f"story {one_line(story.id)}", "aside")), width, first="  ")
    yield ""


def reading_text(reading: Reading, *, width: int, colour: bool) -> str:
    """Each attribution as `source | cue | content`, inner ones under their outer one."""
    return printed(_reading(reading, width), width=width, colour=colour)


def _reading(reading: Reading, width: int) -> Iterator[RenderableType]:
    article = reading.article
    if article is None:
        yield hanging(words((f"{one_line(reading.path)}: not read", "title")), width)
    else:
        title = one_line(article.title or "") or "without a title"
        outlet = one_line(article.outlet or "") or "outlet unknown"
        yield hanging(words((title, "title")), width)
        about = f"{outlet}, {day_words(article.published_at)}, {one_line(reading.path)}"
        yield hanging(words((about, "aside")), width)
    yield ""
    entries = outline(reading)
    for entry in entries:
        yield from entry_lines(entry, width)
    if article is not None and not entries:
        yield hanging(words("No attribution was found."), width)
    yield from notice_lines(reading, width)
    yield ""


def entry_lines(entry: Entry, width: int) -> Iterator[Text]:
    """`number source | cue | content`, and the details under it."""
    indent = "  " * min(entry.depth, width // 8)
    number = f"{indent}{entry.number:>3}  "
    said = words(
        (entry.source, "source"), " | ", (entry.cue, "cue"), " | ", (entry.content, "content")
    )
    yield hanging(said, width, first=number)
    yield hanging(words((" · ".join(entry.details), "aside")), width, first=" " * len(number))


def notice_lines(reading: Reading, width: int) -> Iterator[RenderableType]:
    """What went wrong, one line each, after an empty one."""
    if reading.notices:
        yield ""
    for notice in reading.notices:
        place = f" (characters {notice.span.start}–{notice.span.end})" if notice.span else ""
        kind = one_line(notice.kind).replace("_", " ")
        said = words((f"{kind}: ", "warning"), one_line(notice.message), place)
        yield hanging(said, width, first="  ! ")
