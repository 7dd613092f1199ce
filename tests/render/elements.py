"""A page -> its elements and words, read as a browser would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link"}


@dataclass
class Element:
    """One element; `start` and `end` count the characters of the page's words."""

    tag: str
    attributes: dict[str, str | None]
    start: int
    end: int = -1


@dataclass
class Page(HTMLParser):
    """The elements in order of opening, and the words outside of styles."""

    elements: list[Element] = field(default_factory=list)
    words: str = ""
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), len(self.words))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        element = self.open.pop()
        assert element.tag == tag, f"<{element.tag}> closed by </{tag}>"
        element.end = len(self.words)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].tag != "style":
            self.words += data

    def named(self, tag: str, **attributes: str) -> list[Element]:
        """Elements with this tag and these attributes (class_ for class)."""
        wanted = {key.strip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and wanted.items() <= element.attributes.items()
        ]

    def within(self, element: Element) -> str:
        """The words of an element."""
        return self.words[element.start : element.end]


def page_of(html: str) -> Page:
    """Parse a page; elements that are not closed in order fail."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open, f"never closed: {[element.tag for element in page.open]}"
    return page


def dense(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
