"""The counts behind the sentence at the top of the page."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.analysis.report import ClaimPair, Difference, Summary


def summarise(
    pairs: Sequence[ClaimPair], differences: Sequence[Difference], only_left: Sequence[str], only_right: Sequence[str]
) -> Summary:
    """Count pairs by tier, what only one side tells, and differences by kind and verdict."""
    kinds: dict[str, dict[str, int]] = {}
    for difference in differences:
        verdicts = kinds.setdefault(difference.kind, {})
        verdicts[difference.verdict] = verdicts.get(difference.verdict, 0) + 1
    matches = sum(pair.tier == "match" for pair in pairs)
    return Summary(matches, len(pairs) - matches, len(only_left), len(only_right), kinds)
