"""What the network's outputs stand for: labels of each head and where it stands in the row.

The network gives one row of numbers for each token; the heads are parts of the row.
Widths are in numbers. The manifest must name the same labels.
"""

from __future__ import annotations

from itertools import accumulate
from types import MappingProxyType

PIECES = (
    "O",
    *(f"{place}-{role}" for role in ("Source", "Cue", "Content") for place in "BIES"),
    "M-Content",
)
"""Pieces of attributions: B begins, I goes on, E ends, S is one token alone (BILOU, Ratinov and
Roth 2009); M begins a further piece of the content before it, and may end at once."""

PARTS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
"""Universal parts of speech."""

RELATIONS = (
    "acl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "case",
    "cc",
    "ccomp",
    "clf",
    "compound",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nsubj",
    "nummod",
    "obj",
    "obl",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
)
"""Universal dependency relations, without subtypes."""

NAME_KINDS = ("person", "organisation", "place", "other")
KIND_OF = MappingProxyType(
    {
        "politician": "person",
        "person": "person",
        "organisation": "organisation",
        "politicalparty": "organisation",
        "event": "other",
        "election": "other",
        "country": "place",
        "location": "place",
        "misc": "other",
    }
)
"""CrossNER's kinds of names in political texts, and what each is as one of `NAME_KINDS`."""

POLITICS_KINDS = tuple(KIND_OF)


def begin_inside(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """O, and B- and I- of each kind."""
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))


NAMES = begin_inside(NAME_KINDS)
POLITICS = begin_inside(POLITICS_KINDS)

LINK, ARC, RELATION, REFERENCE = 80, 128, 96, 64

WIDTHS = MappingProxyType(
    {
        "outer": len(PIECES),
        "inner": len(PIECES),
        "part": len(PARTS),
        "ends": 1,
        "names": len(NAMES),
        "politics": len(POLITICS),
        "happened": 64,
        "from_first": LINK,
        "from_last": LINK,
        "to_first": LINK,
        "to_last": LINK,
        "arc_dependent": ARC,
        "arc_head": ARC,
        "relation_dependent": RELATION,
        "relation_head": RELATION,
        "refers": REFERENCE,
        "referred": REFERENCE,
    }
)
"""Heads in the order of the row, with their widths."""

WIDTH = sum(WIDTHS.values())

PLACES = MappingProxyType(
    {
        name: slice(end - width, end)
        for (name, width), end in zip(WIDTHS.items(), accumulate(WIDTHS.values()), strict=True)
    }
)
"""Where each head stands in the row."""

LABELS = MappingProxyType(
    {
        "pieces": PIECES,
        "parts": PARTS,
        "relations": RELATIONS,
        "names": NAMES,
        "politics": POLITICS,
    }
)
"""All label sets, as the manifest names them."""
