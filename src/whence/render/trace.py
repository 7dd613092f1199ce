"""A claim -> its way from the first speakers to the articles, as a tree or a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.attribution import Stance
from whence.render.beside import first_seen_words, remarks
from whence.render.chains import Branch, branches_of, cue_words
from whence.render.phrases import (
    assertion_words,
    day_words,
    origins_words,
    value_words,
)
from whence.render.terminal import hanging, printed, words
from whence.render.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from whence.ledger.claim import Assertion, Claim

WORDS_LENGTH = 240
"""Characters of an assertion's own words that are shown."""

_NOUNS = {"origin": "first speaker", "through": "passed on by", "outlet": "outlet"}


def trace_text(
    claim: Claim,
    titles: Mapping[str, str],
    *,
    width: int,
    colour: bool,
    others: Sequence[Claim] = (),
) -> str:
    """The chains as a tree: first speaker, who passed it on, outlet, article.

    Below it what changed on the way, what does not agree, and how other claims stand to it.

    Args:
        claim: With its assertions.
        titles: Article id -> "Outlet, title, date"; an id without one is printed itself.
        others: The claims of its story.
        width: Columns.
        colour: Whether to use it.
    """
    return printed(_trace(claim, titles, others, width), width=width, colour=colour)


def _trace(
    claim: Claim, titles: Mapping[str, str], others: Sequence[Claim], width: int
) -> Iterator[RenderableType]:
    yield hanging(words((one_line(claim.text), "title")), width)
    counts = f"{value_words(claim.status)} · {origins_words(claim)}"
    yield hanging(words((counts, "aside")), width)
    yield hanging(words((first_seen_words(claim), "aside")), width)
    yield ""
    for branch in branches_of(claim):
        yield from _branch(branch, titles, width, ("", ""), is_top=True)
    for each in remarks(claim, others):
        style = "warning" if each.is_warning else "aside"
        head = (f"{each.mark} {each.label}: ", style)
        yield hanging(words(head, each.words), width, rest="  ")


def _branch(
    branch: Branch,
    titles: Mapping[str, str],
    width: int,
    stems: tuple[str, str],
    *,
    is_top: bool = False,
) -> Iterator[RenderableType]:
    """A branch and all under it; `stems` stand before its first and its other lines."""
    first, rest = stems
    yield hanging(words(*_heading(branch, is_top=is_top)), width, first=first, rest=rest)
    children: list[Branch | Assertion] = [*branch.branches.values(), *branch.assertions]
    for at, child in enumerate(children):
        is_last = at == len(children) - 1
        inner = (rest + ("└─ " if is_last else "├─ "), rest + ("   " if is_last else "│  "))
        if isinstance(child, Branch):
            yield from _branch(child, titles, width, inner)
        else:
            yield from _assertion(child, titles, width, inner)
    if is_top:
        yield ""


def _heading(branch: Branch, *, is_top: bool) -> Iterator[tuple[str, str] | str]:
    known_as = "outlet unknown" if branch.role == "outlet" else "not named"
    yield one_line(branch.name or "") or known_as, "source"
    noun = _NOUNS[branch.role]
    if is_top and branch.role == "outlet":
        noun = "outlet, in its own voice"
    if is_top and not branch.is_named and branch.name:
        noun += ", not named"
    yield f"  ({noun})", "aside"
    if branch.cues:
        yield "  "
        yield cue_words(branch), "cue"


def _assertion(
    assertion: Assertion, titles: Mapping[str, str], width: int, stems: tuple[str, str]
) -> Iterator[RenderableType]:
    first, rest = stems
    title = one_line(titles.get(assertion.article, assertion.article))
    yield hanging(words(title), width, first=first, rest=rest)
    style = "warning" if is_objection(assertion) else ""
    said = f"{day_words(assertion.asserted_at)} · {assertion_words(assertion)}"
    yield hanging(words((said, style)), width, first=rest, rest=rest)
    if assertion.text:
        quoted = shortened(assertion.text, WORDS_LENGTH)
        yield hanging(words("“", (quoted, "content"), "”"), width, first=rest, rest=rest)


def is_objection(assertion: Assertion) -> bool:
    """Whether the source denies or doubts the claim or says the opposite."""
    return assertion.stance in {Stance.DENIES, Stance.DOUBTS} or assertion.degree < 0


def trace_svg(claim: Claim, titles: Mapping[str, str], others: Sequence[Claim] = ()) -> str:
    """The same as a drawing: columns from the first speaker to the article."""
    from whence.render.drawing import chain_drawing

    rows = {article: one_line(title) for article, title in titles.items()}
    return chain_drawing(claim, branches_of(claim), rows, list(remarks(claim, others)))
