"""Loaded words measured on BABE: which of the words that experts call biased are marked, and what else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from comparer.analysis.framing.loaded import read_loaded
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Paragraph, Range
from comparer.analysis.tools import load_nlp
from comparer.evaluation.babe import MarkedSentence, read_babe
from comparer.evaluation.bootstrap import interval
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of
from comparer.evaluation.words import Words

DEFINITION = (
    "Unit: a word of a sentence, punctuation left out. Gold are the words of a sentence that stand in its list of "
    "biased words, wherever in it; found are the words under a mark. Micro average over all words of all sentences "
    "on which the annotators agreed; interval: 1,000 bootstrap draws of sentences. Plain words are those of the "
    "sentences judged not biased and entirely factual. Floor: every noun, verb, adjective and adverb that "
    "stands in the set three times at most, the limit that suits it best. Agreement: between "
    "annotators of the set, quoted."
)
_CONTENT = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
_RARE = 3
# Word F1 of one annotator against another; not computed here.
_PUBLISHED = 0.46


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one sentence."""

    gold: int
    found: int
    right: int


def evaluate_loaded(path: Path, half: Half, progress: Progress) -> Table:
    """Return word scores on BABE's file at `path`. BadDataError for other files."""
    sentences = half_of(read_babe(path), half)
    tallies: list[Tally] = []
    content: list[list[tuple[str, Range]]] = []
    for number, sentence in enumerate(sentences):
        progress(number, len(sentences))
        doc = load_nlp()(sentence.text)
        tallies.append(tally(sentence, _found(doc)))
        content.append([(word.lemma_.lower(), (word.idx, word.idx + len(word))) for word in doc if _is_content(word)])
    floor = [tally(sentence, rare) for sentence, rare in zip(sentences, _rare(content), strict=True)]
    plain = [(s, t) for s, t in zip(sentences, tallies, strict=True) if s.plain]
    counts = {
        "sentences": len(sentences),
        "gold words": sum(t.gold for t in tallies),
        "found words": sum(t.found for t in tallies),
        "plain words": sum(len(_words(s.text)) for s, _ in plain),
        "false marks in them": sum(t.found - t.right for _, t in plain),
    }
    figure = _figure(tallies)
    floors = {figure.name: _figure(floor).value}
    return Table(DEFINITION, counts, (figure,), floor=floors, agreement={figure.name: _PUBLISHED})


def tally(sentence: MarkedSentence, found: Sequence[Range]) -> Tally:
    """Count the words of one sentence; `found` are the marks as character spans."""
    marked = {word for phrase in sentence.marked for word in Words(phrase.lower()).words}
    words = _words(sentence.text)
    gold = {position for position, word in words.items() if word.lower() in marked}
    under = Words(sentence.text).under(found) & words.keys()
    return Tally(len(gold), len(under), len(gold & under))


def _words(text: str) -> dict[int, str]:
    """Return the words by position, without punctuation."""
    return {position: word for position, word in enumerate(Words(text).words) if word[0].isalnum()}


def _is_content(word: Token) -> bool:
    return word.is_alpha and word.pos_ in _CONTENT


def _rare(content: Sequence[Sequence[tuple[str, Range]]]) -> Iterator[list[Range]]:
    """Yield for each sentence its words that are rare in the set."""
    counted = Counter(lemma for words in content for lemma, _ in words)
    for words in content:
        yield [span for lemma, span in words if counted[lemma] <= _RARE]


def _found(doc: Doc) -> list[Range]:
    lexicons = load_lexicons()
    quotes = read_quotes(doc.text, (Paragraph(0, len(doc.text)),))
    found = read_loaded(doc, quotes=quotes, words=lexicons.loaded, labels=lexicons.labels)
    return [(loaded.start, loaded.end) for loaded in found]


def _figure(tallies: Sequence[Tally]) -> Figure:
    def f1(some: Sequence[Tally]) -> float:
        total = sum(t.gold + t.found for t in some)
        return 2 * sum(t.right for t in some) / total if total else 0.0

    right, found, gold = (sum(getattr(t, name) for t in tallies) for name in ("right", "found", "gold"))
    low, high = interval(tallies, f1)
    return Figure(
        "loaded words", f1(tallies), low, high, right / found if found else 0.0, right / gold if gold else 0.0
    )
