"""The location of a store -> the desk over it, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from whence.desk.access import Access
from whence.desk.app import make_desk
from whence.desk.metrics import Counts
from whence.desk.source import Source
from whence.pipeline.assemble import SentenceEncoder, encoder_names
from whence.pipeline.keep import StoredEncoder
from whence.pipeline.settings import program_version
from whence.store.engine import open_store


def make_worker(location: str, access: Access | None = None, folder: Path | None = None) -> FastAPI:
    """The desk of one process; the store stays open as long as that runs.

    Args:
        location: Of the store.
        access: Whom it lets in.
        folder: Where the processes leave for each other what they count.
    """
    store = open_store(location)
    encoder = StoredEncoder(store, SentenceEncoder(), encoder_names())
    return make_desk(
        Source(store, encoder, program_version()), program_version(), access, Counts(folder)
    )
