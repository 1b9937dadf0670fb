"""The filters: which marks show, and which kinds of them, with counts. It is the legend at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Kind
from comparer.comparisons.presenting.choice import Choice, Show
from comparer.comparisons.presenting.glossary import KINDS, Style
from comparer.comparisons.presenting.runs import RANK
from comparer.comparisons.presenting.shown import Item, choose
from comparer.comparisons.presenting.summary import counts_by_kind

SEGMENTS: dict[Show, tuple[str, str]] = {
    "main": ("What matters most", "Disagreements and the stronger differences in telling."),
    "conflict": ("Disagreements", "As written, both can’t be true."),
    "framing": ("Told differently", "Both may be true; they leave a different impression."),
    "only": ("Told by one", "What was found in one piece only."),
    "minor": ("Same after all", "They differ in form only, or time explains it."),
    "match": ("Matches", "What both pieces say."),
    "all": ("All differences", "Everything above except the matching claims."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    label: str
    meaning: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    kind: Kind
    label: str
    meaning: str
    count: int
    style: Style
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Bar:
    segments: tuple[Segment, ...]
    chips: tuple[Chip, ...]
    all_kinds: str | None
    """Link that takes the choice of kinds back, if there is one."""


def make_bar(items: Sequence[Item], choice: Choice) -> Bar:
    """Return the filters; each link changes one thing and leaves the card behind."""
    plain = Choice(show=choice.show, kinds=choice.kinds, view=choice.view, side=choice.side)
    segments = tuple(
        Segment(
            label,
            meaning,
            len(choose(items, Choice(show=show))),
            plain.address(show=show, kinds=()),
            chosen=show == choice.show or (show == "only" and choice.show in ("only_left", "only_right")),
        )
        for show, (label, meaning) in SEGMENTS.items()
    )
    return Bar(segments, _chips(items, plain), plain.address(kinds=()) if plain.kinds else None)


def _chips(items: Sequence[Item], plain: Choice) -> tuple[Chip, ...]:
    """One chip for each kind that the chosen marks hold; in the default choice, for what it would show of it."""
    counts = counts_by_kind(choose(items, Choice(show=plain.show)))
    return tuple(
        Chip(
            kind,
            term.label,
            term.meaning,
            counts[kind],
            _style(items, kind, plain),
            plain.address(kinds=plain.toggled(kind)),
            chosen=kind in plain.kinds,
        )
        for kind, term in KINDS.items()
        if counts[kind] or kind in plain.kinds
    )


def _style(items: Sequence[Item], kind: Kind, plain: Choice) -> Style:
    """The weightiest style among the chosen marks of this kind."""
    chosen = choose(items, Choice(show=plain.show, kinds=(kind,)))
    return min((item.style for item in chosen), key=RANK.__getitem__, default=KINDS[kind].style)
