"""What a comparison found, in one line for lists, in the words of the result page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from comparer.analysis.report import Report


def count_for_lists(report: Report) -> dict[str, Any]:
    """Return the report's own counts, and how many of the conflicts are only possible."""
    conflicts = [one for one in report.differences if one.verdict == "conflict"]
    return asdict(report.summary) | {"doubtful_conflicts": sum(one.sureness == "possible" for one in conflicts)}


def say_in_brief(counts: Mapping[str, Any]) -> str:
    """Return one line from what count_for_lists gave; counts kept before it told doubtful conflicts pass as sure."""
    return f"{_matches(counts['matches'], counts.get('possible', 0))}; {_conflicts(counts)}."


def _matches(matches: int, possible: int) -> str:
    if not matches:
        return f"No claim matches, {possible:,} may" if possible else "No claim matches"
    words = f"{matches:,} claim matches" if matches == 1 else f"{matches:,} claims match"
    return f"{words} and {possible:,} more may match" if possible else words


def _conflicts(counts: Mapping[str, Any]) -> str:
    conflicts: int = sum(verdicts.get("conflict", 0) for verdicts in counts["kinds"].values())
    doubtful: int = counts.get("doubtful_conflicts", 0)
    if not conflicts:
        return "nothing was found on which they disagree"
    if doubtful == conflicts:
        return f"they may disagree on {_points(doubtful)}"
    words = f"they disagree on {_points(conflicts - doubtful)}"
    return f"{words}, and may on {doubtful:,}" if doubtful else words


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{number:,} points"
