"""Bytes of a file -> its text, with the byte order mark removed and nothing else changed.

Line ends stay as they are: offsets count every character of the decoded file.
"""

from __future__ import annotations

import codecs
import re

from whence.errors import ArticleError

_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip, Word or OpenDocument file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a rich-text file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"\x1f\x8b": "a gzip file",
    b"\xfd7zXZ": "an xz file",
    b"\x28\xb5\x2f\xfd": "a zstd file",
}
"""First bytes of files handed over by mistake, from the `file` command's list; those that could
begin a sentence are left out, their control bytes give them away."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_CONTROL_SHARE = 0.05
"""More control bytes than this is no text; ours, stray controls in feeds stay below 0.1 %."""

_GOOD_PER_BAD = 2
_OTHERS = (
    "cp1251", "koi8_r", "cp1250", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp949", "cp932", "euc_jp", "gb18030", "big5",
)  # fmt: skip
"""Encodings that news was written in before UTF-8, by language: no others are guessed."""

_SAMPLE = 65536
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_WEB_NAMES = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""Names as browsers read them (WHATWG Encoding Standard, "names and labels")."""


def decode(data: bytes, *, is_page: bool = False) -> str:
    """The text of some bytes.

    In order: byte order mark, UTF-16 without one where every other byte is zero, UTF-8, what
    a page declares (`is_page`), Windows-1252 where its characters stand as in Western text, and
    another encoding if charset-normalizer is sure of it.

    Raises:
        ArticleError: "binary" for what is no text, "encoding" for what cannot be decoded.
    """
    _refuse_known_binaries(data)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    wide = _wide(data)
    if wide is not None:
        return _strict(data, wide)
    _refuse_controls(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut = _is_cut_at_the_end(data, error)
    declared = _declared(data) if is_page else None
    if declared is not None:
        text = _as(data, declared)
        if text is not None:
            return text
    if is_cut:
        raise ArticleError("encoding", "the last character is cut off; get the whole file again")
    _refuse_broken(data)
    return _legacy(data)


def _refuse_known_binaries(data: bytes) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise ArticleError("binary", f"is {what}, not text; save the article as text or HTML")


def _refuse_controls(data: bytes) -> None:
    sample = data[:_SAMPLE]
    control_count = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in data or control_count > _CONTROL_SHARE * len(sample):
        raise ArticleError("binary", "is not text; save the article as text or HTML")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly all of one half of the bytes are zero, none of the other."""
    sample = data[:4096]
    pair_count = len(sample) // 2
    if pair_count <= 1 or len(data) % 2:
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second >= 0.7 * pair_count and not first:
        return "utf-16-le"
    if first >= 0.7 * pair_count and not second:
        return "utf-16-be"
    return None


def _strict(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        message = f"byte {error.start} cannot be read as {name.upper()}; save it again as UTF-8"
        raise ArticleError("encoding", message) from error
    if "\x00" in text:
        raise ArticleError("binary", "is not text; save the article as text or HTML")
    return text


def _is_cut_at_the_end(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether good UTF-8 stops in the middle of its last character."""
    if error.reason != "unexpected end of data" or not error.start:
        return False
    return len(data) - error.start > 1 or not data[: error.start].isascii()


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:4096])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    return _WEB_NAMES.get(name, name)


def _as(data: bytes, name: str) -> str | None:
    try:
        text = codecs.decode(data, name)
    except (LookupError, ValueError, TypeError):
        return None
    return text if isinstance(text, str) else None


def _legacy(data: bytes) -> str:
    """Windows-1252 where it looks like Western text, else what charset-normalizer is sure of."""
    western = _as(data, "windows-1252")
    if western is not None and _looks_western(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_OTHERS)).best()
    text = _as(data, best.encoding) if best is not None and best.coherence > 0 else None
    if text is None:
        raise ArticleError("encoding", "cannot be decoded; save it again as UTF-8")
    return text


def _refuse_broken(data: bytes) -> None:
    """Refuse UTF-8 with some bytes that are none: as anything else all of it would be wrong."""
    text = data.decode("utf-8", "replace")
    bad_count = text.count("\ufffd")
    good_count = sum(not character.isascii() for character in text) - bad_count
    if good_count >= _GOOD_PER_BAD * bad_count:
        message = f"has {bad_count} broken characters in its UTF-8; get the file again"
        raise ArticleError("encoding", message)


_WESTERN = re.compile(r"[A-Za-z0-9\s][‘’“”–—…•£€©®°§«»¡¿´\xa0]|[‘’“”–—…•£€«»\xa0][A-Za-z\s]")
_ACCENTED = re.compile(r"[a-zA-Z]+[à-öø-ÿÀ-ÖØ-ÞŠšŽžŒœ]{1,2}(?![à-öø-ÿÀ-ÖØ-Þ])|[À-ÖØ-Þà-öø-ÿ][a-z]")


def _looks_western(text: str) -> bool:
    """Whether nearly all characters above ASCII stand where Western text has them."""
    strange = [character for character in text if not character.isascii()]
    placed = len(_WESTERN.findall(text)) + len(_ACCENTED.findall(text))
    return placed >= 0.6 * len(strange)
