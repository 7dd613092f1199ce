"""Articles to read, and the program as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MAIN = [sys.executable, "-m", "whence"]
"""The program as it is started, whatever is installed as a script."""

Start = Callable[..., "subprocess.Popen[bytes]"]

LAMP = """Harbour bridge to close on Friday

Mayor Jane Doe said on Monday that the harbour bridge would close on Friday. "The cables are
not safe," she told The Lamp. According to engineers, at least 40 cables have rusted.
"""
OWL = """Officials deny that the bridge is unsafe

Governor Ana Ruiz denied that the harbour bridge was unsafe. Up to 60 cables could be replaced
in June, her office said in a statement. Mayor Jane Doe said the bridge would close on Friday.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, outlet, day, words in (
        ("lamp", "The Lamp", "2024-10-21", LAMP),
        ("owl", "The Owl", "2024-10-22", OWL),
    ):
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
        sidecar = f'{{"outlet": "{outlet}", "published_at": "{day}"}}'
        (folder / f"{name}.json").write_text(sidecar, encoding="utf-8")
    return folder


@pytest.fixture
def many_articles(tmp_path: Path) -> Path:
    """A folder with more articles than are read in some seconds."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        words = f"Story {number}\n\n" + f"Keeper {number} said that lamp {number} was lit. " * 60
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the program with some arguments in an empty folder and environment."""
    folder = tmp_path / "here"
    folder.mkdir()

    def run(
        *arguments: str | Path, environment: dict[str, str] | None = None, **options: object
    ) -> subprocess.Popen[bytes]:
        kept = {"PATH": os.environ["PATH"], **(environment or {})}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        # whatever started the tests may ignore Ctrl-C: the program is started as from a terminal
        call = ["env", "--default-signal=INT", *MAIN, *(str(each) for each in arguments)]
        return subprocess.Popen(call, **{"cwd": folder, "env": kept, **pipes, **options})  # type: ignore[call-overload,no-any-return]

    return run
