"""How right other coverage is: `python -m tests.bench.coverage FILE [odd|even]`.

FILE holds ECB+ as one JSON object, {"1_10ecbplus": {"0": first sentence, ...}, ...}; it is no part of the project.
The weights were set on the topics with an odd number; the even ones give the figure.
"""

from __future__ import annotations

import sys
from pathlib import Path

from comparer.analysis.tools import load_tools
from comparer.library.finding.measuring import PLACES, lay_out, measure, read_set
from comparer.library.finding.scoring import Shelf


def main() -> None:
    """Read every piece, look for its event among all, print the figures."""
    path, half = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "even"
    pieces = read_set(path)
    shelf = Shelf(list(lay_out(pieces, load_tools())))
    figures = measure(pieces, shelf, odd=half == "odd")
    print(f"{figures.pieces} pieces of the topics with an {half} number, looked for among {len(pieces)}")
    print(f"recall@{PLACES} {figures.recall:.3f}; the first place is of the same event for {figures.first:.3f}")


if __name__ == "__main__":
    main()
