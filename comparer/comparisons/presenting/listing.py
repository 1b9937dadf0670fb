"""The list beside the texts: exactly the items whose marks show, grouped by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Report, Span
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, Style, verdict_words
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names, shorten

LONGEST_EXCERPT = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; `number` counts through the list and is the number of the printed note."""

    id: str
    number: int
    href: str
    style: Style
    left: str
    right: str
    verdict: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Section:
    label: str
    meaning: str
    entries: tuple[Entry, ...]


def make_list(
    report: Report, shown: Sequence[Item], names: Names, choice: Choice, *, after: int = 0
) -> tuple[Section, ...]:
    """Return the shown items under the headings of their kinds; matches and what is told once have their own.

    Lines are numbered from `after` on.
    """
    headed: dict[tuple[str, str], list[Item]] = {}
    for heading in _headings(names):
        headed[heading] = []
    for item in shown:
        headed[_heading(item, names)].append(item)
    sections: list[Section] = []
    number = after
    for (label, meaning), items in headed.items():
        if items:
            entries = tuple(_entry(report, item, number + at, names, choice) for at, item in enumerate(items, start=1))
            number += len(items)
            sections.append(Section(label, meaning, entries))
    return tuple(sections)


def _headings(names: Names) -> list[tuple[str, str]]:
    matches = [
        ("Matching claims", "Both pieces speak of this: they agree on it, or tell it differently."),
        ("Possible matches", "Each is the other’s nearest claim; they may speak of different things."),
    ]
    return [*((term.label, term.meaning) for term in KINDS.values()), *matches, *_told_headings(names)]


def _told_headings(names: Names) -> list[tuple[str, str]]:
    return [
        (f"Only in {names.said_left}", f"Nothing like it was found in {names.said_right}."),
        (f"Only in {names.said_right}", f"Nothing like it was found in {names.said_left}."),
    ]


def _heading(item: Item, names: Names) -> tuple[str, str]:
    if item.claim:
        return _told_headings(names)[item.group == "only_right"]
    if item.kind:
        return KINDS[item.kind].label, KINDS[item.kind].meaning
    return _headings(names)[len(KINDS) + (item.pair is not None and item.pair.tier == "possible")]


def _entry(report: Report, item: Item, number: int, names: Names, choice: Choice) -> Entry:
    one = item.difference
    verdict = verdict_words(one.verdict, one.sureness) if one and item.group in ("conflict", "minor") else ""
    return Entry(
        item.id,
        number,
        choice.address(card=item.id),
        item.style,
        excerpt(report.left.text, item.left),
        excerpt(report.right.text, item.right),
        verdict,
        names.name(one.explanation) if one else "",
    )


def excerpt(text: str, spans: Sequence[Span]) -> str:
    """Return the words at these places on one line, each once, cut short: "No … has been flooded"."""
    words = dict.fromkeys(text[span.start : span.end] for span in spans)
    return shorten(" … ".join(words), LONGEST_EXCERPT)
