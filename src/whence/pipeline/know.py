"""What a user says of outlets -> a store, and what follows from it for the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.errors import OutletError
from whence.ledger.outlet import Outlet
from whence.lexicon.outlet_lists import merged
from whence.lexicon.outlet_names import fold
from whence.store.engine import Store
from whence.store.meta import count_change
from whence.store.outlets import drop_outlets, keep_outlets, load_outlets


def outlets_in(store: Store) -> list[Outlet]:
    """What holds of outlets, by name."""
    with store.reading() as connection:
        return load_outlets(connection)


def outlet_called(outlets: Sequence[Outlet], name: str) -> Outlet | None:
    """The outlet with a name or an alias."""
    wanted = fold(name)
    return next((each for each in outlets if wanted in map(fold, (each.name, *each.aliases))), None)


def set_outlets(store: Store, outlets: Sequence[Outlet], at: str) -> None:
    """Let these hold from now on, each whole, in the place of what was said of it before.

    Args:
        store: Open.
        outlets: With their fields as `lexicon.outlet_lists.make_outlet` gives them.
        at: A moment in UTC.

    Raises:
        OutletError: Two outlets would have one name, alias or domain; nothing is kept then.
    """
    with store.writing() as connection:
        known = load_outlets(connection)
        merged(known, outlets)
        names = {fold(each.name): each.name for each in outlets}
        respelled = [each for each in known if names.get(fold(each.name), each.name) != each.name]
        drop_outlets(connection, respelled, at)
        keep_outlets(connection, [replace(each, set_at=None) for each in outlets], at)
        count_change(connection)


def remove_outlet(store: Store, name: str, at: str) -> Outlet:
    """Let nothing be said of an outlet from now on; what was said of it.

    Raises:
        OutletError: There is none with this name or alias.
    """
    with store.writing() as connection:
        found = outlet_called(load_outlets(connection), name)
        if found is None:
            raise OutletError(f"no outlet {name!r} is set; `whence outlet list` lists them")
        drop_outlets(connection, [found], at)
        count_change(connection)
    return found
