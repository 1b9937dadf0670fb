"""Changing a text while the record of its repairs keeps pointing at the right characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.analysis.report import Repair

UNREADABLE_WHY = "Garbled beyond repair; left as it came."


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in the making; `repairs` lie in it, in order."""

    text: str
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `after` in place of text[start:end]. An edit with a reason is recorded as a repair.

    `after` None leaves the text as it is and flags it as beyond repair.
    """

    start: int
    end: int
    after: str | None
    why: str | None = None


def apply_edits(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """Return the draft with all edits made; they come in order and do not overlap. Linear in the text."""
    if not edits:
        return draft
    pieces: list[str] = []
    landed: list[int] = []
    length = position = 0
    for edit in edits:
        put = _put(draft.text, edit)
        pieces += [draft.text[position : edit.start], put]
        length += edit.start - position
        landed.append(length)
        length += len(put)
        position = edit.end
    pieces.append(draft.text[position:])
    merged, absorbed = _befores(draft, edits)
    kept = [_moved(repair, edits, landed, draft.text) for i, repair in enumerate(draft.repairs) if i not in absorbed]
    fresh = [
        Repair(start, start + len(_put(draft.text, edit)), before, edit.after, edit.why)
        for edit, before, start in zip(edits, merged, landed, strict=True)
        if edit.why
    ]
    return Draft("".join(pieces), tuple(sorted(kept + fresh, key=lambda repair: (repair.start, repair.end))))


def replace_all(draft: Draft, pattern: re.Pattern[str], after: str, why: str | None = None) -> Draft:
    """Return the draft with each match of `pattern` replaced by the literal `after`."""
    return apply_edits(draft, [Edit(*match.span(), after, why) for match in pattern.finditer(draft.text)])


def _befores(draft: Draft, edits: Sequence[Edit]) -> tuple[list[str], set[int]]:
    """What stood at each edit when the text came in, and which earlier repairs the edits thereby take in."""
    befores: list[str] = []
    absorbed: set[int] = set()
    for edit in edits:
        before, position = "", edit.start
        for i in _inside(draft.repairs, edit) if edit.why else ():
            repair = draft.repairs[i]
            if repair.start >= position:
                before += draft.text[position : repair.start] + repair.before
                position = repair.end
                absorbed.add(i)
        befores.append(before + draft.text[position : edit.end])
    return befores, absorbed


def _inside(repairs: Sequence[Repair], edit: Edit) -> list[int]:
    first = bisect_left(repairs, edit.start, key=lambda repair: repair.start)
    last = bisect_right(repairs, edit.end, key=lambda repair: repair.start)
    return [i for i in range(first, last) if repairs[i].end <= edit.end]


def _moved(repair: Repair, edits: Sequence[Edit], landed: Sequence[int], text: str) -> Repair:
    """A repair cut into by an edit grows to cover all that was put there."""
    before = bisect_right(edits, repair.start, key=lambda edit: edit.start) - 1
    start = repair.start
    if before >= 0:
        edit = edits[before]
        inside = repair.start < edit.end
        start = landed[before] if inside else landed[before] + len(_put(text, edit)) + repair.start - edit.end
    last = bisect_left(edits, repair.end, key=lambda edit: edit.start) - 1
    end = repair.end
    if last >= 0:
        edit = edits[last]
        end = landed[last] + len(_put(text, edit)) + max(0, repair.end - edit.end)
    return replace(repair, start=start, end=max(start, end))


def _put(text: str, edit: Edit) -> str:
    return text[edit.start : edit.end] if edit.after is None else edit.after
