"""Naming measured on NewsWCL50: which mentions in two articles the analysis takes to be of the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from comparer.analysis.compare import compare_readings
from comparer.analysis.report import Excerpt, Name, Report
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.called import Known
from comparer.evaluation.newswcl import Article, Mention, read_newswcl
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import Half, Progress, Table, half_of

DEFINITION = (
    "Unit: a mention in one article and a mention in another article on the same event. Gold are the two of one chain. "
    "A mention is known to the analysis by the name or place that agrees with it best in words, at F1 >= .5, or else by the one "
    "that ends on its head (the last word before a preposition or clause). Two are found if they are of "
    "referents that share a name, noun or place, as read, or that a naming difference of the report sets against each other. "
    "All: every mention; people, groups and countries: chains of these kinds only. Micro average over all such twos; "
    "interval: 1,000 bootstrap draws of events; half takes every other event. Floor: the same last word."
)
_ALL, _WHO = "all", "people, groups and countries"
_KINDS_OF_WHO = ("_ACTOR", "_ACTOR-I", "_GROUP", "_COUNTRY")


def evaluate_naming(path: Path, half: Half, progress: Progress) -> Table:
    """Return pair F1 on the file of NewsWCL50 at `path`. BadDataError for other files."""
    events: dict[str, list[Article]] = {}
    for article in read_newswcl(path):
        events.setdefault(article.event, []).append(article)
    documents = half_of(list(events.values()), half)
    tools = load_tools()
    ours: dict[str, list[Tally]] = {_ALL: [], _WHO: []}
    floor: dict[str, list[Tally]] = {_ALL: [], _WHO: []}
    for number, articles in enumerate(documents):
        progress(number, len(documents))
        twos = list(_twos([Known(article, tools) for article in articles], tools))
        for name in (_ALL, _WHO):
            some = [two for two in twos if name == _ALL or two.who]
            ours[name].append(_tally((two.same, two.found) for two in some))
            floor[name].append(_tally((two.same, two.same_word) for two in some))
    counts = {
        "events": len(documents),
        "articles": sum(map(len, documents)),
        "mentions": sum(len(article.mentions) for articles in documents for article in articles),
        "twos of one chain": sum(tally.gold for tally in ours[_ALL]),
    }
    figures = [figure(name, tallies) for name, tallies in ours.items()]
    return Table(DEFINITION, counts, figures, floor={name: figure(name, some).value for name, some in floor.items()})


@dataclass(frozen=True, slots=True)
class Two:
    """Mentions of two articles: of one chain, of one referent for the analysis, with one last word."""

    same: bool
    found: bool
    same_word: bool
    who: bool
    """Both are people, groups or countries."""


def _twos(articles: Sequence[Known], tools: Tools) -> Iterator[Two]:
    for left, right in combinations(articles, 2):
        report = compare_readings(left.placed.reading, right.placed.reading, lexicons=tools.lexicons)
        yield from two_by_two(left, right, set(_coupled(report)))


def two_by_two(left: Known, right: Known, coupled: set[tuple[str, str]]) -> Iterator[Two]:
    """Yield every mention of the one with every mention of the other; `coupled` are referents set against each other."""
    theirs = list(zip(right.article.mentions, right.called, strict=True))
    for ours, one in zip(left.article.mentions, left.called, strict=True):
        for mention, other in theirs:
            yield Two(
                ours.chain == mention.chain,
                bool(one and other and (one.keys & other.keys or (one.referent, other.referent) in coupled)),
                left.last_word(ours) == right.last_word(mention),
                _is_who(ours) and _is_who(mention),
            )


def _coupled(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the referents that a difference in naming sets against each other."""
    for difference in report.differences:
        if difference.kind == "naming" and difference.left and difference.right:
            for one in _referents(report.left.names, difference.left):
                for other in _referents(report.right.names, difference.right):
                    yield one, other


def _referents(names: Iterable[Name], marked: Sequence[Excerpt]) -> set[str]:
    spans = {(mark.start, mark.end) for mark in marked}
    return {name.referent for name in names if (name.start, name.end) in spans}


def _is_who(mention: Mention) -> bool:
    return mention.chain.endswith(_KINDS_OF_WHO)


def _tally(twos: Iterable[tuple[bool, bool]]) -> Tally:
    counted = Counter(twos)
    right = counted[True, True]
    return Tally(right, right + counted[False, True], right, right + counted[True, False])
