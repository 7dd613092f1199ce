"""CrossNER and re3d."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.training.corpora.making import write
from training.corpora import crossner, re3d


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        pytest.param(["B-a", "I-a", "O"], [((0, 1), "a")], id="two tokens"),
        pytest.param(["B-a", "B-a"], [((0, 0), "a"), ((1, 1), "a")], id="side by side"),
        pytest.param(["O", "I-a"], [((1, 1), "a")], id="I without B"),
        pytest.param(["B-a", "I-b"], [((0, 0), "a"), ((1, 1), "b")], id="another kind"),
    ],
)
def test_tags_to_spans(tags: list[str], spans: list[object]) -> None:
    """BIO tags become spans."""
    assert crossner.spans_of(tags) == spans


def test_crossner(tmp_path: Path) -> None:
    """Blank lines divide sentences."""
    write(tmp_path / "names" / "crossner_politics_dev.conll", "Ulm\tB-city\nis\tO\n\nWe\tO\n")
    first, second = crossner.load(tmp_path, "dev")
    assert first.names == (((0, 0), "city"),)
    assert second.names == ()


def test_re3d(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The outermost name stays, without "the"; lines are paragraphs."""
    words = re.compile(r"\w+|[^\w\s]")
    monkeypatch.setattr(re3d, "tokens_of", lambda text: [m.span() for m in words.finditer(text)])
    text = "News.\nThe Bank of Ulm closed."
    marked = [(6, 21, "Organisation"), (18, 21, "Location"), (22, 28, "Temporal")]
    rows = [
        json.dumps({"documentId": "d", "begin": a, "end": b, "type": kind}) + "\n"
        for a, b, kind in marked
    ]
    write(tmp_path / "names" / "re3d" / "entities.jsonl", *rows)
    write(tmp_path / "names" / "re3d" / "documents.jsonl", json.dumps({"_id": "d", "text": text}))
    (one,) = re3d.load(tmp_path)
    assert one.names == (((3, 5), "organisation"),)
    assert len(one.paragraphs) == 2
