"""The packaged list of outlets -> names by what a text or an address prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from tomllib import loads
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Outlets:
    """What is known of outlets and agencies.

    Attributes:
        agencies: Full name by name or alias as printed ("AFP" → "Agence France-Presse").
        careful: Aliases that mean an agency in a credit only ("PA", "AP").
        outlets: Name by name or alias, lower case; agencies are among them.
        domains: Name by registered domain ("apnews.com").
        words: Lower-case words that names of outlets are made of.
    """

    agencies: Mapping[str, str]
    careful: frozenset[str]
    outlets: Mapping[str, str]
    domains: Mapping[str, str]
    words: frozenset[str]


@cache
def outlets() -> Outlets:
    """The lists, read once."""
    path = resources.files("whence.lexicon") / "data" / "outlets.toml"
    tables = loads(path.read_text(encoding="utf-8"))
    agencies: list[dict[str, Any]] = tables["agencies"]["list"]
    papers: list[dict[str, Any]] = tables["outlets"]["list"]
    everyone = [*papers, *agencies]
    return Outlets(
        agencies={alias: each["name"] for each in agencies for alias in _names(each)},
        careful=frozenset(tables["ambiguous_agency_aliases"]["words"]),
        outlets={alias.lower(): each["name"] for each in everyone for alias in _names(each)},
        domains={domain: each["name"] for each in everyone for domain in each["domains"]},
        words=frozenset(tables["outlet_words"]["words"]),
    )


def _names(entry: dict[str, Any]) -> list[str]:
    return [entry["name"], *entry["aliases"]]


def outlet_named(words: str) -> str | None:
    """The outlet's own name for a name or alias; None where it is not in the list."""
    return outlets().outlets.get(" ".join(words.split()).lower())


def outlet_at(host: str) -> str | None:
    """The outlet at a host or one of its subdomains; None where it is not in the list."""
    parts = host.lower().strip(".").split(".")
    known = outlets().domains
    return next(
        (known[name] for start in range(len(parts)) if (name := ".".join(parts[start:])) in known),
        None,
    )


@cache
def agency_pattern() -> re.Pattern[str]:
    """Names and aliases of agencies, longest first, as whole words with their capitals."""
    names = sorted(outlets().agencies, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
