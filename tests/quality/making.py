"""Figures as a run of the evaluation leaves them, made for tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from comparer.quality.measured import Figure, Measured


def make_measured(*figures: Figure, **more: Any) -> Measured:
    """Return figures of a made-up run; `more` replaces its fields."""
    fields: dict[str, Any] = {
        "task": "articles",
        "data": "tests/gold/articles",
        "definition": "Unit: a sentence.",
        "counts": {"article pairs": 13, "sentences": 1_770},
        "figures": figures,
        "command": "python -m comparer.evaluation articles tests/gold/articles",
        "engine": "1.0",
        "date": dt.date(2026, 3, 4),
    }
    return Measured(**fields | more)
