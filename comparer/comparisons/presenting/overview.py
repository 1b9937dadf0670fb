"""The overview: where the passages of each pair stand in both texts, as a dot plot that needs no script.

Across runs the left text, down the right one; a dot is a pair, and looks as the weightiest of
its differences that show. What one piece has alone stands on that piece's edge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comparer.analysis.report import Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, Style, verdict_words
from comparer.comparisons.presenting.listing import excerpt
from comparer.comparisons.presenting.runs import RANK
from comparer.comparisons.presenting.shown import Item, sureness_of
from comparer.comparisons.presenting.sides import Names, Side

SIZE = 420.0
"""Width and height of the drawing."""
EDGE = 20.0
"""Room for what stands in one text only, and so that no dot is cut off."""

MANY = 300

SHAPES: dict[Style, str] = {
    "conflict": "M0-8 8 0 0 8-8 0Z",
    "naming": "M-6-6H6V6H-6Z",
    "attribution": "M0-7 7 5.5H-7Z",
    "certainty": "M0 7 7-5.5H-7Z",
    "wording": "M-3.5-6.5h7L7 0 3.5 6.5h-7L-7 0Z",
    "agency": "M-2.2-7h4.4v4.8H7v4.4H2.2V7h-4.4V2.2H-7v-4.4h4.8Z",
    "voice": "M0-6.5A6.5 6.5 0 0 1 0 6.5Z",
    "emphasis": "M-7-2.5H7v5H-7Z",
    "minor": "M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5ZM0-2.5A2.5 2.5 0 1 0 0 2.5 2.5 2.5 0 1 0 0-2.5Z",
    "match": "M0-3.2A3.2 3.2 0 1 1 0 3.2 3.2 3.2 0 1 1 0-3.2Z",
    "only": "M-1.5-5h3v10h-3Z",
}
"""Each style has a shape of its own, around 0,0: colour only helps."""
MEANINGS: dict[Style, str] = {
    "conflict": "They disagree",
    "naming": "Names and labels",
    "attribution": "Said, claimed, admitted",
    "certainty": "How certain",
    "wording": "Wording, quotations",
    "agency": "Who acts",
    "voice": "In whose voice",
    "emphasis": "Emphasis",
    "minor": "Same after all",
    "only": "Told by one",
    "match": "No difference shown",
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A link at x, y to the card `id`; `says` is what it means, in words."""

    id: str
    href: str
    style: Style
    shape: str
    x: float
    y: float
    turned: bool
    """Lies on its side: the stroke of a text's edge that runs down."""
    says: str


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend."""

    style: Style
    shape: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    dots: tuple[Dot, ...]
    """In the order of the left text, then of the right one; plain matches first, so that they lie below."""
    legend: tuple[Key, ...]
    said: str
    """What the drawing shows, in sentences."""
    size: float = SIZE

    @property
    def is_dense(self) -> bool:
        """So many dots that they must be smaller."""
        return len(self.dots) > MANY


def draw_overview(
    report: Report, items: Sequence[Item], shown: Sequence[Item], names: Names, choice: Choice
) -> Overview:
    """Return the drawing of all pairs of the report with the differences that show."""
    dots = sorted(_dots(report, items, shown, names, choice), key=lambda dot: (dot.style != "match", dot.x, dot.y))
    counts = {style: sum(dot.style == style for dot in dots) for style in MEANINGS}
    legend = tuple(Key(style, SHAPES[style], MEANINGS[style], number) for style, number in counts.items() if number)
    return Overview(tuple(dots), legend, _say(dots, names))


def _dots(report: Report, items: Sequence[Item], shown: Sequence[Item], names: Names, choice: Choice) -> Iterator[Dot]:
    of_pair: dict[str, list[Item]] = defaultdict(list)
    for item in shown:
        if item.difference and item.pair:
            of_pair[item.pair.id].append(item)
        elif item.group != "match":
            yield _dot(report, item, names, choice, ())
    for item in items:
        if item.group == "match":
            found = sorted(of_pair[item.id], key=lambda one: RANK[one.style])
            first = found[0] if found else item
            yield _dot(report, first, names, choice, found[1:], place=item)


def _dot(
    report: Report, item: Item, names: Names, choice: Choice, more: Sequence[Item], *, place: Item | None = None
) -> Dot:
    x, y = (_depth(report, place or item, side) for side in ("left", "right"))
    return Dot(
        item.id,
        choice.address(card=item.id),
        item.style,
        SHAPES["only" if x is None or y is None else item.style],
        SIZE - EDGE / 2 if x is None else _along(x),
        SIZE - EDGE / 2 if y is None else _along(y),
        turned=x is None,
        says=_say_dot(report, item, names, more),
    )


def _depth(report: Report, item: Item, side: Side) -> float | None:
    """How far into its text an item stands, from 0.0 to 1.0; None if it has no words there."""
    spans = item.spans(side)
    reading = report.left if side == "left" else report.right
    return spans[0].start / max(len(reading.text), 1) if spans else None


def _along(depth: float) -> float:
    return round(EDGE / 2 + depth * (SIZE - 2 * EDGE), 1)


def _say_dot(report: Report, item: Item, names: Names, more: Sequence[Item]) -> str:
    words = " against ".join(
        f"“{one}”" for one in (excerpt(report.left.text, item.left), excerpt(report.right.text, item.right)) if one
    )
    also = f" And {len(more)} more in the same passages." if more else ""
    return f"{_label(item, names)}: {words}.{also}"


def _label(item: Item, names: Names) -> str:
    if item.difference:
        verdict = verdict_words(item.difference.verdict, sureness_of(item))
        return f"{KINDS[item.difference.kind].label}, {names.fill(verdict)}"
    if item.pair:
        return "Match" if item.pair.tier == "match" else "Possible match"
    return f"Only in {names.said_left if item.left else names.said_right}"


def _say(dots: Iterable[Dot], names: Names) -> str:
    pairs = [dot for dot in dots if dot.x < SIZE - EDGE / 2 and dot.y < SIZE - EDGE / 2]
    if not pairs:
        return "Nothing was paired: there is no passage of one text with a counterpart in the other."
    near = sum(abs(dot.x - dot.y) < (SIZE - 2 * EDGE) * 0.15 for dot in pairs)
    share = "all" if near == len(pairs) else f"{near:,} of {len(pairs):,}"
    return (
        f"Across: {names.said_left}, from its first word to its last. Down: {names.said_right}. "
        f"On the dotted line both tell a thing at the same point; here {share} stand near it."
    )
