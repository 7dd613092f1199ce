"""A story's brief, articles and claims -> what was said to happen when, printed when, new when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from whence.ledger.brief import Evidence
from whence.render.phrases import day_words, outlet_words, period_words
from whence.render.pictures.days import day_count, day_of, days_axis, midnight
from whence.render.pictures.picture import NAME_LENGTH, WIDTH, WORDS_LENGTH, Datum, Picture
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.brief import Line, Reference, StoryBrief
    from whence.ledger.claim import Claim

SECTION = "Timeline"
"""Of the brief, whose lines begin with a day."""

AROUND = 45
"""Days before the first and after the last article that are drawn; the table has all."""

MOST_OUTLETS = 12
LINE_HEIGHT, LANE, BARS = 21, 24, 90
HEADROOM = 1.3  # of the highest bar, for the number above it
SAID_LENGTH = 64
COLUMNS = ("day", "what", "who", "words")
KEYS = (
    "A diamond on the day on which something is said to happen.",
    "A square for the articles of an outlet on the day they were printed.",
    "A bar for the claims that were first seen on a day.",
)


class Happening(NamedTuple):
    """What an article says to happen on a day."""

    day: str
    words: str
    proof: Evidence | None


def timeline_picture(
    part: StoryBrief | None, references: Sequence[Reference], claims: Sequence[Claim]
) -> Picture | None:
    """The days of a story; None where no article has one.

    Args:
        part: Its brief; None where it has no claims.
        references: Its articles.
        claims: Its claims.
    """
    printed = [(day, each) for each in references if (day := day_of(each.published_at))]
    if not printed:
        return None
    days = [day for day, _ in printed]
    found = happenings(part) if part else []
    near = [each for each in found if _is_near(each.day, min(days), max(days))]
    firsts = Counter(day for each in claims if (day := day_of(each.first_seen_at)))
    rows = _rows(found, printed, firsts)
    return Picture(
        title="What was said to happen when, and what was printed when",
        alternative=_alternative(found, near, days, firsts),
        key=" ".join(
            words for words, is_there in zip(KEYS, (near, True, firsts), strict=True) if is_there
        ),
        columns=COLUMNS,
        rows=tuple(row for row, _ in rows),
        proofs=tuple(proof for _, proof in rows),
        spec=_sheet(near, printed, firsts),
    )


def happenings(part: StoryBrief) -> list[Happening]:
    """The lines of the brief that begin with a day, by day."""
    lines = [
        line for section in part.sections if section.title == SECTION for line in section.lines
    ]
    found = [each for line in lines if (each := _happening(line))]
    return sorted(found, key=lambda each: (each.day, each.words))


def _happening(line: Line) -> Happening | None:
    when, _, words = one_line(line.text).partition(": ")
    day = day_of(when.split(" ")[0])
    proof = line.evidence[0] if line.evidence else None
    return Happening(day, words, proof) if day and words else None


def _is_near(day: str, first: str, last: str) -> bool:
    return day_count(day, first) <= AROUND and day_count(last, day) <= AROUND


def _rows(
    found: Sequence[Happening],
    printed: Sequence[tuple[str, Reference]],
    firsts: Counter[str],
) -> list[tuple[tuple[str, str, str, str], Evidence | None]]:
    rows: list[tuple[tuple[str, str, str, str], Evidence | None]] = [
        ((each.day, "said to happen", "", each.words), each.proof) for each in found
    ]
    rows += [
        (
            (day, "printed", outlet_words(each.outlet), one_line(each.title or "")),
            Evidence(each.article, ()),
        )
        for day, each in printed
    ]
    rows += [
        ((day, "first seen", "", counted(number, "new claim")), None)
        for day, number in firsts.items()
    ]
    return sorted(rows, key=lambda row: row[0])


def _alternative(
    found: Sequence[Happening], near: Sequence[Happening], days: Sequence[str], firsts: Counter[str]
) -> str:
    period = period_words(min(days), max(days))
    parts = [f"{counted(len(days), 'article')} printed, {period}."]
    if near:
        period = period_words(near[0].day, near[-1].day)
        parts.append(f"{counted(len(near), 'sentence')} about a day, {period}.")
    if left := len(found) - len(near):
        is_one = left == 1
        parts.append(
            f"{counted(left, 'more')} {'lies' if is_one else 'lie'} long before or after,"
            " in the table."
        )
    if firsts:
        day, most = max(firsts.items(), key=lambda item: (item[1], item[0]))
        parts.append(f"Most new claims, {most}, on {day_words(day)}.")
    return " ".join(parts)


def _sheet(
    near: Sequence[Happening], printed: Sequence[tuple[str, Reference]], firsts: Counter[str]
) -> dict[str, Any]:
    import altair as alt

    days = [each.day for each in near] + [day for day, _ in printed] + list(firsts)
    first, last = min(days), max(days)
    charts = [_happened(near, first, last)] if near else []
    charts += [_printed(printed, first, last)]
    charts += [_firsts(firsts, first, last)] if firsts else []
    sheet = alt.vconcat(*charts, spacing=22).resolve_scale(x="shared", color="independent")
    return dict(sheet.to_dict(validate=False))


def _happened(near: Sequence[Happening], first: str, last: str) -> Any:  # noqa: ANN401 - altair's charts have no useful type in common
    """A line for each, its words on the side where there is room."""
    import altair as alt

    middle = day_count(first, last) / 2
    marks: list[Datum] = [
        {
            "at": midnight(each.day),
            "line": line,
            "day": day_words(each.day),
            "said": shortened(each.words, SAID_LENGTH),
            "words": shortened(each.words, WORDS_LENGTH),
            "isLate": day_count(first, each.day) > middle,
        }
        for line, each in enumerate(near)
    ]
    base = alt.Chart({"values": marks})
    x = days_axis(first, last, is_labelled=False)
    y = alt.Y("line:O", axis=None)
    tips = [alt.Tooltip("day:N"), alt.Tooltip("words:N")]
    points = base.mark_point(shape="diamond", size=70).encode(x=x, y=y, tooltip=tips)
    early = base.transform_filter("!datum.isLate").mark_text(style="said", align="left", dx=9)
    late = base.transform_filter("datum.isLate").mark_text(style="said", align="right", dx=-9)
    said = [each.encode(x=x, y=y, text="said:N") for each in (early, late)]
    return alt.layer(points, *said).properties(
        width=WIDTH, height=LINE_HEIGHT * len(near), title="Said to happen"
    )


def _printed(printed: Sequence[tuple[str, Reference]], first: str, last: str) -> Any:  # noqa: ANN401 - as above
    """A lane for each outlet, those with most articles first; the others in one."""
    import altair as alt

    names = [shortened(outlet_words(each.outlet), NAME_LENGTH) for _, each in printed]
    ranked = [name for name, _ in sorted(Counter(names).items(), key=lambda it: (-it[1], it[0]))]
    lanes = ranked if len(ranked) <= MOST_OUTLETS else [*ranked[: MOST_OUTLETS - 1], "others"]
    titles: dict[tuple[str, str], list[str]] = {}
    for name, (day, each) in zip(names, printed, strict=True):
        lane = name if name in lanes else "others"
        titles.setdefault((lane, day), []).append(one_line(each.title or "Without a title"))
    marks: list[Datum] = [
        {
            "at": midnight(day),
            "outlet": lane,
            "day": day_words(day),
            "articles": len(own),
            "titles": shortened("; ".join(own), WORDS_LENGTH),
        }
        for (lane, day), own in sorted(titles.items())
    ]
    tips = [alt.Tooltip(f"{name}:N") for name in ("outlet", "day", "titles")]
    return (
        alt.Chart({"values": marks})
        .mark_point(shape="square")
        .encode(
            x=days_axis(first, last),
            y=alt.Y("outlet:N", sort=lanes, axis=alt.Axis(title=None, grid=True, labelLimit=150)),
            size=alt.Size(
                "articles:Q", legend=None, scale=alt.Scale(domain=[0, 4], range=[0, 260])
            ),
            tooltip=tips,
        )
        .properties(
            name="printed", width=WIDTH, height=LANE * len(lanes), title="Printed, by outlet"
        )
        .add_params(alt.selection_interval(bind="scales", encodings=["x"], name="zoom"))
    )


def _firsts(firsts: Counter[str], first: str, last: str) -> Any:  # noqa: ANN401 - as above
    import altair as alt

    marks: list[Datum] = [
        {"at": midnight(day), "day": day_words(day), "claims": count, "none": 0}
        for day, count in sorted(firsts.items())
    ]
    base = alt.Chart({"values": marks})
    x = days_axis(first, last)
    y = alt.Y(
        "claims:Q",
        scale=alt.Scale(domain=[0, max(firsts.values()) * HEADROOM]),
        axis=alt.Axis(title=None, tickCount=3, tickMinStep=1),
    )
    tips = [alt.Tooltip("day:N"), alt.Tooltip("claims:Q")]
    bars = base.mark_rule(style="band", strokeWidth=9).encode(x=x, y=y, y2="none:Q", tooltip=tips)
    said = base.mark_text(style="aside", baseline="bottom", dy=-4).encode(x=x, y=y, text="claims:Q")
    return alt.layer(bars, said).properties(width=WIDTH, height=BARS, title="Claims first seen")
