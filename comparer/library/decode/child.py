"""The process in which files are parsed: `python -m comparer.library.decode.child`, with little memory and no rights.

Standard input: a line of JSON {"name", "size"} and that many bytes, again and again. Standard output: one
line of JSON for each, {"found": {...}} or {"refused": "a sentence"}. It knows no Django and no database; what a hostile
file could make of it is one wrong answer.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sys
from dataclasses import asdict
from typing import BinaryIO

from comparer.library.decode.file import decode_file
from comparer.library.decode.found import UnreadableFileError

MOST_MEMORY = 1_000_000_000
MOST_SECONDS_OF_WORK = 60
"""For each file; the asking process ends this one sooner, unless it has died itself."""
_TOO_MUCH = "Reading this file takes more memory than an article should. Paste its text instead."
_FAILED = "This file could not be read. Save it again in the program that made it, or paste its text."


def main() -> None:
    give_up_rights()
    # answers go out on a copy, so that nothing a library prints is taken for one
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        allow_seconds(MOST_SECONDS_OF_WORK)
        answer = _answer(asked["name"], read_exactly(sys.stdin.buffer, asked["size"]))
        out.write(json.dumps(answer).encode() + b"\n")
        out.flush()


def _answer(name: str, data: bytes) -> dict[str, object]:
    try:
        return {"found": asdict(decode_file(name, data))}
    except UnreadableFileError as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": _TOO_MUCH}
    except Exception:  # noqa: BLE001 -- whatever a parser raises, it is this file that could not be read
        return {"refused": _FAILED}


def give_up_rights() -> None:
    """Take no more memory than this, no file written, no process started. What a system does not know is left out."""
    limits = {"RLIMIT_AS": MOST_MEMORY, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_NPROC": 0}
    for name, most in limits.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def allow_seconds(seconds: int) -> None:
    """End this process if it works for longer from now on, whoever else has died."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def read_exactly(stream: BinaryIO, size: int) -> bytes:
    """Return `size` bytes, or end: whoever asked has gone."""
    data = stream.read(size)
    if len(data) < size:
        sys.exit(0)
    return data


if __name__ == "__main__":
    main()
