"""Positions as text, CSV and JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.render.standing import ACTOR, CHANGE, POSITIONS, SILENCE, STATE
from whence.ledger.position import ActorCount, Change, Position, Positions, Silence
from whence.render.contract import actor_json, position_json
from whence.render.positions import actors_csv, actors_text, positions_csv, positions_text


def test_positions_are_grouped_by_stance() -> None:
    """Assertions, denials, silences, changes; each with outlet and day."""
    lines = positions_text(POSITIONS, width=100, colour=False).splitlines()

    assert lines[:3] == ["Portugal", "  with Ana Lopes", "  2 positions · 1 silence · 1 change"]
    titles = [line for line in lines if line and not line.startswith(" ")]
    assert titles[1:] == ["Asserts", "Denies", "Silences", "Changes"]
    assert "  • Ana Lopes: “the wall was leaking”" in lines
    assert "    Herald, through Courier, 4 May 2031" in lines
    assert "  • Ana Lopes: “=it has leaked” — that is, “the wall has leaked”" in lines
    assert "    possible · outlet unknown, 9 May 2031" in lines
    assert "  – Ana Lopes: did not answer: the letter" in lines


@pytest.mark.parametrize("width", [30, 60, 100])
def test_both_quotations_of_a_change_are_shown(width: int) -> None:
    """Side by side where there is room, else one under the other."""
    text = positions_text(POSITIONS, width=width, colour=False)
    shown = " ".join(text.partition("Changes")[2].split())

    assert "denied on 4 May 2031, conceded on 9 May 2031" in shown
    assert all(len(line) <= width for line in text.splitlines())
    for words in ("leaking”", "Herald", "leaked”", "unknown,"):
        assert words in shown


def test_nothing_is_printed_for_what_is_not_there() -> None:
    """An actor without positions has a name and counts."""
    text = positions_text(Positions(STATE, (), (), (), ()), width=80, colour=False)

    assert text == "Portugal\n  0 positions · 0 silences · 0 changes\n\n"


def test_a_row_for_each() -> None:
    """A change has both sides; no cell starts a formula."""
    rows = list(csv.DictReader(StringIO(positions_csv(POSITIONS))))

    assert [row["kind"] for row in rows] == ["position", "position", "silence", "change"]
    assert rows[1]["words"] == "'=it has leaked"
    assert (rows[0]["start"], rows[0]["end"]) == ("3", "20")
    assert rows[2]["stance"] == "did_not_answer"
    assert (rows[3]["words"], rows[3]["later_words"]) == (
        "the wall was leaking",
        "'=it has leaked",
    )


def test_json_names_its_kind() -> None:
    """Position, silence or change; a change holds both positions whole."""
    records: list[Position | Silence | Change] = [*POSITIONS.positions, SILENCE, CHANGE]
    rows = [json.loads(position_json(each)) for each in records]

    assert [row["kind"] for row in rows] == ["position", "position", "silence", "change"]
    assert {row["schema"] for row in rows} == {"whence.position/1"}
    assert rows[0]["span"] == [[3, 9], [12, 20]]
    assert rows[3]["earlier"]["words"] == "the wall was leaking"
    assert rows[3]["actor"]["speaks_for"] == ["Water Ministry", "Portugal"]


def test_actors_with_their_counts() -> None:
    """Nothing is said of what there is none of."""
    counts = [ActorCount(ACTOR, 2, 1, 0), ActorCount(STATE, 1, 0, 1)]

    assert actors_text(counts, width=80, colour=False).splitlines() == [
        "Ana Lopes, Water Ministry, Portugal: 2 positions, 1 silence",
        "Portugal: 1 position, 1 change",
    ]
    assert actors_csv(counts).splitlines()[1] == "Ana Lopes,e1,PRT,Water Ministry; Portugal,2,1,0"
    assert json.loads(actor_json(counts[0]))["position_count"] == 2
