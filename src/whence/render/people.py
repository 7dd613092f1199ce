"""Users of the desk, what they did -> text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.render.phrases import day_words
from whence.render.terminal import hanging, printed, words
from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from whence.ledger.person import AuditEntry, User


def users_text(users: Sequence[User], *, width: int, colour: bool) -> str:
    """Each user with what they may do.

    Args:
        users: In the order to print them in.
        width: Columns.
        colour: Whether to use it.
    """
    lines = (each for user in users for each in _user(user, width))
    return printed(lines, width=width, colour=colour)


def _user(user: User, width: int) -> Iterator[RenderableType]:
    about = [f"since {day_words(user.created_at)}"]
    if user.issuer:
        about.append(f"logs in at {one_line(user.issuer)}")
    if user.seen_at:
        about.append(f"last seen {day_words(user.seen_at)}")
    if user.disabled_at:
        about.append(f"disabled {day_words(user.disabled_at)}")
    told = words((one_line(user.name), "title"), f"  {user.role}  ", (" · ".join(about), "aside"))
    yield hanging(told, width, rest="    ")


def audit_text(entries: Sequence[AuditEntry], *, width: int, colour: bool) -> str:
    """Each line of the log as one line; the arguments as in `users_text`."""
    lines = (_entry(each, width) for each in entries)
    return printed(lines, width=width, colour=colour)


def _entry(entry: AuditEntry, width: int) -> RenderableType:
    what = [entry.action, entry.about or "", *(f"{k} {v}" for k, v in entry.detail.items())]
    place = f"  from {one_line(entry.address)}" if entry.address else ""
    told = words(
        (f"{entry.number:>5}  {entry.at[:19].replace('T', ' ')}  ", "aside"),
        (one_line(entry.who), "title"),
        f"  {one_line(' '.join(filter(None, what)))}",
        (place, "aside"),
    )
    return hanging(told, width, rest="       ")
