"""Records: frozen, of the standard library, with the closed lists of the contract."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import pytest

import whence.ledger
from whence.ledger.article import Block, BlockKind
from whence.ledger.attribution import Basis, Medium, Quotation, Stance
from whence.ledger.claim import Detail, Status
from whence.ledger.entity import EntityKind
from whence.ledger.factuality import Certainty, Polarity
from whence.ledger.span import Span

MODULES = [name for _, name, _ in pkgutil.iter_modules(whence.ledger.__path__, "whence.ledger.")]
RECORDS = [
    value
    for name in MODULES
    for value in vars(importlib.import_module(name)).values()
    if dataclasses.is_dataclass(value) and isinstance(value, type) and value.__module__ == name
]
LISTS: list[tuple[str, type[StrEnum]]] = [
    ("blocks.kind", BlockKind),
    ("entities.kind", EntityKind),
    ("quotation", Quotation),
    ("stance", Stance),
    ("certainty", Certainty),
    ("polarity", Polarity),
    ("basis", Basis),
    ("medium", Medium),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_small(record: type) -> None:
    """No record can be changed, and none carries a dictionary."""
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)
    assert "__dict__" not in dir(object.__new__(record))


def test_there_are_records() -> None:
    """The search above finds the records that the contract prints."""
    names = {record.__name__ for record in RECORDS}

    assert {"Article", "Attribution", "Claim", "Story", "Brief", "Reading"} <= names


@pytest.mark.parametrize(("field", "kinds"), LISTS, ids=[name for name, _ in LISTS])
def test_closed_lists_are_those_of_the_contract(
    shared: Path, field: str, kinds: type[StrEnum]
) -> None:
    """Each enum has the words of the contract's table, in its order."""
    table = (shared / "contract.md").read_text("utf-8")
    row = re.search(rf"^\| `{re.escape(field)}` \| (?P<words>[^|]+) \|$", table, re.MULTILINE)

    assert row is not None
    assert [each.value for each in kinds] == row["words"].strip().split(", ")


def test_statuses_are_in_the_contracts_order() -> None:
    """The first that applies is the status, so the order is part of the rule."""
    assert [each.value for each in Status] == [
        "withdrawn",
        "disputed",
        "conflicting",
        "corroborated",
        "repeated",
        "single_source",
    ]
    assert [each.value for each in Detail] == ["polarity", "quantity", "actor", "place", "time"]


def test_a_block_knows_its_span() -> None:
    """A block is a span with a kind."""
    assert Block(BlockKind.HEADLINE, 3, 9).span == Span(3, 9)


def test_records_need_nothing_but_the_standard_library() -> None:
    """Importing every record loads no module from outside."""
    call = f"""
import sys
before = set(sys.modules)
for name in {MODULES!r}:
    __import__(name)
loaded = {{each.partition(".")[0] for each in set(sys.modules) - before}}
print(sorted(loaded - set(sys.stdlib_module_names) - {{"whence"}}))
"""
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
