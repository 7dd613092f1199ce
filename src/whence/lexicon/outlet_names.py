"""What users, the packaged list and articles call outlets -> one name for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from urllib.parse import urlsplit

from whence.ledger.outlet import Outlet
from whence.lexicon.outlets import outlets as packaged

SHORTEST = 3
"""Letters of a name that can be told from other words of a text."""

_THE = re.compile(r"^the\s+", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


def fold(name: str) -> str:
    """What two spellings of one name share: "The Seoul  Lantern" is "seoul lantern"."""
    return " ".join(name.split()).casefold().removeprefix("the ")


def host_of(address: str) -> str | None:
    """The host of a URL, or of an address without its scheme; lower case, without "www."."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname
    except ValueError:
        return None
    return (host or "").removeprefix("www.").strip(".") or None


class OutletNames:
    """One name for whatever an outlet is called.

    The user's outlets come first, then the packaged list, then the articles' own spelling: of
    two that differ by a "the" or by capitals, the one that more articles print.
    """

    def __init__(self, outlets: Sequence[Outlet] = (), printed: Iterable[str] = ()) -> None:
        """Know some outlets of the user, and the names that articles print."""
        self._by_name: dict[str, str] = {}
        self._by_domain: dict[str, str] = {}
        for each in outlets:
            self._by_name |= dict.fromkeys(map(fold, (each.name, *each.aliases)), each.name)
            self._by_domain |= dict.fromkeys(each.domains, each.name)
        self._own = frozenset(each.name for each in outlets)
        self._instead = self._packaged_of_user(outlets)
        known = [" ".join(each.split()) for each in printed]
        self._spelled = self._spellings(known)
        called = {name for each in outlets for name in (each.name, *each.aliases)}
        self.pattern = _pattern({*known, *called})
        """Where a text names one of the user's or of the articles' outlets."""

    def of(self, name: str | None, url: str | None = None, agency: str | None = None) -> str | None:
        """The outlet of an article.

        Args:
            name: As the article prints it.
            url: The article's; its domain tells where the name does not.
            agency: Whose copy it is, which stands for an outlet that is not known.

        Returns:
            Its one name; None where nothing tells it.
        """
        host = host_of(url) if url else None
        if name is None:
            return self._at(host) or (self.named(agency) if agency else None) or agency
        known = self._known(name)
        own = self._own_at(host) if host and known is None else None
        return known or own or self._spelled.get(fold(name), name)

    def named(self, name: str) -> str | None:
        """The outlet with a name, an alias or an address; None where no such outlet is known."""
        return self._known(name) or self._spelled.get(fold(name))

    def is_own(self, name: str) -> bool:
        """Whether a name is one of the user's or of the articles' outlets."""
        return self._known(name) in self._own or fold(name) in self._spelled

    def _known(self, name: str) -> str | None:
        own = self._by_name.get(fold(name))
        listed = _packaged_names().get(fold(name))
        if own is None and listed is not None:
            own = self._instead.get(listed, listed)
        if own is None and _HOST.fullmatch(name.strip()):
            own = self._at(host_of(name.strip()))
        return own

    def _own_at(self, host: str | None) -> str | None:
        return _at(host, self._by_domain)

    def _at(self, host: str | None) -> str | None:
        listed = _at(host, packaged().domains)
        return self._own_at(host) or (self._instead.get(listed, listed) if listed else None)

    def _packaged_of_user(self, outlets: Sequence[Outlet]) -> dict[str, str]:
        """Names of the packaged list that mean an outlet of the user's, with its name."""
        found: dict[str, str] = {}
        for each in outlets:
            names = [_packaged_names().get(fold(name)) for name in (each.name, *each.aliases)]
            names += [_at(domain, packaged().domains) for domain in each.domains]
            for name in names:
                if name is not None:
                    found.setdefault(name, each.name)
        return found

    def _spellings(self, printed: Iterable[str]) -> dict[str, str]:
        counts = Counter(printed)
        found: dict[str, str] = {}
        for name in sorted(counts, key=lambda each: (-counts[each], each)):
            found.setdefault(fold(name), self._known(name) or name)
        return found


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Names as whole words with their capitals, longest first; nothing where there are none."""
    bare = {_THE.sub("", name) for name in names}
    telling = [each for each in bare if len(each) >= SHORTEST and each != each.lower()]
    if not telling:
        return re.compile("$^")
    ordered = sorted(telling, key=lambda each: (-len(each), each))
    first = "".join(sorted({re.escape(each[0]) for each in ordered}))  # looked at first: quicker
    return re.compile(rf"(?=[{first}])(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def _at(host: str | None, domains: Mapping[str, str]) -> str | None:
    """What stands for a host or the nearest domain above it."""
    parts = host.split(".") if host else []
    names = (".".join(parts[start:]) for start in range(len(parts)))
    return next((domains[name] for name in names if name in domains), None)


@cache
def _packaged_names() -> dict[str, str]:
    """Names of the packaged list by what spellings share; a whole name before an alias."""
    known = packaged().outlets
    found = {fold(name): name for name in sorted(set(known.values()))}
    for alias in sorted(known):
        found.setdefault(fold(alias), known[alias])
    return found
