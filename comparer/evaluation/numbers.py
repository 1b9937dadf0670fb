"""Numbers measured on EQUATE: how far the marks on numbers tell whether a sentence follows from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Reading, Report
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.equate import Inference, read_equate
from comparer.evaluation.tally import Share, Tally, figure
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of
from comparer.evaluation.untokenised import join_tokens

DEFINITION = (
    "Unit: a premise and a hypothesis from news, most with numbers. Both are compared as two articles. Decisions: the "
    "hypothesis is taken to follow if no number is marked conflict or update and every number of it fills a slot that "
    "is the same or compatible, or, where the marks say nothing of it, stands in the premise; share of pairs for which "
    "that is so just where the set says entailment. Marks alone: without the second half of that rule, so that every "
    "number must fill a slot. Conflicts: the pairs marked conflict in a number, against those that do not follow; most "
    "of these hold no contradiction, so only the precision tells. Tokens are joined to plain text first. Micro average "
    "over pairs; interval: 1,000 bootstrap draws of pairs. Floor: a hypothesis follows if all of its numbers, spelled "
    "ones too, stand in the premise."
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPELLED = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_VALUES = {word: str(value) for value, word in enumerate(_SPELLED)}
_LARGE = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen", "half"})
_FITS = frozenset({"same", "compatible"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the marks say of one pair: in all, by themselves, and whether there is a conflict among them."""

    item: Inference
    follows: bool
    marked_to_follow: bool
    conflict: bool


def evaluate_numbers(path: Path, half: Half, progress: Progress) -> Table:
    """Return accuracy on EQUATE's file or folder at `path`. BadDataError for others."""
    sets = {name: half_of(items, half) for name, items in read_equate(path).items()}
    tools, total, done = load_tools(), sum(map(len, sets.values())), 0
    outcomes: dict[str, list[Outcome]] = {}
    for name, items in sets.items():
        for item in items:
            progress(done, total)
            done += 1
            outcomes.setdefault(name, []).append(outcome_of(item, tools))
    counts = {f"{name} pairs": len(items) for name, items in sets.items()}
    counts["that follow"] = sum(item.entailed for items in sets.values() for item in items)
    figures = [one for name, found in outcomes.items() for one in _figures(name, found)]
    floor = {f"decisions, {name}": _floor(items) for name, items in sets.items()}
    return Table(DEFINITION, counts, figures, "value", floor=floor)


def outcome_of(item: Inference, tools: Tools) -> Outcome:
    """Compare premise and hypothesis, and read what the marks say."""
    premise, hypothesis = (
        read_article(join_tokens(text.split())[0], tools=tools) for text in (item.premise, item.hypothesis)
    )
    report = compare_readings(premise, hypothesis, lexicons=tools.lexicons)
    verdicts = {found.verdict for found in report.differences if found.kind == "number"}
    agrees = not verdicts & {"conflict", "update"}
    settled = _settled(report)
    silent = numbers_in(item.hypothesis) - {number for words in settled for number in numbers_in(words)}
    return Outcome(
        item,
        follows=agrees and silent <= numbers_in(item.premise),
        marked_to_follow=agrees and all(number in settled for number in _numbers(hypothesis)),
        conflict="conflict" in verdicts,
    )


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text as digits, commas left out: what the floor compares."""
    words = text.lower().split()
    found = {match.group().replace(",", "") for match in _NUMBER.finditer(text)}
    return frozenset(found | {_VALUES[word] for word in words if word in _VALUES} | (_LARGE & set(words)))


def _numbers(reading: Reading) -> Iterator[str]:
    """Yield the words of each number that the text gives ("a man" gives none)."""
    for number in reading.quantities:
        if number.form != "implied":
            yield reading.text[number.start : number.end]


def _settled(report: Report) -> set[str]:
    """Return the words of the right side that fill a slot which is the same or compatible."""
    return {slot.right for pair in report.pairs for slot in pair.slots if slot.right and slot.verdict in _FITS}


def _figures(name: str, outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    yield figure(f"decisions, {name}", [Share(int(one.follows == one.item.entailed), 1) for one in outcomes])
    marked = [Share(int(one.marked_to_follow == one.item.entailed), 1) for one in outcomes]
    yield figure(f"marks alone, {name}", marked)
    yield figure(f"conflicts, {name}", [_conflict(one) for one in outcomes])


def _conflict(one: Outcome) -> Tally:
    right = int(one.conflict and not one.item.entailed)
    return Tally(right, int(one.conflict), right, int(not one.item.entailed))


def _floor(items: Sequence[Inference]) -> float:
    right = sum((numbers_in(item.hypothesis) <= numbers_in(item.premise)) == item.entailed for item in items)
    return right / len(items)
