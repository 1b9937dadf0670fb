"""What the pages of a large library cost: `python -m tests.bench.library [PIECES]`, 10,000 if not said.

On the database of DATABASE_URL, SQLite else; nothing of it is kept.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection  # noqa: E402 -- models need the set-up
from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402

from comparer.accounts.models import User  # noqa: E402
from comparer.analysis.tools import load_tools  # noqa: E402
from comparer.library.catalogue.models import Item  # noqa: E402
from comparer.library.finding.coverage import other_coverage  # noqa: E402
from comparer.library.finding.indexing import index_words  # noqa: E402
from comparer.library.importing.models import ImportBatch  # noqa: E402
from comparer.library.reading import read_once  # noqa: E402
from comparer.web.people import Person  # noqa: E402
from tests.bench.library_rows import fill, grow_old, word  # noqa: E402
from tests.bench.measure import Row, seconds_of, seconds_once  # noqa: E402

AIM = "150 ms"


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
    batch = grow_old(pks)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    item = Item.objects.select_related("current").get(pk=pks[pieces // 2 + 1])
    assert item.current
    item.current.reading = ""
    read_once(item.current, tools=load_tools())
    client = Client()
    client.force_login(User.objects.create_superuser("bench", password="sea-fog-lantern"))
    first = seconds_once(lambda: other_coverage(item, person=Person()))
    yield Row("other coverage, the first time in a process", seconds=first)
    for name, address in (*pages(item), *pages_of_keeping(item, batch)):
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


def pages_of_keeping(item: Item, batch: ImportBatch) -> Iterator[tuple[str, str]]:
    """Yield the name and address of each page of those who look after the library."""
    rows, found = "/admin/library", word(3)
    yield "admin, first page", "/admin/"
    yield "admin, pieces", f"{rows}/item/"
    yield "admin, pieces, page 100", f"{rows}/item/?p=100"
    yield "admin, pieces by title", f"{rows}/item/?o=1"
    yield "admin, pieces by number of versions", f"{rows}/item/?o=7"
    yield "admin, pieces read and in the library", f"{rows}/item/?state__exact=read&place=live"
    yield "admin, pieces, search", f"{rows}/item/?q={found}"
    yield "admin, a piece", f"{rows}/item/{item.pk}/change/"
    yield "admin, history of a piece", f"{rows}/item/{item.pk}/history/"
    yield "admin, versions", f"{rows}/article/"
    yield "admin, versions, search", f"{rows}/article/?q={found}"
    yield "admin, a version", f"{rows}/article/{item.current_id}/change/"
    yield "admin, outlets", f"{rows}/outlet/"
    yield "admin, an outlet", f"{rows}/outlet/{item.outlet_id}/change/"
    yield "admin, tags", f"{rows}/tag/"
    yield "admin, collections", f"{rows}/collection/"
    yield "admin, imports", f"{rows}/importbatch/"
    yield "admin, jobs", "/admin/django_tasks_database/dbtaskresult/"
    yield "admin, jobs that failed", "/admin/django_tasks_database/dbtaskresult/?status__exact=FAILED"
    yield "health", "/library/health/"
    yield "bin", "/library/bin/"
    yield "who did what", "/library/trail/"
    yield "who did what, narrowed", f"/library/trail/?words={found}"
    yield "bringing in", "/library/import/"
    yield "an import", batch.get_absolute_url()
    yield "an import, page 100", f"{batch.get_absolute_url()}?page=100"


if __name__ == "__main__":
    main()
