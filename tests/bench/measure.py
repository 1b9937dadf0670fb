"""Times and memory of a piece of work, and a yardstick to compare machines by."""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

REPEATS = 9
YARDSTICK_ROUNDS = 1_000_000


@dataclass(frozen=True)
class Row:
    """One line of the result: seconds, bytes or nothing of each, and what was aimed at, in words."""

    what: str
    seconds: float | None = None
    size: int | None = None
    aim: str = ""


def seconds_of(work: Callable[[], object], *, repeats: int = REPEATS) -> float:
    """Return the median time of `work`, after one call that does not count."""
    work()
    times = []
    for _ in range(repeats):
        gc.collect()
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def seconds_once(work: Callable[[], object]) -> float:
    """Return the time of one call: for what cannot be done twice."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def yardstick() -> float:
    """Return the time of a fixed loop in plain Python, so that figures of two machines can be set side by side."""

    def loop() -> int:
        total = 0
        for number in range(YARDSTICK_ROUNDS):
            total = (total * 31 + number) % 1_000_003
        return total

    return seconds_of(loop)


def cold_seconds(arguments: Sequence[str]) -> float:
    """Return the time of a fresh Python that runs a module, output thrown away; the fastest of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return min(times)


def peak_of_children() -> int:
    """Return the largest memory, in bytes, that any process started so far from here has held."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
