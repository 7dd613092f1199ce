"""Assertions with a basis -> "On what it rests"."""

from __future__ import annotations

from whence.brief.choose import is_anaphoric
from whence.brief.fragments import Fragment, form, join, line_of, speaker, told, whole_evidence
from whence.brief.glance import in_outlet
from whence.brief.material import Material
from whence.brief.wording import BASIS_WORDS
from whence.ledger.attribution import Basis
from whence.ledger.brief import Line
from whence.ledger.claim import Assertion

SHOWN_WHOLE = (Basis.IMAGERY, Basis.INTELLIGENCE, Basis.DOCUMENT, Basis.EYEWITNESS)
"""Evidence that is told with what it shows; of the rest only who spoke is listed."""

MOST_SHOWN, MOST_NAMED = 4, 12


def grounds(material: Material) -> list[Line]:
    """One line for each kind of evidence that the articles name."""
    lines = []
    for basis in Basis:
        rows = [
            (claim.id, each)
            for claim in material.claims
            for each in claim.assertions
            if each.basis == basis and not is_anaphoric(each) and not each.copied_from
        ]
        if not rows:
            continue
        is_whole = basis in SHOWN_WHOLE
        parts = _unique(
            [(_told if is_whole else _named)(material, each) for _, each in rows],
            MOST_SHOWN if is_whole else MOST_NAMED,
        )
        fragment = join(form(f"{BASIS_WORDS[basis]}:"), " ", join(*parts, between="; "))
        lines.append(line_of(material, fragment, [claim for claim, _ in rows]))
    return lines


def _told(material: Material, assertion: Assertion) -> Fragment:
    return join(told(material, assertion), in_outlet(material, assertion))


def _named(material: Material, assertion: Assertion) -> Fragment:
    return join(
        speaker(material, assertion),
        in_outlet(material, assertion),
        whole_evidence(material, assertion),
    )


def _unique(parts: list[Fragment], most: int) -> list[Fragment]:
    """Fragments with different words, at most so many."""
    return list({part.words: part for part in reversed(parts)}.values())[::-1][:most]
