"""The environment and what the user gave -> one frozen record of settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_STORE = "whence.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run.

    Attributes:
        store: The path of a SQLite file or a database URL.
        jobs: Articles read at once, at least 1.
        has_colour: Whether colours are welcome where there is a terminal.
    """

    store: str
    jobs: int
    has_colour: bool


def make_settings(
    environment: Mapping[str, str], *, store: str | None = None, jobs: int | None = None
) -> Settings:
    """Settings from what was given, else from the environment, else by default."""
    return Settings(
        store=store or environment.get("WHENCE_STORE") or DEFAULT_STORE,
        jobs=max(jobs or core_count(), 1),
        has_colour=not environment.get("NO_COLOR") and environment.get("TERM") != "dumb",
    )


def core_count() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def program_version() -> str:
    """The version of the installed program."""
    from importlib import metadata

    return metadata.version("whence")
