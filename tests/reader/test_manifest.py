"""manifest.json beside the networks: checked at load."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from whence.errors import ManifestMismatchError, ReaderError
from whence.reader.comparer import PAIRS
from whence.reader.heads import LABELS, PIECES
from whence.reader.manifest import load_manifest, package_folder, read_checked
from whence.reader.read import HEADS, READER, TOKENIZER, TrainedReader
from whence.reader.vectors import VECTORS, SentenceVectors
from whence.reader.words import WORDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the package's networks, by links, and its manifest as a file of its own."""
    for each in package_folder().iterdir():
        if each.suffix == ".onnx":
            (tmp_path / each.name).symlink_to(each)
        else:
            shutil.copy(each, tmp_path / each.name)
    return tmp_path


def change_manifest(folder: Path, **changes: object) -> None:
    """Write other values into the manifest; None takes a field out."""
    path = folder / "manifest.json"
    about: dict[str, Any] = json.loads(path.read_text("utf-8")) | changes
    path.write_text(json.dumps({k: v for k, v in about.items() if v is not None}), "utf-8")


def change_byte(path: Path) -> None:
    """Change the middle byte of a file, by a copy where it is a link."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(data)


def test_the_packages_manifest_says_what_is_shipped() -> None:
    """It names each file, the base, the training data and their licences, and no other reader."""
    manifest = load_manifest(package_folder())

    assert manifest.labels == LABELS
    assert set(manifest.sha256) == {READER, HEADS, WORDS, VECTORS, PAIRS, TOKENIZER}
    assert manifest.name
    assert {"base", "data", "licence", "scores"} <= set(manifest.about)


def test_a_linked_folder_is_read_as_the_package_is(folder: Path) -> None:
    """The folder of these tests is a whole one: unchanged, it loads."""
    reader = TrainedReader(folder)

    assert reader.name == load_manifest(folder).name
    assert reader.read("The dam held.", [(0, 13)]).outer == ()


@pytest.mark.parametrize("name", [READER, HEADS, TOKENIZER])
def test_a_changed_byte_is_refused(folder: Path, name: str) -> None:
    """A file that differs in one bit is not loaded, and the error names it and what to do."""
    change_byte(folder / name)

    with pytest.raises(ManifestMismatchError, match=rf"{name}.*install whence again"):
        TrainedReader(folder)


def test_a_changed_encoder_is_refused(folder: Path) -> None:
    """The network of the vectors is checked like the reader's."""
    change_byte(folder / VECTORS)

    with pytest.raises(ManifestMismatchError, match=VECTORS):
        SentenceVectors(folder)


@pytest.mark.parametrize(
    "labels",
    [PIECES[::-1], PIECES[:-1], (*PIECES, "B-Place"), ()],
    ids=["another-order", "one-fewer", "one-more", "none"],
)
def test_other_labels_are_refused(folder: Path, labels: tuple[str, ...]) -> None:
    """Scores in another order would be read as other roles."""
    change_manifest(folder, labels=dict(LABELS) | {"pieces": list(labels)})

    with pytest.raises(ManifestMismatchError, match="labels"):
        TrainedReader(folder)


@pytest.mark.parametrize("name", [READER, HEADS, TOKENIZER, "manifest.json"])
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    """The error is ours, names the file and says what to do."""
    (folder / name).unlink()

    with pytest.raises(ReaderError, match=rf"{name}.*install whence again"):
        TrainedReader(folder)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder that is not there is a ReaderError."""
    with pytest.raises(ReaderError, match=r"manifest\.json"):
        TrainedReader(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "field", ["name", "labels", "sha256"], ids=["no-name", "no-labels", "no-hashes"]
)
def test_a_manifest_without_a_field_is_refused(folder: Path, field: str) -> None:
    """A manifest that does not say what it must is broken."""
    change_manifest(folder, **{field: None})

    with pytest.raises(ReaderError):
        load_manifest(folder)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"{}"], ids=["empty", "cut", "not-text", "no-fields"]
)
def test_a_broken_manifest_is_refused(folder: Path, content: bytes) -> None:
    """What is no JSON, or lacks all fields, is a ReaderError."""
    (folder / "manifest.json").write_bytes(content)

    with pytest.raises(ReaderError, match=r"manifest\.json"):
        load_manifest(folder)


@pytest.mark.parametrize("content", [b"[]", b"3", b'"x"', b"null", b'{"labels": 3}'])
def test_a_manifest_that_is_no_object_is_refused(folder: Path, content: bytes) -> None:
    """JSON of another kind is a broken manifest too."""
    (folder / "manifest.json").write_bytes(content)

    with pytest.raises(ReaderError, match=r"manifest\.json"):
        load_manifest(folder)


def test_a_file_that_the_manifest_does_not_name_is_refused(folder: Path) -> None:
    """A file beside the networks that nobody vouches for is not read."""
    (folder / "extra.onnx").write_bytes(b"x")

    with pytest.raises(ManifestMismatchError, match=r"extra\.onnx: expected nothing"):
        read_checked(folder, "extra.onnx", load_manifest(folder))
