"""Every error of whence, drawn as a tree.

WhenceError
├── SpanError             a span that cannot be (also a ValueError)
├── ArticleError          an input that cannot become an article
├── ReaderError           the trained reader cannot be used
│   └── ManifestMismatchError   a file beside the network is not the one it was trained with
├── StoreError            the store cannot be opened or written
├── RulingError           what a person asks of stories cannot be
├── OutletError           what a user says of an outlet cannot be
├── QueryError            what is searched for cannot be understood
├── UserError             what is asked of who may use the desk cannot be
├── LogInError            nobody is known by what was given
│   └── ProviderError     the OpenID Connect provider does not answer as it should
├── LimitError            it was asked too often
└── NotFoundError         nothing has the id that was asked for
    ├── ActorError        nobody who says something is called so
    ├── SearchError       nobody saved a search with that id
    └── SeveralFoundError several ids begin so
"""

from __future__ import annotations

from collections.abc import Sequence


class WhenceError(Exception):
    """Whatever whence raises on purpose; its text is a sentence for the user."""


class SpanError(WhenceError, ValueError):
    """A span that is empty, reversed or starts before the text."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(f"span [{start}, {end}) is not possible")


class ArticleError(WhenceError):
    """An input that cannot become an article.

    Attributes:
        kind: The kind of the notice that it becomes ("empty", "binary", ...).
    """

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__(message)


class ReaderError(WhenceError):
    """The trained reader cannot be used."""


class ManifestMismatchError(ReaderError):
    """A file beside the network is not the one it was trained with."""

    def __init__(self, name: str, expected: str, found: str) -> None:
        super().__init__(
            f"{name}: expected {expected}, found {found}; install whence again",
        )


class StoreError(WhenceError):
    """The store cannot be opened or written."""


class RulingError(WhenceError):
    """What a person asks of stories cannot be."""


class OutletError(WhenceError):
    """What a user says of an outlet cannot be."""


class QueryError(WhenceError):
    """What is searched for cannot be understood."""


class UserError(WhenceError):
    """What is asked of who may use the desk cannot be."""


class LogInError(WhenceError):
    """Nobody is known by what was given."""


class ProviderError(LogInError):
    """The OpenID Connect provider does not answer as it should."""


class LimitError(WhenceError):
    """It was asked too often.

    Attributes:
        wait_s: Seconds until it can be asked again, at least 1.
    """

    def __init__(self, what: str, wait_s: int) -> None:
        self.wait_s = wait_s
        super().__init__(f"too many {what}; try again in {wait_s} s")


class NotFoundError(WhenceError):
    """Nothing has the id that was asked for."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(
            f"no {what} {name!r} in this store; list them with `whence {what_list(what)}`"
        )


class ActorError(NotFoundError):
    """Nobody who says something has the name that was asked for, or several have it."""

    def __init__(self, name: str, names: Sequence[str], *, is_several: bool = False) -> None:
        some = ", ".join(names)
        if is_several:
            message = f"{name!r} may be any of {some}; write the whole name"
        elif names:
            message = f"nobody called {name!r} says anything here; did you mean {some}?"
        else:
            message = (
                f"nobody called {name!r} says anything here; `whence positions` lists who does"
            )
        Exception.__init__(self, message)


class SearchError(NotFoundError):
    """Nobody, or somebody else, saved a search with the id that was asked for."""

    def __init__(self, search: str) -> None:
        message = f"no saved search {search!r}; the page of the search lists those that there are"
        Exception.__init__(self, message)


class SeveralFoundError(NotFoundError):
    """Several things have an id that begins so."""

    def __init__(self, start: str, ids: Sequence[str]) -> None:
        some = ", ".join(ids)
        Exception.__init__(self, f"{start!r} begins several ids: {some}; give more of it")


def what_list(what: str) -> str:
    """The command that lists things of a kind."""
    return {"claim": "claims", "story": "stories", "user": "user list"}.get(
        what, "stories --format jsonl"
    )
