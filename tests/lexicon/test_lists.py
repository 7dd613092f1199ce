"""Word lists in TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import whence.lexicon
from whence.lexicon.lists import read_tables

LISTS = sorted((Path(whence.lexicon.__path__[0]) / "data").glob("*.toml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_packaged_lists_are_read_as_toml(path: Path) -> None:
    """The quick reader makes of each list what a reader of all TOML makes of it."""
    text = path.read_text(encoding="utf-8")

    assert read_tables(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    ["a = 'x'\n", "[a]\nb.c = 1\n", 'a = """\nx"""\n', "[[a]]\nb = 1\n", "a = 1 # one\n", ""],
)
def test_other_toml_is_read_too(text: str) -> None:
    """What our lists do not have is read all the same."""
    assert read_tables(text) == tomllib.loads(text)
