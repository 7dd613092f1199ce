"""Days and moments on a page."""

from __future__ import annotations

import pytest

from whence.render.moments import moment

LATE = "4 March 2025, 20:05 UTC"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "undated"),
        ("2025-03-04", '<time datetime="2025-03-04">4 March 2025</time>'),
        ("2025-03", "March 2025"),
        (
            "2025-03-05T05:05:00+09:00",
            f'<time datetime="2025-03-04T20:05:00Z" title="{LATE}">{LATE}</time>',
        ),
        (
            "2025-03-04T20:05:00Z",
            f'<time datetime="2025-03-04T20:05:00Z" title="{LATE}">{LATE}</time>',
        ),
        (
            "2025-03-04T20:05:00",
            '<time datetime="2025-03-04T20:05:00">4 March 2025, 20:05</time>',
        ),
        ("0001-01-01T00:00:00+09:00", "1 January 0001"),
        ("<b>soon</b>", "&lt;b&gt;soon&lt;/b&gt;"),
    ],
)
def test_a_moment_keeps_its_utc(value: str | None, told: str) -> None:
    """A moment has its UTC in the title; what is no moment is told as it is, and safely."""
    assert str(moment(value)) == told
