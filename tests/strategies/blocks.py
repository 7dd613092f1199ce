"""Any text with any blocks, for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from whence.ledger.article import Block, BlockKind

PIECES = st.sampled_from(
    [
        *("The dam held.", "Mr. Ito", "U.S. officials", "said", "“It rose,”", "Why?", "No!", "5.3"),
        *(" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u2028", "\u3000", "\x0b", "\x85", "..", "…"),
        *("🌊", "👩🏽‍🚒", "e\u0301", "\u200b", "\u202eשלום\u202c", "מים."),
        *("물이 찼다.", "水位上升。", "\x00"),
        *("- one", "1. two", "(", ")", '"', "'", "a.b", "https://a.example/b.c"),
    ]
) | st.text(max_size=5)  # fmt: skip


@st.composite
def blocked(draw: st.DrawFn) -> tuple[str, list[Block]]:
    """Any text with any blocks: ascending and apart, with edges anywhere."""
    text = "".join(draw(st.lists(PIECES, max_size=30)))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    kinds = st.sampled_from(list(BlockKind))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return text, [Block(draw(kinds), start, end) for start, end in pairs]
