"""Numbers and short forms that some program tore apart at their signs: "6. 1 - magnitude", "at 10: 57 a. m.", "didn ’ t"."""

from __future__ import annotations

import re

from comparer.analysis.text.edits import Draft, Edit, apply_edits

TORN_WHY = "A number or short form torn apart by spaces, put together again."

_FEWEST = 2
_HYPHEN_APART = re.compile(r"[A-Za-z\d] - [a-z\d]")
_HYPHEN = re.compile(r"[A-Za-z\d]-[a-z\d]")
_UNIT = (
    r" ?(?:-|%|[ap]\. ?m\b|k?m\b|bn\b|[GM]Hz|million|billion|trillion|per ?cent|magnitude|pounds|inch|feet|kilo|metres|"
    r"meters|miles|tons|tonnes|points|degrees|(?:after|earth)?(?:shock|quake)|tremor|temblor)"
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\Z")
_TORN = re.compile(
    r"(?<=\d)(?P<clock>: )(?=\d\d\b)"
    r"|(?<=\d)(?P<group>, )(?=\d{3}\b)"
    # a sentence may end and the next begin with a number, but hardly with one of a single digit
    rf"|(?<=\d)(?<!\d{{4}})(?P<point>\. )(?=\d(?!\d)|\d\d{_UNIT})"
    r"|(?<=\b[ap]\.)(?P<half> )(?=m\.)"
    r"|(?<=[a-z])(?P<mark> [’'] )(?=(?:t|s|re|ve|ll|d|m)\b)"
    r"|(?<=[A-Za-z]\.)(?P<comma> )(?=,)|(?<=\b[A-Z]\.)(?P<initials> )(?=[A-Z]\.)"
    r"|(?<=\d)(?P<hyphen> - )(?=[a-z\d])|(?<=\byear)(?P<age> - )(?=old)"
)


_MAGNITUDE = re.compile(
    r"\bmagnitude (?:of )?(?:at least |about |around )?\d(?P<of>\. )(?=\d(?!\d))|\b\d(?P<before>\. )(?=\d ?-? ?magnitude)",
    re.IGNORECASE,
)
"""What no sentence can mean otherwise, in whatever text."""


def join_torn_numbers(draft: Draft) -> Draft:
    """Return the draft with such numbers and short forms whole again, each recorded as a repair.

    Only in a text that shows the habit: hyphens stand between spaces in most
    compounds ("co - wrote"). In any other text "in 2029. 6 people" stays as it
    is, and only magnitudes are joined.
    """
    if not _is_torn(draft.text):
        return apply_edits(draft, [_joint(match, match.lastgroup) for match in _MAGNITUDE.finditer(draft.text)])
    return apply_edits(draft, [_joint(match) for match in _TORN.finditer(draft.text) if not _is_day(match)])


def _is_torn(text: str) -> bool:
    apart = sum(1 for _ in _HYPHEN_APART.finditer(text))
    return apart >= _FEWEST and apart > 2 * sum(1 for _ in _HYPHEN.finditer(text))


def _joint(match: re.Match[str], group: str | int | None = 0) -> Edit:
    return Edit(*match.span(group or 0), match[group or 0].strip(), TORN_WHY)


def _is_day(match: re.Match[str]) -> bool:
    """Tell "On June 7, 200 people", which has two numbers."""
    return (
        match["group"] is not None
        and _MONTH.search(match.string, max(0, match.start() - 20), match.start()) is not None
    )
