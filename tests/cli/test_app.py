"""Calls of the program: what is printed where, and with which exit code."""

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


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["fly"], 2, "No such command", id="no-command"),
        pytest.param(["read"], 2, "Missing argument", id="no-path"),
        pytest.param(["read", "--format", "pdf", "a.txt"], 2, "pdf", id="no-format"),
        pytest.param(["read", "--jobs", "0", "a.txt"], 2, "jobs", id="no-jobs"),
        pytest.param(["read", "--date", "soon", "a.txt"], 2, "'soon' is not a date", id="no-date"),
        pytest.param(["add", "--learned-at", "x", "a"], 2, "--learned-at", id="no-day"),
        pytest.param(["claims"], 2, "whence init", id="no-store"),
        pytest.param(["claims", "--as-of", "never"], 2, "'never' is not a date", id="no-as-of"),
        pytest.param(["brief"], 2, "whence init", id="brief-no-store"),
        pytest.param(["show", "abc"], 2, "whence init", id="show-no-store"),
        pytest.param(["positions"], 2, "whence init", id="positions-no-store"),
        pytest.param(["diff", "a"], 2, "--since", id="diff-no-day"),
        pytest.param(["diff", "a", "--since", "soon"], 2, "'soon' is not a date", id="diff-soon"),
        pytest.param(["diff", "a", "--since", "2024-10-21"], 2, "whence init", id="diff-no-store"),
        pytest.param(["read", "missing.txt"], 1, "missing.txt: ", id="missing-file"),
        pytest.param(["brief", "missing.txt"], 1, "no article", id="nothing-to-brief"),
        pytest.param(["stories", "missing.txt"], 1, "no article", id="nothing-to-list"),
        pytest.param(["show", "./missing.txt"], 2, "whence init", id="show-missing"),
        pytest.param(["claims", "--store", "plain.db"], 3, "not a store", id="not-a-store"),
        pytest.param(["init", "--store", "no/such/x.db"], 3, "no folder", id="no-folder"),
    ],
)
def test_a_call_that_cannot_be_answered_says_why(
    capsys: Captured, arguments: list[str], code: int, words: str
) -> None:
    """One reason on standard error, nothing on standard output, no traceback."""
    Path("plain.db").write_text("plain " * 200, encoding="utf-8")

    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert words in err
    assert out == ""
    assert "Traceback" not in err


def test_inputs_that_cannot_be_read_are_told_and_the_others_printed(
    capsys: Captured, articles: Path
) -> None:
    """Each input has its line in the order given, also those not read; exit code 1."""
    paths = [articles / "owl.txt", "missing.txt", articles / "lamp.txt"]

    assert run(["read", "--format", "jsonl", *map(str, paths)]) == 1

    out, err = capsys.readouterr()
    rows = _rows(out)
    assert [row["path"] for row in rows] == [str(path) for path in paths]
    assert [row["article"] is None for row in rows] == [False, True, False]
    assert err.count("\n") == 1
    assert err.startswith("whence: missing.txt: ")


def test_outlet_and_date_are_given_to_all(capsys: Captured, articles: Path) -> None:
    """What the user says stands in each article."""
    date = ["--outlet", "Echo", "--date", "3 May 2024"]

    assert run(["read", "--format", "jsonl", *date, str(articles)]) == 0

    found = [row["article"] for row in _rows(capsys.readouterr().out)]
    assert [(each["outlet"], each["published_at"]) for each in found] == [  # type: ignore[index]
        ("Echo", "2024-05-03")
    ] * 2


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["read"], "Harbour bridge"),
        (["brief"], ""),
        (["brief", "--format", "markdown"], "# "),
        (["brief", "--format", "html"], "<!doctype html>"),
        (["brief", "--format", "json"], '{\n  "schema": "whence.brief/1"'),
        (["claims"], ""),
        (["claims", "--format", "jsonl"], '{"schema": "whence.claim/1"'),
        (["claims", "--format", "csv"], "claim,"),
        (["stories"], ""),
        (["stories", "--format", "jsonl"], '{"schema": "whence.story/1"'),
        (["stories", "--format", "csv"], "story,"),
    ],
)
def test_every_format_is_printed(
    capsys: Captured, articles: Path, arguments: list[str], start: str
) -> None:
    """Each format of each command that takes paths prints something of its kind."""
    assert run([*arguments, str(articles)]) == 0

    out, err = capsys.readouterr()
    assert out.lower().startswith(start.lower())
    assert len(out) > 50
    assert err == ""


def test_a_store_answers_as_the_articles_do(capsys: Captured, articles: Path) -> None:
    """Claims, stories and the brief from the store are those of the same articles by path."""
    assert run(["init", "--quiet"]) == 0
    assert run(["add", "--quiet", str(articles)]) == 0
    capsys.readouterr()

    for command in (
        ["claims", "--format", "jsonl"],
        ["stories", "--format", "jsonl"],
        ["brief", "--format", "json"],
        ["brief"],
        ["claims"],
    ):
        assert run([*command, str(articles)]) == 0
        expected = capsys.readouterr().out
        assert run(command) == 0
        assert capsys.readouterr().out == expected


def test_add_tells_what_became_of_each(capsys: Captured, articles: Path) -> None:
    """Article, path and state of each input, in their order."""
    copy = articles / "copy.txt"
    copy.write_bytes((articles / "lamp.txt").read_bytes())
    jsonl = ["add", "--format", "jsonl"]
    paths = [str(articles / "lamp.txt"), "missing.txt", str(articles / "owl.txt")]

    assert run([*jsonl, *paths]) == 1
    first = _rows(capsys.readouterr().out)
    assert run([*jsonl, *paths[::2]]) == 0
    second = _rows(capsys.readouterr().out)

    assert [row["state"] for row in first] == ["added", "failed", "added"]
    assert [row["path"] for row in first] == paths
    assert first[1]["article"] is None
    assert [row["state"] for row in second] == ["known", "known"]
    assert [row["article"] for row in second] == [first[0]["article"], first[2]["article"]]


def test_as_of_shows_the_store_of_that_day(capsys: Captured, articles: Path) -> None:
    """What was learned of later is not there; before all, there is nothing to print."""
    run(["add", "-q", "--learned-at", "2024-11-01", str(articles / "lamp.txt")])
    capsys.readouterr()
    run(["claims", "--format", "jsonl"])
    then = capsys.readouterr().out
    run(["add", "-q", "--learned-at", "2024-11-02T10:00:00Z", str(articles / "owl.txt")])
    capsys.readouterr()

    assert run(["claims", "--format", "jsonl", "--as-of", "2024-11-01"]) == 0
    assert capsys.readouterr().out == then
    assert run(["claims", "--as-of", "2024-10-31"]) == 1
    assert "2024-10-31" in capsys.readouterr().err


def test_as_of_of_paths_goes_by_their_date(capsys: Captured, articles: Path) -> None:
    """Without a store an article is known since it was printed; the rest is left out aloud."""
    assert run(["stories", "--format", "jsonl", "--as-of", "2024-10-21", str(articles)]) == 0

    out, err = capsys.readouterr()
    (story,) = _rows(out)
    assert len(story["articles"]) == 1  # type: ignore[arg-type]
    assert "left out: 1 article printed after 2024-10-21" in err


def test_story_claim_and_article_are_found_by_the_start_of_their_id(
    capsys: Captured, articles: Path
) -> None:
    """A few characters are enough; none that fits, or several, is a wrong call."""
    run(["add", "-q", str(articles)])
    capsys.readouterr()
    run(["claims", "--format", "jsonl"])
    claim = _rows(capsys.readouterr().out)[0]
    article = claim["assertions"][0]["article"]  # type: ignore[index]

    for call, words in (
        (["trace", str(claim["id"])[:9]], str(claim["text"])[:10]),
        (["trace", str(claim["id"])[:9], "--format", "svg"], "<svg"),
        (["show", str(article)[:9]], "bridge"),
        (["show", str(article)[:9], "--format", "html"], "<!doctype html>"),
        (["claims", "--story", str(claim["story"])[:9]], "bridge"),
        (["brief", "--story", str(claim["story"])[:9]], "bridge"),
    ):
        assert run(call) == 0
        assert words in capsys.readouterr().out

    for call in (
        ["trace", "zz"],
        ["trace", ""],
        ["show", "zz"],
        ["show", ""],
        ["claims", "--story", "zz"],
        ["brief", "--story", "zz"],
    ):
        assert run(call) == 2
        assert "whence: " in capsys.readouterr().err


def test_show_and_trace_take_files(capsys: Captured, articles: Path) -> None:
    """Without a store a file is read; of several articles one must be named."""
    lines = [
        {"title": f"Lamp {number}", "text": "Ada Roe said the lamp was lit."} for number in (1, 2)
    ]
    Path("two.jsonl").write_text(
        "".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8"
    )

    assert run(["show", str(articles / "lamp.txt")]) == 0
    assert "Jane Doe" in capsys.readouterr().out
    assert run(["show", "two.jsonl#2"]) == 0
    assert "Ada Roe" in capsys.readouterr().out
    assert run(["show", "two.jsonl"]) == 2
    assert "two.jsonl#1" in capsys.readouterr().err

    run(["claims", "--format", "jsonl", str(articles)])
    claim = _rows(capsys.readouterr().out)[0]
    assert run(["trace", str(claim["id"]), "--in", str(articles)]) == 0
    assert str(claim["text"])[:10] in capsys.readouterr().out


def test_a_fault_is_one_line(capsys: Captured) -> None:
    """What the program did not foresee is told in a line; with --verbose where it arose."""
    call = ["init", "--store", "\0"]

    assert run(call) == 3
    quiet = capsys.readouterr().err
    assert quiet.count("\n") == 1
    assert "--verbose" in quiet
    assert run([*call, "--verbose"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_the_environment_names_the_store(
    capsys: Captured, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`WHENCE_STORE` stands for `--store`, which wins over it."""
    monkeypatch.setenv("WHENCE_STORE", "by-name.db")

    assert run(["add", "-q", str(articles)]) == 0
    assert Path("by-name.db").exists()
    capsys.readouterr()
    assert run(["init", "--store", "other.db", "--format", "jsonl"]) == 0
    assert _rows(capsys.readouterr().out) == [{"store": "other.db", "state": "made"}]
    assert Path("other.db").exists()
    assert not Path("whence.db").exists()


def test_quiet_and_verbose(capsys: Captured, articles: Path) -> None:
    """Quiet leaves data and errors only; verbose tells what is done."""
    run(["add", "--quiet", str(articles)])
    assert capsys.readouterr().err == ""
    run(["add", str(articles)])
    assert "2 known" in capsys.readouterr().err
    run(["add", "--verbose", str(articles)])
    assert "event='reading'" in capsys.readouterr().err


def test_version_and_completion(capsys: Captured) -> None:
    """Both are printed without a command."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("whence 0.")


@pytest.mark.parametrize(
    "command",
    ["read", "brief", "claims", "stories", "init", "add", "show", "trace", "positions", "diff"],
)
def test_every_command_has_examples(capsys: Captured, command: str) -> None:
    """The help of each command ends with calls that its parser takes."""
    assert run([command, "--help"]) == 0
    _, _, found = capsys.readouterr().out.partition("Examples:\n")
    assert f"whence {command}" in found


def test_the_password_of_a_store_is_not_printed(capsys: Captured) -> None:
    """A database that cannot be reached is told by its address, with `***` for the password."""
    store = "postgresql+psycopg://ana:sesame@127.0.0.1:1/db"
    for call in (["init", "-v"], ["add", "-", "-v"], ["brief", "-v"]):
        assert run([*call, "--store", store]) == 3
        printed = "".join(capsys.readouterr())
        assert printed
        assert "sesame" not in printed
