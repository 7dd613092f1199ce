"""`whence numbers`: the histories of a story in each format, from paths and from a store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from whence.cli.app import run

Captured = pytest.CaptureFixture[str]

FIRST = """Ferry fire kills at least 14

Commander Ana Ruiz of the coastguard said that at least 14 people had died in the fire on the
ferry Westerland.
"""
SECOND = """Ferry toll rises

Mayor Jane Doe said that as many as 30 people had died in the fire on the ferry Westerland.
"""
THIRD = """Final count after ferry fire

In all, 27 people died in the fire on the ferry Westerland, Governor Tom Hale said. "This count
replaces every one before it," he said.
"""


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every call stands in a folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def toll(tmp_path: Path) -> list[Path]:
    """Three articles of three outlets and days."""
    found = []
    for at, (outlet, words) in enumerate((("Lamp", FIRST), ("Owl", SECOND), ("Bell", THIRD))):
        path = tmp_path / f"{outlet}.txt"
        path.write_text(words, encoding="utf-8")
        about = {"outlet": outlet, "published_at": f"2031-05-0{at + 4}"}
        path.with_suffix(".json").write_text(json.dumps(about), encoding="utf-8")
        found.append(path)
    return found


def _in(paths: list[Path]) -> list[str]:
    return [part for path in paths for part in ("--in", str(path))]


def test_the_toll_as_text(capsys: Captured, toll: list[Path]) -> None:
    """Each day's figure with its bound in words, and what replaced it."""
    assert run(["numbers", *_in(toll)]) == 0

    out = capsys.readouterr().out
    assert "at least 14" in out
    assert "as many as 30" in out
    assert "replaced by 27" in out


def test_the_toll_as_lines_and_rows(capsys: Captured, toll: list[Path]) -> None:
    """A line and a row for each figure, with the same bounds in both."""
    assert run(["numbers", "--format", "jsonl", *_in(toll)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert run(["numbers", "--format", "csv", *_in(toll)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    assert {line["schema"] for line in lines} == {"whence.figure/1"}
    assert {(14, None), (None, 30), (27, 27)} <= {(line["low"], line["high"]) for line in lines}
    assert [row["figure"] for row in rows] == [line["id"] for line in lines]
    count = next(line["id"] for line in lines if line["high"] == 27)
    assert all(line["superseded_by"] in {None, count} for line in lines)


def test_the_toll_as_pictures(capsys: Captured, toll: list[Path], tmp_path: Path) -> None:
    """SVG to standard output, PNG to a file; nothing of one in the other."""
    assert run(["numbers", "--format", "svg", *_in(toll)]) == 0
    assert capsys.readouterr().out.startswith("<svg ")
    assert run(["numbers", "--format", "png", "--output", "toll.png", *_in(toll)]) == 0

    assert capsys.readouterr().out == ""
    assert (tmp_path / "toll.png").read_bytes().startswith(b"\x89PNG")


def test_as_of_prints_what_was_known_then(capsys: Captured, toll: list[Path]) -> None:
    """The same bytes as before the count was learned of."""
    for at, path in enumerate(toll[:2]):
        run(["add", "-q", "--learned-at", f"2031-06-0{at + 1}", str(path)])
    capsys.readouterr()
    run(["numbers"])
    then = capsys.readouterr().out
    run(["add", "-q", "--learned-at", "2031-06-09", str(toll[2])])
    capsys.readouterr()
    run(["numbers"])
    now = capsys.readouterr().out

    assert run(["numbers", "--as-of", "2031-06-05"]) == 0
    assert capsys.readouterr().out == then
    assert "replaced" not in then
    assert "replaced" in now


def test_the_brief_has_the_drawing(capsys: Captured, toll: list[Path]) -> None:
    """The page shows the toll beside its numbers and says what replaced what."""
    assert run(["brief", "--format", "html", *map(str, toll)]) == 0

    out = capsys.readouterr().out
    assert out.count("<svg ") == 1
    assert "since replaced by 27" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["numbers"], "whence init", id="no-store"),
        pytest.param(["numbers", "--as-of", "never"], "'never' is not a date", id="no-day"),
        pytest.param(["numbers", "ffff", "--in", "Lamp.txt"], "no story 'ffff'", id="no-story"),
        pytest.param(
            ["numbers", "--in", "Lamp.txt", "--output", "no/such/file"],
            "no/such/file",
            id="no-folder",
        ),
    ],
)
def test_a_wrong_call_says_why(
    capsys: Captured, toll: list[Path], arguments: list[str], words: str
) -> None:
    """One reason on standard error, nothing on standard output; exit code 2."""
    assert toll
    assert run(arguments) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_several_stories_must_be_told_apart(capsys: Captured, toll: list[Path]) -> None:
    """Without a name, where several have numbers, the call lists them."""
    Path("other.txt").write_text(
        "Council buys lamps\n\nClerk Rosa Paz said the town would buy 4,100 lamps for it.\n",
        encoding="utf-8",
    )
    paths = [toll[0], Path("other.txt")]

    assert run(["numbers", *_in(paths)]) == 2
    assert "2 stories have numbers; name one" in capsys.readouterr().err
