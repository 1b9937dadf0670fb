"""Numbers in words: what a figure leaves room for, and its unit."""

from __future__ import annotations

from comparer.analysis.report import Quantity

MILLION = 1_000_000
UNITS = {
    "": "", "count": "", "person": "people", "share": "percent", "USD": "US dollars", "EUR": "euros",
    "GBP": "pounds sterling", "foot": "feet", "inch": "inches", "age": "years old", "magnitude": "magnitude",
}  # fmt: skip
INVARIABLE = ("percent", "celsius", "fahrenheit", "hertz", "mph", "magnitude")


def say_bounds(quantity: Quantity) -> str:
    """Return what the words leave room for: "60 or more", "fewer than 20", "180 to 200", "64"."""
    low, high = (None if one is None else _say(one, quantity.unit) for one in (quantity.low, quantity.high))
    if low is not None and quantity.low == quantity.high:
        return low
    if high is None:
        return "" if low is None else f"{low} or more" if quantity.low_inclusive else f"more than {low}"
    if low is None or not quantity.low:
        return f"{high} or less" if quantity.high_inclusive else f"less than {high}"
    return f"{low} to {high}"


def leaves_room(quantity: Quantity) -> bool:
    """Whether the words allow more than one number."""
    return quantity.low != quantity.high


def _say(number: float, unit: str) -> str:
    return f"{say_number(100 * number)}%" if unit == "share" else say_number(number)


def say_number(number: float) -> str:
    """Return a number as people write it: "1,200", "3.5 million", "0.37"."""
    for name, size in (("trillion", MILLION**2), ("billion", MILLION * 1000), ("million", MILLION)):
        if abs(number) >= size:
            return f"{_plain(number / size)} {name}"
    return _plain(number)


def _plain(number: float) -> str:
    if abs(number) >= 1000 or number == int(number):
        return f"{number:,.0f}"
    return f"{number:.3g}"


def say_unit(quantity: Quantity) -> str:
    """Return the unit in the plural: "people", "cubic metres", "US dollars"; "" for things that are counted."""
    unit = quantity.unit
    if unit in UNITS:
        return UNITS[unit]
    if unit.isupper() or unit.endswith("s") or any(word in unit.lower() for word in INVARIABLE):
        return unit
    return f"{unit}s"
