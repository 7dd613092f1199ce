"""A reading -> what stands for it on standard output; made in the processes that read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from whence.ledger.reading import Reading


class Printed(NamedTuple):
    """What stands for one input on standard output, and why it could not be read."""

    text: str
    failures: tuple[str, ...]


def print_one(reading: Reading, *, as_jsonl: bool, columns: int, colour: bool) -> Printed:
    """A line of JSON, or the text for people; of an input that failed, nothing but why."""
    failures = tuple(notice.message for notice in reading.notices) if not reading.article else ()
    if as_jsonl:
        from whence.render.contract import reading_json

        return Printed(f"{reading_json(reading)}\n", failures)
    if failures:
        return Printed("", failures)
    from whence.render.text import reading_text

    return Printed(f"{reading_text(reading, width=columns, colour=colour)}\n", failures)
