"""Attributed assertions -> the table "Who says what": one row for each actor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.brief.choose import FEWEST_WORDS, OFFICIAL, is_anaphoric
from whence.brief.fragments import (
    Fragment,
    content,
    firmness,
    form,
    join,
    line_of,
    named,
    near_of,
    outlet,
    speaker,
    through,
    verb,
    whole_evidence,
)
from whence.brief.material import Material
from whence.ledger.attribution import Stance
from whence.ledger.brief import Evidence, Line
from whence.ledger.claim import Assertion
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.factuality import Certainty

COLUMNS = ("actor", "position", "words", "firmness")
MOST_POSITIONS = 5
MOST_ACTORS = 24
LONGEST_QUOTE = 12  # words of a quotation that are shown again in its own column

TOWARDS = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NEITHER})
"""Stances towards "this claim": the claim itself is shown."""

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,200})[”\"]|‘([^‘’]{3,200})’(?!\w)")


def positions(material: Material) -> list[Line]:
    """States with all who speak for them, then bodies and persons; the most heard first."""
    groups: dict[str, list[tuple[str, Assertion]]] = {}
    for claim in material.claims:
        for each in claim.assertions:
            actor = _actor_key(material, each)
            if actor is not None:
                groups.setdefault(actor, []).append((claim.id, each))
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    chosen = [best for _, rows in ranked if (best := _best(rows))]
    return [_row(material, best) for best in chosen[:MOST_ACTORS]]


def _actor_key(material: Material, assertion: Assertion) -> str | None:
    """The state that a speaker speaks for, or the speaker; None without a known one."""
    if assertion.attribution is None:
        return None
    entity = material.entity(assertion.article, assertion.chain[-1].entity)
    if entity is None:
        return None
    return f"state:{entity.country}" if is_for_state(entity) else f"entity:{entity.id}"


def is_for_state(entity: Entity) -> bool:
    """Whether an entity is a state or speaks for one."""
    if entity.country is None:
        return False
    return entity.kind is EntityKind.PLACE or entity.sector in OFFICIAL


def _row(material: Material, rows: Sequence[tuple[str, Assertion]]) -> Line:
    actor = _label(material, [each for _, each in rows])
    said = [_position(material, each, actor.words) for _, each in rows]
    quotes = [quote for _, each in rows[:3] if (quote := _quote(material, each)).words]
    firm = _firmness(rows)
    cells = [
        actor,
        join(*said, between="; "),
        join(*quotes, between=" · ") if quotes else Fragment("–"),
        firm,
    ]
    proof = [whole_evidence(material, each) for _, each in rows]
    text = join(actor, ": ", cells[1], " — ", firm)
    return line_of(
        material, join(text, *proof), [claim for claim, _ in rows], [c.words for c in cells]
    )


def _best(rows: Sequence[tuple[str, Assertion]]) -> list[tuple[str, Assertion]]:
    """The positions worth a place: of each stance first, bodies before headings, no repeats."""
    seen: set[str] = set()
    unique = []
    for claim, each in sorted(rows, key=lambda row: (row[1].is_heading, _is_short(row[1]))):
        if claim not in seen and (each.refers_to or not is_anaphoric(each)):
            seen.add(claim)
            unique.append((claim, each))
    stances: set[Stance] = set()
    first: list[tuple[str, Assertion]] = []
    rest: list[tuple[str, Assertion]] = []
    for row in unique:
        (rest if row[1].stance in stances else first).append(row)
        stances.add(row[1].stance)
    return (first + rest)[:MOST_POSITIONS]


def _is_short(assertion: Assertion) -> bool:
    return len(assertion.text.split()) < FEWEST_WORDS


def _label(material: Material, assertions: Sequence[Assertion]) -> Fragment:
    """The state's name, proved by a place that names it beside its speaker; else the speaker."""
    for each in assertions:
        entity = material.entity(each.article, each.chain[-1].entity)
        if entity is None or not is_for_state(entity):
            continue
        state = material.country(each.article, entity.country)
        if state is not None:
            return named(material, each.article, state, near_of(material, each))
    return speaker(material, assertions[0])


def _position(material: Material, assertion: Assertion, actor: str) -> Fragment:
    """Write "denies: words (speaker, through X; outlet)"."""
    done = verb(material, assertion)
    shown = material.meant(assertion) if assertion.stance in TOWARDS else assertion
    who = speaker(material, assertion)
    inside = [who] if who.words != actor else []
    passed = through(material, assertion)
    where = outlet(material, assertion.article) if assertion.outlet else Fragment("")
    note = join(
        *inside, passed if inside else Fragment(passed.words.removeprefix(", "), *passed[1:])
    )
    note = join(note, where, between="; ")
    tail = join(" (", note, ")") if note.words else note
    return join(join(done, ": ") if done.words else "", content(material, shown), tail)


def _quote(material: Material, assertion: Assertion) -> Fragment:
    """A short quotation inside the content, in its marks."""
    text = material.text(assertion.article)
    for piece in assertion.span:
        match = _QUOTED.search(text, max(0, piece.start - 1), min(len(text), piece.end + 1))
        if match and len(match[0].split()) <= LONGEST_QUOTE:
            words = " ".join((match[1] or match[2]).split()).rstrip(",.")
            return Fragment(f"“{words}”", (Evidence(assertion.article, assertion.span),))
    return Fragment("")


def _firmness(rows: Sequence[tuple[str, Assertion]]) -> Fragment:
    """The degrees of firmness among some assertions, each once, bands first."""
    bands = [firmness(each) for _, each in rows if each.probability]
    order = list(Certainty)
    plain = sorted({each.certainty for _, each in rows if not each.probability}, key=order.index)
    words = [
        form("not committed") if each is Certainty.UNCOMMITTED else Fragment(each.value)
        for each in plain
    ]
    parts = {each.words: each for each in [*bands, *words]}
    return join(*parts.values(), between=" / ") if parts else form("–")
