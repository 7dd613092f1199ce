"""What a person said of stories and outlets -> text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.outlet import RELIABILITIES
from whence.ledger.ruling import RulingKind, void_numbers
from whence.render.phrases import day_words
from whence.render.terminal import hanging, printed, words
from whence.render.visible import one_line
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from whence.ledger.outlet import Outlet
    from whence.ledger.ruling import Ruling

NAMED = 2
"""Articles of one side that are named; of more, the first and how many others there are."""


def rulings_text(
    rulings: Sequence[Ruling], titles: Mapping[str, str], *, width: int, colour: bool
) -> str:
    """Each ruling as a sentence, the earliest first.

    Args:
        rulings: All of a store.
        titles: Of articles, by id; an article without one stands by its id.
        width: Columns.
        colour: Whether to use it.
    """
    void = void_numbers(tuple(rulings))
    lines = (
        each
        for ruling in rulings
        for each in _ruling(ruling, void.get(ruling.number), titles, width)
    )
    return printed(lines, width=width, colour=colour)


def _ruling(
    ruling: Ruling, undone_by: int | None, titles: Mapping[str, str], width: int
) -> Iterator[RenderableType]:
    number = f"{ruling.number:>3}  "
    yield hanging(words(ruling_words(ruling, titles)), width, first=number)
    when = f"{day_words(ruling.decided_at)}"
    if undone_by is not None:
        when += f" · does not hold: taken back by {undone_by}"
    yield hanging(words((when, "aside")), width, first=" " * len(number))


def ruling_words(ruling: Ruling, titles: Mapping[str, str]) -> str:
    """One ruling as a sentence: "the stories of “A” and of “B” are one"."""
    articles, others = _side(ruling.articles, titles), _side(ruling.others, titles)
    verb = "is" if len(ruling.articles) == 1 else "are"
    match ruling.kind:
        case RulingKind.MERGE:
            return f"the stories of {others} and of {articles} are one"
        case RulingKind.SPLIT:
            return f"{articles} {verb} a story apart from that of {others}"
        case RulingKind.MOVE:
            of = f"{articles} {verb} of the story of {_side(ruling.target, titles)}"
            return f"{of}, not of that of {others}" if ruling.others else of
        case RulingKind.UNDO | RulingKind.CORRECT:
            return f"decision {ruling.undoes} is taken back"


def _side(articles: Sequence[str], titles: Mapping[str, str]) -> str:
    named = [_article(each, titles) for each in articles]
    if not named:
        return "articles that were forgotten"
    if len(named) <= NAMED:
        return " and ".join(named)
    rest = len(named) - 1
    return f"{named[0]} and {counted(rest, 'other')}"


def _article(article: str, titles: Mapping[str, str]) -> str:
    title = one_line(titles.get(article, ""))
    return f"“{title}” ({article})" if title else article


def outlets_text(outlets: Sequence[Outlet], *, width: int, colour: bool) -> str:
    """Each outlet with what was said of it."""
    lines = (each for outlet in outlets for each in _outlet(outlet, width))
    return printed(lines, width=width, colour=colour)


def _outlet(outlet: Outlet, width: int) -> Iterator[RenderableType]:
    yield hanging(words((one_line(outlet.name), "title")), width)
    letter = outlet.reliability
    fields = {
        "also called": ", ".join(map(one_line, outlet.aliases)),
        "at": ", ".join(map(one_line, outlet.domains)),
        "country": one_line(outlet.country or ""),
        "ownership": one_line(outlet.ownership or ""),
        "reliability": f"{letter}, {RELIABILITIES[letter]}" if letter in RELIABILITIES else "",
    }
    for name, said in fields.items():
        if said:
            yield hanging(words((f"{name}: ", "aside"), said), width, first="  ", rest="    ")
    yield ""
