"""What `whence positions` and `whence diff` print, today and for a day gone by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from whence.cli.app import run

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every call stands in a folder of its own."""
    monkeypatch.chdir(tmp_path)


def _rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_positions_of_an_actor(capsys: Captured, articles: Path) -> None:
    """By paths and from the store the same; an unknown name is a wrong call with the nearest."""
    by_path = ["--in", str(articles)]
    run(["add", "-q", str(articles)])
    for format_, start in (("text", "Ana Ruiz"), ("jsonl", '{"schema": '), ("csv", "kind,actor,")):
        capsys.readouterr()
        assert run(["positions", "Ruiz", "--format", format_]) == 0
        out = capsys.readouterr().out
        assert out.startswith(start)
        assert "bridge was unsafe" in out
        assert run(["positions", "Ruiz", "--format", format_, *by_path]) == 0
        assert capsys.readouterr().out == out
        assert run(["positions", "--format", format_]) == 0
        assert "Jane Doe" in capsys.readouterr().out

    assert run(["positions", "Ruis"]) == 2
    assert "did you mean Ana Ruiz" in capsys.readouterr().err


def test_positions_as_of_a_day(capsys: Captured, articles: Path) -> None:
    """What was printed then is printed again, byte for byte, whatever came later."""
    run(["add", "-q", "--learned-at", "2024-11-01", str(articles / "lamp.txt")])
    calls = [["positions"], ["positions", "Jane Doe"], ["positions", "Doe", "--format", "jsonl"]]
    then = []
    for call in calls:
        capsys.readouterr()
        run(call)
        then.append(capsys.readouterr().out)
    run(["add", "-q", "--learned-at", "2024-11-02", str(articles / "owl.txt")])

    for call, expected in zip(calls, then, strict=True):
        capsys.readouterr()
        assert run([*call, "--as-of", "2024-11-01"]) == 0
        assert capsys.readouterr().out == expected
        run(call)
        assert capsys.readouterr().out != expected


def test_diff_between_two_days(capsys: Captured, articles: Path) -> None:
    """What the second day brought is told; between a day and itself nothing is."""
    run(["add", "-q", "--learned-at", "2024-11-01", str(articles / "lamp.txt")])
    run(["add", "-q", "--learned-at", "2024-11-02", str(articles / "owl.txt")])
    capsys.readouterr()
    run(["stories", "--format", "jsonl"])
    story = str(_rows(capsys.readouterr().out)[0]["id"])

    assert run(["diff", story, "--since", "2024-11-01", "--format", "jsonl"]) == 0
    rows = _rows(capsys.readouterr().out)
    assert {row["schema"] for row in rows} == {"whence.difference/1"}
    assert [row["outlet"] for row in rows if row["kind"] == "article"] == ["The Owl"]
    assert run(["diff", story, "--since", "2024-11-01"]) == 0
    assert "The Owl, 22 October 2024" in capsys.readouterr().out
    assert run(["diff", story, "--since", "2024-11-02"]) == 0
    assert "Nothing changed." in capsys.readouterr().out
    assert run(["diff", story, "--since", "2024-11-02", "--until", "2024-11-01"]) == 2
    assert run(["diff", "zz", "--since", "2024-11-01"]) == 2
