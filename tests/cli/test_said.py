"""What a person says to the store, by the command line."""

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


def _rows(capsys: Captured, *call: str) -> list[dict[str, object]]:
    assert run([*call, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _stories(capsys: Captured, *options: str) -> dict[str, list[str]]:
    rows = _rows(capsys, "stories", *options)
    return {str(row["id"]): row["articles"] for row in rows}  # type: ignore[misc]


def test_a_split_is_listed_undone_and_undone_again(capsys: Captured) -> None:
    """The list says it in words, and every day shows what held at its end."""
    before = _stories(capsys)
    ((story, (first, second)),) = before.items()

    assert run(["story", "split", story[:6], second[:6]]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1: “Officials deny that the bridge is unsafe”")
    assert "whence story undo 1" in err
    assert sorted(_stories(capsys).values()) == sorted([[first], [second]])
    assert _stories(capsys, "--as-of", "2024-10-23") == before

    assert run(["story", "undo", "1"]) == 0
    assert "decision 1 is taken back" in capsys.readouterr().out
    assert _stories(capsys) == before
    assert run(["story", "list"]) == 0
    listed = capsys.readouterr().out
    assert "is a story apart from that of “Harbour bridge to close on Friday”" in " ".join(
        listed.split()
    )
    assert "does not hold: taken back by 2" in listed
    assert [row["undone_by"] for row in _rows(capsys, "story", "list")] == [2, None]


def test_a_merge_and_a_move_join(capsys: Captured) -> None:
    """Parted articles come together again by either."""
    ((story, (first, second)),) = _stories(capsys).items()
    assert run(["story", "split", story, second]) == 0
    capsys.readouterr()
    one, other = _stories(capsys)

    assert run(["story", "merge", one, other]) == 0
    capsys.readouterr()
    assert list(_stories(capsys).values()) == [[first, second]]
    assert run(["story", "undo", "2"]) == 0
    capsys.readouterr()
    home = next(each for each, members in _stories(capsys).items() if members == [first])
    assert run(["story", "move", second, home]) == 0
    assert "is of the story of “Harbour bridge" in capsys.readouterr().out
    assert list(_stories(capsys).values()) == [[first, second]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["story", "merge", "zz", ""], "no story 'zz'"),
        (["story", "split", "", "zz"], "no article 'zz'"),
        (["story", "split", "", ""], "begins the ids of 2 articles, give more of it:"),
        (["story", "undo", "7"], "no decision 7"),
        (["story", "undo", "seven"], "valid integer"),
        (["outlet", "set", " "], "needs a name"),
        (["outlet", "set", "Dale", "--reliability", "G"], "not a letter from A to F"),
        (["outlet", "set", "Dale", "--domain", "a b"], "not a domain"),
        (["outlet", "remove", "Dale"], "no outlet 'Dale' is set"),
        (["outlet", "import", "missing.toml"], "missing.toml cannot be read"),
        (["forget", "zz", "--yes"], "no article 'zz'"),
        (["story", "list", "--store", "none.db"], "whence init"),
    ],
)
def test_what_cannot_be_done_is_told(capsys: Captured, arguments: list[str], words: str) -> None:
    """Exit code 2, one line that says why, nothing printed as data."""
    assert run(arguments) == 2

    out, err = capsys.readouterr()
    assert words in err
    assert out == ""


def test_several_stories_that_begin_alike_are_named(capsys: Captured) -> None:
    """An ambiguous start is answered with the ids and titles to choose from."""
    ((story, members),) = _stories(capsys).items()
    run(["story", "split", story, members[1]])
    capsys.readouterr()
    ids = sorted(_stories(capsys))

    assert run(["story", "merge", "", ids[0]]) == 2
    err = capsys.readouterr().err
    assert all(f"{each} “" in err for each in ids)


def test_an_outlet_is_set_listed_and_removed(capsys: Captured) -> None:
    """What is given replaces, the rest stays; the CSV can be imported again."""
    assert run(["outlet", "set", "Evening Lamp", "--alias", "The Lamp", "--reliability", "b"]) == 0
    assert "also called: The Lamp" in capsys.readouterr().out
    assert run(["outlet", "set", "Evening Lamp", "--country", "Norway"]) == 0
    assert run(["outlet", "list", "--format", "csv"]) == 0
    table = capsys.readouterr().out.partition("\n\n")[2]
    assert "Evening Lamp,The Lamp,,NOR,,B," in table
    Path("outlets.csv").write_text(table, encoding="utf-8")

    (row,) = _rows(capsys, "outlet", "list")
    assert (row["schema"], row["country"], row["reliability"]) == ("whence.outlet/1", "NOR", "B")
    assert run(["outlet", "remove", "the lamp"]) == 0
    capsys.readouterr()
    assert _rows(capsys, "outlet", "list") == []
    assert run(["outlet", "import", "outlets.csv"]) == 0
    capsys.readouterr()
    (again,) = _rows(capsys, "outlet", "list")
    assert {**again, "set_at": None} == {**row, "set_at": None}


def test_a_mistake_in_a_file_sets_nothing(capsys: Captured) -> None:
    """All outlets of a file are set, or none; the message has the file and the place."""
    Path("two.toml").write_text(
        '[[outlet]]\nname = "Dale"\n[[outlet]]\nname = "Hill"\nreliability = "Z"\n',
        encoding="utf-8",
    )

    assert run(["outlet", "import", "two.toml"]) == 2
    assert "two.toml: outlet 2: reliability 'Z'" in capsys.readouterr().err
    assert _rows(capsys, "outlet", "list") == []


def test_claims_carry_the_name_and_the_letter(capsys: Captured) -> None:
    """From the moment it is set, and not when looking back before it."""
    before = _rows(capsys, "claims")
    assert {row["admiralty"]["letter"] for row in before} == {None}  # type: ignore[index]
    run(["outlet", "set", "Evening Lamp", "--alias", "The Lamp", "--reliability", "b"])
    capsys.readouterr()

    rows = _rows(capsys, "claims")

    outlets = {each["outlet"] for row in rows for each in row["assertions"]}  # type: ignore[attr-defined]
    assert outlets == {"Evening Lamp", "The Owl"}
    assert {row["admiralty"]["letter"] for row in rows} == {"B", None}  # type: ignore[index]
    assert all(row["admiralty"]["digit"] in range(1, 7) for row in rows)  # type: ignore[index]
    assert _rows(capsys, "claims", "--as-of", "2024-10-23") == before
    assert run(["claims"]) == 0
    assert "suggested Admiralty grade B" in capsys.readouterr().out


def test_an_article_is_forgotten_and_does_not_come_back(capsys: Captured, articles: Path) -> None:
    """Adding it again says so with exit code 1, unless it is asked for."""
    ((_, (lamp, owl)),) = _stories(capsys).items()

    assert run(["forget", owl[:6], "--reason", "takedown", "--yes"]) == 0
    assert f"{owl} is forgotten" in capsys.readouterr().err
    assert list(_stories(capsys).values()) == [[lamp]]
    assert b"Ana Ruiz" not in Path("whence.db").read_bytes()
    assert run(["show", owl]) == 2
    capsys.readouterr()

    assert run(["add", "--format", "jsonl", str(articles / "owl.txt")]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["state"] == "failed"
    assert "(takedown) and is not added; --even-if-forgotten adds it" in err
    assert run(["add", "-q", "--even-if-forgotten", str(articles / "owl.txt")]) == 0
    capsys.readouterr()
    assert list(_stories(capsys).values()) == [[lamp, owl]]


def test_rereading_says_what_changed(capsys: Captured) -> None:
    """What this version has read is passed over; what another has read is read again."""
    assert run(["reread"]) == 0
    assert "0 articles read again, 0 changed, 2 were read by this version" in (
        capsys.readouterr().err
    )


def test_versions_in_the_wrong_order(capsys: Captured) -> None:
    """An older version that is added later says which one is newer than it."""
    url = "https://lamp.example/bridge"
    for name, day in (("new", "2024-10-22"), ("old", "2024-10-21")):
        text = f"Lamp bridge {name}\n\nMayor Jane Doe said the {name} bridge is shut."
        page = {"title": name, "url": url, "published_at": day, "text": text}
        Path(f"{name}.json").write_text(json.dumps(page), encoding="utf-8")
    assert run(["add", "new.json", "--format", "jsonl"]) == 0
    new = json.loads(capsys.readouterr().out)

    assert run(["add", "old.json", "--format", "jsonl"]) == 0
    old = json.loads(capsys.readouterr().out)

    assert (old["state"], old["of"], old["is_older"]) == ("new_version", new["article"], True)


@pytest.mark.parametrize(
    "command",
    [
        *(["story", each] for each in ("merge", "split", "move", "undo", "list")),
        *(["outlet", each] for each in ("set", "import", "list", "remove")),
        ["forget"],
        ["reread"],
    ],
    ids=" ".join,
)
def test_every_command_has_examples(capsys: Captured, command: list[str]) -> None:
    """The help of each command ends with calls of itself."""
    assert run([*command, "--help"]) == 0
    _, _, found = capsys.readouterr().out.partition("Examples:\n")
    assert f"whence {' '.join(command)}" in found
