"""A number and a noun -> the words of a count."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """`1 article`, `2 articles`, `3 stories`."""
    if count == 1:
        return f"1 {noun}"
    many = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {many}"
