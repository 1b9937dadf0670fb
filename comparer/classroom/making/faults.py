"""What is wrong with a question that a teacher writes, in sentences that say what to do. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from comparer.classroom.content import Item

MOST_CHOICES, MOST_WORDS = 14, 200
NONE_OF_THEM = frozenset({"none", "agree"})
"""Choices that say "nothing here": they stand last, and are not right beside another."""
NO_QUESTION = "Write what is asked."
TOO_FEW = "Leave at least two choices."
TOO_MANY = f"These are more than {MOST_CHOICES} choices. Leave some out."
TWICE = "Two choices say the same: “{text}”."
NO_KEY = "Tick at least one right answer."
NO_WORDS = "Mark at least one word."
TOO_MANY_WORDS = f"These sentences have more than {MOST_WORDS} words. Choose fewer of them."
NO_ORDER = "Give each sentence a place of its own, from 1 to {count}."
BOTH = "“{text}” can’t be right together with another choice."
IN_USE = "“{text}” is the only right answer of another question of this task, so it stays. Change that question first."


def find_faults(item: Item, others: Sequence[Item], *, is_words: bool) -> Iterator[tuple[str, str]]:
    """Yield where the page says what: ("choices", "Tick at least one right answer.").

    `others` are the questions that would get these choices, too; `is_words`: the choices are words of a text.
    """
    if not item.shown:
        yield "shown", NO_QUESTION
    if item.asked == "text":
        return
    fault = _fault_of_words(item) if is_words else _fault_of_choices(item, others)
    if fault:
        yield "choices", fault
    elif not item.key:
        no_order = NO_ORDER.format(count=len(item.choices))
        yield "choices", NO_WORDS if is_words else no_order if item.asked == "order" else NO_KEY
    elif item.asked == "many" and len(item.key) > 1 and (nothing := set(item.key) & NONE_OF_THEM):
        yield "choices", BOTH.format(text=next(one.text for one in item.choices if one.id in nothing))


def _fault_of_words(item: Item) -> str:
    return TOO_MANY_WORDS if len(item.choices) > MOST_WORDS else ""


def _fault_of_choices(item: Item, others: Sequence[Item]) -> str:
    texts = [one.text for one in item.choices]
    if len(texts) < 2:
        return TOO_FEW
    if len(texts) > MOST_CHOICES:
        return TOO_MANY
    twice = next((text for text in texts if texts.count(text) > 1), None)
    if twice:
        return TWICE.format(text=twice)
    ids = {one.id for one in item.choices}
    needed = {one.key[0] for one in others if not set(one.key) & ids}
    gone = next((one.text for one in chain.from_iterable(other.choices for other in others) if one.id in needed), None)
    return IN_USE.format(text=gone) if gone else ""
