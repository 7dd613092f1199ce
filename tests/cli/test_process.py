"""The program in a process of its own: what it loads, reads and prints there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Start

HEAVY = (
    "alembic",
    "jinja2",
    "lxml",
    "msgspec",
    "numpy",
    "onnxruntime",
    "py3langid",
    "rich",
    "sqlalchemy",
    "structlog",
    "tokenizers",
    "trafilatura",
)


def test_help_loads_nothing_heavy() -> None:
    """The libraries of the commands are loaded when a command needs them."""
    code = (
        "import sys\nfrom whence.cli.app import run\nrun(['--help'])\nrun(['add', '--help'])\n"
        f"print('LOADED', [each for each in {HEAVY} if each in sys.modules])"
    )

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert found.stdout.endswith("LOADED []\n")


def test_output_is_utf8_in_any_locale(start: Start, articles: Path) -> None:
    """A machine without a UTF-8 locale prints the same bytes."""
    path = articles / "curly.txt"
    path.write_text("“Grüße” from 서울\n\nZoë said the café was closed 🙂.\n", encoding="utf-8")

    process = start("read", path, environment={"LC_ALL": "C", "PYTHONUTF8": "0"})
    out, _ = process.communicate(timeout=60)

    assert "서울" in out.decode("utf-8")
    assert process.returncode == 0


def test_standard_input_is_read(start: Start) -> None:
    """`-` is the article that comes in by the pipe."""
    process = start("read", "-", "--format", "jsonl", stdin=subprocess.PIPE)
    out, _ = process.communicate(b"Lamp lit\n\nAda Roe said the lamp was lit.\n", timeout=60)

    assert json.loads(out)["path"] == "-"


@pytest.mark.parametrize(("environment", "has_colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals(
    start: Start,
    articles: Path,
    environment: dict[str, str],
    has_colour: bool,  # noqa: FBT001
) -> None:
    """A terminal gets colour unless `NO_COLOR` is set."""
    ours, theirs = os.openpty()
    process = start(
        "read",
        articles / "lamp.txt",
        environment={"TERM": "xterm", **environment},
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    found = b""
    try:
        while block := os.read(ours, 4096):
            found += block
    except OSError:  # Linux says so when the other end has gone
        pass
    process.wait(60)

    assert b"Jane Doe" in found
    assert (b"\x1b[" in found) is has_colour
