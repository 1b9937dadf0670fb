"""The word lists that are at work now."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.compare import ENGINE
from comparer.analysis.lexicons import Change, Lexicons
from comparer.analysis.tools import change_lexicons
from comparer.library.lexicons.models import WordChange, WordVersion


@dataclass(frozen=True, slots=True)
class LiveWords:
    """`number` 0 and no changes: the lists as they ship with the project."""

    number: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def engine(self) -> str:
        """What a comparison made with them is of: "0.3.0", or "0.3.0+words.2" where the site has its own lists."""
        return f"{ENGINE}+words.{self.number}" if self.number else ENGINE

    @property
    def lexicons(self) -> Lexicons:
        return change_lexicons(self.changes)


def live_number() -> int:
    """Return the number of the version at work, 0 where the lists are as shipped."""
    return WordVersion.objects.values_list("number", flat=True).first() or 0


def live_words() -> LiveWords:
    """Return the version at work with its changes."""
    number = live_number()
    return LiveWords(number, WordChange.objects.at_work_in(number).as_changes() if number else ())


def engine_now() -> str:
    """Return what a comparison that is made now is of."""
    return LiveWords(live_number()).engine
