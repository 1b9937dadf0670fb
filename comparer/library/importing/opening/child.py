"""The process in which such files are opened: `python -m comparer.library.importing.opening.child`.

Standard input: a line of JSON {"name", "size", "skip", "limits"} and that many bytes. Standard output: a line of JSON
for each entry, followed by its bytes where it names their size; the last line is {"end": "why it ended early"}.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import islice

from comparer.library.decode import UnreadableFileError
from comparer.library.decode.child import allow_seconds, give_up_rights, read_exactly
from comparer.library.importing.opening.entry import Entry, Limits
from comparer.library.importing.opening.opener import open_file

MOST_SECONDS_OF_WORK = 600
_FAILED = "This file could not be opened further; what stands before was taken."


def main() -> None:
    give_up_rights()
    allow_seconds(MOST_SECONDS_OF_WORK)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    asked = json.loads(sys.stdin.buffer.readline())
    data = read_exactly(sys.stdin.buffer, asked["size"])
    end = ""
    try:
        for entry in islice(open_file(asked["name"], data, Limits(**asked["limits"])), asked["skip"], None):
            out.write(_line(entry))
            out.write(entry.data or b"")
    except UnreadableFileError as refusal:
        end = str(refusal)
    except Exception:  # noqa: BLE001 -- whatever a parser raises, it is this file that cannot be opened
        end = _FAILED
    out.write(json.dumps({"end": end}).encode() + b"\n")
    out.flush()


def _line(entry: Entry) -> bytes:
    size = None if entry.data is None else len(entry.data)
    said = {"name": entry.name, "size": size, "fields": dict(entry.fields), "reason": entry.reason}
    return json.dumps(said).encode() + b"\n"


if __name__ == "__main__":
    main()
