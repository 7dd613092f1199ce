"""The desk for programs: the records of a store as JSON, tables to download, their description."""

from __future__ import annotations

from fastapi import APIRouter

from whence.desk.api import feed, page, records, search, story, tables

router = APIRouter()
for part in (tables, records, story, search, feed, page):
    router.include_router(part.router)
