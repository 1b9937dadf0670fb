from __future__ import annotations

import pytest

from comparer.evaluation.tasks import Progress


@pytest.fixture
def silent() -> Progress:
    """Hears of progress and says nothing."""

    def hear(_done: int, _total: int) -> None:
        return

    return hear
