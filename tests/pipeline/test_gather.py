"""Reading many articles at once."""

from __future__ import annotations

import itertools
import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.pipeline.readers import FragileReader, MissingReader, PatternReader
from whence.articles.files import Given
from whence.attributions.port import Reader
from whence.errors import ReaderError
from whence.ledger.reading import Reading
from whence.pipeline import gather
from whence.pipeline.gather import count_inputs, read_paths
from whence.pipeline.workers import AHEAD

NOTHING = Given(None, None)
FILLER = "The river went on rising through the whole of the night and nobody slept at all. "


def _write(folder: Path, number: int, words: str = "", size: int = 60) -> str:
    path = folder / f"{number:03}.txt"
    first = f"Mayor Jane Doe said bridge {number} would close. {words} "
    path.write_text(f"Bridge {number} closes\n\n{first}{FILLER * size}\n", encoding="utf-8")
    return str(path)


def _read(
    paths: Sequence[str], jobs: int, make_reader: Callable[[], Reader] = PatternReader
) -> list[Reading]:
    return list(read_paths(paths, NOTHING, jobs=jobs, stdin=lambda: b"", make_reader=make_reader))


def test_any_number_of_jobs_reads_the_same(tmp_path: Path) -> None:
    """Readings come in the order of the inputs and are the same by one process or three."""
    paths = [_write(tmp_path, number, size=60 * (1 + number % 3)) for number in range(20)]
    paths.insert(7, str(tmp_path / "missing.txt"))

    alone, together = _read(paths, 1), _read(paths, 3)

    assert together == alone
    assert [each.path for each in alone] == paths
    assert [each.path for each in alone if not each.article] == [paths[7]]
    assert all(each.attributions for each in alone if each.article)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_one_article_is_its_own(tmp_path: Path, jobs: int) -> None:
    """An exception while one article is read becomes its notice; the others are read."""
    paths = [_write(tmp_path, number, "BREAK." if number == 4 else "") for number in range(16)]

    readings = _read(paths, jobs, FragileReader)

    (failed,) = [each for each in readings if each.article is None]
    assert failed.path == paths[4]
    assert [notice.kind for notice in failed.notices] == ["failed"]
    assert "ValueError: the text says so" in failed.notices[0].message


def test_a_process_that_dies_takes_one_article_with_it(tmp_path: Path) -> None:
    """After a kill the article is given back as failed, and all others are read."""
    paths = [_write(tmp_path, number, "DIE." if number in {0, 9} else "") for number in range(16)]

    readings = _read(paths, 2, FragileReader)

    failed = [each for each in readings if each.article is None]
    assert [each.path for each in failed] == [paths[0], paths[9]]
    assert all("-9" in each.notices[0].message for each in failed)
    assert [each.path for each in readings] == paths


def test_a_reader_that_cannot_be_loaded_stops_the_run(tmp_path: Path) -> None:
    """What the reader says reaches the caller from the other process."""
    paths = [_write(tmp_path, number) for number in range(16)]

    with pytest.raises(ReaderError, match="install whence again"):
        _read(paths, 2, MissingReader)


def test_few_articles_are_read_in_this_process(tmp_path: Path) -> None:
    """Below the text that pays for processes none is started: the reader is asked for here."""
    made: list[int] = []

    def make() -> Reader:
        made.append(os.getpid())
        return PatternReader()

    readings = _read([_write(tmp_path, number, size=5) for number in range(3)], 4, make)

    assert made == [os.getpid()]
    assert len(readings) == 3


def test_articles_that_are_known_are_not_read(tmp_path: Path) -> None:
    """A known article comes out with nothing read, and no reader is loaded for it."""
    (first,) = _read([_write(tmp_path, 1)], 1)
    assert first.article is not None
    known = {first.article.id}

    (again,) = read_paths(
        [first.path],
        NOTHING,
        jobs=1,
        stdin=lambda: b"",
        is_known=known.__contains__,
        make_reader=MissingReader,
    )

    assert again.article == first.article
    assert again.attributions == ()


def test_inputs_are_not_loaded_far_ahead(tmp_path: Path) -> None:
    """However slow the first article, no more than a bounded number wait behind it."""
    lines = [
        {"title": f"T {number}", "text": ("SLOW. " if number == 0 else "") + FILLER * 80}
        for number in range(200)
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    loaded = itertools.count()
    seen = [0]

    def count(_: str) -> bool:
        seen[0] = next(loaded)
        return False

    readings = read_paths(
        [str(path)],
        NOTHING,
        jobs=2,
        stdin=lambda: b"",
        is_known=count,
        make_reader=FragileReader,
    )
    next(readings)
    asked_of_each = 3  # once for its length, once for the sum, once when it is handed out
    assert seen[0] <= asked_of_each * (
        2 * AHEAD + gather.APART_FROM_CHARS // (80 * len(FILLER)) + 2
    )
    readings.close()


def test_a_run_that_is_left_ends_its_processes(tmp_path: Path) -> None:
    """Closing the readings ends every process, also one at work."""
    import multiprocessing

    paths = [_write(tmp_path, number, "SLOW.") for number in range(30)]
    readings = read_paths(paths, NOTHING, jobs=2, stdin=lambda: b"", make_reader=FragileReader)
    next(readings)
    assert multiprocessing.active_children()

    readings.close()
    assert multiprocessing.active_children() == []


def test_reading_apart_works_beside_other_threads(tmp_path: Path) -> None:
    """A thread that is not the main one can read with processes too."""
    paths = [_write(tmp_path, number) for number in range(16)]
    found: list[list[Reading]] = []

    thread = threading.Thread(target=lambda: found.append(_read(paths, 2)))
    thread.start()
    thread.join(60)

    assert [each.path for each in found[0]] == paths


def test_progress_is_told_after_each(tmp_path: Path) -> None:
    """The count starts at none and ends at all."""
    paths = [_write(tmp_path, number, size=1) for number in range(3)]
    told: list[tuple[int, int | None]] = []

    list(
        read_paths(
            paths,
            NOTHING,
            jobs=1,
            stdin=lambda: b"",
            make_reader=PatternReader,
            progress=lambda done, total: told.append((done, total)),
        )
    )

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_inputs_are_counted_beforehand(tmp_path: Path) -> None:
    """Lines count as articles; standard input and packed lines cannot be counted."""
    (tmp_path / "a.jsonl").write_text("{}\n\n{}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("b", encoding="utf-8")

    assert count_inputs([str(tmp_path)]) == 3
    assert count_inputs([str(tmp_path), "-"]) is None
    assert count_inputs(["missing.txt"]) == 1


def test_time_is_not_lost_by_waiting(tmp_path: Path) -> None:
    """Two processes share articles that take their time."""
    paths = [_write(tmp_path, number, "SLOW.") for number in range(20)]
    start = time.monotonic()

    _read(paths, 2, FragileReader)

    assert time.monotonic() - start < 20 * 0.3 * 1.5
