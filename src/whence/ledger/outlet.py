"""What a user says of an outlet: its names, where it stands, how reliable it is to them."""

from __future__ import annotations

from dataclasses import dataclass

RELIABILITIES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The letters of the Admiralty (NATO) scale, FM 2-22.3."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publication as the user knows it.

    Attributes:
        name: What it is called everywhere.
        aliases: Other names that it prints or is cited by.
        domains: Lower case, without "www."; a subdomain belongs to its domain.
        country: ISO 3166-1 alpha-3.
        ownership: In the user's words.
        reliability: A letter of the Admiralty scale; None where the user set none.
        set_at: A moment in UTC; None before it is kept.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    ownership: str | None = None
    reliability: str | None = None
    set_at: str | None = None
