"""How fast articles come in: `python -m tests.bench.importing [NUMBER]`, each kind from an empty library.

The pieces are queued to be read, not read: that is the work of the background.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402 -- models need the set-up
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402

from comparer.library.catalogue.models import Collection  # noqa: E402
from comparer.library.importing.models import ImportBatch  # noqa: E402
from comparer.library.importing.starting import start_import  # noqa: E402
from comparer.library.importing.working import bring_in  # noqa: E402
from tests.library.decode.documents import make_pdf, make_word, make_zip  # noqa: E402

AIM = 15.0
SENTENCES = 20


def story(number: int) -> str:
    """About 300 words, none of two alike."""
    lines = [
        f"The ferry Alda made trip {number} of stop {stop} without delay, the harbour office said."
        for stop in range(SENTENCES)
    ]
    return f"Ferry makes trip {number}\n\n" + "\n\n".join(lines)


def page(number: int) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in story(number).split("\n\n"))
    return (
        f"<html><head><title>Trip {number}</title></head><body><article>{paragraphs}</article></body></html>".encode()
    )


def files_of(number: int) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield what is brought in at once, by its name."""
    yield "text files", {f"{n}.txt": story(n).encode() for n in range(number)}
    yield "web pages in a zip", {"all.zip": make_zip({f"{n}.html": page(n) for n in range(number)})}
    yield (
        "lines of JSON",
        {"all.jsonl": "\n".join(json.dumps({"text": story(n), "outlet": "Orsa Post"}) for n in range(number)).encode()},
    )
    yield "Word documents", {f"{n}.docx": make_word((f"Trip {n}", story(n))) for n in range(number // 10)}
    yield "PDFs", {f"{n}.pdf": make_pdf(2, head=f"Trip {n}") for n in range(number // 10)}


def bring(files: Mapping[str, bytes]) -> ImportBatch:
    uploads = [SimpleUploadedFile(name, data) for name, data in files.items()]
    batch = start_import(collection=Collection.objects.create(name="Bench"), by_id=None, files=uploads)
    bring_in(batch)
    batch.refresh_from_db()
    return batch


def seconds_of(work: Callable[[], ImportBatch]) -> tuple[float, ImportBatch]:
    began = time.perf_counter()
    batch = work()
    return time.perf_counter() - began, batch


def main(number: int) -> None:
    setup_test_environment(debug=False)
    print(f"{'':24}{'articles':>10}{'seconds':>10}{'a second':>10}   aim: {AIM:.0f} a second")
    for name, files in files_of(number):
        databases = setup_databases(verbosity=0, interactive=False)
        try:
            seconds, batch = seconds_of(lambda files=files: bring(files))  # type: ignore[misc]
        finally:
            teardown_databases(databases, verbosity=0)
        print(f"{name:24}{batch.added:>10}{seconds:>10.1f}{batch.added / seconds:>10.0f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
