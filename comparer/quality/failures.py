"""What is known to fail: a class of failure each, with an invented example that the analysis gets wrong today."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from comparer.analysis.report import Kind, Verdict

FILE = Path(__file__).parent / "failures.toml"
Mark = tuple[Kind, Verdict]


@checked(frozen=True)
class Failure:
    """`misses` are marks that the example should get and does not, `wrong` marks that it gets and should not."""

    title: str
    left: str
    right: str
    does: str
    should: str
    misses: tuple[Mark, ...] = ()
    wrong: tuple[Mark, ...] = ()


_FAILURES = TypeAdapter(tuple[Failure, ...])


@cache
def read_failures() -> tuple[Failure, ...]:
    """Return the known failures; a test runs each example, so that none stays that was mended."""
    return _FAILURES.validate_python(tomllib.loads(FILE.read_text(encoding="utf-8"))["failure"])
