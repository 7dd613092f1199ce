"""What `import whence` offers."""

from __future__ import annotations

import subprocess
import sys

import whence


def test_every_public_name_is_there() -> None:
    """Each name of `__all__` leads to something."""
    found = {name for name in whence.__all__ if getattr(whence, name) is not None}

    assert found == set(whence.__all__)


def test_importing_whence_loads_nothing_heavy() -> None:
    """The package alone loads no network, no database and no page reader."""
    code = "import sys, whence; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert {"onnxruntime", "sqlalchemy", "trafilatura", "rich", "numpy"}.isdisjoint(loaded)
