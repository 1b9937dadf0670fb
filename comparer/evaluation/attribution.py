"""Attribution measured on PolNeAR: which cues are found, and which sources and contents are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.attribution import CueTable, read_attributions
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Attribution
from comparer.analysis.sentences import parse
from comparer.analysis.text import clean_article
from comparer.analysis.tools import load_nlp
from comparer.evaluation.bootstrap import interval
from comparer.evaluation.plain_speech import plain_attributions
from comparer.evaluation.polnear import GoldArticle, read_polnear
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of
from comparer.evaluation.words import Words, same_words

DEFINITION = (
    "Unit: an attribution with a cue. A found one and a gold one match if their cues share a word, one to one, "
    "those that share most first. A whole relation is right if, besides, the words of the sources agree with "
    "F1 >= .5 and those of the contents with F1 >= .5; two empty sources agree. Punctuation counts as words. "
    "Micro average over all attributions; interval: 1,000 bootstrap draws of articles. "
    "Floor: a list of verbs of saying, the words up to the nearest comma as the source, the rest of the sentence as "
    "the content. Agreement: between annotators of the corpus, quoted."
)
_AGREEMENT = 0.5
_FIGURES = {
    "cue overlap": "cues",
    "cue and source": "sources",
    "cue and content": "contents",
    "whole relation": "whole",
}
# Of one annotator against another; not computed here.
_PUBLISHED = {"cue overlap": 0.81, "whole relation": 0.75}


@dataclass(frozen=True, slots=True)
class Parts:
    """Word positions in the text as it came."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one article."""

    gold: int
    found: int
    cues: int
    sources: int
    contents: int
    whole: int


def evaluate_attribution(path: Path, half: Half, progress: Progress) -> Table:
    """Return cue and relation scores on the part of PolNeAR in the folder `path`. BadDataError for other folders."""
    articles = half_of(read_polnear(path), half)
    cues = load_lexicons().cues
    tallies: list[Tally] = []
    floor: list[Tally] = []
    for number, article in enumerate(articles):
        progress(number, len(articles))
        gold = _gold(article)
        tallies.append(tally(gold, _found(article, cues)))
        floor.append(tally(gold, _plain(article.text)))
    counts = {"articles": len(articles), "gold": sum(t.gold for t in tallies), "found": sum(t.found for t in tallies)}
    return Table(
        DEFINITION,
        counts,
        [_figure(name, tallies, right) for name, right in _FIGURES.items()],
        floor={name: _figure(name, floor, right).value for name, right in _FIGURES.items()},
        agreement=_PUBLISHED,
    )


def tally(gold: Sequence[Parts], found: Sequence[Parts]) -> Tally:
    """Match one article's attributions and count."""
    matches = [(gold[i], found[j]) for i, j in _matches(gold, found)]
    sources = [agreement(one.source, other.source) >= _AGREEMENT for one, other in matches]
    contents = [agreement(one.content, other.content) >= _AGREEMENT for one, other in matches]
    whole = sum(source and content for source, content in zip(sources, contents, strict=True))
    return Tally(len(gold), len(found), len(matches), sum(sources), sum(contents), whole)


def agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """F1 of two sets of words; two empty sets agree."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _matches(gold: Sequence[Parts], found: Sequence[Parts]) -> list[tuple[int, int]]:
    shared = [
        (len(one.cue & other.cue), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.cue & other.cue
    ]
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(shared, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken


def _figure(name: str, tallies: Sequence[Tally], right: str) -> Figure:
    def f1(some: Sequence[Tally]) -> float:
        total = sum(t.gold + t.found for t in some)
        return 2 * sum(getattr(t, right) for t in some) / total if total else 0.0

    hits = sum(getattr(t, right) for t in tallies)
    found, gold = sum(t.found for t in tallies), sum(t.gold for t in tallies)
    low, high = interval(tallies, f1)
    return Figure(name, f1(tallies), low, high, hits / found if found else 0.0, hits / gold if gold else 0.0)


def _gold(article: GoldArticle) -> list[Parts]:
    words = Words(article.text)
    return [Parts(words.under(a.cue), words.under(a.source), words.under(a.content)) for a in article.attributions]


def _plain(text: str) -> list[Parts]:
    words = Words(text)
    return [Parts(words.under(a.cue), words.under(a.source), words.under(a.content)) for a in plain_attributions(text)]


def _found(article: GoldArticle, cues: CueTable) -> list[Parts]:
    clean = clean_article(article.text)
    quotes = read_quotes(clean.text, clean.paragraphs)
    doc = parse(clean, load_nlp())
    read = read_attributions(doc, paragraphs=clean.paragraphs, quotes=quotes, cues=cues)
    words = Words(clean.text)
    original = same_words(words, Words(article.text))
    return [_parts(attribution, words, original) for attribution in read]


def _parts(attribution: Attribution, words: Words, original: dict[int, int]) -> Parts:
    def under(spans: Iterable[tuple[int, int] | None]) -> frozenset[int]:
        """Positions in the original; words that cleaning changed count as words that are nowhere in it."""
        positions = words.under(span for span in spans if span is not None)
        return frozenset(original.get(position, -1 - position) for position in positions)

    return Parts(under([attribution.cue]), under([attribution.source]), under(attribution.content))
