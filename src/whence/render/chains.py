"""The assertions of a claim -> a tree from the first speakers down to the articles."""

from __future__ import annotations

from dataclasses import dataclass, field

from whence.ledger.claim import Assertion, Claim, Link
from whence.render.visible import one_line


@dataclass(slots=True)
class Branch:
    """A speaker or outlet, those it was passed on to, and what ends here.

    Attributes:
        cues: The words that lead to it, each once.
        role: "origin", "through" or "outlet"; an outlet that speaks for itself is "outlet".
        assertions: Those whose chain ends with this outlet, in the claim's order.
    """

    name: str | None
    role: str
    is_named: bool = True
    cues: list[str] = field(default_factory=list)
    branches: dict[tuple[str, ...], Branch] = field(default_factory=dict)
    assertions: list[Assertion] = field(default_factory=list)


def branches_of(claim: Claim) -> list[Branch]:
    """One branch for each first speaker, in the order of their first assertion.

    Below each, what came to an outlet directly stands before what was passed on.
    Unnamed speakers are put together only within an article: "officials" of two articles may
    or may not be the same.
    """
    root = Branch(None, "root")
    places: dict[tuple[str, ...], int] = {}
    for each in claim.assertions:
        places.setdefault(_origin_key(each), len(places))
    in_order = sorted(
        claim.assertions, key=lambda each: (places[_origin_key(each)], len(each.chain))
    )
    for assertion in in_order:
        chain = assertion.chain or (Link(assertion.outlet, None, None),)
        branch = root
        for at, link in enumerate(reversed(chain)):
            role = _role(at, len(chain))
            key = _key(link, role, assertion)
            if key not in branch.branches:
                is_named = assertion.is_named if at == 0 else link.name is not None
                branch.branches[key] = Branch(link.name, role, is_named)
            branch = branch.branches[key]
            if link.cue and link.cue not in branch.cues:
                branch.cues.append(link.cue)
        branch.assertions.append(assertion)
    return list(root.branches.values())


def cue_words(branch: Branch) -> str:
    """Its cues in quotation marks; nothing where it has none."""
    return ", ".join(f"“{one_line(cue)}”" for cue in branch.cues)


def _role(at: int, length: int) -> str:
    if at == length - 1:
        return "outlet"
    return "origin" if at == 0 else "through"


def _origin_key(assertion: Assertion) -> tuple[str, ...]:
    chain = assertion.chain or (Link(assertion.outlet, None, None),)
    return _key(chain[-1], _role(0, len(chain)), assertion)


def _key(link: Link, role: str, assertion: Assertion) -> tuple[str, ...]:
    name = (link.name or "").casefold()
    is_own = not name or (role == "origin" and not assertion.is_named)
    if is_own:
        return (role, name, assertion.article)
    return (role, link.entity or name)
