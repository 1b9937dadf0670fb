"""One thing found in a file that holds many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Entry:
    """A file (`data`, with what is known beside it in `fields`), an article's `fields` alone, or why there is neither."""

    name: str
    data: bytes | None = None
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    file_bytes: int = 20_000_000
    total_bytes: int = 1_000_000_000
    entries: int = 200_000


def too_large(size: int, most: int) -> str:
    return f"This file has {size / 1e6:.1f} MB; {most / 1e6:.0f} MB is the most for one article."
