"""A user's list of outlets, as TOML or CSV, or a few options -> outlets."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from whence.errors import OutletError
from whence.ledger.outlet import RELIABILITIES, Outlet
from whence.lexicon.countries import countries, country_names
from whence.lexicon.outlet_names import fold, host_of

COLUMNS = ("name", "aliases", "domains", "country", "ownership", "reliability")
BETWEEN = "; "
"""What stands between two aliases or domains in a cell."""

_DOMAIN = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_GUARDED = re.compile(r"'(?=[\s\0]*[=+\-@＝＋－＠\t\r\n|])")  # as render/table.py guards a cell


def make_outlet(
    name: str,
    aliases: Iterable[str] = (),
    domains: Iterable[str] = (),
    country: str | None = None,
    ownership: str | None = None,
    reliability: str | None = None,
) -> Outlet:
    """An outlet with its fields as they are kept; an empty word is none.

    Raises:
        OutletError: A field that cannot be: says which, and what can.
    """
    own = _line(name)
    if not own:
        raise OutletError("an outlet needs a name")
    return Outlet(
        name=own,
        aliases=_each(map(_line, _apart(aliases))),
        domains=_each(map(_domain, _apart(domains))),
        country=_country(country),
        ownership=_line(ownership or "") or None,
        reliability=_letter(reliability),
    )


def _apart(words: Iterable[str]) -> list[str]:
    return [piece for each in words for piece in each.split(BETWEEN.strip())]


def _line(words: str) -> str:
    return " ".join(words.split())


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in words if each))


def _domain(words: str) -> str:
    """`lamp.example` of "https://www.lamp.example/news"; "" of nothing."""
    if not words.strip():
        return ""
    host = host_of(words.strip().lower()) or ""
    if _DOMAIN.fullmatch(host) is None:
        raise OutletError(f"{words!r} is not a domain; write it as lamp.example")
    return host


def _country(words: str | None) -> str | None:
    found = _line(words or "")
    if not found:
        return None
    if found.upper() in country_names():
        return found.upper()
    for each in countries():
        if found.casefold() in {name.casefold() for name in each.names}:
            return each.code
    raise OutletError(f"country {found!r} is not known; write it as three letters, KOR or GBR")


def _letter(words: str | None) -> str | None:
    found = (words or "").strip().upper()
    if found and found not in RELIABILITIES:
        scale = ", ".join(f"{letter} {meaning}" for letter, meaning in RELIABILITIES.items())
        raise OutletError(f"reliability {words!r} is not a letter from A to F ({scale})")
    return found or None


def outlets_of_toml(text: str) -> list[Outlet]:
    """The outlets of a TOML file: one `[[outlet]]` for each, with the columns as keys.

    Raises:
        OutletError: It is not TOML, or not of this form.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutletError(f"it is not TOML ({error})") from error
    rows = tables.get("outlet")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise OutletError("it has no [[outlet]]; begin each outlet with such a line")
    return [_of_row(row, f"outlet {number}") for number, row in enumerate(rows, start=1)]


def outlets_of_csv(text: str) -> list[Outlet]:
    """The outlets of a CSV file with a line of columns first; ";" between two aliases.

    Raises:
        OutletError: It has no column "name", or one that is not known.
    """
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""))
    if "name" not in (rows.fieldnames or ()):
        raise OutletError(f"its first line must name the columns: {','.join(COLUMNS)}")
    found = []
    for row in rows:
        cells = {key: _GUARDED.sub("", cell or "", 1) for key, cell in row.items() if key}
        split = {key: [cells[key]] for key in ("aliases", "domains") if key in cells}
        found.append(_of_row({**cells, **split}, f"line {rows.line_num}"))
    return found


def _of_row(row: Mapping[str, object], place: str) -> Outlet:
    strange = [key for key in row if key not in {*COLUMNS, "set_at"}]
    if strange:
        raise OutletError(f"{place}: {strange[0]!r} is none of {', '.join(COLUMNS)}")
    try:
        return make_outlet(
            name=_text(row, "name") or "",
            aliases=_list(row, "aliases"),
            domains=_list(row, "domains"),
            country=_text(row, "country"),
            ownership=_text(row, "ownership"),
            reliability=_text(row, "reliability"),
        )
    except OutletError as error:
        raise OutletError(f"{place}: {error}") from error


def _text(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise OutletError(f"{key} must be words between quotation marks")
    return value


def _list(row: Mapping[str, object], key: str) -> list[str]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise OutletError(f'{key} must be a list, ["one", "two"]')
    return value


def merged(known: Sequence[Outlet], new: Sequence[Outlet]) -> list[Outlet]:
    """The outlets that hold after some were set: each new one in the place of its old one.

    Raises:
        OutletError: Two outlets would have one name, alias or domain.
    """
    names = {fold(each.name) for each in new}
    found = [each for each in known if fold(each.name) not in names]
    found += {fold(each.name): each for each in new}.values()
    owner: dict[str, Outlet] = {}
    for each in found:
        called = [*map(fold, (each.name, *each.aliases)), *each.domains]
        for word in called:
            other = owner.setdefault(word, each)
            if other is not each:
                raise OutletError(
                    f"{word!r} would be {other.name} and {each.name}; take it from one of them"
                )
    return sorted(found, key=lambda each: each.name)
