"""The location of a store -> the desk over it, in a process of its own."""

from __future__ import annotations

import gc
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

COLLECTED_AFTER = (10_000, 50, 100)
"""New objects between two searches for garbage, and searches between those of older ones. A page
decodes thousands of records, which hold no cycles; looking through all that is kept took as long
as making the page. More at once make others wait: to free 50,000 took a tenth of a second."""


def make_worker(location: str, access: Access | None = None, folder: Path | None = None) -> FastAPI:
    """The desk of one process; the store stays open as long as that runs.

    Args:
        location: Of the store.
        access: Whom it lets in.
        folder: Where the processes leave for each other what they count.
    """
    gc.collect()
    gc.freeze()  # what was imported stays for good
    gc.set_threshold(*COLLECTED_AFTER)
    store = open_store(location)
    encoder = StoredEncoder(store, SentenceEncoder(), encoder_names())
    return make_desk(
        Source(store, encoder, program_version()), program_version(), access, Counts(folder)
    )
