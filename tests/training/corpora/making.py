"""Small invented CoNLL-U files."""

from __future__ import annotations

from pathlib import Path

Row = tuple[str, str, int, str, str]
"""Form, part of speech, head in the sentence from 1, relation, MISC."""

SAID: list[Row] = [
    ("Mayor", "PROPN", 2, "compound", "Discourse=attribution-positive:1->2:0:_|Entity=(1-person"),
    ("Ostrow", "PROPN", 4, "nsubj", "Entity=1)"),
    ("has", "AUX", 4, "aux", "_"),
    ("said", "VERB", 0, "root", "_"),
    ("that", "SCONJ", 7, "mark", "Discourse=ROOT:2:0"),
    ("bridges", "NOUN", 7, "nsubj", "Entity=(2-object)"),
    ("rust", "VERB", 4, "ccomp", "SpaceAfter=No"),
    (".", "PUNCT", 4, "punct", "_"),
]
"""A report with its source in front."""


def sentence(rows: list[Row], *comments: str) -> str:
    """The block of a sentence."""
    lines = [f"# {comment}" for comment in comments]
    for number, (form, part, head, relation, misc) in enumerate(rows, 1):
        lines.append(
            "\t".join([str(number), form, form, part, "_", "_", str(head), relation, "_", misc])
        )
    return "\n".join([*lines, "", ""])


def write(path: Path, *blocks: str) -> Path:
    """A file of sentences, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(blocks), encoding="utf-8")
    return path


def gum(folder: Path, *rows: list[Row], genre: str = "news") -> Path:
    """A GUM dev file of one document; gives the folder of the data."""
    head = ("newdoc id = invented", "global.Entity = GRP-etype", f"meta::genre = {genre}", "newpar")
    blocks = [sentence(one, *(head if n == 0 else ())) for n, one in enumerate(rows)]
    write(folder / "ud" / "gum" / "en_gum-ud-dev.conllu", *blocks)
    return folder
