"""Outlet, authors, agency, date and language are found where the text is sure of them."""

from __future__ import annotations

import pytest

from whence.articles.blocks import mark_blocks
from whence.articles.bylines import agency_in, authors_in, outlet_in
from whence.articles.dates import date_in_address, date_in_text, read_date
from whence.articles.language import language_of

LEAD = (
    "The harbour board said on Monday that fares on all ferry routes will rise by four per cent "
    "in April, the first rise in six years."
)
END = "A decision on the night boat is expected before Easter, the board added in its statement."


def text_of(head: str, foot: str = "") -> str:
    return "\n".join(filter(None, ["Ferry fares to rise", head, LEAD, END, LEAD, foot]))


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("Harbour News Reporter", "Sign up for the Harbour News newsletter.", "Harbour News"),
        ("By FjordNews Staff", "Subscribe to the FjordNews Insider today.", "FjordNews"),
        ("", "© 2024 The Harbour Herald. All rights reserved.", "The Harbour Herald"),
        ("", "Copyright © 2024 The Washington Times, LLC.", "The Washington Times"),
        ("", "This article was originally published by The Guardian.", "The Guardian"),
        ("By Lena Holm, BBC Newsroom", "", None),
        ("Political Reporter", "", None),
        ("", "© 2024 Getty Images", None),
        ("", "© 2024 The Associated Press. All rights reserved.", None),
        ("By Lena Holm", "", None),
    ],
)
def test_outlet(head: str, foot: str, outlet: str | None) -> None:
    """Only sure signs name the outlet."""
    text = text_of(head, foot)
    assert outlet_in(text, mark_blocks(text)) == outlet


def test_dateline_of_an_outlet_that_is_no_agency() -> None:
    """CNN puts its own name into its datelines; Reuters' name is on its customers' pages too."""
    for lead, outlet in ((f"(CNN) {LEAD}", "CNN"), (f"OSLO (Reuters) - {LEAD}", None)):
        text = f"Fares to rise\n{lead}\n{END}"
        assert outlet_in(text, mark_blocks(text)) == outlet


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("By Lena Holm", ("Lena Holm",)),
        ("By Lena Holm and Ola Berg", ("Lena Holm", "Ola Berg")),
        ("By LENA HOLM, Political Correspondent", ("LENA HOLM",)),
        ("By Lena Holm, Ola Berg & Jan de Wit", ("Lena Holm", "Ola Berg", "Jan de Wit")),
        ("By Lena Holm in Oslo", ("Lena Holm",)),
        ("By Lena Holm | The Guardian", ("Lena Holm",)),
        ("By Reuters", ()),
        ("By Harbour News Staff", ()),
        ("", ()),
    ],
)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    """People of the byline, without places, roles and outlets."""
    text = text_of(head)
    assert authors_in(text, mark_blocks(text)) == authors


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Fares\nOSLO (Reuters) - {LEAD}\n{END}", "Reuters"),
        (f"Fares\nOSLO, Norway (AP) — {LEAD}\n{END}", "Associated Press"),
        (f"Fares\nOSLO, Oct 21 (AFP) - {LEAD}\n{END}", "Agence France-Presse"),
        (f"Fares\n(Xinhua) -- {LEAD}\n{END}", "Xinhua"),
        (text_of("By Reuters"), "Reuters"),
        (text_of("By Lena Holm, Associated Press"), "Associated Press"),
        (text_of("", "(Reporting by Lena Holm; Editing by Ola Berg)"), "Reuters"),
        (text_of("", "Source: Xinhua"), "Xinhua"),
        (text_of("", "The Associated Press contributed to this report."), None),
        (f"Fares\nThe state agency (KCNA) said so. {LEAD}\n{END}", None),
        (text_of("AP"), None),
        (text_of(""), None),
    ],
)
def test_agency(text: str, agency: str | None) -> None:
    """The agency whose copy the text says it is."""
    assert agency_in(text, mark_blocks(text)) == agency


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-10-21", "2024-10-21"),
        ("20241021", "2024-10-21"),
        ("2024-10-21T10:42:00Z", "2024-10-21T10:42:00Z"),
        ("2024-10-21T10:42:00+02:00", "2024-10-21T08:42:00Z"),
        ("2024-10-21 10:42:00", "2024-10-21"),
        ("Mon, 21 Oct 2024 10:42:00 GMT", "2024-10-21T10:42:00Z"),
        ("October 21, 2024", "2024-10-21"),
        ("Oct. 21st, 2024", "2024-10-21"),
        ("21 October 2024", "2024-10-21"),
        ("Monday 21st of October 2024 at 10:42", "2024-10-21"),
        ("21/10/2024", "2024-10-21"),
        ("10/21/2024", "2024-10-21"),
        ("04/03/2024", None),
        ("31 February 2024", None),
        ("October 2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_read_date(words: str, iso: str | None) -> None:
    """A day is read where it can be read in one way only."""
    assert read_date(words) == iso


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (text_of("21 October 2024"), "2024-10-21"),
        (text_of("Published: 21 October 2024 10:42 GMT"), "2024-10-21"),
        (text_of("By Lena Holm | October 21, 2024"), "2024-10-21"),
        (text_of("Updated October 22, 2024\nPublished October 21, 2024"), "2024-10-21"),
        (text_of("", "First published on 21 October 2024"), "2024-10-21"),
        (f"Fares\nOSLO, Oct. 21, 2024 (AP) — {LEAD}\n{END}", "2024-10-21"),
        (f"Fares\nOSLO, Oct 21 (AP) — {LEAD}\n{END}", None),
        (f"Fares\n{LEAD}\nSorry.\n— Board (@board) October 21, 2024\n{END}", None),
        (f"Fares\n{LEAD} It was signed on 21 October 2024.\n{END}", None),
        (text_of("", "© 2024 The Harbour Herald"), None),
    ],
)
def test_date_in_text(text: str, day: str | None) -> None:
    """The page's own date is the article's; a post's or a sentence's is not."""
    assert date_in_text(text, mark_blocks(text)) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/10/21/fares", "2024-10-21"),
        ("https://example.org/world/2024/oct/21/fares", "2024-10-21"),
        ("https://example.org/2024-10-21/fares", "2024-10-21"),
        ("https://example.org/2024/13/21/fares", None),
        ("https://example.org/fares-2024", None),
    ],
)
def test_date_in_address(url: str, day: str | None) -> None:
    """Many outlets put the day into the address."""
    assert date_in_address(url) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{LEAD} {END}", "en"),
        ("Ferry fares to rise", None),
        ("부산항 여객선 요금이 오른다", "ko"),
        ("フェリーの料金が四月に上がると港湾局は月曜日に発表した。", "ja"),
        ("港务局周一表示，渡轮票价将于四月上涨。", "zh"),
        (
            (
                "Le conseil du port a annoncé lundi que les tarifs de toutes les lignes de ferry "
                "augmenteront de quatre pour cent en avril, ce qui a surpris les habitants."
            ),
            "fr",
        ),
        (
            (
                "Портовый совет сообщил в понедельник, что плата за проезд на всех паромах "
                "вырастет на четыре процента в апреле, и жители острова этим недовольны."
            ),
            "ru",
        ),
        ("12345 !!!", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    """The language of a text that is long enough, or whose script tells it."""
    assert language_of(text) == code
