"""What is folded away unless the reader asks for it, and how much of it there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import Item


@dataclass(frozen=True, slots=True)
class Folded:
    """So many of one sort are not shown; `href` shows them."""

    words: str
    href: str


def count_folded(items: Iterable[Item], choice: Choice) -> tuple[Folded, ...]:
    """Return what the first view of a result leaves out; nothing where the reader chose a group or kinds."""
    if choice.show != "main" or choice.kinds:
        return ()
    items = tuple(items)
    told = sum(item.group in ("only_left", "only_right") for item in items)
    counts = (
        (sum(item.group == "minor" for item in items), "same after all", choice.address(show="minor")),
        (sum(not item.strong for item in items if item.group == "framing"), "weaker in telling", choice.address(show="framing")),
        (told, "told by one", choice.address(show="only")),
    )  # fmt: skip
    return tuple(Folded(f"{number:,} {words}", href) for number, words, href in counts if number)


def part_folded(shown: Sequence[Item], choice: Choice) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the shown items that are listed openly, and those whose lines are folded: among all, what differs in form only."""
    if choice.show != "all" or choice.kinds:
        return tuple(shown), ()
    return tuple(one for one in shown if one.group != "minor"), tuple(one for one in shown if one.group == "minor")
