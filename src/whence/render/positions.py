"""The positions of an actor -> text for a terminal, or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from whence.ledger.attribution import Stance
from whence.ledger.factuality import Certainty
from whence.ledger.position import ActorCount, Change, Position, Positions, Reply, Silence
from whence.render.phrases import band_words, day_words, name_words, value_words
from whence.render.table import Cell, csv_words
from whence.render.terminal import hanging, printed, table, words
from whence.render.visible import one_line
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

GROUPS: tuple[tuple[str, frozenset[Stance]], ...] = (
    ("Asserts", frozenset({Stance.ASSERTS})),
    ("Denies", frozenset({Stance.DENIES})),
    ("Doubts", frozenset({Stance.DOUBTS})),
    ("Fears and warns", frozenset({Stance.FEARS, Stance.WARNS})),
    ("Demands and asks", frozenset({Stance.DEMANDS, Stance.ASKS})),
    ("Intends", frozenset({Stance.INTENDS})),
    ("Supports", frozenset({Stance.SUPPORTS})),
    ("Opposes", frozenset({Stance.OPPOSES})),
)
Said = TypeVar("Said", Position, Silence)

_COMMITTED = frozenset({Stance.ASSERTS, Stance.DOUBTS, Stance.FEARS, Stance.WARNS})
"""Stances towards what is so; how firm a wish is, the articles do not tell."""

REPLIES = {
    Reply.DECLINED: "declined to comment",
    Reply.NEITHER: "neither confirmed nor denied",
    Reply.NO_ANSWER: "did not answer",
}
COLUMNS = (
    "kind",
    "actor",
    "actor_id",
    "country",
    "speaks_for",
    "claim",
    "story",
    "text",
    "stance",
    "certainty",
    "degree",
    "words",
    "about",
    "said_on",
    "outlet",
    "article",
    "attribution",
    "start",
    "end",
    "through",
    "later_words",
    "later_said_on",
    "later_outlet",
    "later_article",
    "why",
)


def positions_text(found: Positions, *, width: int, colour: bool) -> str:
    """What the actor says by stance, then its silences, then where it turned."""
    return printed(_positions(found, width), width=width, colour=colour)


def _positions(found: Positions, width: int) -> Iterator[RenderableType]:
    yield hanging(words((one_line(found.actor.name), "title")), width)
    if found.voices:
        names = ", ".join(one_line(each.name) for each in found.voices)
        yield hanging(words(("with ", "aside"), names), width, first="  ", rest="    ")
    counts = [
        counted(len(found.positions), "position"),
        counted(len(found.silences), "silence"),
        counted(len(found.changes), "change"),
    ]
    yield hanging(words((" · ".join(counts), "aside")), width, first="  ")
    yield ""
    shown = _worth_a_line(found.positions)
    for title, stances in GROUPS:
        rows = _folded([each for each in shown if each.stance in stances])
        if rows:
            yield words((title, "heading"))
            for same in rows:
                yield from _position(same, found, width)
            yield ""
    if found.silences:
        yield words(("Silences", "heading"))
        for silences in _folded(found.silences):
            yield from _silence(silences, found, width)
        yield ""
    if found.changes:
        yield words(("Changes", "heading"))
        for change in found.changes:
            yield from _change(change, width)


def _worth_a_line(positions: Sequence[Position]) -> list[Position]:
    """Without headings whose article's text has the stance too, and without pure copies."""
    told = {(each.article, each.stance) for each in positions if not each.is_heading}
    words_of = {(each.actor.id, each.words) for each in positions if not each.copied_from}
    return [
        each
        for each in positions
        if not (each.is_heading and (each.article, each.stance) in told)
        and not (each.copied_from and (each.actor.id, each.words) in words_of)
    ]


def _folded(rows: Sequence[Said]) -> list[list[Said]]:
    """Those of one actor that say the same as firmly, in the order of their first."""
    folded: dict[tuple[str, object], list[Said]] = {}
    for each in rows:
        if isinstance(each, Silence):
            key: object = (each.reply, one_line(each.about).casefold())
        else:
            key = (each.claim, each.certainty, each.degree)
        folded.setdefault((each.actor.id, key), []).append(each)
    return list(folded.values())


def _position(same: Sequence[Position], found: Positions, width: int) -> Iterator[RenderableType]:
    first = same[0]
    is_plain = first.certainty is Certainty.CERTAIN or first.stance not in _COMMITTED
    firm = [] if is_plain else [firmness_of(first)]
    tail = " · ".join([*firm, _where(same)])
    meant = f" — that is, “{one_line(first.about)}”" if first.about else ""
    who = _who(first, found)
    yield hanging(words(f"{who}“{one_line(first.words)}”{meant}"), width, first="  • ")
    yield hanging(words((tail, "aside")), width, first="    ")


def firmness_of(position: Position) -> str:
    """The band of its estimate where it has one, else its certainty."""
    if position.probability:
        return band_words(position.probability)
    return value_words(position.certainty)


def _silence(same: Sequence[Silence], found: Positions, width: int) -> Iterator[RenderableType]:
    first = same[0]
    said = f"{_who(first, found)}{REPLIES[first.reply]}: {one_line(first.about)}"
    yield hanging(words(said), width, first="  – ")
    yield hanging(words((_where(same), "aside")), width, first="    ")


def _who(said: Position | Silence, found: Positions) -> str:
    """The speaker, where it is another than the one asked for."""
    return "" if said.actor.id == found.actor.id else f"{one_line(said.actor.name)}: "


def _where(same: Sequence[Position] | Sequence[Silence]) -> str:
    """Outlet and day of each, copies left out, with those it came through."""
    own = [each for each in same if not each.copied_from] or list(same)
    places = dict.fromkeys(_place(each) for each in own)
    return "; ".join(places)


def _place(said: Position | Silence) -> str:
    through = f", through {', '.join(map(one_line, said.through))}" if said.through else ""
    return f"{one_line(said.outlet or '') or 'outlet unknown'}{through}, {day_words(said.said_on)}"


def _change(change: Change, width: int) -> Iterator[RenderableType]:
    said = words((one_line(change.actor.name), "source"), f" {one_line(change.why)}")
    yield hanging(said, width, first="  ⇄ ")
    sides = (change.earlier, change.later)
    quotations = [
        f"“{one_line(each.words)}”"
        + (f" — that is, “{one_line(each.about)}”" if each.about else "")
        for each in sides
    ]
    grid = table([_place(each) for each in sides], [quotations], width=width)
    if grid is not None:
        yield grid
    else:
        for side, quotation in zip(sides, quotations, strict=True):
            yield hanging(words((f"{_place(side)}: ", "aside"), quotation), width, first="    ")
    yield hanging(words((f"one matter: {one_line(change.matter)}", "aside")), width, first="    ")
    yield ""


def actors_text(counts: Sequence[ActorCount], *, width: int, colour: bool) -> str:
    """All actors, with how often each takes a position, is silent, turned."""
    return printed((_count(each, width) for each in counts), width=width, colour=colour)


def _count(count: ActorCount, width: int) -> RenderableType:
    parts = [counted(count.position_count, "position")]
    if count.silence_count:
        parts.append(counted(count.silence_count, "silence"))
    if count.change_count:
        parts.append(counted(count.change_count, "change"))
    of = f", {', '.join(map(one_line, count.actor.speaks_for))}" if count.actor.speaks_for else ""
    name = (name_words(count.actor.name), "source")
    return hanging(words(name, (of, "aside"), f": {', '.join(parts)}"), width)


def actors_csv(counts: Iterable[ActorCount]) -> str:
    """One row for each actor."""
    columns = ("actor", "actor_id", "country", "speaks_for", "positions", "silences", "changes")
    return csv_words(
        columns,
        (
            {
                "actor": each.actor.name,
                "actor_id": each.actor.id,
                "country": each.actor.country,
                "speaks_for": "; ".join(each.actor.speaks_for),
                "positions": each.position_count,
                "silences": each.silence_count,
                "changes": each.change_count,
            }
            for each in counts
        ),
    )


def positions_csv(found: Positions) -> str:
    """One row for each position, silence and change; of a change both sides."""
    rows = [
        *(_row("position", each) for each in found.positions),
        *(_row("silence", each) for each in found.silences),
        *(_change_row(each) for each in found.changes),
    ]
    return csv_words(COLUMNS, rows)


def _row(kind: str, said: Position | Silence) -> dict[str, Cell]:
    row: dict[str, Cell] = dict.fromkeys(COLUMNS)
    row |= {
        "kind": kind,
        "actor": said.actor.name,
        "actor_id": said.actor.id,
        "country": said.actor.country,
        "speaks_for": "; ".join(said.actor.speaks_for),
        "claim": said.claim,
        "story": said.story,
        "words": said.words,
        "about": said.about,
        "said_on": said.said_on,
        "outlet": said.outlet,
        "article": said.article,
        "attribution": said.attribution,
        "start": said.span[0].start,
        "end": said.span[-1].end,
        "through": " > ".join(said.through),
    }
    if isinstance(said, Position):
        row |= {
            "text": said.text,
            "stance": said.stance.value,
            "certainty": said.certainty.value,
            "degree": said.degree,
        }
    else:
        row["stance"] = said.reply.value
    return row


def _change_row(change: Change) -> dict[str, Cell]:
    later = change.later
    return _row("change", change.earlier) | {
        "later_words": later.words,
        "later_said_on": later.said_on,
        "later_outlet": later.outlet,
        "later_article": later.article,
        "why": change.why,
    }
