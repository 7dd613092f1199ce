"""A story's material -> its part of a brief, with the lines that fail left out and counted."""

from __future__ import annotations

from whence.brief import differences, glance, grounds, numbers, open_questions, positions, timeline
from whence.brief.check import failures
from whence.brief.material import Material
from whence.ledger.brief import Line, Section, StoryBrief
from whence.text.counting import counted


def compose(material: Material) -> StoryBrief:
    """Every section that has a line that stands."""
    drafts: list[tuple[str, list[Line], tuple[str, ...]]] = [
        ("At a glance", glance.glance(material), ()),
        ("Numbers", numbers.numbers(material), numbers.COLUMNS),
        ("Who says what", positions.positions(material), positions.COLUMNS),
        ("Where the accounts differ", differences.differences(material), ()),
        ("On what it rests", grounds.grounds(material), ()),
        ("Timeline", timeline.timeline(material), ()),
        ("Still open", open_questions.open_questions(material), ()),
    ]
    sections, refused = [], 0
    for title, lines, columns in drafts:
        standing = [line for line in lines if not failures(line, material.readings)]
        refused += len(lines) - len(standing)
        if standing:
            sections.append(Section(title, tuple(standing), columns))
    return StoryBrief(
        story=material.story.id,
        title=material.story.title or "Without a title",
        summary=_summary(material),
        refused_count=refused,
        sections=tuple(sections),
        histories=material.histories,
    )


def _summary(material: Material) -> str:
    """Counts and dates, "2 articles, 2 outlets · 41 claims · 4 to 10 March 2025"."""
    story = material.story
    outlets = {
        article if material.outlet(article) == "outlet unknown" else material.outlet(article)
        for article in story.articles
    }
    parts = [
        f"{counted(len(story.articles), 'article')}, {counted(len(outlets), 'outlet')}",
        counted(len(material.claims), "claim"),
    ]
    if story.first_seen_at:
        days = (story.first_seen_at, story.last_seen_at or story.first_seen_at)
        parts.append(days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}")
    return " · ".join(parts)
