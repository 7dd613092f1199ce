"""The slider of days: a count of days -> the same page on that day."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse

_OWN = frozenset({"to", "day", "last", "as-of"})
LAST = date(2500, 1, 1).toordinal()

router = APIRouter(include_in_schema=False)


@router.get("/turn")
def turn(
    request: Request,
    to: Annotated[str, Query(pattern=r"^/([^/\\?#\s][^\\?#\s]*)?$", max_length=500)],
    day: Annotated[int, Query(ge=1, le=LAST)],
    last: Annotated[int, Query(ge=1, le=LAST)] = LAST,
) -> RedirectResponse:
    """Go to a page of the desk as it was on a day, asked for the same; the last day is now."""
    asked = [each for each in request.query_params.multi_items() if each[0] not in _OWN]
    if day < last:
        asked.append(("as-of", date.fromordinal(day).isoformat()))
    return RedirectResponse(to + (f"?{urlencode(asked)}" if asked else ""), status_code=303)
