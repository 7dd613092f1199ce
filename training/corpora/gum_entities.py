"""GUM's `Entity` column -> mentions and names.

Source: https://wiki.gucorpling.org/gum and, for the brackets,
https://github.com/UniversalDependencies/UD_English-GUM (global.Entity, CorefUD 1.0).
"""

from __future__ import annotations

import re

from training.corpora.conllu import Parsed
from training.corpora.records import Mention, Run

BRACKET = re.compile(r"\((?P<opens>[^()]+)(?P<closes_too>\)?)|(?P<closes>[^()]+)\)")
KINDS = {"person": "person", "organization": "organisation", "place": "place"}
UNNAMED = frozenset({"time", "quantity"})
"""Dates and amounts are no names, though months are proper nouns."""

JOINING = frozenset({"ADP", "DET", "CCONJ", "NUM", "PART", "SYM"})
LOCATING = frozenset({"at", "near", "'s", "’s"})
"""They stand between the names of two things, not within one."""

CAPTIONS = frozenset({"Figure", "Fig.", "Table", "Section", "Chapter", "Image", "Photo"})
HYPHENS = frozenset({"-", "–", "/", "&", ".", "'"})

Span = tuple[int, int, str, str]
"""First token, last token, chain, kind."""


def mentions_of(parsed: Parsed) -> tuple[Mention, ...]:
    """All mentions, by first token, the longer first; one in pieces reaches over its gaps."""
    fields = parsed.meta.get("global.Entity", "GRP-etype").split("-")
    chain_at, kind_at = fields.index("GRP"), fields.index("etype")
    is_open: dict[str, list[tuple[int, str]]] = {}
    spans: list[Span] = []
    for number, misc in enumerate(parsed.misc):
        for match in BRACKET.finditer(misc.get("Entity", "")):
            if match["opens"]:
                values = match["opens"].split("-")
                chain = values[chain_at]
                is_open.setdefault(chain, []).append((number, values[kind_at]))
            else:
                chain = match["closes"]
            if (match["closes"] or match["closes_too"]) and is_open.get(chain):
                first, kind = is_open[chain].pop()
                spans.append((first, number, chain, kind))
    found = [_mention(parsed, span) for span in _joined(spans)]
    return tuple(sorted(found, key=lambda each: (each.first, -each.last)))


def names_of(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[tuple[Run, str], ...]:
    """Names in the mentions, apart and ascending; of overlapping ones the longest stays."""
    found = set()
    for mention in mentions:
        is_caption = mention.first == mention.head and parsed.tokens[mention.head] in CAPTIONS
        if is_noun(parsed, mention.head) and mention.kind not in UNNAMED and not is_caption:
            found.add((_name(parsed, mention), KINDS.get(mention.kind, "other")))
    kept: list[tuple[Run, str]] = []
    for (first, last), kind in sorted(found, key=lambda each: (each[0][0] - each[0][1], each)):
        if all(last < other[0] or other[1] < first for other, _ in kept):
            kept.append(((first, last), kind))
    return tuple(sorted(kept))


def is_noun(parsed: Parsed, token: int) -> bool:
    """Whether a token is a proper noun, or an adjective that stands for one ("United")."""
    return parsed.parts[token] == "PROPN" or parsed.tags[token] in {"NNP", "NNPS"}


def _joined(spans: list[Span]) -> list[Span]:
    """Pieces "7[1/2]" and "7[2/2]" of one mention -> one span."""
    whole = [span for span in spans if "[" not in span[2]]
    pending: dict[str, Span] = {}
    for first, last, chain, kind in sorted(spans):
        name, bracket, piece = chain.partition("[")
        if not bracket:
            continue
        number, _, total = piece.rstrip("]").partition("/")
        start = first if number == "1" else pending.get(name, (first,))[0]
        pending[name] = (start, last, name, kind)
        if number == total:
            whole.append(pending.pop(name))
    return whole


def _mention(parsed: Parsed, span: Span) -> Mention:
    first, last, chain, kind = span
    inside = range(first, last + 1)
    head = next((t for t in inside if parsed.heads[t] not in inside), first)
    return Mention(first, last, head, chain, kind)


def _name(parsed: Parsed, mention: Mention) -> Run:
    """The longest run of proper nouns around the head, with what joins them."""
    first = last = mention.head
    while (start := _next_noun(parsed, mention, first, -1)) is not None:
        first = start
    while (end := _next_noun(parsed, mention, last, +1)) is not None:
        last = end
    return first, last


def _next_noun(parsed: Parsed, mention: Mention, at: int, step: int) -> int | None:
    """The next proper noun of the name, over the words that join; None at the name's end."""
    token = at + step
    while mention.first <= token <= mention.last:
        if is_noun(parsed, token):
            return None if _is_apart(parsed, mention, token) else token
        word = parsed.tokens[token].lower()
        joins = parsed.parts[token] in JOINING and mention.kind != "person"
        is_title = mention.kind not in KINDS
        if word not in HYPHENS and (not joins or (word in LOCATING and not is_title)):
            return None
        token += step
    return None


def _is_apart(parsed: Parsed, mention: Mention, token: int) -> bool:
    """Whether a proper noun names something beside the head: a second of two, an apposition."""
    inside = range(mention.first, mention.last + 1)
    while parsed.heads[token] in inside and token != mention.head:
        relation = parsed.relations[token].partition(":")[0]
        if parsed.heads[token] == mention.head and relation in {"conj", "appos", "parataxis"}:
            return True
        if relation == "acl":
            return True
        token = parsed.heads[token]
    return False
