"""How right an answer is: closed tasks mark themselves, nearly right ones earn a part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comparer.classroom.content import Item, Task

Given = Mapping[str, Sequence[str]]
"""{item id: ids of what was chosen, in order; for reflections the words}."""


def mark_task(task: Task, given: Given) -> float | None:
    """Return the points for the answer, 0 to `task.points`; None for reflections, which a person marks.

    Each item counts alike. Items left out earn nothing.
    """
    closed = [item for item in task.items if item.asked != "text"]
    if not closed:
        return None
    shares = [mark_item(item, given.get(item.id, ())) for item in closed]
    return round(task.points * sum(shares) / len(shares), 4)


def mark_item(item: Item, chosen: Sequence[str]) -> float:
    """Return how right the choices are, 0 to 1.

    One choice: 1 if it is in the key, else its worth in `near`. Many: the worth
    of what was chosen less one for each wrong choice, through the number of right
    ones, never below 0. Order: the share of pairs that stand in the right order
    (Kendall's tau, scaled to 0 to 1).
    """
    if item.asked == "order":
        return _mark_order(item.key, chosen)
    known = {choice.id for choice in item.choices}
    valid = [choice for choice in dict.fromkeys(chosen) if choice in known]
    if item.asked == "one":
        return _worth(item, valid[0]) if valid else float(not item.key and not chosen)
    if not item.key:
        return float(not valid)
    wrong = sum(_worth(item, choice) == 0 for choice in valid)
    return max(0.0, min(1.0, (sum(_worth(item, choice) for choice in valid) - wrong) / len(item.key)))


def _worth(item: Item, choice: str) -> float:
    return 1.0 if choice in item.key else max(0.0, min(1.0, item.near.get(choice, 0.0)))


def _mark_order(key: Sequence[str], chosen: Sequence[str]) -> float:
    places = {choice: place for place, choice in reversed(list(enumerate(chosen)))}
    pairs = [(first, second) for n, first in enumerate(key) for second in key[n + 1 :]]
    if not pairs:
        return float(list(key) == list(chosen))
    right = sum(first in places and second in places and places[first] < places[second] for first, second in pairs)
    return right / len(pairs)
