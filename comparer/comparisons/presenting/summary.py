"""The result in one sentence whose parts are links: what matches, what disagrees, what is framed, what is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comparer.analysis.report import Kind, Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.copies import find_copied
from comparer.comparisons.presenting.glossary import KINDS, Style
from comparer.comparisons.presenting.shown import Item, sureness_of
from comparer.comparisons.presenting.sides import Names

ENOUGH_CLAIMS = 4
"""With fewer claims on one side, nothing follows from how many match."""
CLAIMS_TO_A_MATCH = 12
"""Below one match to so many claims of the shorter piece, they hardly tell of one event. Chosen by hand."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the sentence; with `href` a link that filters."""

    words: str
    href: str | None = None
    style: Style | None = None


def summarise(report: Report, items: Sequence[Item], names: Names, choice: Choice) -> tuple[Part, ...]:
    """Return the parts of the sentence, in order; they are joined without spaces."""
    plain = Choice(view=choice.view, side=choice.side)
    sentences = [
        _other_events(report, items),
        _matches(report, plain),
        _copied(report),
        _conflicts(items, plain),
        _framing(items, plain),
        _told_once(report, names, plain),
    ]
    parts: list[Part] = []
    for sentence in filter(None, sentences):
        parts += [Part(" ")] if parts else []
        parts += [*sentence, Part(".")]
    return tuple(parts)


def count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _other_events(report: Report, items: Iterable[Item]) -> list[Part]:
    """A warning where next to nothing matches: most often two texts that do not belong together."""
    shorter = min(len(report.left.claims), len(report.right.claims))
    matches = sum(pair.tier == "match" for pair in report.pairs)
    disagree = any(item.group == "conflict" and sureness_of(item) != "possible" for item in items)
    if disagree or shorter < ENOUGH_CLAIMS or matches * CLAIMS_TO_A_MATCH >= shorter:
        return []
    return [Part("The two pieces do not seem to be about one event")]


def _matches(report: Report, plain: Choice) -> list[Part]:
    matches = sum(pair.tier == "match" for pair in report.pairs)
    possible = len(report.pairs) - matches
    if not report.pairs:
        return [Part("No claim of one piece was found in the other")]
    words = count(matches, "claim matches", "claims match") if matches else "No claim matches"
    if possible:
        words += f" and {possible:,} more may match" if matches else f"; {possible:,} may"
    return [Part(words, plain.address(show="match"), "match")]


def _copied(report: Report) -> list[Part]:
    copied = len(find_copied(report).sentences)
    return (
        [Part(f"Both carry {copied:,} sentences word for word, so there one does not confirm the other")]
        if copied
        else []
    )


def _conflicts(items: Sequence[Item], plain: Choice) -> list[Part]:
    """They disagree on 2 numbers and 1 place, and may on 1 date."""
    conflicts = [item for item in items if item.group == "conflict"]
    if not conflicts:
        return [Part("Nothing was found on which they disagree")]
    known = _by_kind((item for item in conflicts if sureness_of(item) != "possible"), plain)
    doubtful = _by_kind((item for item in conflicts if sureness_of(item) == "possible"), plain)
    if not known:
        return [Part("They may disagree on "), *doubtful]
    return [Part("They disagree on "), *known, *([Part(", and may on "), *doubtful] if doubtful else [])]


def _by_kind(items: Iterable[Item], plain: Choice) -> list[Part]:
    kinds = Counter(item.kind for item in items if item.kind)
    links = [
        Part(count(kinds[kind], term.one, term.many), plain.address(show="conflict", kinds=(kind,)), "conflict")
        for kind, term in KINDS.items()
        if kind in kinds
    ]
    return _listed(links)


def _framing(items: Iterable[Item], plain: Choice) -> list[Part]:
    framed = sum(item.group == "framing" for item in items)
    if not framed:
        return []
    return [
        Part(
            count(framed, "detail is told differently", "details are told differently"),
            plain.address(show="framing"),
            "naming",
        )
    ]


def _told_once(report: Report, names: Names, plain: Choice) -> list[Part]:
    left, right = len(report.only_left), len(report.only_right)
    if not left and not right:
        return [Part("Each piece tells all that the other tells")]
    parts: list[Part] = []
    for number, name, show in ((left, names.said_left, "only_left"), (right, names.said_right, "only_right")):
        if number:
            words = f"{number:,}" if parts else count(number, "claim is told", "claims are told")
            parts.append(Part(f"{words} only by {name}", plain.address(show=show), "only"))
    return _listed(parts, last=", ")


def _listed(parts: Sequence[Part], last: str = " and ") -> list[Part]:
    """Put ", " between the parts and `last` before the last one."""
    listed: list[Part] = []
    for number, part in enumerate(parts):
        if number:
            listed.append(Part(last if number == len(parts) - 1 else ", "))
        listed.append(part)
    return listed


def counts_by_kind(items: Iterable[Item]) -> Counter[Kind]:
    return Counter(item.kind for item in items if item.kind)
