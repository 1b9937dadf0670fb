"""One question with its choices as a teacher's page sends it, laid over the question as it was. Nothing is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from comparer.classroom.content import Choice, Content, Item, Task, TaskKind
from comparer.classroom.making import label
from comparer.classroom.making.asking import SHARED, choices_of_all, passage
from comparer.classroom.making.faults import NONE_OF_THEM, find_faults
from comparer.classroom.making.nearly import near_of

LONGEST_SHOWN, LONGEST_WHY, LONGEST_CHOICE = 3_000, 1_500, 600
NEW_ROWS = 3
QUOTES = '“”"'
OWN = re.compile(r"o(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Row:
    """One choice as the page shows it."""

    id: str
    text: str
    is_right: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question being written. `item` is it as it would be kept where there are no `errors`."""

    kind: TaskKind
    item: Item
    rows: tuple[Row, ...]
    new: tuple[Row, ...] = ()
    before: tuple[Choice, ...] = ()
    """The choices that it had; other questions of the task with the same ones change along with it."""
    others: int = 0
    """How many other questions have these choices."""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_words(self) -> bool:
        return self.kind == "loaded"

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Kinds of difference that are no choice yet."""
        known = {row.id for row in self.rows}
        return (
            [(kind, words) for kind, words in label.LABELS.items() if kind not in known] if self.kind == "label" else []
        )


def read_question(
    content: Content, kind: TaskKind, task: Task | None, item: Item, sent: QueryDict | None = None
) -> Question:
    """Return the question with what was sent laid over it; `task` is None where it is the first of a new task."""
    known = task.item(item.id) or next((one for one in task.spare if one.id == item.id), None) if task else None
    before = known.choices if known else choices_of_all(task)
    others = _partners(task, item.id, before)
    start = Question(kind, item, tuple(_rows(item)), _blank(), before, len(others))
    return start if sent is None else _lay_over(content, start, others, sent)


def _rows(item: Item) -> Iterator[Row]:
    for one in item.choices:
        place = str(item.key.index(one.id) + 1) if item.asked == "order" and one.id in item.key else ""
        yield Row(one.id, one.text, one.id in item.key, place)


def _blank() -> tuple[Row, ...]:
    return tuple(Row(str(number), "") for number in range(1, NEW_ROWS + 1))


def _partners(task: Task | None, item_id: str, choices: tuple[Choice, ...]) -> list[Item]:
    if task is None or task.kind not in SHARED or not choices:
        return []
    return [one for one in (*task.items, *task.spare) if one.id != item_id and one.choices == choices]


def _lay_over(content: Content, start: Question, others: Sequence[Item], sent: QueryDict) -> Question:
    item, kind = start.item, start.kind
    rows = tuple(
        _typed(row, sent, f"text-{row.id}", f"place-{row.id}", "key", is_words=start.is_words) for row in start.rows
    )
    new = tuple(_typed(row, sent, f"new-{row.id}", f"newplace-{row.id}", "newkey") for row in start.new)
    shown = clean(sent.get("shown", ""), LONGEST_SHOWN, lines=True)
    why = clean(sent.get("why", ""), LONGEST_WHY, lines=True)
    asked = replace(item, shown=shown, why=why)
    if item.asked != "text":
        added = () if start.is_words else _added(content, start, new, sent)
        asked = _with_choices(kind, asked, [*(row for row in rows if row.text), *added])
    errors = dict(find_faults(asked, others, is_words=start.is_words))
    return replace(start, item=asked, rows=rows, new=new, errors=errors)


def clean(typed: str, longest: int, *, lines: bool = False) -> str:
    """Return what was typed as it is kept: no characters that belong to no text, not endless, one kind of blanks."""
    text = typed.replace("\0", "").replace("\r\n", "\n").strip()[:longest]
    return text if lines else " ".join(text.split())


def _typed(row: Row, sent: QueryDict, text: str, place: str, key: str, *, is_words: bool = False) -> Row:
    words = row.text if is_words else clean(sent.get(text, ""), LONGEST_CHOICE)
    return Row(row.id, words, row.id in sent.getlist(key), sent.get(place, "").strip()[:4])


def _added(content: Content, start: Question, new: Sequence[Row], sent: QueryDict) -> list[Row]:
    """Return the new choices under ids of their own; sentences and words of the texts under the ids of these."""
    kept: list[Row] = []
    wanted = sent.get("label", "")
    kept += [Row(kind, words, is_right=True) for kind, words in start.labels if kind == wanted]
    for row in new:
        if row.text:
            known = {one.id for one in (*start.rows, *kept)}
            choice = _choice_of(content, start, row.text, known)
            kept.append(replace(row, id=choice.id, text=choice.text))
    return kept


def _choice_of(content: Content, start: Question, text: str, known: set[str]) -> Choice:
    lines = {one.id: one for one in content.lines()}
    sentence = next((one for one in lines.values() if one.text == text and one.id not in known), None)
    if sentence and start.kind != "label":
        return Choice(sentence.id, text)
    holding = [lines[one] for one in start.item.lines if one in lines and text.strip(QUOTES) in lines[one].text]
    if start.kind == "disagree" and len(holding) == 1:
        at = next(number for number in range(1, 99) if f"{holding[0].id}-{number}" not in known)
        return passage(holding[0], at, text.strip(QUOTES))
    used = [int(found[1]) for one in (*known, *(choice.id for choice in start.before)) if (found := OWN.fullmatch(one))]
    return Choice(f"o{max(used, default=0) + 1}", text)


def _with_choices(kind: TaskKind, item: Item, rows: Sequence[Row]) -> Item:
    ordered = sorted(rows, key=lambda row: row.id in NONE_OF_THEM)
    choices = tuple(Choice(row.id, row.text) for row in ordered)
    ids = {one.id for one in choices}
    if item.asked == "order":
        key = tuple(row.id for row in sorted(ordered, key=lambda row: (len(row.place), row.place)))
        fits = sorted((row.place for row in ordered), key=int) if all(_is_place(row.place) for row in ordered) else []
        key = key if fits == [str(at) for at in range(1, len(ordered) + 1)] else ()
    else:
        key = tuple(row.id for row in ordered if row.is_right)
    near = item.near if set(key) == set(item.key) else near_of(kind, replace(item, choices=choices), key)
    machine = item.machine if set(item.machine) <= ids else ()
    lines = tuple(one.id for one in choices if one.id not in NONE_OF_THEM and not OWN.fullmatch(one.id))
    kept = lines if kind in ("missing", "sure") else item.lines
    return replace(item, choices=choices, key=key, near=only_among(near, ids), machine=machine, lines=kept)


def _is_place(written: str) -> bool:
    return written.isascii() and written.isdecimal()


def only_among(near: dict[str, float], ids: set[str]) -> dict[str, float]:
    """Return what is nearly right of the choices that there still are."""
    return {one: worth for one, worth in near.items() if one in ids}
