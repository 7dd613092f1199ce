"""An invented story in two articles -> the readings that tests print."""

from __future__ import annotations

from whence.ledger.article import Article, Block, BlockKind, article_id
from whence.ledger.attribution import (
    Attribution,
    Basis,
    Medium,
    Quotation,
    Stance,
    attribution_id,
)
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.factuality import Certainty, Polarity, Probability
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans

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


LOST = "at least 9,000 tonnes of wheat were lost"
OUTER = attribution(
    POST,
    "The Northern Courier",
    "reported",
    f"minister Tomas Hale had told parliament that {LOST}",
    basis=Basis.MEDIA,
)
INNER = attribution(POST, "minister Tomas Hale", "had told", LOST, within=OUTER.id)
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
