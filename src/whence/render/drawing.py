"""A tree of chains -> an SVG of boxes and curves, first speakers left, articles right.

Each assertion has a row of its own; a speaker stands in the middle of the rows that come
from them. Lengths are in pixels at the drawing's own size.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from whence.ledger.attribution import Stance
from whence.render.beside import first_seen_words
from whence.render.chains import cue_words
from whence.render.lettering import BOLD, fitted
from whence.render.phrases import (
    assertion_words,
    day_words,
    name_words,
    origins_words,
    value_words,
)
from whence.render.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from whence.ledger.claim import Assertion, Claim
    from whence.render.beside import Remark
    from whence.render.chains import Branch

SIZE = 13.0
LINE = 18.0
PAD = 10.0
MARGIN = 24.0
SPEAKER_WIDTH = 170.0
ARTICLE_WIDTH = 390.0
ACROSS = 64.0
BETWEEN = 14.0
LEAST_ROW = 92.0
"""As high as the highest box of a speaker: its name on two lines, "not named", a cue."""

MOST_REMARKS = 12
"""Lines below the chains; the terminal has them all."""

SAID_LENGTH = 300
"""Characters of a name or title in the text alternative."""

_HEADS = {"origin": "First speaker", "through": "Passed on by", "outlet": "Outlet"}

_STYLE = """
svg{--paper:#fff;--ink:#1c1c1c;--faint:#63615c;--line:#8d8a83;--box:#f6f4ef;--warn:#a3161a}
@media (prefers-color-scheme:dark){svg{--paper:#15171a;--ink:#e8e6e1;--faint:#a6a39c;
--line:#77746d;--box:#202327;--warn:#ff8a80}}
.paper{fill:var(--paper)}.box{fill:var(--box);stroke:var(--line)}
.origin{stroke:var(--ink);stroke-width:2}.unnamed{stroke-dasharray:2 3}
.curve{fill:none;stroke:var(--line);stroke-width:1.5}
.against{stroke:var(--warn);stroke-dasharray:6 4}
text{fill:var(--ink);font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.head{fill:var(--faint);font-size:12px}.claim{font-size:17px;font-weight:600}
.name{font-weight:600}.faint{fill:var(--faint)}.warn{fill:var(--warn);font-weight:600}
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of words in a box and its class."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """What is drawn of a branch: the middle of its box, and whether all in it is against."""

    middle: float
    is_against: bool


class _Sheet:
    """The drawing as it grows: its parts, and where the next row begins."""

    def __init__(self, columns: int, top: float) -> None:
        self.columns = columns
        self.next_row = top
        self.boxes: list[str] = []
        self.curves: list[str] = []

    def left_of(self, column: int) -> float:
        return MARGIN + column * (SPEAKER_WIDTH + ACROSS)

    @property
    def width(self) -> float:
        return self.left_of(self.columns) + ARTICLE_WIDTH + MARGIN


def chain_drawing(
    claim: Claim,
    branches: Sequence[Branch],
    titles: Mapping[str, str],
    beside: Sequence[Remark] = (),
) -> str:
    """The whole SVG, with a text alternative that says the same.

    Args:
        claim: For the heading.
        branches: One for each first speaker.
        titles: Article id -> one line.
        beside: What is written below the chains.
    """
    columns = max((_depth(branch) for branch in branches), default=1)
    sheet = _Sheet(columns, 0.0)
    heading = fitted(claim.text, 17.0 * BOLD, sheet.width - 2 * MARGIN, 3)
    top = MARGIN + 24 * len(heading) + 70
    sheet.next_row = top
    for branch in branches:
        _draw(branch, 0, titles, sheet)
    foot = list(_foot(beside, sheet))
    height = sheet.next_row + MARGIN - BETWEEN
    parts = [
        f"<title>{_clean(shortened(claim.text, SAID_LENGTH))}</title>",
        f"<desc>{_clean(_described(claim, titles, beside))}</desc>",
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{sheet.width:g}" height="{height:g}"/>',
        *_top(claim, heading, sheet, branches),
        *sheet.curves,
        *sheet.boxes,
        *foot,
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{sheet.width:g}"'
        f' height="{height:g}" viewBox="0 0 {sheet.width:g} {height:g}">\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _depth(branch: Branch) -> int:
    return 1 + max(map(_depth, branch.branches.values()), default=0)


def _clean(text: str) -> str:
    return escape(one_line(text))


def _described(claim: Claim, titles: Mapping[str, str], beside: Sequence[Remark]) -> str:
    sentences = [f"{value_words(claim.status)}, {origins_words(claim)}."]
    for assertion in claim.assertions:
        chain = ", passed on by ".join(
            shortened(name_words(link.name), SAID_LENGTH) for link in reversed(assertion.chain)
        )
        title = shortened(titles.get(assertion.article, assertion.article), SAID_LENGTH)
        day = day_words(assertion.asserted_at)
        sentences.append(f"{chain}: {assertion_words(assertion)}, {day}, in {title}.")
    sentences += [f"{each.label}: {each.words}." for each in beside]
    return " ".join(sentences)


def _top(
    claim: Claim, heading: Sequence[str], sheet: _Sheet, branches: Sequence[Branch]
) -> Iterator[str]:
    """The claim, how it stands, and what each column holds."""
    y = MARGIN + 14
    for line in heading:
        yield _text(MARGIN, y, line, "claim")
        y += 24
    counts = f"{value_words(claim.status)} · {origins_words(claim)} · {first_seen_words(claim)}"
    yield _text(MARGIN, y, fitted(counts, SIZE, sheet.width - 2 * MARGIN, 1)[0], "faint")
    y += 38
    has_speakers = any(branch.role == "origin" for branch in branches)
    for column in range(sheet.columns):
        role = "outlet" if column == sheet.columns - 1 else "through" if column else "origin"
        if role != "origin" or has_speakers:
            yield _text(sheet.left_of(column), y, _HEADS[role], "head")
    yield _text(sheet.left_of(sheet.columns), y, "Article", "head")


def _foot(beside: Sequence[Remark], sheet: _Sheet) -> Iterator[str]:
    """What changed on the way and how other claims stand to it, below the chains."""
    room = sheet.width - 2 * MARGIN
    y = sheet.next_row + LINE
    for each in beside[:MOST_REMARKS]:
        words = f"{each.mark} {each.label}: {each.words}"
        for line in fitted(words, SIZE, room, 3):
            yield _text(MARGIN, y, line, "faint" if not each.is_warning else "")
            y += LINE
        y += LINE / 3
    if beside:
        sheet.next_row = y + BETWEEN


def _draw(branch: Branch, depth: int, titles: Mapping[str, str], sheet: _Sheet) -> _Placed:
    """Draw a branch after all that comes from it, in the middle of that."""
    column = sheet.columns - 1 if branch.role == "outlet" else depth
    right = sheet.left_of(column) + SPEAKER_WIDTH
    ends = [
        (sheet.left_of(sheet.columns - 1 if child.role == "outlet" else depth + 1), placed)
        for child in branch.branches.values()
        for placed in (_draw(child, depth + 1, titles, sheet),)
    ]
    ends += [
        (sheet.left_of(sheet.columns), _draw_assertion(assertion, titles, sheet))
        for assertion in branch.assertions
    ]
    middle = (ends[0][1].middle + ends[-1][1].middle) / 2
    for left, placed in ends:
        sheet.curves.append(_curve(right, middle, left, placed))
    rows = [_Row(line, "name") for line in _name_lines(branch)]
    if branch.name and not branch.is_named:
        rows.append(_Row("not named", "faint"))
    cue = fitted(cue_words(branch), SIZE, SPEAKER_WIDTH - 2 * PAD, 1)
    rows += [_Row(line, "faint") for line in cue]
    kind = " origin" if depth == 0 else ""
    kind += "" if branch.is_named else " unnamed"
    sheet.boxes.append(_box(right - SPEAKER_WIDTH, middle, SPEAKER_WIDTH, rows, kind))
    return _Placed(middle, all(placed.is_against for _, placed in ends))


def _name_lines(branch: Branch) -> list[str]:
    unknown = "outlet unknown" if branch.role == "outlet" else "not named"
    name = one_line((branch.name or "")[:500]) or unknown
    return fitted(name, SIZE * BOLD, SPEAKER_WIDTH - 2 * PAD, 2)


def _draw_assertion(assertion: Assertion, titles: Mapping[str, str], sheet: _Sheet) -> _Placed:
    """The box of an assertion in the next free row."""
    room = ARTICLE_WIDTH - 2 * PAD
    is_against = assertion.stance in {Stance.DENIES, Stance.DOUBTS} or assertion.degree < 0
    title = titles.get(assertion.article, assertion.article)
    said = f"{day_words(assertion.asserted_at)} · {assertion_words(assertion)}"
    rows = [_Row(line, "name") for line in fitted(title, SIZE * BOLD, room, 2)]
    breadth, kind = (SIZE * BOLD, "warn") if is_against else (SIZE, "faint")
    rows += [_Row(line, kind) for line in fitted(said, breadth, room, 2)]
    if assertion.text:
        rows += [_Row(line, "words") for line in fitted(f"“{assertion.text}”", SIZE, room, 3)]
    height = max(_height(rows), LEAST_ROW)
    middle = sheet.next_row + height / 2
    outline = " against" if is_against else ""
    sheet.boxes.append(_box(sheet.left_of(sheet.columns), middle, ARTICLE_WIDTH, rows, outline))
    sheet.next_row += height + BETWEEN
    return _Placed(middle, is_against)


def _height(rows: Sequence[_Row]) -> float:
    return len(rows) * LINE + 2 * PAD - 2


def _box(left: float, middle: float, width: float, rows: Sequence[_Row], kind: str) -> str:
    height = _height(rows)
    top = middle - height / 2
    frame = (
        f'<rect class="box{kind}" x="{left:g}" y="{top:g}" width="{width:g}"'
        f' height="{height:g}" rx="4"/>'
    )
    lines = (
        _text(left + PAD, top + PAD + 11 + at * LINE, row.words, row.kind)
        for at, row in enumerate(rows)
    )
    return "".join((frame, *lines))


def _curve(right: float, middle: float, left: float, placed: _Placed) -> str:
    half = (right + left) / 2
    kind = " against" if placed.is_against else ""
    return (
        f'<path class="curve{kind}" d="M{right:g} {middle:g}C{half:g} {middle:g}'
        f' {half:g} {placed.middle:g} {left:g} {placed.middle:g}"/>'
    )


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:g}" y="{y:g}">{_clean(words)}</text>'
