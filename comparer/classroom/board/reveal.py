"""Class, key and machine side by side, and where the machine may be the one that is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.classroom.board.tally import ItemTally, percent
from comparer.classroom.content import Choice, Item
from comparer.classroom.marking import mark_item

AT_LEAST = 2
"""Students that must have answered before it is said what most of them think."""
MAY_BE_WRONG = "The machine may be the one that is wrong here."


@dataclass(frozen=True, slots=True)
class Revealed:
    """One item at the reveal; each column is a list of words, empty for nothing."""

    tally: ItemTally
    of_class: tuple[Choice, ...]
    of_key: tuple[Choice, ...]
    of_machine: tuple[Choice, ...]
    with_key: int | None
    """Percent of the class that is with the key; None where nobody answered."""
    doubts: tuple[str, ...]
    """Why the machine, or the key, may be wrong: plain sentences."""


def reveal_item(tally: ItemTally) -> Revealed:
    """Set side by side what the class, the key and the machine say."""
    item = tally.item
    leaning = lean(item, tally.chosen)
    return Revealed(
        tally, _named(item, leaning), _named(item, item.key), _named(item, item.machine), _with(item, item.key, tally.chosen),
        tuple(_doubts(item, leaning, tally.chosen)),
    )  # fmt: skip


def lean(item: Item, chosen: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what the class as a whole says: the choice taken most, all that more than half marked, the mean order."""
    if not chosen or item.asked == "text":
        return ()
    if item.asked == "one":
        return max(Counter(chosen).items(), key=lambda one: one[1])[0]
    if item.asked == "many":
        marked = Counter(one for answer in chosen for one in answer)
        return tuple(one.id for one in item.choices if 2 * marked[one.id] > len(chosen))
    far = len(item.choices)
    places = {
        one.id: sum(answer.index(one.id) if one.id in answer else far for answer in chosen) for one in item.choices
    }
    return tuple(sorted(places, key=lambda one: places[one]))


def _named(item: Item, ids: Sequence[str]) -> tuple[Choice, ...]:
    choices = {choice.id: choice for choice in item.choices}
    return tuple(choices[one] for one in ids if one in choices)


def _with(item: Item, said: tuple[str, ...], chosen: Sequence[tuple[str, ...]]) -> int | None:
    """Percent of the class that says the same; where many or an order is asked, the mean of how near they come."""
    if item.asked == "text" or not chosen:
        return None
    asked = replace(item, key=said, near={})
    return percent(round(1000 * sum(mark_item(asked, answer) for answer in chosen)), 1000 * len(chosen))


def _doubts(item: Item, leaning: tuple[str, ...], chosen: Sequence[tuple[str, ...]]) -> list[str]:
    if not item.machine:
        return _key_in_doubt(item, leaning, chosen)
    corrected = _differ(item, item.key, item.machine)
    enough = len(chosen) >= AT_LEAST
    if item.asked == "many":
        doubts = ["Your teacher corrected the machine here."] if corrected else []
        doubts += _words_in_doubt(item, leaning) if enough else []
        return [" ".join([*doubts, MAY_BE_WRONG])] if doubts else []
    against = enough and _leans_away(item, item.machine, leaning, chosen)
    if corrected and against:
        return [f"Your teacher corrected the machine here, and most of the class sees it otherwise too. {MAY_BE_WRONG}"]
    if corrected:
        return [f"Your teacher corrected the machine here. {MAY_BE_WRONG}"]
    return [f"Most of the class disagrees with the machine. {MAY_BE_WRONG} Read the passages again."] if against else []


def _leans_away(item: Item, said: tuple[str, ...], leaning: tuple[str, ...], chosen: Sequence[tuple[str, ...]]) -> bool:
    """Whether most are not with what is `said`, and the answer taken most is another: a divided class leans nowhere."""
    share = _with(item, said, chosen)
    elsewhere = item.asked == "order" or not set(leaning) & set(said)
    return share is not None and share < 50 and elsewhere


def _key_in_doubt(item: Item, leaning: tuple[str, ...], chosen: Sequence[tuple[str, ...]]) -> list[str]:
    if len(chosen) < AT_LEAST or not _leans_away(item, item.key, leaning, chosen):
        return []
    return ["Most of the class is not with the key. Read the passages again: a key can be wrong too."]


def _differ(item: Item, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one != other if item.asked == "order" else set(one) != set(other)


def _words_in_doubt(item: Item, leaning: tuple[str, ...]) -> list[str]:
    """Where any number may be marked, the class may disagree about single words."""
    added = [_quote(one) for one in item.choices if one.id in leaning and one.id not in item.machine]
    left = [_quote(one) for one in item.choices if one.id in item.machine and one.id not in leaning]
    said = []
    if added:
        said.append(f"Most of the class marked {', '.join(added)}, which the machine did not.")
    if left:
        said.append(f"Most of the class did not mark {', '.join(left)}, which the machine did.")
    return said


def _quote(word: Choice) -> str:
    """A word of running text without the comma or full stop that follows it there."""
    return f"“{word.text.strip('.,;:!?') or word.text}”"
