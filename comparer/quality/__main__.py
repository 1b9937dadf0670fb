"""Write the measured figures into the README: `python -m comparer.quality README.md`.

Forgets what the figures' notes quote of texts that are no part of the project.
Exit status 0, or 2 for a file that cannot be read or has no place for them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from comparer.quality.measured import read_shelf
from comparer.quality.notes import forget_foreign_notes
from comparer.quality.readme import NoPlaceError, with_figures

BAD_INPUT = 2


def main(arguments: list[str] | None = None) -> int:
    """Write the figures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m comparer.quality", description=__doc__)
    parser.add_argument("readme", type=Path)
    path: Path = parser.parse_args(arguments).readme
    try:
        forget_foreign_notes()
        path.write_text(with_figures(path.read_text(encoding="utf-8"), read_shelf().measured), encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        print(f"{path} cannot be read and written.", file=sys.stderr)
        return BAD_INPUT
    except NoPlaceError as problem:
        print(problem, file=sys.stderr)
        return BAD_INPUT
    return 0


if __name__ == "__main__":
    sys.exit(main())
