"""The lines of a brief -> numbered evidence, with links both ways between line and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.ledger.span import words_of
from whence.render.marks import Mark
from whence.render.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whence.ledger.article import Article
    from whence.ledger.brief import Brief, Evidence, Line
    from whence.ledger.reading import Reading

TITLE_LENGTH = 300
"""Characters of evidence, or of a line, shown where a pointer rests on a link."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter after a line: where it leads, and the words found there."""

    letter: str
    href: str
    words: str | None


class Citations:
    """What has been cited so far; lines are to be added in the order they are printed."""

    def __init__(self, brief: Brief, readings: Mapping[str, Reading]) -> None:
        self._places = {each.letter: at for at, each in enumerate(brief.references, start=1)}
        self._letters = {each.article: each.letter for each in brief.references}
        self._articles = {
            each.article: reading.article
            for each in brief.references
            if (reading := readings.get(each.article)) is not None
        }
        self._numbers: dict[Evidence, int] = {}
        self._lines: dict[int, list[tuple[str, str]]] = {}
        self._line_count = 0

    def article(self, article_id: str) -> Article | None:
        """The article, where it was read and has an entry among the references."""
        return self._articles.get(article_id)

    def is_cited(self, article_id: str) -> bool:
        """Whether a line so far rests on it."""
        return any(evidence.article == article_id for evidence in self._numbers)

    def add(self, line: Line) -> tuple[str, list[Letter]]:
        """The line's id on the page, and its letters: those printed, then others it rests on."""
        self._line_count += 1
        line_id = f"l{self._line_count}"
        numbers: dict[str, int] = {}
        words: dict[str, str] = {}
        for evidence in line.evidence:
            article, letter = self.article(evidence.article), self._letters.get(evidence.article)
            if article is None or letter is None or not evidence.span:
                continue
            number = self._numbers.setdefault(evidence, len(self._numbers) + 1)
            self._lines.setdefault(number, []).append((line_id, line.text))
            numbers.setdefault(letter, number)
            words.setdefault(letter, shortened(words_of(evidence.span, article.text), TITLE_LENGTH))
        letters = dict.fromkeys((*line.references, *numbers))
        return line_id, [
            Letter(one_line(each), self._href(each, numbers.get(each)), words.get(each))
            for each in letters
        ]

    def _href(self, letter: str, number: int | None) -> str:
        return f"#e{number}" if number else f"#r{self._places.get(letter, 0)}"

    def marks(self, article_id: str) -> list[Mark]:
        """The marks of all evidence in an article."""
        return [
            Mark(span, number, "evidence")
            for evidence, number in self._numbers.items()
            if evidence.article == article_id
            for span in evidence.span
        ]

    def last_spans(self) -> set[Mark]:
        """For each evidence the mark after which the way back stands."""
        return {
            Mark(evidence.span[-1], number, "evidence")
            for evidence, number in self._numbers.items()
        }

    def lines(self, number: int) -> list[tuple[str, str]]:
        """Ids and texts of the lines that rest on the evidence of this number."""
        lines = dict(self._lines[number])
        return [(line_id, shortened(text, TITLE_LENGTH)) for line_id, text in lines.items()]
