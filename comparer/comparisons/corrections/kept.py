"""The last few corrected reports of this process, so that filters on thousands of corrections answer at once."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.models import State


class Kept:
    """Holds at most `most` of them, the latest used; each only as long as corrections and report are the same."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._found: OrderedDict[int, tuple[State, str, Corrected]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._found)

    def get(self, comparison: int, state: State, report: str) -> Corrected | None:
        """Return what was kept for the comparison in this state and with this stored report."""
        with self._lock:
            found = self._found.get(comparison)
            if found is None or found[:2] != (state, report):
                return None
            self._found.move_to_end(comparison)
            return found[2]

    def put(self, comparison: int, state: State, report: str, corrected: Corrected) -> None:
        with self._lock:
            self._found[comparison] = state, report, corrected
            self._found.move_to_end(comparison)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
