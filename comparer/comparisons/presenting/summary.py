"""The result in one sentence whose parts are links: what matches, what disagrees, what is framed, what is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comparer.analysis.report import Kind, Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, Style
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names

MOST_NAMED = 6


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
        _matches(report, plain),
        _conflicts(items, plain),
        _framing(items, plain),
        _told_once(items, names, plain),
    ]
    parts: list[Part] = []
    for sentence in filter(None, sentences):
        parts += [Part(" ")] if parts else []
        parts += [*sentence, Part(".")]
    return tuple(parts)


def count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _matches(report: Report, plain: Choice) -> list[Part]:
    matches = sum(pair.tier == "match" for pair in report.pairs)
    possible = len(report.pairs) - matches
    if not report.pairs:
        return [Part("No claim of one piece was found in the other")]
    words = f"{count(matches, 'claim matches', 'claims match')}"
    if possible:
        words += f" and {possible:,} more may"
    return [Part(words, plain.address(show="match"), "match")]


def _conflicts(items: Iterable[Item], plain: Choice) -> list[Part]:
    kinds = Counter(item.kind for item in items if item.group == "conflict" and item.kind)
    if not kinds:
        return [Part("Nothing was found on which they disagree")]
    if len(kinds) > MOST_NAMED:
        total = kinds.total()
        return [Part(count(total, "detail disagrees", "details disagree"), plain.address(show="conflict"), "conflict")]
    links = [
        Part(
            count(kinds[kind], KINDS[kind].one, KINDS[kind].many),
            plain.address(show="conflict", kinds=(kind,)),
            "conflict",
        )
        for kind in KINDS
        if kind in kinds
    ]
    return [*_listed(links), Part(" disagrees" if kinds.total() == 1 else " disagree")]


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


def _told_once(items: Iterable[Item], names: Names, plain: Choice) -> list[Part]:
    claims = Counter(item.group for item in items if item.claim)
    left, right = claims["only_left"], claims["only_right"]
    if not left and not right:
        return [Part("Each piece tells all that the other tells")]
    parts = []
    if left:
        words = f"{count(left, 'claim is', 'claims are')} told only by {names.left}"
        parts.append(Part(words, plain.address(show="only_left"), "only"))
    if right:
        words = (
            f"{right:,} only by {names.right}"
            if left
            else f"{count(right, 'claim is', 'claims are')} told only by {names.right}"
        )
        parts.append(Part(words, plain.address(show="only_right"), "only"))
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
