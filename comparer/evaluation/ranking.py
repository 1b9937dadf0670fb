"""Ranking measured on news_ecb: how near to the top the sentence comes that tells the same, among all of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from comparer.analysis.align import add_slots, score_links
from comparer.analysis.compare import read_article
from comparer.analysis.evidence import gather_evidence
from comparer.analysis.report import Range
from comparer.analysis.similarity import Matrix
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.bootstrap import interval
from comparer.evaluation.news_ecb import LinkedArticles, NewsEcb, read_news_ecb
from comparer.evaluation.placed import Placed
from comparer.evaluation.tasks import BadDataError, Figure, Half, Progress, Table, half_of
from comparer.evaluation.tokens import jaccard, token_set
from comparer.evaluation.untokenised import join_tokens

DEFINITION = (
    "Unit: a sentence of one article that is linked to at least one of the other. All sentences of the other article "
    "are ranked by the score that the analysis gives to the two sentences, typed slots counted in; equal scores keep "
    "the order of the text, sentences set aside as no article come last. Hit@1: the first one is linked; MRR: mean of "
    "one through the rank of the first linked one. Only some sentences were annotated, so precision is not counted. "
    "Tokens are joined to plain text first. Micro average over all units; interval: 1,000 bootstrap draws of topics, "
    "since articles stand in many pairs; half takes every other topic. Floor: sentences ranked by Jaccard overlap of "
    "their words."
)


@dataclass(frozen=True, slots=True)
class Topics:
    """First and last topic that count."""

    first: int = 1
    last: int = 35

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Article:
    """One article as plain text, and what was read of it."""

    sentences: Mapping[str, str]
    tools: Tools

    @cached_property
    def placed(self) -> Placed:
        text, spans = _written(list(self.sentences.values()))
        return Placed(text, spans, read_article(text, tools=self.tools))

    @cached_property
    def words(self) -> list[frozenset[str]]:
        return [token_set(sentence) for sentence in self.sentences.values()]


ALL = Topics()


def topics_of(given: str) -> Topics:
    """Return first and last topic of "1-35". ValueError for other words."""
    first, last = given.split("-")
    return Topics(int(first), int(last))


def evaluate_ranking(path: Path, half: Half, progress: Progress, topics: Topics = ALL) -> Table:
    """Return hit@1 and MRR on the folder news_ecb at `path`. BadDataError for other folders."""
    data = read_news_ecb(path)
    chosen = _by_topic(data, topics)
    if not chosen:
        raise BadDataError(f"{path} holds no links in the topics {topics.first} to {topics.last}.")
    documents = half_of(chosen, half)
    scorer = _Scorer(data, load_tools())
    total = sum(len(pairs) for pairs in documents)
    ours: list[list[int]] = []
    floor: list[list[int]] = []
    done = 0
    for pairs in documents:
        ours.append([])
        floor.append([])
        for pair in pairs:
            progress(done, total)
            done += 1
            ours[-1] += ranks(scorer.scores(pair), *scorer.gold(pair))
            floor[-1] += ranks(scorer.overlaps(pair), *scorer.gold(pair))
    counts = {"topics": len(documents), "article pairs": total, "linked sentences": sum(map(len, ours))}
    figures = [Figure(name, measure(ours), *interval(ours, measure)) for name, measure in _MEASURES.items()]
    return Table(
        DEFINITION, counts, figures, "value", floor={name: measure(floor) for name, measure in _MEASURES.items()}
    )


def ranks(scores: Matrix, rows: Sequence[int], gold: Sequence[frozenset[int]]) -> list[int]:
    """Return for each of `rows` the rank, from 1, of the first column that is in its `gold`."""
    orders = np.argsort(-scores[list(rows)], axis=1, kind="stable").tolist() if rows else []
    return [
        1 + next(rank for rank, column in enumerate(order) if column in linked)
        for order, linked in zip(orders, gold, strict=True)
    ]


class _Scorer:
    def __init__(self, data: NewsEcb, tools: Tools) -> None:
        self._tools = tools
        self._articles = {name: Article(sentences, tools) for name, sentences in data.articles.items()}

    def gold(self, pair: LinkedArticles) -> tuple[list[int], list[frozenset[int]]]:
        """Return the linked sentences of the first article, and the counterparts of each, by position."""
        ours, theirs = (list(self._articles[name].sentences) for name in (pair.doc1, pair.doc2))
        linked = {
            ours.index(one): frozenset(theirs.index(other) for other in others if other in theirs)
            for one, others in pair.links.items()
            if one in ours
        }
        kept = {row: columns for row, columns in linked.items() if columns}
        return list(kept), list(kept.values())

    def scores(self, pair: LinkedArticles) -> Matrix:
        """Return the scores of the analysis for each two sentences of the set; -1 where one was not read."""
        left, right = (self._articles[name].placed for name in (pair.doc1, pair.doc2))
        table = np.full((left.size, right.size), -1.0, dtype=np.float32)
        if not left.reading.sentences or not right.reading.sentences:
            return table
        evidence = gather_evidence(left.reading, right.reading, lexicons=self._tools.lexicons)
        found = add_slots(score_links(evidence), evidence)
        for row, ours in enumerate(left.of_sentences):
            for column, theirs in enumerate(right.of_sentences):
                for i in ours:
                    for j in theirs:
                        table[i, j] = max(table[i, j], found[row, column])
        return table

    def overlaps(self, pair: LinkedArticles) -> Matrix:
        left, right = (self._articles[name].words for name in (pair.doc1, pair.doc2))
        return np.array([[jaccard(one, other) for other in right] for one in left], dtype=np.float32)


def _by_topic(data: NewsEcb, topics: Topics) -> list[list[LinkedArticles]]:
    found: dict[int, list[LinkedArticles]] = {}
    for pair in data.pairs:
        if topics.first <= pair.topic <= topics.last:
            found.setdefault(pair.topic, []).append(pair)
    return [found[topic] for topic in sorted(found)]


def _written(sentences: Sequence[str]) -> tuple[str, list[Range]]:
    """Return the text, a sentence a line, and where each lies."""
    lines = [join_tokens(sentence.split(), hyphens=True)[0] for sentence in sentences]
    return "\n".join(lines), list(_lines(lines))


def _lines(lines: Sequence[str]) -> Iterator[Range]:
    start = 0
    for line in lines:
        yield start, start + len(line)
        start += len(line) + 1


def _hits(documents: Sequence[Sequence[int]]) -> float:
    found = [rank for ranked in documents for rank in ranked]
    return sum(rank == 1 for rank in found) / len(found) if found else 0.0


def _reciprocal(documents: Sequence[Sequence[int]]) -> float:
    found = [rank for ranked in documents for rank in ranked]
    return sum(1 / rank for rank in found) / len(found) if found else 0.0


_MEASURES = {"hit@1": _hits, "MRR": _reciprocal}
