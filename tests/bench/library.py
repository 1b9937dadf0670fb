"""What the pages of a large library cost: `python -m tests.bench.library [PIECES]`, 10,000 if not said.

On the database of DATABASE_URL, SQLite else; nothing of it is kept.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

import numpy as np  # noqa: E402 -- models need the set-up
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402

from comparer.accounts.models import User  # noqa: E402
from comparer.analysis.tools import load_tools  # noqa: E402
from comparer.library.catalogue.models import Collection, Item, ItemState, Outlet  # noqa: E402
from comparer.library.finding.coverage import other_coverage  # noqa: E402
from comparer.library.finding.indexing import index_words  # noqa: E402
from comparer.library.finding.models import ItemVector  # noqa: E402
from comparer.library.finding.traits import SKETCH_SIZE  # noqa: E402
from comparer.library.models import Article  # noqa: E402
from comparer.library.reading import read_once  # noqa: E402
from comparer.web.people import Person  # noqa: E402
from tests.bench.measure import Row, seconds_of, seconds_once  # noqa: E402

AIM = "150 ms"
WORDS, OUTLETS, LENGTH, TERMS = 30_000, 120, 450, 170
TELLS = " The ferry Alda ran aground off Orsa on Monday with 40 people on board, the coastguard said."


def main() -> None:
    """Fill a library, ask for its pages, print what they cost."""
    pieces = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{pieces:,} pieces on {connection.vendor}")
        for row in measure(pieces):
            print(f"{row.what:56}{(row.seconds or 0) * 1000:>8.0f} ms   {row.aim}".rstrip(), flush=True)
    finally:
        teardown_databases(databases, verbosity=0)


def measure(pieces: int) -> Iterator[Row]:
    """Yield what it takes to index the pieces, and what the pages take then."""
    pks = fill(pieces)
    yield Row("indexing a piece", seconds=seconds_once(lambda: index_words(pks)) / pieces)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    item = Item.objects.select_related("current").get(pk=pks[pieces // 2])
    assert item.current
    read_once(item.current, tools=load_tools())
    client = Client()
    client.force_login(User.objects.create_superuser("bench", password="sea-fog-lantern"))
    first = seconds_once(lambda: other_coverage(item, person=Person()))
    yield Row("other coverage, the first time in a process", seconds=first)
    for name, address in pages(item):
        asked = queries_of(client, address)
        seconds = seconds_of(lambda address=address: client.get(address))  # type: ignore[misc]
        yield Row(f"{name} ({asked} queries)", seconds=seconds, aim=AIM)


def queries_of(client: Client, address: str) -> int:
    """Return how often the page asks the database."""
    asked: list[str] = []

    def note(run: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return run(sql, *rest)

    with connection.execute_wrapper(note):
        answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    return len(asked)


def pages(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the name and address of each page."""
    common, rare = word(3), word(20_000)
    yield "list", "/library/"
    yield "list, page 300", "/library/?page=300"
    yield "list of one outlet since a day", f"/library/?outlet={item.outlet_id}&since=2031-01-01"
    yield "search for a rare word", f"/library/?q={rare}"
    yield "search for a word of most pieces", f"/library/?q={common}"
    yield "search for two such words", f"/library/?q={common}+{word(5)}"
    yield "search for the beginning of very many words", "/library/?q=ba"
    yield "search within filters", f"/library/?q={common}&outlet={item.outlet_id}&sort=day"
    yield "search that finds nothing", "/library/?q=zzzzz"
    yield "a piece with other coverage", item.get_absolute_url()


def word(number: int) -> str:
    """Return an invented word of its own for each number."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    letters = []
    number += len(syllables)
    while number:
        number, rest = divmod(number, len(syllables))
        letters.append(syllables[rest])
    return "".join(letters)


def fill(pieces: int) -> list[int]:
    """Make the pieces, with words as often as in real texts and vectors at random. Return their numbers."""
    chance = np.random.default_rng(7)
    collection = Collection.objects.create(name="Bench")
    outlets = Outlet.objects.bulk_create(Outlet(name=f"Outlet {number}") for number in range(OUTLETS))
    words = np.array([word(number) for number in range(WORDS)])
    often = 1 / np.arange(1, WORDS + 1) ** 0.9
    texts = [" ".join(chance.choice(words, LENGTH, p=often / often.sum())) + TELLS for _ in range(pieces)]
    items = Item.objects.bulk_create(
        Item(
            collection=collection,
            outlet=outlets[number % OUTLETS],
            title=text[:70],
            published=date(2028, 1, 1) + timedelta(days=number % 1500),
            state=ItemState.READ,
            language="en",
        )
        for number, text in enumerate(texts)
    )
    articles = Article.objects.bulk_create(
        Article(item=item, number=1, raw=text, headline=item.title, fingerprint=str(number))
        for number, (item, text) in enumerate(zip(items, texts, strict=True))
    )
    for item, article in zip(items, articles, strict=True):
        item.current = article
    Item.objects.bulk_update(items, ["current"], batch_size=500)
    ItemVector.objects.bulk_create((vector(item, chance) for item in items), batch_size=500)
    return [item.pk for item in items]


def vector(item: Item, chance: np.random.Generator) -> ItemVector:
    """Return traits of a usual size; some pieces are near each other."""
    rows = chance.normal(size=(2, 384)).astype("<f2")
    terms = np.unique(chance.zipf(1.3, TERMS) % 60_000).astype("<u4")
    sketch = chance.integers(0, 1 << 32, SKETCH_SIZE, dtype=np.uint32).astype("<u4")
    blobs = {"whole": rows[0], "title": rows[1], "terms": terms, "sketch": sketch}
    return ItemVector(item=item, day=item.published, **{name: blob.tobytes() for name, blob in blobs.items()})


if __name__ == "__main__":
    main()
