"""Decisions of claims and actors, by the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from whence.cli.app import run

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def store(
    tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """A store of two articles in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    assert run(["add", "-q", str(articles), "--learned-at", "2024-10-23"]) == 0
    capsys.readouterr()


def _rows(capsys: Captured, *call: str) -> list[dict[str, Any]]:
    assert run([*call, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_claims_are_merged_and_it_is_undone(capsys: Captured) -> None:
    """The list has both decisions, the latest first, and the claims are as before."""
    before = _rows(capsys, "claims")
    one, other = (str(each["id"]) for each in before[:2])

    assert run(["claim", "merge", one, other, "--by", "Ada", "--reason", "the same"]) == 0
    out, err = capsys.readouterr()
    assert "are one claim" in out
    assert "whence decisions undo 1" in err
    assert len(_rows(capsys, "claims")) == len(before) - 1

    assert run(["decisions", "undo", "1"]) == 0
    capsys.readouterr()
    assert _rows(capsys, "claims") == before
    listed = _rows(capsys, "decisions")
    assert [(each["number"], each["undone_by"]) for each in listed] == [(2, None), (1, 2)]
    assert (listed[1]["decided_by"], listed[1]["reason"]) == ("Ada", "the same")
    assert run(["decisions"]) == 0
    assert "does not hold: taken back by 2" in " ".join(capsys.readouterr().out.split())


def test_an_assertion_is_named_by_its_characters(capsys: Captured) -> None:
    """A correction is marked in the claim's record; without one there is no mark."""
    claim = next(each for each in _rows(capsys, "claims") if len(each["assertions"]) == 1)
    (said,) = claim["assertions"]
    assert "corrected" not in said
    start, end = said["span"][0][0], said["span"][-1][1]
    place = f"{said['article'][:6]}:{start}-{end}"

    assert run(["claim", "correct", str(claim["id"]), place, "--stance", "doubts"]) == 0
    capsys.readouterr()
    (now,) = (each for each in _rows(capsys, "claims") if each["id"] == claim["id"])
    assert now["assertions"][0]["corrected"] == ["stance"]

    assert run(["claim", "correct", str(claim["id"]), "--hide"]) == 0
    capsys.readouterr()
    assert claim["id"] not in {each["id"] for each in _rows(capsys, "claims")}


def test_a_claim_is_parted(capsys: Captured) -> None:
    """The assertion that was named is a claim of its own."""
    before = _rows(capsys, "claims")
    claim = next(each for each in before if len(each["assertions"]) > 1)
    said = claim["assertions"][-1]
    place = f"{said['article']}:{said['span'][0][0]}-{said['span'][-1][1]}"
    assert run(["claim", "split", str(claim["id"]), place]) == 0
    assert "is a claim apart from" in capsys.readouterr().out
    assert len(_rows(capsys, "claims")) == len(before) + 1


def test_an_actor_is_called_otherwise(capsys: Captured) -> None:
    """By every article, and after a merge both are one."""
    assert run(["actor", "correct", "Jane Doe", "--name", "Jane B. Doe"]) == 0
    capsys.readouterr()
    assert run(["actor", "merge", "Ana Ruiz", "Jane B. Doe"]) == 0
    assert "“Ana Ruiz” is “Jane B. Doe”" in capsys.readouterr().out
    rows = _rows(capsys, "claims")
    names = {each["chain"][-1]["name"] for row in rows for each in row["assertions"]}
    assert "Jane B. Doe" in names
    assert not names & {"Jane Doe", "Ana Ruiz"}


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (["actor", "merge", "Nobody Known", "Jane Doe"], "nobody is called"),
        (["decisions", "undo", "4"], "no decision 4"),
        (["claim", "merge", "zz", "zz"], "no claim 'zz'"),
        (["claim", "correct", "zz"], "give either"),
    ],
    ids=["nobody", "no-decision", "no-claim", "nothing-given"],
)
def test_a_wrong_call_says_why(capsys: Captured, call: list[str], why: str) -> None:
    """One line, and exit code 2."""
    assert run(call) == 2
    assert why in capsys.readouterr().err


def test_nothing_decided_is_said(capsys: Captured) -> None:
    """The list is empty then."""
    assert run(["decisions"]) == 0
    assert "nothing was decided yet" in capsys.readouterr().err
