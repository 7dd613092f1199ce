"""Runs that do not come to their end: kills, Ctrl-C, closed pipes, full disks."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Start
from whence.cli.app import run

ENOUGH = 5


def _count(store: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)) as connection:
            return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def _wait_for(store: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Until the store holds so many readings."""
    end = time.monotonic() + 60
    while _count(store) < count:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.05)


def _children(process: subprocess.Popen[bytes]) -> list[int]:
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
    return [int(each) for each in found.split()]


def _are_gone(processes: list[int]) -> bool:
    """Whether all have ended some seconds later at the latest."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if not any(Path(f"/proc/{each}").exists() and not _is_dead(each) for each in processes):
            return True
        time.sleep(0.05)
    return False


def _is_dead(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return True
    return status.rpartition(")")[2].split()[0] in {"Z", "X"}


def _is_sound(store: Path) -> bool:
    with closing(sqlite3.connect(store)) as connection:
        checks = [
            connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)],
            connection.execute("PRAGMA foreign_key_check").fetchall() == [],
            connection.execute(
                "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM readings)"
            ).fetchall()
            == [(0,)],
        ]
    return all(checks)


def test_a_kill_leaves_a_store_that_opens(
    start: Start, many_articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After `kill -9` what was read is there, each with its reading, and can be asked for."""
    store = tmp_path / "whence.db"
    process = start("add", "--jobs", "2", "--store", store, many_articles)
    _wait_for(store, ENOUGH, process)
    workers = _children(process)

    process.kill()
    process.wait(10)

    assert _are_gone(workers)
    assert _count(store) >= ENOUGH
    assert _is_sound(store)
    assert run(["stories", "--store", str(store)]) == 0
    assert "Story" in capsys.readouterr().out


def test_ctrl_c_keeps_what_was_read(start: Start, many_articles: Path, tmp_path: Path) -> None:
    """Ctrl-C ends the run soon with exit code 1, says what was kept, and leaves no process."""
    store = tmp_path / "whence.db"
    process = start("add", "--jobs", "2", "--store", store, many_articles, start_new_session=True)
    _wait_for(store, ENOUGH, process)
    workers = _children(process)

    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=15)

    assert process.returncode == 1
    assert "stopped; what was read is kept" in err.decode()
    assert b"Traceback" not in err
    assert 0 < len(out.splitlines()) <= _count(store)
    assert _are_gone(workers)
    assert _is_sound(store)


def test_ctrl_c_of_read_prints_what_was_read(start: Start, many_articles: Path) -> None:
    """Whole lines only, exit code 1, no traceback."""
    process = start(
        "read", "--jobs", "2", "--format", "jsonl", many_articles, start_new_session=True
    )
    assert process.stdout
    assert process.stdout.readline()

    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=15)

    assert process.returncode == 1
    assert b"Traceback" not in err
    assert b"stopped" in err
    assert not out or out.endswith(b"}\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_goes_away_ends_the_run_quietly(
    start: Start, many_articles: Path, jobs: str
) -> None:
    """`whence read … | head -1` says nothing and leaves no process."""
    process = start("read", "--jobs", jobs, "--format", "jsonl", many_articles)
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    workers = _children(process)

    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait(15) == 0
    assert _are_gone(workers)


def test_a_full_disk_leaves_a_store_that_opens(
    start: Start, many_articles: Path, tmp_path: Path
) -> None:
    """Where the file cannot grow the run ends with a sentence, and what was kept is sound."""
    store = tmp_path / "whence.db"
    assert run(["init", "-q", "--store", str(store)]) == 0
    size_bytes = 700_000

    process = start(
        "add",
        "--jobs",
        "1",
        "--store",
        store,
        many_articles,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, size_bytes)),
    )
    _, err = process.communicate(timeout=60)

    assert process.returncode == 3
    assert b"disk" in err
    assert b"Traceback" not in err
    assert _count(store) > 0
    assert _is_sound(store)


def test_a_full_output_is_told(start: Start, articles: Path) -> None:
    """Standard output that takes nothing more is a fault told in one line."""
    with Path("/dev/full").open("wb") as full:
        process = start("read", articles, stdout=full)
        _, err = process.communicate(timeout=60)

    assert process.returncode == 3
    assert b"No space left" in err
    assert b"Traceback" not in err


@contextmanager
def _without_rights() -> Iterator[None]:
    """As somebody who may not do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def kept_store(articles: Path, tmp_path: Path) -> Iterator[Path]:
    """A store in a folder that nobody may write."""
    folder = tmp_path / "kept"
    folder.mkdir()
    store = folder / "whence.db"
    run(["add", "-q", "--store", str(store), str(articles)])
    run(["claims", "--store", str(store)])  # also loads what without rights may not be found
    store.chmod(0o444)
    folder.chmod(0o555)
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    yield store
    folder.chmod(0o755)


def test_a_store_that_can_only_be_read_answers(
    kept_store: Path, articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reading commands work on a folder without the right to write; `add` says why it cannot."""
    new = tmp_path / "new.txt"
    new.write_text("Lamp lit\n\nKeeper Ada Roe said the lamp was lit.\n", encoding="utf-8")
    capsys.readouterr()

    with _without_rights():
        assert run(["claims", "--store", str(kept_store)]) == 0
        assert "bridge" in capsys.readouterr().out
        assert run(["claims", "--as-of", "2100-01-01", "--store", str(kept_store)]) == 0
        assert "bridge" in capsys.readouterr().out
        assert run(["add", "--store", str(kept_store), str(articles)]) == 0
        assert "2 known" in capsys.readouterr().err
        assert run(["add", "--store", str(kept_store), str(new)]) == 3
        assert "cannot be written" in capsys.readouterr().err
