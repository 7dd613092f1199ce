"""Who may log in and what was done, for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from whence.desk.account import minute
from whence.desk.forms import Fields
from whence.desk.frame import html, source_of
from whence.desk.persons import Admin, Asker
from whence.errors import UserError
from whence.ledger.person import AuditEntry, Person, Role, User
from whence.pipeline.audit import entries_in
from whence.pipeline.users import disable, enable, set_role, tidy_name, users_in
from whence.render.visible import one_line

LINES = 100
"""Of the audit log on one page."""

router = APIRouter(include_in_schema=False)
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


@router.get("/users")
def users_page(request: Request, person: Admin, done: str = "") -> Response:
    """Everybody who may log in."""
    told = {"role": "The role is set", "disable": "Disabled", "enable": "Enabled"}
    return html(
        "users.html",
        request,
        None,
        days=(),
        title="Users",
        users=[_user(each, person) for each in users_in(source_of(request).store)],
        roles=[each.value for each in Role],
        done=told.get(done, ""),
    )


def _user(user: User, you: Person) -> dict[str, object]:
    return {
        "name": user.name,
        "role": user.role.value,
        "is_you": user.name == you.name,
        "how": one_line(user.issuer) if user.issuer else "password",
        "since": minute(user.created_at),
        "seen": minute(user.seen_at) or "not logged in",
        "disabled": minute(user.disabled_at),
    }


@router.post("/users/role")
def role(request: Request, person: Admin, fields: Fields, who: Asker) -> Response:
    """Give another user a role."""
    name = _other(fields.get("name", ""), person)
    wanted = fields.get("role", "")
    if wanted not in list(Role):
        raise UserError(f"{wanted!r} is no role; {', '.join(Role)} are")
    set_role(source_of(request).store, name, Role(wanted), who)
    return RedirectResponse("/users?done=role", 303)


@router.post("/users/disable")
def disable_user(request: Request, person: Admin, fields: Fields, who: Asker) -> Response:
    """Let another user log in no more."""
    disable(source_of(request).store, _other(fields.get("name", ""), person), who)
    return RedirectResponse("/users?done=disable", 303)


@router.post("/users/enable")
def enable_user(request: Request, person: Admin, fields: Fields, who: Asker) -> Response:
    """Let another user log in again."""
    enable(source_of(request).store, _other(fields.get("name", ""), person), who)
    return RedirectResponse("/users?done=enable", 303)


def _other(name: str, you: Person) -> str:
    """A name that is not one's own: nobody shuts themselves out, so an admin always stays.

    Raises:
        UserError: It is one's own.
    """
    if tidy_name(name) == you.name:
        raise UserError("what you may do yourself is changed by another admin or `whence user`")
    return name


@router.get("/audit")
def audit_page(
    request: Request,
    _: Admin,
    since: Day = "",
    before: Annotated[int | None, Query(ge=1, le=2**31)] = None,
) -> Response:
    """What was done, the latest first."""
    store = source_of(request).store
    found = entries_in(store, since=since or None, before=before, limit=LINES + 1)
    rows, has_more = found[:LINES], len(found) > LINES
    return html(
        "audit.html",
        request,
        None,
        days=(),
        title="Audit log",
        rows=[_entry(each) for each in rows],
        since=since,
        older=f"/audit?since={since}&before={rows[-1].number}" if has_more else None,
    )


def _entry(entry: AuditEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "at": entry.at[:19].replace("T", " "),
        "who": one_line(entry.who),
        "role": entry.role.value if entry.role else "",
        "address": one_line(entry.address or ""),
        "action": one_line(entry.action),
        "about": one_line(entry.about or ""),
        "detail": one_line(", ".join(f"{name} {value}" for name, value in entry.detail.items())),
    }
