"""Floors, ceilings and the hash of the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gates import run

FIGURES = {"trees": 0.9, "mean absolute error": 1.2}


def test_a_figure_at_its_floor_passes() -> None:
    """A figure that is not below its floor passes, as does an error not above its ceiling."""
    assert run.print_table(FIGURES, FIGURES, is_whole=True) == 0


@pytest.mark.parametrize(
    "floors",
    [{"trees": 0.91}, {"mean absolute error": 1.19}],
    ids=["below a floor", "above a ceiling"],
)
def test_a_figure_on_the_wrong_side_fails(floors: dict[str, float]) -> None:
    """One figure on the wrong side is one failure."""
    assert run.print_table(FIGURES, floors, is_whole=True) == 1


def test_a_floor_without_a_figure_fails_where_all_was_measured() -> None:
    """A figure that is gone fails, unless only one group was measured."""
    floors = {**FIGURES, "gone": 0.5}
    assert run.print_table(FIGURES, floors, is_whole=True) == 1
    assert run.print_table(FIGURES, floors, is_whole=False) == 0


def test_new_floors_keep_a_margin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A floor is a little lower than the figure, a ceiling a little higher."""
    monkeypatch.setattr(run, "BASELINE", tmp_path / "baseline.json")
    assert run.update(FIGURES, {}, "abc", force=False) == 0
    written = json.loads((tmp_path / "baseline.json").read_text(encoding="utf-8"))
    assert written == {"data": "abc", "floors": {"trees": 0.898, "mean absolute error": 1.202}}


def test_a_floor_is_not_lowered_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worse figure is written only where that was asked for."""
    monkeypatch.setattr(run, "BASELINE", tmp_path / "baseline.json")
    better = {"mean absolute error": 1.0}
    assert run.update(FIGURES, better, "abc", force=False) == 1
    assert not run.BASELINE.exists()
    assert run.update(FIGURES, better, "abc", force=True) == 0


def test_the_hash_is_of_names_and_contents(tmp_path: Path) -> None:
    """Another content of a file that is measured on gives another hash."""
    file = tmp_path / "data/names/crossner_politics_dev.conll"
    file.parent.mkdir(parents=True)
    file.write_text("a\tO\n", encoding="utf-8")
    before = run.hash_data(tmp_path)
    (tmp_path / "other.txt").write_text("not measured on", encoding="utf-8")
    assert run.hash_data(tmp_path) == before
    file.write_text("b\tO\n", encoding="utf-8")
    assert run.hash_data(tmp_path) != before


def test_all_data_is_there(shared: Path) -> None:
    """Each group's patterns name at least one file."""
    for group in run.GROUPS.values():
        for pattern in group.FILES:
            assert any(shared.glob(pattern)), pattern
