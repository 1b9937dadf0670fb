"""What is nearly right for a key that a person corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comparer.classroom.content import Choice, Item, TaskKind
from comparer.classroom.making import label, loaded, speaker

KINDS_NEAR: Mapping[TaskKind, tuple[Mapping[str, Sequence[str]], float]] = {
    "label": ({str(kind): near for kind, near in label.NEAR.items()}, label.WORTH),
    "speaker": ({str(voice): near for voice, near in speaker.NEAR.items()}, speaker.WORTH),
}


def near_of(kind: TaskKind, item: Item, key: Sequence[str]) -> dict[str, float]:
    """Return the worth of what is nearly right beside this key: neighbours of words and of kinds; else as it was."""
    if kind == "loaded":
        return loaded.near_words(item.choices, frozenset(key))
    if kind in KINDS_NEAR:
        neighbours, worth = KINDS_NEAR[kind]
        return _among(item.choices, {near for one in key for near in neighbours.get(one, ())} - set(key), worth)
    return {one: worth for one, worth in item.near.items() if one not in key}


def _among(choices: Sequence[Choice], ids: set[str], worth: float) -> dict[str, float]:
    return {one.id: worth for one in choices if one.id in ids}


def say_worth(worth: float) -> str:
    """Return what nearly right earns, in words; "" for nothing."""
    known = {0.25: "a quarter", 0.5: "half", 0.75: "three quarters"}
    return known.get(worth, f"{worth:.0%} of the points") if worth > 0 else ""
