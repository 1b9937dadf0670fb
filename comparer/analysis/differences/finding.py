"""What the comparers of each kind return: a difference that does not yet know its pair."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Excerpt, Kind, Slot, Sureness, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference inside a pair of passages.

    `explanation` speaks of "Left" and "Right" as its first words for the sides;
    pages put the outlets' names in their place. `verdict` is None where both
    say the same in the same words: a slot for the card and no difference.
    """

    kind: Kind
    verdict: Verdict | None
    left: tuple[Excerpt, ...]
    right: tuple[Excerpt, ...]
    explanation: str
    sureness: Sureness = "likely"
    slot: Slot | None = None
    confirmed: bool = False
    """The same named participant, or the same in both roles, shows that both sides mean one event."""
    close: bool = False
    """The two days lie so near to each other that one event may be told with either."""
