"""GUM's `Discourse` column -> who reports what, as runs of tokens.

Source: eRST, https://gucorpling.org/erst and https://wiki.gucorpling.org/gum. A unit (EDU)
begins at a token with `Discourse=RELATION:UNIT->HEAD:DEPTH:SIGNALS`; both numbers are of
units. Where several units hang on one head, one of small depth joins it before one of
greater depth: a unit says something of its head together with what has joined it before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from training.corpora.conllu import Parsed
from training.corpora.records import Run

ENTRY = re.compile(r"(?P<relation>[^:]+):(?P<unit>\d+)(?:->(?P<head>\d+))?:(?P<depth>\d+)")
SIGNAL = re.compile(r"(sem-atsrc|lex-ind(?:wd|ph))-([\d,-]+)")


class Link(NamedTuple):
    """What ties a unit to the rest.

    Attributes:
        relation: As the corpus has it; "ROOT" for the unit of all others.
        head: Number of the unit that it hangs on, 0 for the root.
        depth: Place in the order of joining the head, from 0.
        signals: ("sem-atsrc" the source, "lex-indwd" or "lex-indph" the verb, tokens).
    """

    relation: str
    head: int
    depth: int
    signals: tuple[tuple[str, tuple[int, ...]], ...]


class Reported(NamedTuple):
    """One relation between a reporting clause and what it reports, by whole units.

    Attributes:
        reporting: Ascending runs of the reporting unit and what hangs on it, in its sentence.
        runs: Ascending runs of what is reported, in the sentence of its first unit.
        is_positive: False for "did not say" and "does not know".
        source: Token of the head of the source's phrase, None where nobody is named.
        depth: Number of relations whose report holds this one's reporting clause.
        signals: The relation's `Link.signals`.
        further: Ascending runs of what is reported in other sentences.
    """

    reporting: tuple[Run, ...]
    runs: tuple[Run, ...]
    is_positive: bool
    source: int | None
    depth: int
    signals: tuple[tuple[str, tuple[int, ...]], ...]
    further: tuple[Run, ...] = ()


def reports(parsed: Parsed) -> list[Reported]:
    """All attribution relations of a document, outer ones first, then by their first token.

    `source` is None here; `gum.reported` fills it.
    """
    units, links = read_units(parsed)
    children: dict[int, list[int]] = defaultdict(list)
    for unit, link in links.items():
        children[link.head].append(unit)
    sentence = _sentence_numbers(parsed)
    found = []
    for unit, link in links.items():
        if not link.relation.startswith("attribution"):
            continue
        reporting = _tokens(units, _under(unit, children), unit, sentence)
        said = {link.head}
        for child in children[link.head]:
            if links[child].depth < link.depth:
                said |= _under(child, children)
        held = _tokens(units, said, link.head, sentence) - reporting
        rest = _tokens(units, _interrupted(link.head, links, children), link.head, sentence)
        held |= _hanging(parsed, rest - held - reporting, held)
        all_said = {token for each in said for token in units[each]}
        further = all_said - _tokens(units, said, link.head, sentence) - reporting
        found.append((reporting, held, link, further))
    return _by_depth(found)


def read_units(parsed: Parsed) -> tuple[dict[int, range], dict[int, Link]]:
    """Tokens and link of each unit by its number, which counts from 1."""
    starts: list[int] = []
    links: dict[int, Link] = {}
    for number, misc in enumerate(parsed.misc):
        if "Discourse" in misc:
            starts.append(number)
            links[len(starts)] = _link(misc["Discourse"])
    ends = [*starts, len(parsed.tokens)][1:]
    units = {n: range(*pair) for n, pair in enumerate(zip(starts, ends, strict=True), 1)}
    return units, links


def runs_of(tokens: set[int]) -> tuple[Run, ...]:
    """Ascending runs of some tokens."""
    runs: list[Run] = []
    for token in sorted(tokens):
        if runs and runs[-1][1] == token - 1:
            runs[-1] = (runs[-1][0], token)
        else:
            runs.append((token, token))
    return tuple(runs)


def tokens_in(runs: tuple[Run, ...]) -> set[int]:
    """All tokens of some runs."""
    return {token for first, last in runs for token in range(first, last + 1)}


def _link(value: str) -> Link:
    """The first relation of a unit; further ones, after ";", are secondary edges."""
    first = value.partition(";")[0]
    match = ENTRY.match(first)
    if match is None:
        raise ValueError(f"no discourse relation: {value}")
    signals = tuple((kind, _numbers(which)) for kind, which in SIGNAL.findall(first))
    return Link(match["relation"], int(match["head"] or 0), int(match["depth"]), signals)


def _numbers(written: str) -> tuple[int, ...]:
    """Written "3,5-6" -> tokens 2, 4 and 5: the corpus counts from 1."""
    numbers: list[int] = []
    for piece in written.strip(",-").split(","):
        first, _, last = piece.partition("-")
        numbers.extend(range(int(first) - 1, int(last or first)))
    return tuple(numbers)


def _interrupted(unit: int, links: dict[int, Link], children: dict[int, list[int]]) -> set[int]:
    """The other parts of the clause that a unit is part of."""
    found = set()
    if links[unit].relation.startswith("same-unit"):
        found = {links[unit].head}
    for whole in (unit, *found):
        found |= {n for n in children[whole] if links[n].relation.startswith("same-unit")}
    return found


def _hanging(parsed: Parsed, tokens: set[int], held: set[int]) -> set[int]:
    """Those tokens that hang in the tree on a word of some others, over whatever words."""
    found = set()
    for token in tokens:
        head = parsed.heads[token]
        while head in tokens:
            head = parsed.heads[head]
        if head in held:
            found.add(token)
    return found


def _under(unit: int, children: dict[int, list[int]]) -> set[int]:
    """A unit and all that hangs on it."""
    found = {unit}
    for child in children[unit]:
        found |= _under(child, children)
    return found


def _tokens(units: dict[int, range], wanted: set[int], first: int, sentence: list[int]) -> set[int]:
    """Tokens of the wanted units in the sentence of the unit `first`."""
    here = sentence[units[first].start]
    return {token for unit in wanted for token in units[unit] if sentence[token] == here}


def _sentence_numbers(parsed: Parsed) -> list[int]:
    numbers: list[int] = []
    ends = parsed.sentence_ends()
    for number, (start, end) in enumerate(zip(parsed.sentences, ends, strict=True)):
        numbers.extend([number] * (end - start))
    return numbers


def _by_depth(found: list[tuple[set[int], set[int], Link, set[int]]]) -> list[Reported]:
    made = []
    for reporting, said, link, further in found:
        outer = sum(reporting <= other for _, other, *_ in found)
        is_positive = link.relation == "attribution-positive"
        runs = runs_of(said)
        more = runs_of(further)
        own = runs_of(reporting)
        made.append(Reported(own, runs, is_positive, None, outer, link.signals, more))
    return sorted(made, key=lambda each: (each.depth, each.reporting[0]))
