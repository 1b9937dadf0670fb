"""What a card says of corrections, and what it offers to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import ALLOWED, Action, Change, Target
from comparer.comparisons.corrections.deeds import say_deed
from comparer.comparisons.corrections.forms import TWO_SIDED
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.ranges import Claims
from comparer.comparisons.corrections.targets import find_words, target_of
from comparer.comparisons.presenting.glossary import KINDS, VERDICTS
from comparer.comparisons.presenting.sides import SIDES, Names


@dataclass(frozen=True, slots=True)
class Line:
    """One correction that stands; `number` leads to its undoing."""

    number: int
    words: str
    by: str
    when: datetime
    note: str = ""
    """The words of a note, to be edited."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Corrections of one mark, and what can be done to it. `options` are values with their labels."""

    mark: str
    target: str
    lines: tuple[Line, ...]
    is_out: bool
    is_consequence: bool
    """Nobody took the mark itself out: what it rests on was taken out."""
    actions: tuple[Action, ...]
    verdicts: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    now: tuple[str, ...]
    """The verdict and kind that a difference has now."""
    pair_with: str
    """For a claim told by one: query string of the page where it is paired, its sentence chosen already; else ""."""
    cut_at: tuple[tuple[str, str], ...]
    """Each piece whose claims it stands on, by name, with the paragraph where they are split and joined: left-3."""


def find_target(corrected: Corrected, mark: str) -> Target | None:
    """Return what the mark of a page stands for: a mark of the report, or a pair that people made."""
    if mark.startswith("m"):
        return next((change.target for change in corrected.said.get(mark, ()) if change.action == "pair"), None)
    return target_of(corrected.before, mark)


def show_standing(corrected: Corrected, mark: str, names: Names, *, reader: str) -> Standing | None:
    """Return what stands of a mark, as `reader` (a user's name, "" for others) sees it; None if there is no such mark."""
    target = find_target(corrected, mark)
    if target is None:
        return None
    said = corrected.said.get(mark, ())
    is_out = mark in corrected.taken_out
    two_sided = bool(target.left and target.right)
    allowed = ALLOWED[target.what] if not mark.startswith("m") else ("note",)
    return Standing(
        mark,
        target.key,
        say_lines(said, names, reader=reader),
        is_out,
        is_out and not any(change.action in ("reject", "unpair") for change in said),
        tuple(action for action in allowed if action != "verdict" or two_sided),
        tuple((one, names.fill(VERDICTS[one][0])) for one in TWO_SIDED),
        tuple((kind, term.label) for kind, term in KINDS.items()),
        _now(corrected, mark),
        _pair_with(corrected.before, mark) if target.what == "claim" else "",
        tuple(cut_at(corrected.before, target, names)),
    )


def _now(corrected: Corrected, mark: str) -> tuple[str, ...]:
    differences = (*corrected.report.differences, *corrected.before.differences)
    return next(((one.verdict, one.kind) for one in differences if one.id == mark), ())


def _pair_with(report: Report, mark: str) -> str:
    side, _, claim = mark.partition("-")
    reading = report.left if side == "left" else report.right
    number = reading.claim(claim).sentence
    is_alone = sum(one.sentence == number for one in reading.claims) == 1
    return f"{side}={number if is_alone else claim}#{side}-sentence-{number}"


def cut_at(report: Report, target: Target, names: Names) -> Iterator[tuple[str, str]]:
    """Yield each piece that holds the target's words, by name, with the paragraph of the first of them: left-3."""
    words = find_words(report, target)
    for side, reading, places in zip(SIDES, (report.left, report.right), words or ((), ()), strict=True):
        claims = Claims(reading).at(places) if places else ()
        if claims:
            yield names.of(side), f"{side}-{reading.claim(claims[0]).paragraph}"


def say_lines(changes: Iterable[Change], names: Names, *, reader: str) -> tuple[Line, ...]:
    """Return the changes in words; who made them is told to people with a name here only."""
    return tuple(
        Line(
            change.number,
            say_deed(change.action, change.value, names),
            say_who(change, reader),
            change.made_at,
            change.value if change.action == "note" else "",
        )
        for change in changes
    )


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did last: made a correction, or took it back."""

    who: str
    is_own: bool
    words: str
    when: datetime
    is_undoing: bool


def say_act(row: Correction | None, names: Names, *, reader: str) -> Act | None:
    """Return who made or took back the correction, what it is and when, as this user is told."""
    if row is None:
        return None
    person = row.undone_by if row.undone else row.made_by
    who = person.get_username() if person else "Somebody"
    is_own = who == reader
    return Act(
        "You" if is_own else who,
        is_own,
        say_deed(cast(Action, row.action), row.value, names),
        row.undone or row.made,
        bool(row.undone),
    )


def say_who(change: Change, reader: str) -> str:
    """Return "by you", "by ben, after ana"; "by a person" for a reader without a name here."""
    if not reader:
        return "by a person"
    by = "by you" if change.made_by == reader else f"by {change.made_by or 'somebody who left'}"
    return f"{by}, after {change.after}" if change.after not in ("", change.made_by) else by
