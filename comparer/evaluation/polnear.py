"""Reader of PolNeAR: news texts with stand-off annotation of source, cue and content.

The corpus is at github.com/networkdynamics/PolNeAR; a part of it ("dev") is a
folder with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` (brat format).
Spans may be discontinuous ("752 760;769 800"). Offsets count code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.report import Range
from comparer.evaluation.tasks import BadDataError

_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def read_polnear(folder: Path) -> list[GoldArticle]:
    """Return the articles by name; of several annotators of one article the first by name counts.

    BadDataError if the folder is no part of PolNeAR or a file is damaged.
    """
    texts = sorted((folder / "text").glob("*.txt"))
    annotations = {path.stem: path for path in sorted((folder / "attributions").glob("*.ann"), reverse=True)}
    by_article = {_ANNOTATOR.sub("", stem): path for stem, path in annotations.items()}
    if not texts or not by_article:
        raise BadDataError(
            f"{folder} is no part of PolNeAR: the folders text (.txt) and attributions (.ann) are needed."
        )
    articles = [_article(path, by_article) for path in texts]
    if not any(article.attributions for article in articles):
        raise BadDataError(f"{folder} holds no attribution: the folder attributions needs PolNeAR's files.")
    return articles


def _article(path: Path, annotations: dict[str, Path]) -> GoldArticle:
    if path.stem not in annotations:
        raise BadDataError(f"There is no annotation for {path.name}.")
    try:
        text = path.read_text(encoding="utf-8")
        gold = tuple(_attributions(annotations[path.stem].read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError) as problem:
        raise BadDataError(f"The annotation of {path.name} cannot be read: {problem}.") from problem
    return GoldArticle(path.stem, text, gold)


def _attributions(document: str) -> Iterator[GoldAttribution]:
    """Yield the events of a brat document that have a cue."""
    spans: dict[str, tuple[Range, ...]] = {}
    for line in document.splitlines():
        fields = line.split("\t")
        if line.startswith("T"):
            _, offsets = fields[1].split(" ", 1)
            spans[fields[0]] = tuple(_range(part) for part in offsets.split(";"))
        elif line.startswith("E"):
            roles: dict[str, list[Range]] = {"Source": [], "Cue": [], "Content": []}
            for argument in fields[1].split():
                role, key = argument.split(":")
                # A few events of the corpus name a span that is not there.
                roles.get(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
            if roles["Cue"]:
                yield GoldAttribution(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))


def _range(part: str) -> Range:
    start, end = part.split()
    return int(start), int(end)
