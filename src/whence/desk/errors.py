"""Errors of the program -> what a browser or a program is answered: one table."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from whence.errors import NotFoundError, RulingError, SeveralFoundError, StoreError, WhenceError
from whence.render.page import page
from whence.render.phrases import NEVER_TRUE

STATUS: dict[type[WhenceError], int] = {
    SeveralFoundError: 409,
    NotFoundError: 404,
    StoreError: 503,
    RulingError: 422,
    WhenceError: 500,
}
"""The first class that an error is of decides."""

TITLES = {
    400: "That cannot be asked",
    403: "Not allowed",
    404: "Not found",
    405: "Not allowed",
    409: "More than one",
    413: "Too long",
    422: "That cannot be asked",
    500: "A fault of the program",
    503: "The store cannot be read",
}
API = "/api/"


def install(app: FastAPI) -> None:
    """Answer every error by the table."""
    app.add_exception_handler(WhenceError, _of_program)
    app.add_exception_handler(HTTPException, _of_protocol)
    app.add_exception_handler(RequestValidationError, _of_call)


def status_of(error: WhenceError) -> int:
    """The status of an error."""
    return next(status for kind, status in STATUS.items() if isinstance(error, kind))


def answer(request: Request, status: int, detail: str) -> Response:
    """A problem (RFC 9457) for programs, a page for people."""
    title = TITLES.get(status, "It did not work")
    if request.url.path.startswith(API):
        return JSONResponse(
            {"type": "about:blank", "title": title, "status": status, "detail": detail},
            status,
            media_type="application/problem+json",
        )
    return HTMLResponse(
        page(
            "problem.html",
            package="whence.desk",
            title=title,
            detail=detail,
            path=request.url.path,
            as_of=None,
            suffix="",
            days=[],
            footer=NEVER_TRUE,
        ),
        status,
    )


async def _of_program(request: Request, error: Exception) -> Response:
    status = status_of(error) if isinstance(error, WhenceError) else 500
    return answer(request, status, str(error))


async def _of_protocol(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return answer(request, 500, str(error))
    return answer(request, error.status_code, str(error.detail))


async def _of_call(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        return answer(request, 422, str(error))
    told = "; ".join(
        f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors()
    )
    return answer(request, 422, told)
