"""Guesses of one test do not count in the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from comparer.classroom.lesson.guesses import GUESSES


@pytest.fixture(autouse=True)
def no_guesses() -> Iterator[None]:
    GUESSES.clear()
    yield
    GUESSES.clear()
