"""What the two pieces are called on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from comparer.analysis.report import Reading

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
LONGEST_NAME = 36
LONGEST_TITLE = 24
# Explanations speak of "left" and "right": where a sentence or half-sentence begins, or after one of these words.
# What stands between quotation marks is the articles' own.
QUOTED_OR_SIDE = re.compile(
    r"“[^”]*”|(?P<before>^|[.;:,] |\b(?:only|in|than|and|by|from|on|while|but) )(?P<side>left|right)\b(?!-)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Names:
    """`left` and `right` stand over the texts; sentences call a piece that has only a headline by its place."""

    left: str = "Left"
    right: str = "Right"
    by_place: tuple[Side, ...] = ()

    @property
    def said_left(self) -> str:
        return "the first piece" if "left" in self.by_place else self.left

    @property
    def said_right(self) -> str:
        return "the second piece" if "right" in self.by_place else self.right

    def of(self, side: Side) -> str:
        return self.left if side == "left" else self.right

    def other(self, side: Side) -> str:
        return self.right if side == "left" else self.left

    def fill(self, words: str) -> str:
        """Put the names into a phrase with {left} and {right}."""
        filled = words.replace("{left}", self.said_left).replace("{right}", self.said_right)
        return _begin(filled) if words.startswith("{") else filled

    def name(self, explanation: str) -> str:
        """Say "The Harbour Post says ..." where an explanation says "Left says ..."."""
        if (self.left, self.right) == ("Left", "Right"):
            return explanation
        return QUOTED_OR_SIDE.sub(self._put, explanation)

    def _put(self, found: re.Match[str]) -> str:
        side = found["side"]
        if not side:
            return found[0]
        name = self.said_left if side.lower() == "left" else self.said_right
        begins = found["before"] in ("", ". ")
        return found["before"] + (_begin(name) if begins else name)


def name_sides(left: Reading, right: Reading, *, left_name: str | None = None, right_name: str | None = None) -> Names:
    """Call each piece by the name given, else by its outlet, else by its title's beginning in quotes, else by its side.

    Two pieces never get the same name.
    """
    for use_outlets in (True, False):
        first = _name(left, left_name, "Left", use_outlet=use_outlets)
        second = _name(right, right_name, "Right", use_outlet=use_outlets)
        if first.casefold() != second.casefold():
            sides = zip(SIDES, (first, second), (left, right), strict=True)
            return Names(first, second, tuple(side for side, name, reading in sides if name == _headline(reading)))
    return Names()


def _name(reading: Reading, given: str | None, side: str, *, use_outlet: bool) -> str:
    known = next((name for name in map(shorten, (given, reading.outlet)) if name), "") if use_outlet else ""
    return known or _headline(reading) or side


def _headline(reading: Reading) -> str:
    title = shorten(reading.title, LONGEST_TITLE)
    return f"“{title}”" if title else ""


def _begin(words: str) -> str:
    """Outlets keep their own spelling ("eNews") where a sentence begins."""
    return f"The {words[4:]}" if words.startswith("the ") else words


def shorten(name: str | None, longest: int = LONGEST_NAME) -> str:
    """Put a name on one line and cut it between words at about `longest` characters."""
    name = " ".join((name or "").split())
    if len(name) <= longest:
        return name
    return name[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
