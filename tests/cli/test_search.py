"""`whence search` over a store of two articles."""

from __future__ import annotations

import json
from pathlib import Path

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


def test_every_kind_is_printed_with_its_count(capsys: Captured) -> None:
    """Claims, quotations and articles stand under their counts, words in brackets."""
    assert run(["search", "cables"]) == 0

    told = capsys.readouterr().out
    assert "[cables]" in told
    assert "2 articles" in told
    assert "Jane Doe asserts" in told


def test_one_kind_as_json(capsys: Captured) -> None:
    """`--in` and a query's own `in:` give the same."""
    assert run(["search", "cables", "--in", "claims", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert run(["search", "cables in:claims", "--format", "json"]) == 0
    same = json.loads(capsys.readouterr().out)

    assert {item["kind"] for item in told["items"]} == {"claim"}
    assert told["items"] == same["items"]


def test_nothing_found_and_a_wrong_query(capsys: Captured) -> None:
    """Nothing is said so and is no failure; a wrong query is a wrong call."""
    assert run(["search", "zeppelin"]) == 0
    assert "nothing answers that" in capsys.readouterr().err

    assert run(["search", "bridge OR"]) == 2
    assert "OR joins two words" in capsys.readouterr().err


def test_a_day_before_all_articles_finds_none(capsys: Captured) -> None:
    """`--as-of` knows what was learned by then."""
    assert run(["search", "bridge", "--as-of", "2024-10-22", "--format", "json"]) == 0

    assert json.loads(capsys.readouterr().out)["items"] == []
