"""Every odd input is either read without complaint or refused with one line that helps."""

from __future__ import annotations

import gzip
import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from whence.articles.files import Given, load
from whence.articles.loaded import Loaded
from whence.ledger.article import BlockKind

if TYPE_CHECKING:
    from pathlib import Path

BODY = (
    "Ferry fares will rise in April\n\n"
    "The harbour board said on Monday that fares on all routes will rise by four per cent.\n\n"
    "“We have held them for six years,” its chairwoman, Lena Holm, said.\n"
)
KOREAN = (
    "부산항 여객선 요금이 내년 4월부터 오른다고 항만 당국이 월요일 밝혔다. 당국은 연료비가 "
    "크게 올라 더는 버티기 어렵다고 설명했다. 주민들은 반대하고 있다.\n"
)


def load_all(*paths: object, given: Given | None = None, stdin: bytes = b"") -> list[Loaded]:
    return list(load([str(path) for path in paths], given or Given(), io.BytesIO(stdin)))


def load_one(path: Path, data: bytes) -> Loaded:
    path.write_bytes(data)
    (found,) = load_all(path)
    return found


REFUSED = [
    pytest.param("a.txt", b"", "empty", id="empty file"),
    pytest.param("a.txt", b" \n\t\r\n ", "empty", id="only space"),
    pytest.param("a.txt", "—…!\n***\n\u200f".encode(), "empty", id="no word"),
    pytest.param("a.txt", b"%PDF-1.4\n%\xe2\xe3\n1 0 obj", "binary", id="pdf"),
    pytest.param("a.txt", b"PK\x03\x04\x14\x00\x06\x00", "binary", id="zip"),
    pytest.param("a.txt", b"Ferry\x00fares rise", "binary", id="nul byte"),
    pytest.param("a.txt", bytes(range(1, 32)) * 20, "binary", id="control bytes"),
    pytest.param("a.txt", b"\xff\xfeF\x00e\x00\x00\xd8", "encoding", id="broken utf-16"),
    pytest.param("a.txt", "Ferry fares – up".encode()[:14], "encoding", id="cut utf-8"),
    pytest.param("a.txt", b"word " * 1_100_000, "too_large", id="more than 5 MB"),
    pytest.param("a.txt.gz", b"this is no gzip", "bad_gzip", id="no gzip"),
    pytest.param("a.txt.gz", gzip.compress(BODY.encode())[:60], "bad_gzip", id="cut gzip"),
    pytest.param("a.txt.gz", gzip.compress(b""), "empty", id="empty gzip"),
    pytest.param("a.json", b'{"title": "Ferry', "bad_json", id="broken json"),
    pytest.param("a.json", b'{"outlet": "The Lamp"}', "no_text", id="json without text"),
    pytest.param("a.json", b"[]", "no_text", id="empty list"),
    pytest.param("a.json", b"[" * 100_000, "bad_json", id="deep json"),
    pytest.param("a.json", b'"only a string"', "no_text", id="json string"),
    pytest.param("a.jsonl", b"\n\n", "empty", id="blank lines"),
    pytest.param("a.html", b"<html><body></body></html>", "no_text", id="empty page"),
    pytest.param("a.html", b"<html><script>go()</script></html>", "no_text", id="only script"),
    pytest.param(
        "a.json",
        json.dumps({"headline": "x", "body_text": BODY, "pubstatus": "canceled"}).encode(),
        "cancelled",
        id="withdrawn ninjs",
    ),
]


@pytest.mark.parametrize(("name", "data", "kind"), REFUSED)
def test_refused_with_one_notice(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    """One notice of the right kind names the file on one line and says what to do."""
    found = load_one(tmp_path / name, data)

    assert found.article is None
    (notice,) = found.notices
    assert notice.kind == kind
    assert notice.message.startswith(f"{tmp_path / name}")
    assert "; " in notice.message
    assert "\n" not in notice.message


READ = [
    pytest.param("a.txt", BODY.encode(), id="plain"),
    pytest.param("a.txt", b"Ferry fares will rise in April", id="headline alone"),
    pytest.param("a.txt", "Fares up 🚢🇸🇪 👨‍👩‍👧\n\nThe board said so. 😀\n".encode(), id="emoji"),
    pytest.param("a.txt", "Fares \u200f\u202bup\u202c\n\nIt said so.\n".encode(), id="rtl marks"),
    pytest.param("a.txt", BODY.encode() + b"\x07\x1b[0m\x0c\n", id="few controls"),
    pytest.param("a.txt", b"the board said fares will rise " * 40, id="no punctuation"),
    pytest.param("a.txt", b"Fares rise, it said. " * 2_500, id="10,000-word paragraph"),
    pytest.param("a.txt", BODY.replace("\n", "\r\n").encode(), id="windows line ends"),
    pytest.param("a.txt", BODY.replace("\n", "\r").encode(), id="old mac line ends"),
    pytest.param("a.md", f"# Ferry fares\n\n> {BODY}".encode(), id="markdown"),
    pytest.param("a.txt.gz", gzip.compress(BODY.encode()), id="gzip"),
    pytest.param("A.TXT", BODY.encode(), id="capital suffix"),
    pytest.param("a.json", json.dumps({"content": BODY}).encode(), id="json"),
    pytest.param("a.json", json.dumps({"text": "Fares \ud83d rise"}).encode(), id="half emoji"),
    pytest.param(
        "a.html",
        (
            b"<html><body><p>The board said fares will rise by four per cent on all routes.<p>"
            b"It had held them for six years<div></p>, it said, and no other harbour had.<b>"
        ),
        id="broken html",
    ),
    pytest.param("a.txt", f"<!DOCTYPE html><p>{BODY * 3}</p>".encode(), id="page named txt"),
]


@pytest.mark.parametrize(("name", "data"), READ)
def test_read_without_complaint(tmp_path: Path, name: str, data: bytes) -> None:
    """An article comes out, its blocks hold every word, and nothing is said about it."""
    found = load_one(tmp_path / name, data)

    assert found.notices == ()
    assert found.article is not None
    text = found.article.text
    covered = {place for block in found.article.blocks for place in range(block.start, block.end)}
    assert all(place in covered for place in range(len(text)) if not text[place].isspace())
    assert text.encode("utf-8")


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    """The text is the file as decoded, line ends and all."""
    data = BODY.replace("\n", "\r\n").encode()
    found = load_one(tmp_path / "a.txt", b"\xef\xbb\xbf" + data)

    assert found.article is not None
    assert found.article.text.encode() == data


def test_other_language_is_kept_with_notice(tmp_path: Path) -> None:
    """A Korean article is kept, and a notice says that its language is not read."""
    found = load_one(tmp_path / "a.txt", KOREAN.encode())

    assert found.article is not None
    assert found.article.language == "ko"
    (notice,) = found.notices
    assert notice.kind == "not_read"
    assert "language ko" in notice.message


def test_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    """The notice of a bad line names file and line; the articles keep their numbers."""
    good = json.dumps({"title": "Fares", "text": BODY})
    path = tmp_path / "a.jsonl"
    path.write_text(f"{good}\n\n{{broken\n{good}\n", encoding="utf-8")

    first, bad, last = load_all(path)

    assert first.article is not None
    assert first.path == f"{path}#1"
    assert last.article is not None
    assert last.path == f"{path}#3"
    (notice,) = bad.notices
    assert notice.kind == "bad_json"
    assert notice.message.startswith(f"{path}#2: line 3 ")


def test_refused_inputs_do_not_stop_the_rest(tmp_path: Path) -> None:
    """What is missing, of an unknown kind or empty is told, and the order stays."""
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "empty").mkdir()

    found = load_all(
        tmp_path / "none.txt",
        tmp_path / "b.docx",
        tmp_path / "empty",
        tmp_path / "*.html",
        tmp_path / "a.txt",
    )

    kinds = [each.notices[0].kind if each.notices else "read" for each in found]
    assert kinds == ["missing", "unreadable", "no_articles", "no_articles", "read"]


def test_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be opened is one notice."""
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")

    (found,) = load_all(path)

    assert found.notices[0].kind == "unreadable"


@pytest.mark.parametrize(
    ("data", "count"),
    [
        pytest.param(BODY.encode(), 1, id="text"),
        pytest.param(json.dumps({"text": BODY}).encode(), 1, id="json"),
        pytest.param(f'{{"text": "{"Fares rise. " * 9}"}}\n'.encode() * 3, 3, id="json lines"),
        pytest.param(f"<html><body><p>{BODY * 3}</p></body></html>".encode(), 1, id="page"),
        pytest.param(b"{Fares} rise, the board said on Monday.", 1, id="text with a brace"),
        pytest.param(gzip.compress(BODY.encode()), 1, id="gzip"),
    ],
)
def test_standard_input_tells_its_kind(data: bytes, count: int) -> None:
    """Standard input may be text, a page, JSON or JSON lines."""
    found = load_all("-", stdin=data)

    assert len(found) == count
    assert all(each.article is not None for each in found)
    assert all(each.path.startswith("-") for each in found)


def test_standard_input_twice() -> None:
    """Standard input can be named once."""
    first, second = load_all("-", "-", stdin=BODY.encode())

    assert first.article is not None
    assert second.notices[0].kind == "unreadable"


def test_headline_alone_is_a_headline(tmp_path: Path) -> None:
    """A headline alone is an article with a title."""
    found = load_one(tmp_path / "a.txt", b"Ferry fares will rise in April\n")

    assert found.article is not None
    assert found.article.title == "Ferry fares will rise in April"
    assert [block.kind for block in found.article.blocks] == [BlockKind.HEADLINE]
