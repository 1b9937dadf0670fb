"""Calendar dates as page furniture writes them: in full, with a year."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
DATE = re.compile(
    rf"\b{_WEEKDAY}(?:{_MONTH.format(1)} (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format(2)},? (?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/](?P<m3>\d{2})[-/](?P<d3>\d{2}))(?:T(?=\d\d:))?",
    re.IGNORECASE,
)
IN_FIGURES = re.compile(r"\b\d{1,2} ?/ ?\d{1,2} ?/ ?\d{4}\b")
"""A date whose day and month nobody can tell apart: enough to know the line, not to read the date."""
TIME = re.compile(
    r"\b\d{1,2}(?:[:.]|: )\d{2}(?::\d{2})?Z?(?: ?[ap]\.? ?m\b\.?)?|\b\d{1,2} ?[ap]\.? ?m\b\.?"
    r"|\b(?:E[SD]?T|P[SD]?T|C[SD]?T|GMT|UTC|BST|CES?T|Z)\b(?:[+-]\d{1,4})?|[+-]\d\d:?\d\d\b",
    re.IGNORECASE,
)


def find_date(text: str) -> str | None:
    """Return the first full date in `text` in ISO form; None if there is none or no such day exists."""
    match = DATE.search(text)
    if match is None:
        return None
    year, month, day = (next(match[f"{part}{i}"] for i in (1, 2, 3) if match[f"{part}{i}"]) for part in "ymd")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
