"""How surely two times, or two places, belong to one event: by what they are attached to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from comparer.analysis.attachment import GENERIC_VERBS
from comparer.analysis.kinship import shares_stem

Alike = Callable[[str, str], bool]
SURE, LIKELY, POSSIBLE = 2, 1, 0


class Attached(Protocol):
    """A time or a place with what happens then or there, from the governing word outwards, and who takes part."""

    @property
    def events(self) -> tuple[str, ...]: ...
    @property
    def about(self) -> tuple[str, ...]: ...


def event_bond(one: Attached, other: Attached, alike: Alike) -> int | None:
    """Return SURE for one event, LIKELY for events that share a part, POSSIBLE where others take part; None for no bond.

    "This happened in Orsa" is LIKELY of any event.
    """
    if not one.events or not other.events:
        return None
    if alike(one.events[0], other.events[0]):
        return _of_namesakes(one, other, alike)
    if _share(one.events, other.events, alike):
        return LIKELY
    return LIKELY if one.events[0] in GENERIC_VERBS or other.events[0] in GENERIC_VERBS else None


def _of_namesakes(one: Attached, other: Attached, alike: Alike) -> int:
    """Two prisons may be two: a shared word is one event if no one else takes part and it is told in one way."""
    if _strangers(one.about, other.about):
        return POSSIBLE
    ours, theirs = one.events[1:], other.events[1:]
    return LIKELY if ours and theirs and not _share(ours, theirs, alike) else SURE


def _share(ours: Sequence[str], theirs: Sequence[str], alike: Alike) -> bool:
    return any(alike(one, other) for one in _telling(ours) for other in _telling(theirs))


def _telling(events: Sequence[str]) -> list[str]:
    """The events that tell what happens: not "be", "take (place)" and the like."""
    return [event for event in events if event not in GENERIC_VERBS]


def _strangers(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Both sides name who takes part, and nobody is named by both."""
    return bool(ours) and bool(theirs) and not any(shares_stem(one, other) for one in ours for other in theirs)
