"""The documents say what the program does today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import pytest

from tests.shown import (
    BASELINE,
    FENCE,
    FLOORS,
    ROOT,
    SHOWN,
    WITH_FLOORS,
    floors_table,
    refreshed,
    shortened,
)
from whence.cli.app import app
from whence.ledger.article import BlockKind
from whence.ledger.attribution import Basis, Medium, Quotation, Stance
from whence.ledger.claim import Detail, Status
from whence.ledger.entity import EntityKind
from whence.ledger.factuality import Certainty, Polarity
from whence.store.articles import State

DOCUMENTS = sorted(
    [
        *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "NOTICE")),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "examples/README.md",
    ]
)
CLOSED_LISTS: tuple[type[StrEnum], ...] = (
    *(BlockKind, EntityKind, Quotation, Stance, Certainty, Polarity),
    *(Basis, Medium, Status, Detail, State),
)
LINK = re.compile(r"\]\((?P<target>[^)\s#]+)(?:#[^)]*)?\)")


def relative(path: Path) -> str:
    """A document's path in the repository, as the id of a test."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", SHOWN)
def test_commands_print_what_is_shown(name: str, tmp_path: Path) -> None:
    """What a document shows of a command is what the command prints (`python -m tests.shown`)."""
    written = (ROOT / name).read_text(encoding="utf-8")

    assert refreshed(written, tmp_path) == written


@pytest.mark.parametrize("name", WITH_FLOORS)
@pytest.mark.skipif(not BASELINE.exists(), reason="no floors are pinned")
def test_floors_are_those_of_the_gates(name: str) -> None:
    """The floors in the documents are the pinned ones (`python -m tests.shown`)."""
    table = FLOORS.search((ROOT / name).read_text(encoding="utf-8"))

    assert table is not None
    assert table[0] == floors_table()


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link of a document leads to a file or folder that is there."""
    targets = [match["target"] for match in LINK.finditer(path.read_text(encoding="utf-8"))]
    lost = [
        target for target in targets if "://" not in target and not (path.parent / target).exists()
    ]

    assert lost == []


def command_names() -> set[str]:
    """All commands, and the groups of commands."""
    single = {
        each.name or getattr(each.callback, "__name__", "") for each in app.registered_commands
    }
    return single | {str(each.name) for each in app.registered_groups}


def test_every_command_has_a_heading() -> None:
    """The reference of the command line has a heading for each command."""
    reference = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    names = command_names()
    headings = re.findall(r"^## whence (\w+)$", reference, re.MULTILINE)

    assert set(headings) == names


def test_every_command_is_in_the_readme() -> None:
    """The README's table of commands has a row for each command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = command_names()
    rows = re.findall(r"^\| `whence (\w+)", readme, re.MULTILINE)

    assert set(rows) == names


@pytest.mark.parametrize("words", CLOSED_LISTS, ids=lambda each: each.__name__)
def test_every_word_of_a_closed_list_is_explained(words: type[StrEnum]) -> None:
    """Each word of a closed list stands in the glossary as code."""
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    missing = [word.value for word in words if f"`{word.value}`" not in glossary]

    assert missing == []


def test_the_library_lines_of_the_readme_run() -> None:
    """The README's Python runs as it stands and prints an attribution on each line."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (lines,) = [each["body"] for each in FENCE.finditer(readme) if each["kind"] == "python"]
    result = subprocess.run(
        [sys.executable, "-c", lines],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=True,
        text=True,
    )

    assert "asserts possible Up to 4,000 Russian engineering troops" in result.stdout


def test_left_out_lines_show() -> None:
    """Lines that are left out of an output are shown by an ellipsis."""
    lines = ["one", "two", "three", "four"]

    assert shortened(lines, ["1-1", "3-3"]) == ["one", "…", "three", "…"]
    assert shortened(lines, ["2-4"]) == ["…", "two", "three", "four"]
    assert shortened(lines, []) == lines


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("*.md")), ids=relative)
def test_decisions_have_one_form(path: Path) -> None:
    """Each decision tells its context, the decision, why, the alternatives and what follows."""
    headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == ["Context", "Decision", "Why", "Alternatives", "Consequences"]
