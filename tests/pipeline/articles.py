"""Four short articles about a flood that never was, as whence reads files."""

from __future__ import annotations

from whence.articles.compose import compose
from whence.articles.told import Told
from whence.ledger.article import Article

HERALD = """Lakeside dam could break, mayor warns

LAKESIDE, Portugal — Up to 10,000 people could be evacuated if the dam above Lakeside breaks, \
Mayor Ana Lopes told the Financial Times on Monday.

“We have never seen the water so high,” Lopes said. “Nobody should stay in the valley.”

The environment ministry denied that the dam was unsafe. According to satellite images released \
by the water board, the lake has risen by 3 metres since May.

It remains unclear whether the old wall will hold.
"""

STAR = """Portugal flood: what we know

- Up to 10,000 people could be evacuated
- Ministry says the dam is safe

The mayor of Lakeside, Ana Lopes, said up to 10,000 people could be evacuated if the dam breaks.

Portugal’s environment minister, Rui Moss, said it was highly likely that the dam would hold. \
“There is no danger,” Moss said in an interview with Radio Norte.

The town is home to at least 25,000 people, officials said.

The water is still rising.
Stay away from the bridge. pic.example.com/a1
— Town of Lakeside 🌊 (@lakesidetown) May 4, 2031
"""

GAZETTE = """Dam above Lakeside breaks

The dam above Lakeside may break within two days, experts fear. At least 3,000 people have \
already left the valley, the water board reported, citing figures from the town hall.

Mayor Ana Lopes has criticised the ministry and called for more buses. The ministry declined to \
comment on her remarks.
"""

BREAD = """Bread prices rise again in Canada

The price of bread rose by 4 % in Canada last year, Statistics Canada said on Friday. Bakers in \
Toronto blamed the cost of wheat, and said that prices could rise further.
"""

KOREAN = (
    "호수의 물이 크게 불었다고 시장이 월요일 말했다. "
    "주민 수천 명이 마을을 떠났다고 관리들이 전했다."
)


def article(
    text: str,
    outlet: str | None = None,
    day: str | None = "2031-05-05",
    path: str = "a.txt",
) -> Article:
    """An article as a file of these words gives it."""
    return compose(path, text, Told(outlet=outlet, published_at=day))


def coverage() -> list[Article]:
    """The three about the flood, and one about bread."""
    return [
        article(HERALD, "Herald", "2031-05-05", "herald.txt"),
        article(STAR, "Star", "2031-05-05", "star.txt"),
        article(GAZETTE, "Gazette", "2031-05-06", "gazette.txt"),
        article(BREAD, "Herald", "2031-05-05", "bread.txt"),
    ]
