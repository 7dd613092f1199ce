"""What is counted, by one process and by several."""

from __future__ import annotations

from pathlib import Path

import pytest

from whence.desk import metrics
from whence.desk.metrics import Counts


def test_processes_count_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each tells what all have counted, its own at once and the others' as they left it."""
    monkeypatch.setattr(metrics, "LEFT_S", -1.0)
    one = Counts(tmp_path)
    one.add("GET", "/", 200, 0.004)
    one.add("GET", "/", 200, 0.3)
    (left,) = tmp_path.glob("*.json")
    left.rename(tmp_path / "1.json")  # as that of another process
    other = Counts(tmp_path)
    other.add("GET", "/", 200, 0.004)
    other.add("PATCH", "/claims/{claim}", 405, 12.0)

    lines = other.lines()
    assert 'whence_requests_total{method="GET",route="/",status="200"} 3' in lines
    assert 'whence_request_seconds_bucket{route="/",le="0.005"} 2' in lines
    assert 'whence_request_seconds_sum{route="/"} 0.308000' in lines
    assert 'whence_request_seconds_bucket{route="/claims/{claim}",le="10.0"} 0' in lines
    assert 'whence_request_seconds_count{route="/claims/{claim}"} 1' in lines


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """A file that was cut short, or a folder that is gone, costs nothing."""
    (tmp_path / "1.json").write_text("[[")
    counts = Counts(tmp_path)
    counts.add("GET", "/", 200, 0.004)
    assert 'whence_request_seconds_count{route="/"} 1' in counts.lines()

    gone = Counts(tmp_path / "gone")
    gone.add("GET", "/", 200, 0.004)
    assert 'whence_request_seconds_count{route="/"} 1' in gone.lines()
