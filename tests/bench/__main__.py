"""Print the figures, each also as a multiple of a loop that was timed on the same machine."""

from __future__ import annotations

import itertools
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.bench import analysis, site  # noqa: E402 -- models need the set-up
from tests.bench.measure import YARDSTICK_ROUNDS, Row, yardstick  # noqa: E402


def main() -> None:
    loop = yardstick()
    print(f"Yardstick: {YARDSTICK_ROUNDS:,} rounds of a plain loop take {loop * 1000:.0f} ms here.")
    print(f"{'':48}{'time':>10}{'loops':>8}{'size':>10}   aim")
    for row in itertools.chain(analysis.measure(), site.measure()):
        print(line(row, loop), flush=True)


def line(row: Row, loop: float) -> str:
    time = f"{row.seconds * 1000:.0f} ms" if row.seconds is not None else ""
    loops = f"{row.seconds / loop:.1f}" if row.seconds is not None else ""
    size = readable(row.size) if row.size is not None else ""
    return f"{row.what:48}{time:>10}{loops:>8}{size:>10}   {row.aim}".rstrip()


def readable(size: int) -> str:
    return f"{size / 1e6:.0f} MB" if size >= 10_000_000 else f"{size / 1e3:.0f} KB"


if __name__ == "__main__":
    main()
