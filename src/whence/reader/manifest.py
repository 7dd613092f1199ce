"""manifest.json beside the networks: what they are, checked at load.

A manifest names the base, the training sets with their licences, the labels, the scores
and the hash of every file; a file that is not the one it names is refused.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from whence.errors import ManifestMismatchError, ReaderError
from whence.reader.heads import LABELS


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in manifest.json.

    Attributes:
        name: Name and version of the reader, stored with each attribution.
        labels: Of each head, in the order of the network's scores.
        sha256: File name to hexadecimal digest.
        about: Everything else: base, training sets, licences, scores.
    """

    name: str
    labels: dict[str, tuple[str, ...]]
    sha256: dict[str, str]
    about: dict[str, Any]


def package_folder() -> Path:
    """Where the package keeps the networks."""
    return Path(str(resources.files("whence.reader").joinpath("files")))


def load_manifest(folder: Path) -> Manifest:
    """Read `manifest.json` of a folder and compare it with this program.

    Raises:
        ReaderError: It is missing or broken.
        ManifestMismatchError: Its labels are not those of the decoder.
    """
    path = folder / "manifest.json"
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        labels = {name: tuple(names) for name, names in about.pop("labels").items()}
        manifest = Manifest(about.pop("name"), labels, about.pop("sha256"), about)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReaderError(f"{path.name}: cannot be read ({error}); install whence again") from error
    for name, ours in LABELS.items():
        theirs = labels.get(name, ())
        if theirs != ours:
            raise ManifestMismatchError(f"labels of {name}", " ".join(ours), " ".join(theirs))
    return manifest


def read_checked(folder: Path, name: str, manifest: Manifest) -> bytes:
    """The bytes of a file that the manifest names.

    Raises:
        ReaderError: It is missing.
        ManifestMismatchError: Its hash is another.
    """
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise ReaderError(f"{name}: cannot be read ({error}); install whence again") from error
    found, expected = hashlib.sha256(data).hexdigest(), manifest.sha256.get(name, "nothing")
    if found != expected:
        raise ManifestMismatchError(name, expected, found)
    return data
