"""The invented story's readings -> its claim and the brief that tests print."""

from __future__ import annotations

from dataclasses import replace

from tests.render.sample import (
    DENIAL,
    HALE,
    INNER,
    LOST,
    NORTHERN,
    POST,
    SMOKE,
    found,
)
from whence.ledger.article import Article
from whence.ledger.attribution import (
    Stance,
)
from whence.ledger.brief import (
    Brief,
    Computed,
    Evidence,
    Line,
    Reference,
    Section,
    StoryBrief,
)
from whence.ledger.claim import (
    Amount,
    Assertion,
    Claim,
    Conflict,
    Detail,
    Link,
    Origin,
    Status,
)
from whence.ledger.factuality import Certainty
from whence.ledger.story import Story


def _assertion(of: Article, words: str, *chain: Link, stance: Stance, id_: str) -> Assertion:
    return Assertion(
        article=of.id,
        attribution=id_,
        span=found(of.text, words),
        chain=(Link(of.outlet, None, None), *chain),
        stance=stance,
        degree=3.0,
        quantity=Amount(9000, None, "tonnes"),
        asserted_at="2031-03-05",
        outlet=of.outlet,
        text=words,
        basis="official_statement",
    )


_HALE_LINK = Link("Tomas Hale", HALE.id, "had told")
CLAIM = Claim(
    id="c1a1c1a1c1a1c1a1",
    story="57057057a1b2c3d4",
    text="at least 9,000 tonnes of wheat were lost",
    status=Status.DISPUTED,
    first_seen_at="2031-03-05",
    last_seen_at="2031-03-06",
    assertions=(
        _assertion(
            POST,
            LOST,
            Link("The Northern Courier", None, "reported"),
            _HALE_LINK,
            stance=Stance.ASSERTS,
            id_=INNER.id,
        ),
        _assertion(NORTHERN, LOST, _HALE_LINK, stance=Stance.ASSERTS, id_="a1"),
        _assertion(
            NORTHERN,
            "the store was overfilled",
            Link("Kestrel Grain", None, "denied"),
            stance=Stance.DENIES,
            id_=DENIAL.id,
        ),
        replace(
            _assertion(
                NORTHERN,
                "smoke above the northern silos",
                Link("officials", None, "said"),
                stance=Stance.ASSERTS,
                id_=SMOKE.id,
            ),
            is_named=False,
            certainty=Certainty.POSSIBLE,
            quantity=None,
        ),
        replace(
            _assertion(POST, "Up to 400 dock workers", stance=Stance.ASSERTS, id_="a2"),
            attribution=None,
            quantity=Amount(None, 400, "dock workers"),
            is_heading=True,
        ),
    ),
    origins=(
        Origin("Tomas Hale", HALE.id, is_named=True, assertion_count=2),
        Origin("Kestrel Grain", None, is_named=True, assertion_count=1),
        Origin("officials", None, is_named=False, assertion_count=1),
        Origin("Harbour Post", None, is_named=True, assertion_count=1),
    ),
    origin_count=3,
    origin_count_high=4,
    outlet_count=2,
    conflicts=(Conflict("c2", Detail.QUANTITY, "9,000 tonnes here, 4,000 tonnes there"),),
)
TITLES = {
    POST.id: f"Harbour Post, {POST.title}, 5 March 2031",
    NORTHERN.id: f"outlet unknown, {NORTHERN.title}, 5 March 2031",
}
STORY = Story(
    id="57057057a1b2c3d4",
    title="Fire at the Veldhaven grain terminal",
    articles=(POST.id, NORTHERN.id),
    first_seen_at="2031-03-05",
    last_seen_at="2031-03-06",
    entities=(HALE.id,),
    claim_count=7,
)


def _line(text: str, *evidence: tuple[Article, str], cells: tuple[str, ...] = ()) -> Line:
    letters = {POST.id: "A", NORTHERN.id: "B"}
    return Line(
        text=text,
        claims=(CLAIM.id,),
        evidence=tuple(Evidence(of.id, found(of.text, words)) for of, words in evidence),
        computed=(
            Computed("Harbour Post", "outlet"),
            Computed("Tomas Hale", "name", HALE.id),
        ),
        cells=cells,
        references=tuple(dict.fromkeys(letters[of.id] for of, _ in evidence)),
    )


_GLANCE = Section(
    "At a glance",
    (
        _line(
            "At least 9,000 tonnes of wheat were lost, says the minister Tomas Hale, through the"
            " Northern Courier. One origin, two outlets.",
            (POST, LOST),
            (NORTHERN, LOST),
        ),
        _line(
            "“Highly likely” that the fire began in a conveyor: the fire service (PHIA 80–90 %).",
            (POST, "It is highly likely that the fire began in a conveyor"),
        ),
        _line(
            "Kestrel Grain denies that the store was overfilled.",
            (NORTHERN, "Kestrel Grain, denied that the store was overfilled"),
        ),
    ),
)
_NUMBERS = Section(
    "Numbers",
    (
        _line(
            "wheat lost: ≥ 9,000 tonnes, T. Hale through the Northern Courier",
            (POST, "at least 9,000 tonnes of wheat"),
            cells=("wheat lost", "≥ 9,000 tonnes", "T. Hale", "Northern Courier"),
        ),
        _line(
            "wheat lost: ≥ 9,000 tonnes, T. Hale",
            (NORTHERN, "at least 9,000 tonnes of wheat"),
            cells=("the same", "≥ 9,000 tonnes", "T. Hale", "–"),
        ),
        _line(
            "dock workers sent home: ≤ 400, Harbour Post",
            (POST, "Up to 400 dock workers were sent home"),
            cells=("dock workers sent home", "≤ 400", "Harbour Post, in its own voice", "–"),
        ),
    ),
    ("what", "figure", "said by", "through"),
)
_POSITIONS = Section(
    "Who says what",
    (
        _line(
            "Harbour: nothing shipped before the weekend",
            (POST, "“Nothing will be shipped before the weekend,” harbour master Ilse Brandt said"),
            cells=(
                "Ilse Brandt (harbour master)",
                "asserts",
                "“Nothing will be shipped before the weekend”",
                "certain",
            ),
        ),
        _line(
            "Police: no comment",
            (POST, "Police declined to comment"),
            cells=("Police", "declines to comment", "–", "–"),
        ),
    ),
    ("actor", "position", "words", "firmness"),
)
REFERENCES = (
    Reference("A", POST.id, POST.outlet, POST.title, POST.published_at, POST.url, POST.path),
    Reference("B", NORTHERN.id, None, NORTHERN.title, NORTHERN.published_at, None, NORTHERN.path),
    Reference("C", "0" * 16, "Coast Mirror", POST.title, None, None, "mirror.jsonl#3", "A"),
)
BRIEF = Brief(
    article_count=3,
    outlet_count=3,
    not_read=("kaai.txt: in Dutch, which is not read.",),
    stories=(
        StoryBrief(
            story=STORY.id,
            title="Fire at the Veldhaven grain terminal",
            summary="3 articles, 3 outlets · latest dated statement 5 March 2031 · one origin"
            " for the loss",
            refused_count=1,
            sections=(_GLANCE, _NUMBERS, _POSITIONS),
        ),
    ),
    references=REFERENCES,
)
