"""Blind mode: what gives an outlet away is hidden in the texts and questions until the reveal. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from comparer.classroom.content import Choice, Content, Item, Line, Piece, Task

HIDDEN = "[the newspaper]"
SHORTEST = 4
"""Shorter names are words of the language, too."""


def hide_outlets(content: Content) -> Content:
    """Return a blind exercise as students see it before the reveal; one that is not blind as it is."""
    names = [name for piece in (content.left, content.right) if (name := _bare(piece.outlet))]
    if not content.blind:
        return content
    hide = _hider(names)
    return replace(
        content,
        title=hide(content.title),
        intro=hide(content.intro),
        left=_hide_piece(content.left, hide),
        right=_hide_piece(content.right, hide),
        tasks=tuple(_hide_task(task, hide) for task in content.tasks),
        spare=(),
    )


def _bare(outlet: str) -> str:
    name = re.sub(r"^the\s+", "", outlet.strip(), flags=re.IGNORECASE)
    return name if len(name) >= SHORTEST else ""


def _hider(names: Sequence[str]) -> Callable[[str], str]:
    if not names:
        return str
    parts = [r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True)]
    pattern = re.compile(rf"(?<!\w)(?:the\s+)?(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
    return lambda words: pattern.sub(HIDDEN, words)


def _hide_piece(piece: Piece, hide: Callable[[str], str]) -> Piece:
    lines = tuple(Line(line.id, hide(line.text), line.paragraph) for line in piece.lines)
    return replace(piece, outlet="", title=hide(piece.title), lines=lines)


def _hide_task(task: Task, hide: Callable[[str], str]) -> Task:
    items = tuple(_hide_item(item, hide) for item in task.items)
    return replace(task, title=hide(task.title), instructions=hide(task.instructions), items=items, spare=())


def _hide_item(item: Item, hide: Callable[[str], str]) -> Item:
    return replace(item, shown=hide(item.shown), choices=_hide_choices(item.choices, hide), why=hide(item.why))


def _hide_choices(choices: tuple[Choice, ...], hide: Callable[[str], str]) -> tuple[Choice, ...]:
    """Hide names inside choices, and those that stand across choices where each is one word of a text."""
    if not any(" " in one.text for one in choices):
        words = hide("\n".join(one.text for one in choices)).split("\n")
        if len(words) != len(choices):
            return _hide_across(choices, hide)
    return tuple(Choice(one.id, hide(one.text)) for one in choices)


def _hide_across(choices: tuple[Choice, ...], hide: Callable[[str], str]) -> tuple[Choice, ...]:
    hidden: set[int] = set()
    for first in range(len(choices)):
        for last in range(first + 1, min(first + 7, len(choices) + 1)):
            words = " ".join(one.text for one in choices[first:last]).strip(".,;:“”’‘")
            if hide(words) == HIDDEN:
                hidden.update(range(first, last))
    return tuple(Choice(one.id, "[…]" if at in hidden else one.text) for at, one in enumerate(choices))
