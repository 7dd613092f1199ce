"""Alembic's settings without a file of settings."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config


def configuration() -> Config:
    """Settings that find the steps in this package."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return settings
