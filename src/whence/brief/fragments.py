"""Words with their evidence -> lines of a brief.

A fragment is a piece of a line that carries what proves it; a line is fragments joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from whence.brief.material import Material
from whence.brief.wording import PLAIN_CUES, STANCE_VERB, band_words, perceived_words
from whence.ledger.attribution import Basis, Quotation, Stance
from whence.ledger.brief import Computed, Evidence, Line
from whence.ledger.claim import Assertion, Link
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.factuality import Certainty, Probability
from whence.ledger.span import Span, hull, words_of

BY_THINGS = frozenset({Basis.IMAGERY, Basis.DOCUMENT})
"""Where the source is a thing ("satellite images from …"), its own words are printed."""

_POSSESSIVE = re.compile(r"^['’]s\s+")
LONGEST_LABEL = 2  # words of a cue that stands for nobody: "reportedly", "are fears"
NOUN_CUES = frozenset(
    {"pledge", "claim", "statement", "warning", "denial", "call", "vow", "promise", "demand"}
)


class Fragment(NamedTuple):
    """Some words of a line, where they stand, and what of them is computed."""

    words: str
    evidence: tuple[Evidence, ...] = ()
    computed: tuple[Computed, ...] = ()


def join(*parts: Fragment | str, between: str = "") -> Fragment:
    """Fragments one after the other; plain text is words of the form, in lower case."""
    pieces = [part if isinstance(part, Fragment) else Fragment(part) for part in parts]
    return Fragment(
        between.join(each.words for each in pieces if each.words),
        tuple(proof for each in pieces for proof in each.evidence),
        tuple(entry for each in pieces for entry in each.computed),
    )


def line_of(
    material: Material,
    fragment: Fragment,
    claims: Iterable[str],
    cells: Iterable[str] = (),
) -> Line:
    """A line with its evidence merged by article."""
    spans: dict[str, set[Span]] = {}
    for proof in fragment.evidence:
        spans.setdefault(proof.article, set()).update(proof.span)
    letters = sorted(
        {material.letters[article] for article in spans}, key=lambda each: (len(each), each)
    )
    return Line(
        text=fragment.words,
        claims=tuple(dict.fromkeys(claims)),
        evidence=tuple(
            Evidence(article, tuple(sorted(spans[article]))) for article in sorted(spans)
        ),
        computed=tuple(dict.fromkeys(fragment.computed)),
        cells=tuple(cells),
        references=tuple(letters),
    )


def content(material: Material, assertion: Assertion) -> Fragment:
    """The words of an assertion as the article has them, a quotation in its marks."""
    words = " ".join(assertion.text.split())
    attribution = material.attribution(assertion)
    if attribution is not None and attribution.quotation is Quotation.DIRECT:
        words = f"“{words}”"
    return Fragment(words, (Evidence(assertion.article, assertion.span),))


def outlet(material: Material, article: str) -> Fragment:
    """The outlet of an article."""
    words = material.outlet(article)
    return Fragment(words, (), (Computed(words, "outlet"),))


def count(words: str) -> Fragment:
    """A number of origins, outlets or articles, in words."""
    return Fragment(words, (), (Computed(words, "count"),))


def form(words: str) -> Fragment:
    """Words of the form itself."""
    return Fragment(words, (), (Computed(words, "heading"),))


def band(probability: Probability) -> Fragment:
    """An estimative band, "PHIA 80–90 %"; the words and their sense where no yardstick applies."""
    words = band_words(probability)
    if words is not None:
        return Fragment(words, (), (Computed(words, "band"),))
    printed, sense = f"“{probability.words}”", perceived_words(probability)
    if sense is None:
        return Fragment(printed)
    return Fragment(f"{printed}; {sense}", (), (Computed(sense, "band"),))


def named(material: Material, article: str, entity: Entity, near: Span) -> Fragment:
    """The name of an entity, proved by its mention nearest to some words."""
    mention = material.mention(entity, near)
    proof = (Evidence(article, (mention,)),) if mention else ()
    return Fragment(entity.name, proof, (Computed(entity.name, "name", entity.id),))


def link_name(material: Material, assertion: Assertion, link: Link) -> Fragment:
    """The name of one link of a chain that is not the outlet."""
    near = near_of(material, assertion)
    entity = material.entity(assertion.article, link.entity)
    if entity is not None:
        return named(material, assertion.article, entity, near)
    if link.name is None:
        return form("not named")
    sentence = material.sentence(assertion.article, near.start)
    around = hull([near, sentence]) if sentence else near
    return Fragment(link.name, (Evidence(assertion.article, (around,)),))


def near_of(material: Material, assertion: Assertion) -> Span:
    """Source, cue and content of an assertion, with everything between."""
    attribution = material.attribution(assertion)
    if attribution is None:
        return hull(assertion.span)
    return hull([*attribution.source, *attribution.cue, *attribution.content])


def speaker(material: Material, assertion: Assertion) -> Fragment:
    """Who an assertion ends at: the first speaker, or the outlet in its own voice.

    Where nobody is named, the words that say so: "reportedly", "fears".
    """
    attribution = material.attribution(assertion)
    if attribution is None:
        return outlet(material, assertion.article)
    if assertion.chain[-1].name is None:
        own = cue(material, assertion)
        return own if 0 < len(own.words.split()) <= LONGEST_LABEL else form("not named")
    entity = material.entity(assertion.article, assertion.chain[-1].entity)
    is_person = entity is not None and entity.kind is EntityKind.PERSON
    is_own = assertion.chain[-1].entity == attribution.entity and not is_person
    if is_own and attribution.basis in BY_THINGS and attribution.source:
        words = words_of(attribution.source, material.text(assertion.article))
        return Fragment(words, (Evidence(assertion.article, attribution.source),))
    return link_name(material, assertion, assertion.chain[-1])


def cue(material: Material, assertion: Assertion) -> Fragment:
    """The cue's own words; empty without one."""
    attribution = material.attribution(assertion)
    if attribution is None or not attribution.cue:
        return Fragment("")
    words = words_of(attribution.cue, material.text(assertion.article))
    return Fragment(words, (Evidence(assertion.article, attribution.cue),))


def verb(material: Material, assertion: Assertion) -> Fragment:
    """What a speaker does with a content: the cue as printed, where it follows the speaker.

    Empty for plain saying, which a colon stands for, and where the cue stands for the speaker.
    """
    attribution = material.attribution(assertion)
    if attribution is None or assertion.chain[-1].name is None:
        return Fragment("")
    own = cue(material, assertion)
    if own.words and assertion.chain[-1].cue != own.words:  # the speaker is another's, cited
        return Fragment("")
    follows = (
        attribution.source
        and attribution.cue
        and attribution.source[-1].end <= attribution.cue[0].start
    )
    if own.words and follows:
        is_plain = own.words.casefold() in PLAIN_CUES and assertion.stance is Stance.ASSERTS
        return Fragment("") if is_plain else own._replace(words=_POSSESSIVE.sub("", own.words))
    done = STANCE_VERB[assertion.stance]
    return form(done) if done else Fragment("")


def _stands_apart(words: str) -> bool:
    """Whether a cue is a participle or a noun, which no speaker's name leads into."""
    first = words.split(maxsplit=1)[0].casefold()
    return first.endswith("ing") or first in NOUN_CUES


def told(material: Material, assertion: Assertion) -> Fragment:
    """Write "speaker cue: words"."""
    done = verb(material, assertion)
    return join(
        speaker(material, assertion),
        join(", " if _stands_apart(done.words) else " ", done) if done.words else "",
        ": ",
        content(material, assertion),
        whole_evidence(material, assertion),
    )


def through(material: Material, assertion: Assertion) -> Fragment:
    """Those between the outlet and the first speaker, ", through X and Y"; may be empty."""
    middle = [link for link in assertion.chain[1:-1] if link.name]
    if not middle:
        return Fragment("")
    names = [link_name(material, assertion, link) for link in middle]
    return join(", through ", join(*names, between=", "))


def whole_evidence(material: Material, assertion: Assertion) -> Fragment:
    """No words, but source, cue and content as evidence."""
    return Fragment("", (Evidence(assertion.article, (near_of(material, assertion),)),))


def firmness(assertion: Assertion) -> Fragment:
    """How firmly: the band where there is one, else the certainty."""
    if assertion.probability is not None:
        return band(assertion.probability)
    if assertion.certainty is Certainty.UNCOMMITTED:
        return form("not committed")
    return Fragment(assertion.certainty.value)
