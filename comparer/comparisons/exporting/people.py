"""What people did and wrote, apart from what the program found. Who they are does not leave the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.deeds import say_deed, say_target
from comparer.comparisons.exporting.export import Export

Sort = Literal["note", "correction", "taken_out", "orphaned"]
GONE = "Made on words or marks that are gone from the texts or the analysis as it is now. They are kept, and change nothing."
SECTIONS: dict[Sort, tuple[str, str]] = {
    "note": ("Notes", "What people wrote on the whole, on one piece or on passages."),
    "correction": (
        "Corrected by people",
        "Pairs, claims, passages and what is known of the pieces. All above follows it.",
    ),
    "taken_out": (
        "Taken out by people",
        "The program marked these; a person found them wrong, and they count no more.",
    ),
    "orphaned": ("Corrections without a place", GONE),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a person did or wrote."""

    sort: Sort
    words: str
    """What was done: "Marked wrong", "Note: Ask the ministry."."""
    about: str
    """What it was done to, in words."""
    mark: str
    """The id of the mark it is on; "" where it is on none."""
    made: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class Section:
    sort: Sort
    heading: str
    meaning: str
    remarks: tuple[Remark, ...]


def list_remarks(export: Export) -> tuple[Remark, ...]:
    """Return every correction and note that stands, each once, in the order in which they were made."""
    if export.corrected is None:
        return ()
    found = {remark.change.number: remark for remark in _remarks(export)}
    return tuple(found[number] for number in sorted(found))


def make_sections(export: Export, *, told: Collection[str]) -> tuple[Section, ...]:
    """Return the remarks by sort, less those on marks that `told` says are told where the mark is."""
    remarks = [one for one in list_remarks(export) if one.mark not in told or one.sort == "orphaned"]
    sections = (
        Section(sort, *SECTIONS[sort], tuple(one for one in remarks if one.sort == sort)) for sort in get_args(Sort)
    )
    return tuple(section for section in sections if section.remarks)


def _remarks(export: Export) -> Iterator[Remark]:
    corrected = export.corrected
    if corrected is None:
        return
    for change in corrected.orphaned:
        yield _remark(export, change, "orphaned")
    for change in corrected.beyond_marks:
        yield _remark(export, change, "note" if change.action == "note" else "correction")
    for mark, said in corrected.said.items():
        sort: Sort = "taken_out" if mark in corrected.taken_out else "correction"
        for change in said:
            yield _remark(export, change, "note" if change.action == "note" else sort, mark)


def _remark(export: Export, change: Change, sort: Sort, mark: str = "") -> Remark:
    words = say_deed(change.action, change.value, export.names)
    about = say_target(change.target, export.names, limit=export.limit)
    return Remark(sort, words, about, mark, change.made_at, change)
