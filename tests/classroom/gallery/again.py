"""Asks the analysis of today about the ready exercises: `python -m tests.classroom.gallery.again [--write]`.

Prints each question whose key is not what the machine says, and with `--write` keeps what the machine says beside the
key. A key that differs is its author's own, and the pages say so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import django

django.setup()

from comparer.analysis.compare import compare_readings, read_article  # noqa: E402
from comparer.analysis.report import Reading, Span  # noqa: E402
from comparer.analysis.tools import Tools, load_tools  # noqa: E402
from comparer.classroom.content import Content, Item, Line, Piece, Task, TaskKind  # noqa: E402
from comparer.classroom.gallery.loading import FOLDER, read_gallery  # noqa: E402
from comparer.classroom.making import disagree, label, loaded, match, missing, speaker, sure  # noqa: E402
from comparer.classroom.making.files import write_file  # noqa: E402
from comparer.classroom.making.material import NONE, Material, Told  # noqa: E402


def read_piece(piece: Piece, tools: Tools) -> Reading:
    paragraphs = [
        " ".join(line.text for line in lines) for _, lines in groupby(piece.lines, key=lambda one: one.paragraph)
    ]
    raw = "\n\n".join([piece.title, *paragraphs])
    return read_article(raw, title=piece.title, outlet=piece.outlet, published=piece.published, tools=tools)


def material_of(content: Content, tools: Tools) -> Material:
    left, right = read_piece(content.left, tools), read_piece(content.right, tools)
    report = compare_readings(left, right, lexicons=tools.lexicons)
    material = Material(report, report)
    for told, piece in zip(material.sides, (content.left, content.right), strict=True):
        found = [(line.id, line.text) for line in told.by_sentence.values()]
        assert found == [(line.id, line.text) for line in piece.lines], (found, piece.title)
    return material


def machine_of(material: Material, task: Task, item: Item) -> tuple[str, ...]:
    """Return what the machine says of this question; () where it says nothing, or nothing clear."""
    return ASK[task.kind](material, item) if task.kind in ASK else item.key


def _told_of(material: Material, item: Item) -> tuple[Told, dict[str, Line]]:
    """Return the piece of the item's first sentence, and that piece's sentences."""
    told = material.told("left" if item.lines[0].startswith("l") else "right")
    return told, {line.id: line for line in told.by_sentence.values()}


def _match(material: Material, item: Item) -> tuple[str, ...]:
    _, lines = _told_of(material, item)
    said = match._partners(material, material.report, lines[item.lines[0]], "match")
    return tuple(one.id for one in item.choices if one.id in said) or (match.NOTHING.id,)


def _disagree(material: Material, item: Item) -> tuple[str, ...]:
    return disagree._key(disagree._conflicts(material.report.differences), _spans(material, item))


def _label(material: Material, item: Item) -> tuple[str, ...]:
    passages = material.passages(material.report.differences)
    return label._key([one for first, second, one in passages if (first.id, second.id) == item.lines], item.choices)


def _loaded(material: Material, item: Item) -> tuple[str, ...]:
    told, lines = _told_of(material, item)
    judging = loaded._judging(material, told)
    marked = {word for one in item.lines for word, _ in loaded._marked(told, lines[one], judging)}
    return tuple(one.id for one in item.choices if one.id in marked)


def _speaker(material: Material, item: Item) -> tuple[str, ...]:
    told, lines = _told_of(material, item)
    voice = speaker._voice(told, lines[item.lines[0]])
    return (voice,) if voice else ()


def _missing(material: Material, item: Item) -> tuple[str, ...]:
    told, lines = _told_of(material, item)
    only = missing._told_once(material.report, told.side)
    asked = [one.id for one in item.choices if one.id in lines]
    return tuple(one for one in asked if missing._is_alone(told, lines[one], only)) or (NONE.id,)


def _spans(material: Material, item: Item) -> list[tuple[str, str, Span]]:
    found: list[tuple[str, str, Span]] = []
    for told in material.sides:
        for number, line in told.by_sentence.items():
            start = told.reading.sentences[number].start
            for choice in item.choices:
                if choice.id.startswith(f"{line.id}-"):
                    at = line.text.index(choice.text.split("“")[1].split("”")[0])
                    end = at + len(choice.text.split("“")[1].split("”")[0])
                    found.append((choice.id, told.side, Span(start + at, start + end)))
    return found


def _order(material: Material, item: Item) -> tuple[str, ...]:
    levels = {line.id: sure.LEVELS.index(level) for told in material.sides for line, level in sure._levels(told)}
    known = [levels[one.id] for one in item.choices if one.id in levels]
    if len(known) < len(item.choices) or len(set(known)) < len(known):
        return ()
    return tuple(sorted((one.id for one in item.choices), key=lambda one: levels[one]))


ASK: dict[TaskKind, Callable[[Material, Item], tuple[str, ...]]] = {
    "match": _match,
    "disagree": _disagree,
    "label": _label,
    "loaded": _loaded,
    "speaker": _speaker,
    "missing": _missing,
    "sure": _order,
}


def ask_again(content: Content, tools: Tools) -> Content:
    """Return the exercise with what the machine says today."""
    material = material_of(content, tools)
    tasks = tuple(
        replace(task, items=tuple(replace(one, machine=machine_of(material, task, one)) for one in task.items))
        for task in content.tasks
    )
    return replace(content, tasks=tasks)


def main(*, writes: bool) -> None:
    tools = load_tools()
    for name, content in read_gallery():
        again = ask_again(content, tools)
        for task, old in zip(again.tasks, content.tasks, strict=True):
            for item, before in zip(task.items, old.items, strict=True):
                same = item.machine == item.key if item.asked == "order" else set(item.machine) == set(item.key)
                if item.asked != "text" and not same:
                    was = "" if item.machine == before.machine else f" (before: {before.machine})"
                    print(f"{name} {task.id} {task.kind} {item.id}: key {item.key}, machine {item.machine}{was}")
        if writes:
            (FOLDER / f"{name}.json").write_bytes(write_file(again))


if __name__ == "__main__":
    main(writes="--write" in sys.argv)
