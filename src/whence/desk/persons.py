"""Who asks, as a route wants to know: `person: Editor` refuses whoever may not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from whence.desk.access import Access
from whence.ledger.person import Person, Role
from whence.pipeline.audit import By


def _at_least(role: Role) -> Callable[[Request], Person]:
    def check(request: Request) -> Person:
        person: Person | None = request.state.person
        if person is None:
            raise HTTPException(401, "log in first")
        if not person.role.covers(role):
            raise HTTPException(403, f"this needs the role {role}; yours is {person.role}")
        return person

    return check


Reader = Annotated[Person, Depends(_at_least(Role.READER))]
Editor = Annotated[Person, Depends(_at_least(Role.EDITOR))]
Admin = Annotated[Person, Depends(_at_least(Role.ADMIN))]


def who(request: Request) -> str:
    """The name of whoever asks."""
    person: Person = request.state.person
    return person.name


def access_of(request: Request) -> Access:
    """Whom the desk lets in."""
    access: Access = request.state.access
    return access


def address_of(request: Request) -> str | None:
    """Where a request comes from; None where the server does not know."""
    return request.client.host if request.client else None


def asker(request: Request) -> By:
    """Who asks, from where and when, as the audit log wants it."""
    person: Person | None = request.state.person
    return By(
        at=access_of(request).clock(),
        who=person.name if person else "unknown",
        role=person.role if person else None,
        address=address_of(request),
    )


Asker = Annotated[By, Depends(asker)]
