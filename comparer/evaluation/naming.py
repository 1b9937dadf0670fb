"""Naming measured on NewsWCL50: which mentions in two articles the analysis takes to be of the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Excerpt, Name, Report
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.newswcl import Article, Mention, read_newswcl
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import Half, Progress, Table, half_of
from comparer.evaluation.untokenised import join_tokens

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
_AGREEMENT = 0.5
_AFTER_HEAD = frozenset(
    {"of", "in", "for", "with", "at", "on", "to", "from", "by", "about", "against", "between", "over", "into"}
    | {"who", "which", "that", "where", "whose", ",", "-", "–", "—"}
)


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody or something is called in one place of an article."""

    words: frozenset[int]
    last: str
    referent: str
    keys: frozenset[str]
    """All that the same one is called in this article."""


@dataclass(frozen=True)
class Known:
    """One article with what was read of it."""

    article: Article
    tools: Tools

    @cached_property
    def placed(self) -> Placed:
        text, spans = _written(self.article.sentences)
        bounds = [(spans[start][0], spans[end - 1][1]) for start, end in (m.tokens for m in self.article.mentions)]
        return Placed(text, bounds, read_article(text, tools=self.tools))

    @cached_property
    def called(self) -> list[Called | None]:
        """What each mention is known by, in their order."""
        found = [*self._names(), *self._places()]
        heads = [self._head(mention) for mention in self.article.mentions]
        return [_best(found, words, head) for words, head in zip(self.placed.gold_words, heads, strict=True)]

    def last_word(self, mention: Mention) -> str:
        return self.article.tokens[mention.tokens[1] - 1].lower()

    def _names(self) -> Iterator[Called]:
        keys: dict[str, set[str]] = {}
        for name in self.placed.reading.names:
            keys.setdefault(name.referent, set()).add(_key(name))
        for name in self.placed.reading.names:
            words = self.placed.words_of([name])
            yield Called(words, name.text.lower().split()[-1], name.referent, frozenset(keys[name.referent]))

    def _places(self) -> Iterator[Called]:
        """Countries and cities are read as places, whether they act or not."""
        for place in self.placed.reading.places:
            last = self.placed.reading.text[place.start : place.end].lower().split()[-1]
            yield Called(self.placed.words_of([place]), last, f"place {place.name}", frozenset({f"place {place.name}"}))

    def _head(self, mention: Mention) -> str:
        words = [word.lower() for word in self.article.tokens[slice(*mention.tokens)]]
        stop = next((number for number, word in enumerate(words) if number and word in _AFTER_HEAD), len(words))
        return words[stop - 1]


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
        progress(number * 10, len(documents) * 10)
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


def _key(name: Name) -> str:
    """The last word of a proper name, as within one article; the noun otherwise."""
    head = name.head or name.text
    return head.split()[-1].lower() if head[:1].isupper() and head.split() else head.lower()


def _best(called: Sequence[Called], words: frozenset[int], head: str) -> Called | None:
    near = [one for one in called if one.words & words]
    agreeing = [(2 * len(one.words & words) / (len(one.words) + len(words)), one) for one in near]
    best = max(agreeing, key=lambda one: one[0], default=None)
    if best and best[0] >= _AGREEMENT:
        return best[1]
    return next((one for one in near if one.words <= words and one.last == head), None)


def _is_who(mention: Mention) -> bool:
    return mention.chain.endswith(_KINDS_OF_WHO)


def _tally(twos: Iterable[tuple[bool, bool]]) -> Tally:
    counted = Counter(twos)
    right = counted[True, True]
    return Tally(right, right + counted[False, True], right, right + counted[True, False])


def _written(sentences: Sequence[Sequence[str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text, a sentence a line, and where each token lies in it."""
    text, spans = "", list[tuple[int, int]]()
    for sentence in sentences:
        line, places = join_tokens(sentence, hyphens=True)
        start = len(text)
        spans += [(start + one, start + end) for one, end in places]
        text += line + "\n"
    return text.removesuffix("\n"), spans
