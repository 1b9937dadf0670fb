"""Opening such a file in a process of its own, as decode/apart.py does for one article."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import asdict
from typing import IO

from comparer.library.decode import UnreadableFileError
from comparer.library.decode.apart import start_child
from comparer.library.decode.watchdog import Watchdog
from comparer.library.importing.opening.entry import Entry, Limits

MOST_SECONDS = 60.0
"""Between one entry and the next; the first waits until the whole file is understood."""
_LONGEST_LINE = 100_000_000
_GIVEN_UP = (
    "Opening this file took more time or memory than it should, so it was given up; what stands before was taken."
)


def open_apart(
    name: str, data: bytes, *, limits: Limits | None = None, skip: int = 0, seconds: float = MOST_SECONDS
) -> Generator[Entry, None, None]:
    """Yield what is in the file after the first `skip` entries. UnreadableFileError as open_file, or if it costs too much."""
    child = start_child("comparer.library.importing.opening.child")
    assert child.stdin is not None  # noqa: S101 -- pipes, by start_child
    assert child.stdout is not None  # noqa: S101
    asked = {"name": name, "size": len(data), "skip": skip, "limits": asdict(limits or Limits())}
    try:
        with Watchdog(child, seconds) as watchdog:
            child.stdin.write(json.dumps(asked).encode() + b"\n" + data)
            child.stdin.flush()
            while entry := _next(child.stdout):
                watchdog.pat()
                yield entry
                watchdog.pat()
    except UnreadableFileError:
        raise
    except (OSError, ValueError) as problem:
        raise UnreadableFileError(_GIVEN_UP) from problem
    finally:
        child.kill()
        child.communicate()


def _next(stream: IO[bytes]) -> Entry | None:
    line = stream.readline(_LONGEST_LINE)
    if not line.endswith(b"\n"):
        raise UnreadableFileError(_GIVEN_UP)
    said = json.loads(line)
    if "end" not in said:
        data = None if said["size"] is None else stream.read(said["size"])
        return Entry(said["name"], data, said["fields"], said["reason"])
    if said["end"]:
        raise UnreadableFileError(str(said["end"])[:300])
    return None
