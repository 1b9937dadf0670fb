from __future__ import annotations

import pytest

from comparer.web.limits import say_size


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (400, "0 kB"),
        (12_345, "12 kB"),
        (999_000, "999 kB"),
        (1_000_000, "1 MB"),
        (1_440_000, "1.4 MB"),
        (10_000_000, "10 MB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, said: str) -> None:
    assert say_size(size) == said
