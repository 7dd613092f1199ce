"""The slider of days: a count of days -> the same page on that day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse

from whence.desk.frame import suffix

LAST = date(2500, 1, 1).toordinal()

router = APIRouter(include_in_schema=False)


@router.get("/turn")
def turn(
    to: Annotated[str, Query(pattern=r"^/([^/\\?#\s][^\\?#\s]*)?$", max_length=500)],
    day: Annotated[int, Query(ge=1, le=LAST)],
    last: Annotated[int, Query(ge=1, le=LAST)] = LAST,
) -> RedirectResponse:
    """Go to a page of the desk as it was on a day; the last day of the slider is now."""
    as_of = date.fromordinal(day).isoformat() if day < last else None
    return RedirectResponse(f"{to}{suffix(as_of)}", status_code=303)
