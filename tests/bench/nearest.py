"""Other coverage by pgvector beside the exact scores: `python -m tests.postgresql python -m tests.bench.nearest [PIECES]`."""

from __future__ import annotations

import os
import sys
from time import perf_counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

import numpy as np  # noqa: E402 -- models need the set-up
from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402

from comparer.library.finding.coverage import shelf_for  # noqa: E402
from comparer.library.finding.models import ItemVector  # noqa: E402
from comparer.library.finding.nearest import CANDIDATES, prepare_nearest  # noqa: E402
from comparer.library.finding.scoring import Shelf  # noqa: E402
from tests.library.finding.seeded import seed_library  # noqa: E402

ASKED, PLACES = 200, 5


def main() -> None:
    """Seed a library, ask for the first places both ways, print how many are the same and what it takes."""
    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    finally:
        teardown_databases(databases, verbosity=0)


def measure(pieces: int) -> None:
    """Print the figures."""
    pks = seed_library(pieces)
    asked = [pks[at] for at in np.random.default_rng(3).choice(pieces, min(ASKED, pieces), replace=False)]
    exactly = [first_places(pk) for pk in asked]
    start = perf_counter()
    print(f"{pieces:,} pieces: {prepare_nearest()}; index made in {perf_counter() - start:.1f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE library_itemvector")
    start = perf_counter()
    first_places(asked[0])
    print(f"the first time in a process {1000 * (perf_counter() - start):.0f} ms")
    start = perf_counter()
    quickly = [first_places(pk) for pk in asked]
    each = 1000 * (perf_counter() - start) / len(asked)
    shared = [len(set(one) & set(other)) / PLACES for one, other in zip(exactly, quickly, strict=True)]
    print(
        f"of {CANDIDATES} candidates: recall@{PLACES} {np.mean(shared):.4f}, first place the same"
        f" {np.mean([a[0] == b[0] for a, b in zip(exactly, quickly, strict=True)]):.4f}, {each:.1f} ms each"
    )
    start = perf_counter()
    ItemVector.objects.filter(pk=asked[0]).update(changed="2031-01-01T00:00Z")
    first_places(asked[0])
    print(f"after one piece has changed {1000 * (perf_counter() - start):.0f} ms")


def first_places(pk: int) -> list[int]:
    """Return the best pieces but the piece itself."""
    shelf = shelf_for(pk)
    assert isinstance(shelf, Shelf)
    scores = shelf.scores(pk)
    return [int(shelf.pks[at]) for at in np.argsort(-scores) if shelf.pks[at] != pk][:PLACES]


if __name__ == "__main__":
    main()
