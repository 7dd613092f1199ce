"""Files, folders, sidecars and what the user gives become articles."""

from __future__ import annotations

import gzip
import io
import json
from typing import TYPE_CHECKING

import pytest

from whence.articles.files import Given, find_paths, load
from whence.articles.loaded import Loaded
from whence.ledger.article import Article, article_id

if TYPE_CHECKING:
    from pathlib import Path

BODY = (
    "The harbour board said on Monday that fares on all routes will rise by four per cent.\n\n"
    "“We have held them for six years,” its chairwoman, Lena Holm, said.\n"
)


def load_all(*paths: object, given: Given | None = None) -> list[Loaded]:
    return list(load([str(path) for path in paths], given or Given(), io.BytesIO()))


def article_of(path: Path, given: Given | None = None) -> Article:
    (found,) = load_all(path, given=given)
    assert found.article is not None
    return found.article


def write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def test_order_of_names_is_kept_and_folders_are_sorted(tmp_path: Path) -> None:
    """Files of a folder come sorted with its subfolders; hidden and unknown files do not come."""
    for name in (
        "in/b.txt",
        "in/a.md",
        "in/z/c.html",
        "in/.hidden.txt",
        "in/.git/x.txt",
        "in/d.py",
    ):
        write(tmp_path / name, BODY)
    write(tmp_path / "z.txt", BODY)

    found = [each.path for each in find_paths([str(tmp_path / "z.txt"), str(tmp_path / "in")])]

    assert [path.removeprefix(f"{tmp_path}/") for path in found] == [
        "z.txt",
        "in/a.md",
        "in/b.txt",
        "in/z/c.html",
    ]


def test_patterns(tmp_path: Path) -> None:
    """A pattern that the shell left alone is matched here, `**` in any depth."""
    for name in ("a.txt", "b.txt", "c.md", "in/d.txt", "in/[e].txt"):
        write(tmp_path / name, BODY)

    def names(pattern: str) -> list[str]:
        found = find_paths([str(tmp_path / pattern)])
        return [each.path.removeprefix(f"{tmp_path}/") for each in found]

    assert names("*.txt") == ["a.txt", "b.txt"]
    assert names("**/*.txt") == ["a.txt", "b.txt", "in/[e].txt", "in/d.txt"]
    assert names("in/[e].txt") == ["in/[e].txt"]


@pytest.mark.parametrize("name", ["a.json", "a.txt.json"])
def test_sidecar_tells_and_is_no_article(tmp_path: Path, name: str) -> None:
    """A sidecar fills in what it knows, and neither folder nor shell makes an article of it."""
    path = write(tmp_path / "a.txt", f"Ferry fares to rise\n\n{BODY}")
    sidecar = write(
        tmp_path / name,
        {"outlet": "Harbour Herald", "date": "2024-10-21", "authors": ["Ola Berg"], "url": "u:1"},
    )

    for paths in ([tmp_path], [path, sidecar], [sidecar, path]):
        (found,) = load_all(*paths)
        assert found.article is not None
        assert found.article.outlet == "Harbour Herald"
        assert found.article.published_at == "2024-10-21"
        assert found.article.authors == ("Ola Berg",)
        assert found.article.title == "Ferry fares to rise"


def test_sidecar_alone_names_its_article(tmp_path: Path) -> None:
    """A sidecar named without its article leads to it."""
    write(tmp_path / "a.txt", BODY)
    (found,) = load_all(write(tmp_path / "a.json", {"outlet": "Harbour Herald"}))

    assert found.article is None
    assert "a.txt" in found.notices[0].message


def test_broken_sidecar_is_told(tmp_path: Path) -> None:
    """The article is read without a sidecar that is no JSON."""
    write(tmp_path / "a.txt.json", "{broken")
    (found,) = load_all(write(tmp_path / "a.txt", BODY))

    assert found.article is not None
    assert [notice.kind for notice in found.notices] == ["bad_json"]


def test_json_beside_a_text_with_its_own_text_is_an_article(tmp_path: Path) -> None:
    """A JSON file that holds text is an article wherever it stands."""
    write(tmp_path / "a.txt", BODY)
    write(tmp_path / "a.json", {"outlet": "Harbour Herald", "text": BODY})

    found = load_all(tmp_path)

    assert [each.article.outlet for each in found if each.article] == ["Harbour Herald", None]


def test_user_wins_over_sidecar_and_file(tmp_path: Path) -> None:
    """What the user gives wins over the sidecar, the sidecar over the file."""
    path = write(tmp_path / "a.md", f"---\noutlet: In File\ndate: 2024-01-01\n---\n{BODY}")
    assert article_of(path).outlet == "In File"

    write(tmp_path / "a.json", {"outlet": "Beside"})
    assert article_of(path).outlet == "Beside"
    assert article_of(path).published_at == "2024-01-01"

    given = Given(outlet="Given", date="21 October 2024")
    assert article_of(path, given).outlet == "Given"
    assert article_of(path, given).published_at == "2024-10-21"


def test_id_does_not_count_the_path(tmp_path: Path) -> None:
    """The id is the hash of outlet, URL, title and text."""
    one = article_of(write(tmp_path / "a.txt", BODY))
    other = article_of(write(tmp_path / "b.txt", BODY))

    assert one.id == other.id == article_id(one.outlet, one.url, one.title, BODY)
    assert one.path != other.path


def test_front_matter_is_furniture(tmp_path: Path) -> None:
    """Front matter tells of the article and is marked as furniture of the file."""
    front = "---\ntitle: 'Fares to rise'\nauthor: Ola Berg, Lena Holm\ndate: 2024-10-21\n---\n"
    article = article_of(write(tmp_path / "a.md", f"{front}\n{BODY}"))

    assert article.title == "Fares to rise"
    assert article.authors == ("Ola Berg", "Lena Holm")
    assert article.published_at == "2024-10-21"
    assert [block.kind for block in article.blocks] == ["boilerplate", "paragraph", "paragraph"]


SHAPES = [
    pytest.param(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Fares to rise",
            "articleBody": BODY,
            "author": {"@type": "Person", "name": "Ola Berg"},
            "publisher": {"@type": "Organization", "name": "Harbour Herald"},
            "datePublished": "2024-10-21T10:42:00+02:00",
            "inLanguage": "en-GB",
            "url": "https://example.org/a",
        },
        "2024-10-21T08:42:00Z",
        id="schema.org",
    ),
    pytest.param(
        {
            "uri": "https://example.org/a",
            "headline": "Fares to rise",
            "body_text": BODY,
            "byline": "By Ola Berg",
            "versioncreated": "2024-10-21T08:42:00Z",
            "language": "en",
            "infosources": [{"name": "Harbour Herald"}],
            "pubstatus": "usable",
        },
        "2024-10-21T08:42:00Z",
        id="ninjs",
    ),
    pytest.param(
        {
            "title": "Fares to rise",
            "text": BODY,
            "authors": ["Ola Berg"],
            "published": "2024-10-21",
            "outlet": "Harbour Herald",
            "url": "https://example.org/a",
        },
        "2024-10-21",
        id="plain",
    ),
    pytest.param(
        {
            "title": "Fares to rise",
            "content": BODY,
            "author": "Ola Berg",
            "published_at": "Mon, 21 Oct 2024 10:42:00 +0200",
            "publisher": "Harbour Herald",
            "link": "https://example.org/a",
        },
        "2024-10-21T08:42:00Z",
        id="feed",
    ),
]


@pytest.mark.parametrize(("value", "published_at"), SHAPES)
@pytest.mark.parametrize("around", ["object", "list", "graph"])
def test_json_shapes(
    tmp_path: Path, value: dict[str, object], published_at: str, around: str
) -> None:
    """Each shape gives the same article, its text exactly the field."""
    graph = {"@graph": [{"@type": "WebSite", "name": "Herald"}, value]}
    wrapped = {"object": value, "list": [value], "graph": graph}[around]
    article = article_of(write(tmp_path / "a.json", wrapped))

    assert article.text == BODY
    assert article.title == "Fares to rise"
    assert article.outlet == "Harbour Herald"
    assert article.authors == ("Ola Berg",)
    assert article.published_at == published_at
    assert article.url == "https://example.org/a"
    assert article.language == "en"


def test_paths_of_several_articles(tmp_path: Path) -> None:
    """Articles of one file are numbered from one, zipped or not."""
    path = tmp_path / "a.jsonl.gz"
    lines = "".join(json.dumps({"text": f"{number}. {BODY}"}) + "\n" for number in range(3))
    path.write_bytes(gzip.compress(lines.encode()))

    assert [each.path for each in load_all(path)] == [f"{path}#{number}" for number in (1, 2, 3)]


def test_articles_come_one_at_a_time(tmp_path: Path) -> None:
    """The first article is there before the second file is looked at."""
    first, second = write(tmp_path / "a.txt", BODY), tmp_path / "b.txt"
    found = load([str(first), str(second)], Given(), io.BytesIO())
    assert next(found).article is not None

    write(second, BODY)
    assert next(found).article is not None


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Fares to rise - Herald</title>
<meta property="og:site_name" content="Harbour Herald"><meta name="author" content="Ola Berg">
<meta property="og:title" content="Fares to rise">
<meta property="article:published_time" content="2024-10-21T10:42:00+02:00">
<link rel="canonical" href="https://example.org/2024/10/21/fares"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Fares to rise</h1>
<p>The harbour board said on <b>Monday</b> that fares on all routes will rise by four per cent.</p>
<h2>What it costs</h2><ul><li>Four per cent for islanders</li><li>Nine for guests</li></ul>
<p>“We have held them for six years,” its chairwoman, Lena Holm, told the council of the island.</p>
</article><footer>© 2020</footer></body></html>"""


def test_page(tmp_path: Path) -> None:
    """A page gives its text on lines and what its head says."""
    article = article_of(write(tmp_path / "a.html", PAGE))

    assert article.title == "Fares to rise"
    assert article.outlet == "Harbour Herald"
    assert article.authors == ("Ola Berg",)
    assert article.published_at == "2024-10-21T08:42:00Z"
    assert article.url == "https://example.org/2024/10/21/fares"
    kinds = [str(block.kind) for block in article.blocks]
    assert kinds == ["headline", "paragraph", "heading", "bullet", "bullet", "paragraph"]
    assert "- Nine for guests" in article.text.split("\n")


def test_page_title_is_added_once(tmp_path: Path) -> None:
    """The title becomes the first line where the body does not begin with it."""
    article = article_of(write(tmp_path / "a.html", PAGE.replace("<h1>Fares to rise</h1>", "")))

    assert article.text.count("Fares to rise") == 1
    assert article.blocks[0].kind == "headline"


def test_page_without_date_has_none(tmp_path: Path) -> None:
    """A year in the footer, or today, is not taken for the day of publication."""
    page = PAGE.replace("article:published_time", "x").replace("/2024/10/21/", "/")
    assert article_of(write(tmp_path / "a.html", page)).published_at is None
