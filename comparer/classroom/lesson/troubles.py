"""What keeps a student or a teacher from doing something, in a plain sentence for them."""

from __future__ import annotations

from collections.abc import Sequence


class LessonError(ValueError):
    """Nothing was changed. `str()` is a sentence that says what to do; `suggestions` are names that are free."""

    def __init__(self, sentence: str, *, suggestions: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.suggestions = tuple(suggestions)


class NotTakenError(LessonError):
    """An answer that came when none is taken: the student keeps it, and may send it again once the room is open."""
