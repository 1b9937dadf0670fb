"""The two pieces about an invented event that show what a comparison is."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from comparer.library.services import GivenArticle

FOLDER = Path(__file__).parent / "example"


@lru_cache(maxsize=1)
def read_example() -> tuple[GivenArticle, GivenArticle]:
    """Return the left and the right piece, as a person would hand them in."""
    with (FOLDER / "example.toml").open("rb") as file:
        table = tomllib.load(file)
    left, right = (
        GivenArticle(
            raw=(FOLDER / side["file"]).read_text(encoding="utf-8"),
            title=side["title"],
            outlet=side["outlet"],
            published=side["published"],
        )
        for side in (table["left"], table["right"])
    )
    return left, right
