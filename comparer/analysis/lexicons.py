"""Word lists in data/, loaded once into immutable tables."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

DATA = Path(__file__).parent / "data"


def load_table(name: str) -> Mapping[str, Any]:
    """Return data/NAME.toml. FileNotFoundError if there is none."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))


@dataclass(frozen=True)
class Lexicons:
    """One field per list; each file in data/ names its source and licence."""


def load_lexicons() -> Lexicons:
    """Return all word lists that ship with the project."""
    return Lexicons()
