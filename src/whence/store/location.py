"""Where a store is -> the same as it may be printed: no password in it."""

from __future__ import annotations

import re

_OF_USER = re.compile(r"(://[^:/@]*):.*@", re.DOTALL)
"""Up to the last @, so that one which stands in a password by mistake hides it all the same."""
_OF_QUERY = re.compile(r"([?&][^=&]*pass[^=&]*)=[^&]*", re.IGNORECASE)


def shown(location: str) -> str:
    """A path as it is; a database URL, also one that cannot be read, with `***` for passwords."""
    if "://" not in location:
        return location
    return _OF_QUERY.sub(r"\1=***", _OF_USER.sub(r"\1:***@", location))
