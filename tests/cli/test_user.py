"""Who may log in and what was done, by the command line."""

from __future__ import annotations

import io
import json
import sys
from contextlib import closing
from pathlib import Path

import pytest

from whence.cli.app import run
from whence.store.engine import create_store

Captured = pytest.CaptureFixture[str]
PASSWORD = "over the far hills"  # noqa: S105 - of nobody


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty store in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHENCE_OIDC_ISSUER", raising=False)
    with closing(create_store("whence.db")):
        pass


def piped(monkeypatch: pytest.MonkeyPatch, words: bytes, *call: str) -> int:
    """A call with something on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words)))
    return run(["user", *call, "--password-stdin"])


def test_a_user_is_added_changed_and_forgotten(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command says what it did; the list and the log have it."""
    assert piped(monkeypatch, f"{PASSWORD}\r\n".encode(), "add", "Ana", "--role", "editor") == 0
    assert "ana may log in as editor" in capsys.readouterr().err
    for call, words in (
        (["role", "ana", "admin"], "ana is admin"),
        (["disable", "ana"], "may not log in any more"),
        (["enable", "ana"], "ana may log in as admin"),
    ):
        assert run(["user", *call]) == 0
        assert words in capsys.readouterr().err
    assert run(["user", "list", "--format", "jsonl"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["schema"], row["name"], row["role"]) == ("whence.user/1", "ana", "admin")
    assert "hash" not in json.dumps(row)
    assert run(["user", "list"]) == 0
    assert capsys.readouterr().out.startswith("ana  admin  since ")
    assert run(["user", "forget", "ana"]) == 0
    assert "ana is forgotten; nobody else can log in" in capsys.readouterr().err

    assert run(["audit", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["action"] for row in rows] == [
        *("user-added", "role", "user-disabled", "user-enabled", "user-forgotten")
    ]
    assert {row["who"] for row in rows} == {"local"}
    assert run(["audit", "--limit", "1"]) == 0
    assert "local  user-forgotten ana" in capsys.readouterr().out
    assert run(["audit", "--since", "2090-01-01"]) == 0
    assert "nothing was done since 2090-01-01" in capsys.readouterr().err


def test_a_token_is_printed_once(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone on standard output, so that it can be put into a variable; and taken back."""
    piped(monkeypatch, PASSWORD.encode(), "add", "ana")
    capsys.readouterr()
    assert run(["user", "token", "ana", "--days", "7"]) == 0
    out, err = capsys.readouterr()
    assert len(out.strip()) == 43
    assert "7 days" in err

    assert run(["user", "token", "ana", "--revoke"]) == 0
    out, err = capsys.readouterr()
    assert (out, "1 token of ana ended" in err) == ("", True)


@pytest.mark.parametrize(
    ("words", "call", "told"),
    [
        (b"short", ["add", "ana"], "12 to 1000 characters"),
        (b"\xff" * 20, ["add", "ana"], "not UTF-8"),
        (PASSWORD.encode(), ["add", "a b"], "cannot be a name"),
        (PASSWORD.encode(), ["add", "ana", "--role", "king"], "king"),
        (PASSWORD.encode(), ["password", "ana"], "no user 'ana'"),
    ],
    ids=["short", "bytes", "name", "role", "nobody"],
)
def test_what_cannot_be_is_told(
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    words: bytes,
    call: list[str],
    told: str,
) -> None:
    """A wrong call, in a line; nobody is added."""
    assert piped(monkeypatch, words, *call) == 2
    assert told in capsys.readouterr().err
    assert run(["user", "list"]) == 0
    assert "nobody can log in yet" in capsys.readouterr().err


def test_a_password_is_asked_for_at_a_terminal_alone(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script without one is told what to give."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

    assert run(["user", "add", "ana"]) == 2
    assert "--password-stdin" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "192.0.2.1"], "whence user add"),
        (["--host", "0.0.0.0", "--log-in"], "whence user add"),  # noqa: S104 - refused
        (["--host", "192.0.2.1", "--no-log-in"], "--no-log-in cannot be"),
        (["--log-in"], "whence user add"),
    ],
    ids=["elsewhere", "anywhere", "open", "here"],
)
def test_a_desk_elsewhere_needs_somebody_who_can_log_in(
    capsys: Captured, arguments: list[str], told: str
) -> None:
    """Nobody opens a desk to a network by mistake."""
    assert run(["serve", *arguments]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "arguments", "told"),
    [
        ({}, ["--host", "0.0.0.0"], "--allow-host"),  # noqa: S104 - refused
        ({"WHENCE_OIDC_ISSUER": "https://id.example"}, [], "WHENCE_OIDC_CLIENT_ID"),
        (
            {"WHENCE_OIDC_ISSUER": "http://id.example", "WHENCE_OIDC_CLIENT_ID": "desk"},
            [],
            "not https",
        ),
    ],
    ids=["no name", "no client", "no https"],
)
def test_a_desk_with_users_is_set_up_wholly(
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: list[str],
    told: str,
) -> None:
    """What is missing is told before it listens."""
    piped(monkeypatch, PASSWORD.encode(), "add", "ana")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert run(["serve", *arguments]) == 2
    assert told in capsys.readouterr().err
