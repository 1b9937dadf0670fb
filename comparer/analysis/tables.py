"""The word lists as they lie in data/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

DATA = Path(__file__).parent / "data"


def load_table(name: str) -> Mapping[str, Any]:
    """Return data/NAME.toml. FileNotFoundError if there is none."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))
