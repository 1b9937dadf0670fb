"""Two texts read and compared, and what the report says of the sentences that people marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Range, Report
from comparer.analysis.tools import Tools
from comparer.evaluation.links import predicted_links
from comparer.evaluation.placed import Placed

TIERS = ("matches", "both tiers")


@dataclass(frozen=True, slots=True)
class Compared:
    report: Report
    left: Placed
    right: Placed

    def links(self, tiers: str) -> set[tuple[int, int]]:
        """Return the marked sentences that matches join, or pairs of both tiers."""
        pairs = [pair for pair in self.report.pairs if tiers == "both tiers" or pair.tier == "match"]
        return predicted_links(pairs, self.left, self.right)


def compare_marked(
    texts: tuple[str, str],
    sentences: tuple[Sequence[Range], Sequence[Range]],
    *,
    tools: Tools,
    published: tuple[str | None, str | None] = (None, None),
) -> Compared:
    """Read and compare two texts; `sentences` are those that people marked, as offsets into them."""
    readings = [read_article(text, tools=tools, published=day) for text, day in zip(texts, published, strict=True)]
    report = compare_readings(*readings, lexicons=tools.lexicons)
    return Compared(report, Placed(texts[0], sentences[0], readings[0]), Placed(texts[1], sentences[1], readings[1]))
