"""Bytes become the text that was meant, or are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.articles.encoding import decode
from whence.errors import ArticleError

WESTERN = "The café’s owner – “a naïve man” – paid £40 for a crêpe."
RUSSIAN = (
    "Портовый совет сообщил в понедельник, что плата за паром вырастет на четыре процента. "
    "Жители острова недовольны, но совет говорит, что топливо подорожало."
)
KOREAN = (
    "부산항 여객선 요금이 내년 4월부터 오른다고 항만 당국이 월요일 밝혔다. "
    "당국은 연료비가 크게 올라 더는 버티기 어렵다고 설명했다. 주민들은 반대하고 있다."
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(WESTERN.encode(), WESTERN, id="utf-8"),
        pytest.param(WESTERN.encode("utf-8-sig"), WESTERN, id="utf-8 with mark"),
        pytest.param(WESTERN.encode("utf-16"), WESTERN, id="utf-16 with mark"),
        pytest.param(b"\xfe\xff" + WESTERN.encode("utf-16-be"), WESTERN, id="big end first, mark"),
        pytest.param(WESTERN.encode("utf-16-le"), WESTERN, id="utf-16-le without mark"),
        pytest.param(WESTERN.encode("utf-16-be"), WESTERN, id="utf-16-be without mark"),
        pytest.param(WESTERN.encode("windows-1252"), WESTERN, id="windows-1252"),
        pytest.param("Déjà vu à Genève".encode("latin-1"), "Déjà vu à Genève", id="latin-1"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, id="cyrillic"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", id="line ends"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_decoded(data: bytes, text: str) -> None:
    """The characters are those that were written."""
    assert decode(data) == text


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="euc-kr">',
        '<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">',
        '<?xml version="1.0" encoding="euc-kr"?>',
    ],
)
def test_declared_encoding_of_a_page(meta: str) -> None:
    """What a page declares is believed when it is not UTF-8."""
    page = f"{meta}<p>{KOREAN}</p>"

    assert decode(page.encode("euc-kr"), is_page=True) == page


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n", "binary", id="png"),
        pytest.param(b"a\x00b", "binary", id="nul"),
        pytest.param(b"\x01\x02\x03\x04" * 9, "binary", id="controls"),
        pytest.param("Ferry – fares – up".encode() + b"\xe2\x80", "encoding", id="cut"),
        pytest.param("A “b” – c".encode() + b" \xff d", "encoding", id="one bad byte"),
        pytest.param(b"\x81\x8d\x8f\x90\x9d abc", "encoding", id="bytes of no encoding"),
        pytest.param(b"\xff\xfea\x00\x00\xdc", "encoding", id="half a pair"),
    ],
)
def test_refused(data: bytes, kind: str) -> None:
    """What is no text, or no whole text, is refused by kind."""
    with pytest.raises(ArticleError) as caught:
        decode(data)

    assert caught.value.kind == kind


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf_8_comes_back(text: str) -> None:
    """Any text written as UTF-8 comes back, but for a byte order mark at its start."""
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_bytes_never_crash(data: bytes) -> None:
    """Any bytes give text or an ArticleError."""
    try:
        text = decode(data)
    except ArticleError as error:
        assert error.kind in {"binary", "encoding"}  # noqa: PT017 - either outcome is right
    else:
        assert "\x00" not in text
