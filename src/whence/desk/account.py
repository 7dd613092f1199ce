"""What somebody sees and changes of their own log-in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from whence.desk.forms import Fields
from whence.desk.frame import html, source_of
from whence.desk.login import begun
from whence.desk.persons import Asker, Reader, access_of
from whence.errors import LogInError, UserError
from whence.ledger.person import LOCAL, Person, Role, Session
from whence.pipeline.passwords import SHORTEST
from whence.pipeline.sessions import change_password, end_session, sessions_of
from whence.pipeline.users import user_in
from whence.render.visible import one_line

KINDS = {"browser": "a browser", "bearer": "a program"}

router = APIRouter(include_in_schema=False)


@router.get("/account")
def account_page(request: Request, person: Reader, done: str = "") -> Response:
    """Role, sessions and tokens, and a form to change the password."""
    told = {"password": "Your password is changed", "session": "That session has ended"}
    return _page(request, person, done=told.get(done, ""))


def _page(
    request: Request, person: Person, *, done: str = "", wrong: str = "", status: int = 200
) -> Response:
    store, is_local = source_of(request).store, person == LOCAL
    user = None if is_local else user_in(store, person.name)
    opened = request.state.opened
    this = opened.session.id if opened else None
    sessions = sessions_of(store, person.name, access_of(request).clock()) if user else []
    return html(
        "account.html",
        request,
        None,
        code=status,
        days=(),
        title=one_line(person.name),
        name=one_line(person.name),
        role=person.role.value,
        issuer=one_line(user.issuer) if user and user.issuer else None,
        is_local=is_local,
        is_admin=person.role is Role.ADMIN,
        has_password=user is not None and user.issuer is None,
        shortest=SHORTEST,
        sessions=[_session(each, this) for each in sessions],
        done=done,
        wrong=wrong,
    )


def _session(session: Session, this: str | None) -> dict[str, object]:
    return {
        "id": session.id,
        "is_this": session.id == this,
        "kind": KINDS[session.kind.value],
        "address": one_line(session.address or "the command line"),
        "since": minute(session.created_at),
        "used": minute(session.used_at),
        "until": minute(session.expires_at),
    }


def minute(at: str | None) -> str:
    """A moment for people, in UTC, to the minute; nothing for none."""
    return at[:16].replace("T", " ") if at else ""


@router.post("/account/password")
def password(request: Request, person: Reader, fields: Fields, who: Asker) -> Response:
    """Change the password: every session and token ends, and a new session begins here."""
    old, new = fields.get("old", ""), fields.get("new", "")
    if new != fields.get("again", ""):
        return _page(request, person, wrong="The two new passwords are not the same", status=422)
    try:
        found = change_password(source_of(request).store, person.name, old, new, who)
    except (LogInError, UserError) as error:
        words = str(error)
        return _page(request, person, wrong=words[0].upper() + words[1:], status=422)
    return begun(request, RedirectResponse("/account?done=password", 303), found.token)


@router.post("/account/sessions")
def session(request: Request, person: Reader, fields: Fields, who: Asker) -> Response:
    """End one of one's own sessions or tokens."""
    end_session(source_of(request).store, person.name, fields.get("session", ""), who)
    return RedirectResponse("/account?done=session", 303)
