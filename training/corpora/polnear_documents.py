"""PolNeAR's annotated articles -> documents: characters become tokens."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Sequence

from training.corpora.polnear import Annotated, Pairs
from training.corpora.records import Document, Run, Said
from whence.text.tokens import split_tokens

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


Inside = Sequence[Sequence[dict[str, Pairs]]]
"""For each annotated attribution those inside its content, by characters."""


def to_document(article: Annotated, text: str, inside: Inside = ()) -> Document:
    """One article by tokens; `text` may have other quotation marks of the same length."""
    spans = [split_tokens(text, *match.span()) for match in PARAGRAPH.finditer(text)]
    starts = [start for paragraph in spans for start, _ in paragraph]
    said: list[Said] = []
    held: list[Said] = []
    for number, roles in enumerate(article.attributions):
        each = said_of(starts, roles, None)
        if each is None:
            continue
        inner = inside[number] if inside else ()
        found = [said_of(starts, roles, len(said)) for roles in inner]
        held += [one for one in found if one is not None]
        said.append(each)
    said += held
    return Document(
        article.name,
        tuple(tuple(text[start:end] for start, end in paragraph) for paragraph in spans),
        attributions=tuple(said),
    )


def said_of(starts: list[int], roles: dict[str, Pairs], outer: int | None) -> Said | None:
    """One attribution by tokens; None where none of its content is left."""
    runs = {role: _runs(starts, pairs) for role, pairs in roles.items()}
    if not runs.get("content"):
        return None
    return Said(runs.get("source", ()), runs.get("cue", ()), runs["content"], outer)


def _runs(starts: list[int], pairs: Pairs) -> tuple[Run, ...]:
    """The tokens that start within some characters."""
    runs = []
    for start, end in pairs:
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        if first < after:
            runs.append((first, after - 1))
    return tuple(runs)


def curl_quotes(text: str, chance: random.Random) -> str:
    """The text with its straight quotation marks curled, or left, by chance.

    PolNeAR has straight marks nearly everywhere and newspapers today do not.
    """
    if chance.random() < 0.5:
        return text
    text = re.sub(r'(^|[\s(\[—-])"', "\\1“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", text)
