"""An invented story in two articles -> the readings, claim and brief that tests print."""

from __future__ import annotations

from dataclasses import replace

from whence.ledger.article import Article, Block, BlockKind, article_id
from whence.ledger.attribution import (
    Attribution,
    Basis,
    Medium,
    Quotation,
    Stance,
    attribution_id,
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
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.factuality import Certainty, Polarity, Probability
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans
from whence.ledger.story import Story

HARBOUR = """Fire at Veldhaven grain terminal may halt exports
Up to 400 dock workers were sent home after Tuesday night's fire.
“Nothing will be shipped before the weekend,” harbour master Ilse Brandt said at a press briefing.
The Northern Courier reported that minister Tomas Hale had told parliament \
that at least 9,000 tonnes of wheat were lost.
It is highly likely that the fire began in a conveyor, according to the fire service.
Police declined to comment.
Sign up for our morning letter
"""

COURIER = """Minister: 9,000 tonnes of wheat lost at Veldhaven
Tomas Hale told parliament on Wednesday that at least 9,000 tonnes of wheat were lost.
The terminal's owner, Kestrel Grain, denied that the store was overfilled.
Satellite images show smoke above the northern silos, officials said.
"""


def found(text: str, *pieces: str) -> Spans:
    """The first place of each piece."""
    return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def article(text: str, outlet: str | None, published_at: str | None, url: str | None) -> Article:
    """Each line a block: the first the headline, a letter's pitch boilerplate."""
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADLINE
        kind = BlockKind.BOILERPLATE if line.startswith("Sign up") else kind
        blocks.append(Block(kind, start, start + len(line.rstrip())))
        start += len(line)
    title = text.splitlines()[0]
    return Article(
        id=article_id(outlet, url, title, text),
        path=f"{(outlet or 'unknown').lower()}.txt",
        url=url,
        outlet=outlet,
        title=title,
        authors=("R. Maas",),
        published_at=published_at,
        language="en",
        text=text,
        blocks=tuple(blocks),
    )


POST = article(HARBOUR, "Harbour Post", "2031-03-05", "https://harbour.example/fire?a=1&b=2")
NORTHERN = article(COURIER, None, "2031-03-05T18:00:00Z", None)

HALE = Entity(
    id=entity_id(EntityKind.PERSON, "Tomas Hale"),
    name="Tomas Hale",
    kind=EntityKind.PERSON,
    country=None,
    role="minister",
    sector="GOV",
    affiliation=None,
    mentions=found(HARBOUR, "Tomas Hale"),
)


def attribution(  # a builder names what it builds
    of: Article,
    source: str,
    cue: str,
    *content: str,
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.CERTAIN,
    probability: Probability | None = None,
    basis: Basis | None = None,
    within: str | None = None,
) -> Attribution:
    """An attribution at the first places of these words."""
    spans = [found(of.text, *pieces) for pieces in ((source,), (cue,), content)]
    return Attribution(
        id=attribution_id(of.id, *spans),
        source=spans[0],
        cue=spans[1],
        content=spans[2],
        quotation=Quotation.INDIRECT,
        within=within,
        entity=HALE.id if "Hale" in source else None,
        stance=stance,
        certainty=certainty,
        polarity=Polarity.POSITIVE,
        degree=3.0,
        probability=probability,
        basis=basis,
        medium=Medium.PRESS_BRIEFING if "Brandt" in source else None,
        said_at=None,
        is_named=source != "officials",
        score=0.9,
        reader="sample",
    )


_LOST = "at least 9,000 tonnes of wheat were lost"
OUTER = attribution(
    POST,
    "The Northern Courier",
    "reported",
    f"minister Tomas Hale had told parliament that {_LOST}",
    basis=Basis.MEDIA,
)
INNER = attribution(POST, "minister Tomas Hale", "had told", _LOST, within=OUTER.id)
BAND = Probability(0.8, 0.9, "PHIA", "highly likely")
LIKELY = attribution(
    POST,
    "the fire service",
    "according to",
    "It is highly likely that the fire began in a conveyor",
    certainty=Certainty.PROBABLE,
    probability=BAND,
    basis=Basis.OFFICIAL_STATEMENT,
)
BRIEFING = attribution(
    POST,
    "harbour master Ilse Brandt",
    "said",
    "“Nothing will be shipped before the weekend,”",
    basis=Basis.OFFICIAL_STATEMENT,
)
DENIAL = attribution(
    NORTHERN,
    "Kestrel Grain",
    "denied",
    "the store was overfilled",
    stance=Stance.DENIES,
)
SMOKE = attribution(
    NORTHERN,
    "officials",
    "said",
    "smoke above the northern silos",
    basis=Basis.IMAGERY,
)

POST_READING = Reading(
    path=POST.path or "-",
    article=POST,
    sentences=tuple(block.span for block in POST.blocks),
    entities=(HALE,),
    attributions=(BRIEFING, OUTER, INNER, LIKELY),
    quantities=(
        Quantity(
            found(HARBOUR, "at least 9,000 tonnes")[0],
            9000,
            None,
            is_approximate=False,
            unit="tonnes",
            of=None,
            attribution=INNER.id,
        ),
    ),
    notices=(Notice("no_date", None, "The article gives no date; pass one with --date."),),
)
NORTHERN_READING = Reading(
    path=NORTHERN.path or "-",
    article=NORTHERN,
    attributions=(DENIAL, SMOKE),
)
READINGS = {POST.id: POST_READING, NORTHERN.id: NORTHERN_READING}


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
            _LOST,
            Link("The Northern Courier", None, "reported"),
            _HALE_LINK,
            stance=Stance.ASSERTS,
            id_=INNER.id,
        ),
        _assertion(NORTHERN, _LOST, _HALE_LINK, stance=Stance.ASSERTS, id_="a1"),
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
            (POST, _LOST),
            (NORTHERN, _LOST),
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
