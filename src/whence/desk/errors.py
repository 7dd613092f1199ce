"""Errors of the program -> what a browser or a program is answered: one table."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from whence.desk.frame import shared
from whence.errors import (
    LimitError,
    LogInError,
    NotFoundError,
    ProviderError,
    QueryError,
    RulingError,
    SeveralFoundError,
    StoreError,
    UserError,
    WhenceError,
)
from whence.render.page import page

STATUS: dict[type[WhenceError], int] = {
    SeveralFoundError: 409,
    NotFoundError: 404,
    QueryError: 400,
    UserError: 422,
    ProviderError: 502,
    LogInError: 401,
    LimitError: 429,
    StoreError: 503,
    RulingError: 422,
    WhenceError: 500,
}
"""The first class that an error is of decides."""

TITLES = {
    400: "That cannot be asked",
    401: "Log in first",
    403: "Not allowed",
    404: "Not found",
    405: "Not allowed",
    408: "Too slow",
    409: "More than one",
    413: "Too long",
    414: "Too long",
    422: "That cannot be asked",
    429: "Too often",
    500: "A fault of the program",
    502: "The log-in provider cannot be asked",
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


def answer(
    request: Request, status: int, detail: str, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem (RFC 9457) for programs, a page for people."""
    title = TITLES.get(status, "It did not work")
    if request.url.path.startswith(API):
        return JSONResponse(
            {"type": "about:blank", "title": title, "status": status, "detail": detail},
            status,
            headers,
            media_type="application/problem+json",
        )
    return HTMLResponse(
        page(
            "problem.html",
            package="whence.desk",
            title=title,
            detail=detail,
            as_of=None,
            suffix="",
            days=None,
            **shared(request),
        ),
        status,
        headers,
    )


def answer_error(request: Request, error: WhenceError) -> Response:
    """An error of the program, with when to ask again where it was asked too often."""
    headers = {"Retry-After": str(error.wait_s)} if isinstance(error, LimitError) else None
    is_known = getattr(request.state, "person", None) is not None
    if isinstance(error, StoreError) and not is_known:
        return answer(request, status_of(error), "try again later")  # not where the store is
    return answer(request, status_of(error), str(error), headers)


async def _of_program(request: Request, error: Exception) -> Response:
    if not isinstance(error, WhenceError):
        return answer(request, 500, str(error))
    return answer_error(request, error)


async def _of_protocol(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return answer(request, 500, str(error))
    response = answer(request, error.status_code, str(error.detail))
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


async def _of_call(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        return answer(request, 422, str(error))
    told = "; ".join(
        f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg'].removeprefix('Value error, ')}"
        for each in error.errors()
    )
    return answer(request, 422, told)
