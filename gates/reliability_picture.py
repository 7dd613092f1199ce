"""Bins of scores -> an SVG of bars beside the line where score and share are the same.

Lengths are in pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from gates.calibration import Bin

WIDTH, HEIGHT = 640, 480
LEFT, RIGHT, TOP, BOTTOM = 70, 610, 76, 410
GAP = 3
NEXT_TO = 5
"""Between a bar's end and its count."""

STYLE = """
svg{--paper:#fff;--ink:#1c1c1c;--faint:#63615c;--grid:#dedbd4;--bar:#5b7fa6}
@media (prefers-color-scheme:dark){svg{--paper:#15171a;--ink:#e8e6e1;--faint:#a6a39c;
--grid:#383b40;--bar:#7ba0c8}}
.paper{fill:var(--paper)}.bar{fill:var(--bar)}.grid{stroke:var(--grid)}
.even{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 4}
text{fill:var(--ink);font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.title{font-size:16px;font-weight:600}.faint{fill:var(--faint);font-size:12px}
.middle{text-anchor:middle}.end{text-anchor:end}
"""


def draw(bins: Sequence[Bin], reader: str) -> str:
    """The picture of some bins; `reader` is the name of what gave the scores."""
    total = sum(each.size for each in bins)
    said = f"{reader}, PolNeAR dev, {total:,} outermost attributions"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
            f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="title about">',
            '<title id="title">Share of right attributions by score</title>',
            f'<desc id="about">{escape(_described(bins))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
            _text(LEFT, 26, "Share of right attributions by score", "title"),
            _text(LEFT, 45, f"{said}; a number is a bar's count", "faint"),
            *_scale(),
            *(part for each in bins for part in _bar(each)),
            f'<line class="even" x1="{LEFT}" y1="{BOTTOM}" x2="{RIGHT}" y2="{TOP}"/>',
            _text((LEFT + RIGHT) / 2, BOTTOM + 46, "score", "middle"),
            "</svg>\n",
        ]
    )


def _described(bins: Sequence[Bin]) -> str:
    said = [
        f"score {each.low:.1f} to {each.high:.1f}: {each.share:.0%} right of {each.size}"
        for each in bins
        if each.size
    ]
    return "; ".join(said)


def _scale() -> Iterator[str]:
    """Lines across with the share, and the scores below."""
    for fifth in range(6):
        share = fifth / 5
        y = _y(share)
        yield f'<line class="grid" x1="{LEFT}" y1="{y:g}" x2="{RIGHT}" y2="{y:g}"/>'
        yield _text(LEFT - 8, y + 4, f"{share:.0%}", "end")
        yield _text(_x(share), BOTTOM + 22, f"{share:.1f}", "middle")


def _bar(each: Bin) -> Iterator[str]:
    """A bin's bar with its count over it; only the count where it is empty."""
    x, y = _x(each.low) + GAP, _y(each.share)
    width = _x(each.high) - _x(each.low) - 2 * GAP
    if each.size:
        height = BOTTOM - y
        yield f'<rect class="bar" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'
    yield _text(x + width / 2, y - NEXT_TO, f"{each.size:,}", "middle faint")


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{kind}">{escape(words)}</text>'


def _x(score: float) -> float:
    return round(LEFT + score * (RIGHT - LEFT), 2)


def _y(share: float) -> float:
    return round(BOTTOM - share * (BOTTOM - TOP), 2)
