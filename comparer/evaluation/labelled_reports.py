"""Real reports of one event, and what readers marked in them for this project: contradictions, and sentences alike.

The marks are in labels/reports.json, without a word of the texts, which belong to their publishers. Those come from two
public sets, clones of which lie side by side: BASIL (launchnlp/BASIL, the files of its articles as they are) and
news_ecb of ABCD-Link (see `news_ecb`). A text is the sentences or the title and the paragraphs, a line each; lines of a mark are
places in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from comparer.analysis.report import Range
from comparer.evaluation.annotations import AnnotatedPair, Annotation, Disagreement, LineOfA, LineOfB, line_number
from comparer.evaluation.files import json_of
from comparer.evaluation.judged import JudgedPair
from comparer.evaluation.news_ecb import read_news_ecb
from comparer.evaluation.tasks import BadDataError

Part = Literal["developed", "unseen", "searched_once"]
LABELS = Path(__file__).with_name("labels") / "reports.json"
NEWS_ECB = "arxiv2025-abcd-link/datasets/news_ecb"
NEEDED = f"a clone of BASIL with {NEWS_ECB} beside it"
_MAIN = 2
# Quotations in other words are a difference of their own, not two things of which one is wrong.
_LEFT_OUT = "quote"

TextOf = Callable[[str], str]


@checked(frozen=True)
class Side:
    source: Literal["BASIL", "news_ecb"]
    name: str
    lines: tuple[tuple[int, int], ...]


@checked(frozen=True)
class Labels:
    """Two readers marked disagreements, or one; both graded pairs of lines: 2 one main claim, 1 a detail, 0 nothing."""

    part: Part
    left: Side
    right: Side
    disagreements: tuple[tuple[Disagreement, ...], ...]
    judged: tuple[tuple[LineOfA, LineOfB, int, int], ...]


@dataclass(frozen=True, slots=True)
class LabelledPair:
    pair: AnnotatedPair
    judged: tuple[JudgedPair, ...]
    """What both readers grade alike: 1 for one main claim. Where they differ, neither."""


@checked(frozen=True)
class _BasilArticle:
    title: str
    paragraphs: tuple[tuple[str, ...], ...]


_LABELS = TypeAdapter(dict[str, Labels])


def read_reports(folder: Path, part: Part, labels: Path = LABELS) -> list[LabelledPair]:
    """Return the pairs of one part, whose texts are in `folder`, a clone of BASIL, and beside it. BadDataError where these are not those that were read."""
    known = _LABELS.validate_python(json_of(labels, "the file of labels"))
    read = _texts(folder)
    return [_pair(name, one, read) for name, one in known.items() if one.part == part]


def _texts(basil: Path) -> Mapping[str, TextOf]:
    if not (basil / "articles").is_dir():
        raise BadDataError(f"There is no folder {basil / 'articles'}; {NEEDED} is needed.")
    articles = read_news_ecb(basil.parent / NEWS_ECB).articles

    def of_news_ecb(name: str) -> str:
        return "\n".join(articles.get(name, {}).values())

    return {"BASIL": cache(lambda name: _basil_text(basil / name)), "news_ecb": of_news_ecb}


def _basil_text(path: Path) -> str:
    raw = json_of(path, "the article of BASIL")
    try:
        article = TypeAdapter(_BasilArticle).validate_python(
            {"title": raw["title"], "paragraphs": raw["body-paragraphs"]}
        )
    except (ValidationError, KeyError, TypeError):
        raise BadDataError(f"{path} is no article of BASIL.") from None
    return "\n".join([article.title, *(" ".join(sentences) for sentences in article.paragraphs)])


def _pair(name: str, labels: Labels, read: Mapping[str, TextOf]) -> LabelledPair:
    texts = read[labels.left.source](labels.left.name), read[labels.right.source](labels.right.name)
    for side, text in zip((labels.left, labels.right), texts, strict=True):
        if not side.lines or side.lines[-1][1] > len(text):
            raise BadDataError(f"The text of {side.name} is not the one that was marked; {NEEDED} is needed.")
    first, *others = (Annotation((), tuple(_told(marks))) for marks in labels.disagreements)
    pair = AnnotatedPair(name, texts, (labels.left.lines, labels.right.lines), (first, others[0] if others else first))
    return LabelledPair(pair, tuple(_judged(pair, labels)))


def _told(marks: tuple[Disagreement, ...]) -> Iterator[Disagreement]:
    return (mark for mark in marks if mark.kind != _LEFT_OUT)


def _judged(pair: AnnotatedPair, labels: Labels) -> Iterator[JudgedPair]:
    for left, right, one, other in labels.judged:
        if (one == _MAIN) == (other == _MAIN):
            ours, theirs = (
                _line(text, lines[line_number(line)])
                for text, lines, line in zip(pair.texts, pair.sentences, (left, right), strict=True)
            )
            yield JudgedPair(ours, theirs, 1 if one == _MAIN else 0, pair.name)


def _line(text: str, span: Range) -> str:
    return text[span[0] : span[1]]
