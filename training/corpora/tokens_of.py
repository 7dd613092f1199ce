"""A raw text -> its tokens, as the program itself splits them."""

from __future__ import annotations


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Ascending [start, end) pairs of characters."""
    from whence.text.tokens import split_tokens

    return split_tokens(text, 0, len(text))
