"""Whose words a name is in, in words."""

from __future__ import annotations

from collections.abc import Iterable

from comparer.comparisons.ledgers.names import Called, Use

MOST_SPEAKERS = 3


def say_whose(called: Called) -> str:
    """Return "in its own voice", "3 in its own voice; in quotations of Mara Ostrel; in the account of the coastguard"; "" where it was not read."""
    own = sum(use.times for use in called.uses if use.whose == "own")
    quoted = [use for use in called.uses if use.whose == "quoted"]
    attributed = [use for use in called.uses if use.whose == "attributed"]
    parts = [
        f"{own} in its own voice" if own and own < called.times else "in its own voice" if own else "",
        f"in quotations of {_speakers(quoted)}" if quoted else "",
        f"in the account of {_speakers(attributed)}" if attributed else "",
    ]
    return "; ".join(filter(None, parts))


def _speakers(uses: Iterable[Use]) -> str:
    """Name three at most, and count the rest."""
    names = list(dict.fromkeys(use.speaker or "somebody" for use in uses))
    rest = len(names) - MOST_SPEAKERS
    if rest > 1:
        return f"{', '.join(names[:MOST_SPEAKERS])} and {rest} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
