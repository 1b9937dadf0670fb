"""Figures in words: "77 in 100", "between 74 and 80", "3 of 5"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comparer.quality.measured import Figure
from comparer.quality.questions import Question, Unit

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ANNOTATORS = "two annotators"
FEWEST = 20
"""Of fewer cases no share of a hundred is told."""
FEWEST_FOR_RANGE = 10


def in_hundred(rate: float) -> int:
    """Return a rate as a whole number of a hundred, halves upwards."""
    return int(100 * rate + 0.5)


def value_words(figure: Figure, unit: Unit) -> str:
    """Return "77 in 100", or "3 of 5" where there are few cases; F1 by its name."""
    if unit == "share" and figure.cases is not None and figure.cases < FEWEST:
        return f"{int(figure.value * figure.cases + 0.5)} of {figure.cases}"
    number = in_hundred(figure.value)
    return f"{number} in 100" if unit == "share" else f"F1 {number}"


def interval_words(figure: Figure) -> str:
    """Return where the true value probably lies, or why no range is told; "" where none was measured.

    Drawing again from a few cases, or from cases that are all right, says nothing of others.
    """
    if figure.low is None or figure.high is None:
        return ""
    if not has_range(figure):
        return "none failed: no range" if figure.value == 1 else "too few for a range"
    return f"between {in_hundred(figure.low)} and {in_hundred(figure.high)}"


def has_range(figure: Figure) -> bool:
    """Whether the interval of a figure tells something."""
    many = figure.cases is None or figure.cases >= FEWEST_FOR_RANGE
    return many and figure.low is not None and figure.high is not None and figure.low < figure.high


def rate_words(figure: Figure, question: Question, counts: Mapping[str, int]) -> str:
    """Return precision and recall as a sentence, and false marks as another, as far as they are known."""
    sentences = []
    if question.made and figure.precision is not None and figure.recall is not None:
        found, reached = in_hundred(figure.precision), in_hundred(figure.recall)
        sentences.append(f"{found} in 100 of {question.made} are right; it finds {reached} in 100.")
    false = false_in_thousand(question, counts)
    if false is not None:
        sentences.append(f"In 1,000 words of plain report it marks {false:.1f} falsely.")
    return " ".join(sentences)


def false_in_thousand(question: Question, counts: Mapping[str, int]) -> float | None:
    """Return the false marks in a thousand words that should have none; None where they were not counted."""
    if question.false_marks is None:
        return None
    marks, words = (counts.get(name) for name in question.false_marks)
    return 1000 * marks / words if marks is not None and words else None


def others(floor: float | None, agreement: float | None, named: str) -> tuple[tuple[str, int], ...]:
    """Return who else reaches how much of a hundred, as far as it was measured; `named` is the floor's name."""
    rates = ((named, floor), (ANNOTATORS, agreement))
    return tuple((name, in_hundred(rate)) for name, rate in rates if rate is not None)


def all_in_words(figure: Figure, unit: Unit, beside: Iterable[tuple[str, int]]) -> str:
    """Return what a drawing shows, for those who hear it; `beside` is who else reaches how much."""
    parts = [value_words(figure, unit), interval_words(figure), *(f"{name} {number}" for name, number in beside)]
    return ", ".join(part for part in parts if part)
