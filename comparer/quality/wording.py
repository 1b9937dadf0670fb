"""Figures in words: "77 in 100", "between 74 and 80", "six of ten"."""

from __future__ import annotations

from comparer.quality.measured import Figure
from comparer.quality.questions import Question, Unit

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ANNOTATORS = "two annotators"


def in_hundred(rate: float) -> int:
    """Return a rate as a whole number of a hundred, halves upwards."""
    return int(100 * rate + 0.5)


def of_ten(rate: float) -> str:
    """Return a rate as a number word: .58 is "six"."""
    return NUMBERS[int(10 * rate + 0.5)]


def value_words(figure: Figure, unit: Unit) -> str:
    number = in_hundred(figure.value)
    return f"{number} in 100" if unit == "share" else f"F1 {number}"


def interval_words(figure: Figure) -> str:
    """Return where the true value probably lies; "" where no interval was measured."""
    if figure.low is None or figure.high is None:
        return ""
    return f"between {in_hundred(figure.low)} and {in_hundred(figure.high)}"


def rate_words(figure: Figure, question: Question) -> str:
    """Return precision and recall as a sentence, where the figure has them."""
    if not question.made or figure.precision is None or figure.recall is None:
        return ""
    found, reached = in_hundred(figure.precision), in_hundred(figure.recall)
    return f"{found} in 100 of {question.made} are right; it finds {reached} in 100."


def others(floor: float | None, agreement: float | None) -> tuple[tuple[str, int], ...]:
    """Return who else reaches how much of a hundred, as far as it was measured."""
    named = (("simple method", floor), (ANNOTATORS, agreement))
    return tuple((name, in_hundred(rate)) for name, rate in named if rate is not None)


def all_in_words(figure: Figure, unit: Unit, floor: float | None, agreement: float | None) -> str:
    """Return what a drawing shows, for those who hear it."""
    parts = [value_words(figure, unit), interval_words(figure)]
    parts += [f"{name} {number}" for name, number in others(floor, agreement)]
    return ", ".join(part for part in parts if part)
