"""`whence serve` as a process."""

from __future__ import annotations

import json
import signal
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Start
from whence.cli.app import run
from whence.store.engine import create_store


def test_it_serves_until_it_is_stopped(start: Start, tmp_path: Path) -> None:
    """It says where it is, answers there, and ends quietly at Ctrl-C."""
    store = tmp_path / "whence.db"
    with closing(create_store(str(store))):
        pass
    process = start("serve", "--port", "0", "--store", store)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().decode().split()[-1]
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}health", timeout=20) as answer:  # noqa: S310 - ours
            assert json.load(answer)["status"] == "ok"
    finally:
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert b"Traceback" not in out + err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--store", "none.db"], "whence init"),
        (["--port", "70000"], "--port"),
    ],
)
def test_what_cannot_be_served_is_told(
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A wrong call, in a line."""
    monkeypatch.chdir(tmp_path)
    assert run(["serve", *arguments]) == 2
    assert words in capsys.readouterr().err
