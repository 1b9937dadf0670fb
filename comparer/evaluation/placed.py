"""A report laid over the gold texts: what its offsets mean in the words and sentences of the originals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from comparer.analysis.report import Range, Reading, Span
from comparer.evaluation.words import Words, same_words

_LINE = re.compile(r"[^\n]*\S[^\n]*")


class Placed:
    """One side: the original `text`, its gold `sentences`, and what was read of it."""

    def __init__(self, text: str, sentences: Sequence[Range], reading: Reading) -> None:
        self.text = text
        self.reading = reading
        self._words = Words(text)
        self._read = Words(reading.text)
        self._back = same_words(self._read, self._words)
        self._sentences = [self._telling(self._words.under([span])) for span in sentences]
        said: dict[str, int] = {}
        self._first = [said.setdefault(text[a:b].strip(), number) for number, (a, b) in enumerate(sentences)]

    def words_of(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the words of the original below spans of the reading, punctuation left out."""
        under = self._read.under((span.start, span.end) for span in spans)
        return self._telling({self._back[word] for word in under if word in self._back})

    def words_at(self, passages: Iterable[str]) -> frozenset[int]:
        """Return the words of all `passages`, each a substring of the original."""
        starts = [(self.text.index(passage), len(passage)) for passage in passages]
        return self._telling(self._words.under((start, start + length) for start, length in starts))

    def words_within(self, span: Range) -> frozenset[int]:
        """Return the words of the original below `span`, which is one of the original."""
        return self._telling(self._words.under([span]))

    def gold_under(self, span: Range) -> frozenset[int]:
        """Return the gold sentences (or tokens, if they were given as such) that share a word with `span`."""
        words = self.words_of([Span(*span)])
        return frozenset(number for number, sentence in enumerate(self._sentences) if sentence & words)

    def lines_set_aside(self) -> set[str]:
        """Return the lines of the original of which less than half was read as article."""
        read = frozenset(self._back.values())
        lines = ((line.group().strip(), self._words.under([line.span()])) for line in _LINE.finditer(self.text))
        return {line for line, words in lines if 2 * len(words & read) < len(words)}

    @property
    def size(self) -> int:
        """How many gold sentences there are."""
        return len(self._sentences)

    @property
    def gold_words(self) -> Sequence[frozenset[int]]:
        """The words of each gold sentence, counted in the original, punctuation left out."""
        return self._sentences

    @cached_property
    def of_sentences(self) -> list[tuple[int, ...]]:
        """For each sentence that was read, the gold sentences that it covers by half, or in which half of it lies."""
        return [self._gold_of(sentence) for sentence in self.reading.sentences]

    @cached_property
    def sentences_of_claims(self) -> dict[str, tuple[int, ...]]:
        """Map claim ids to gold sentences: those it covers by half, and that in which half of it lies.

        A sentence that the text repeats word for word, as pages do with headlines, is the first of them.
        """
        return {
            claim.id: tuple(sorted({self._first[number] for number in self._gold_of(claim)}))
            for claim in self.reading.claims
        }

    def _gold_of(self, span: Span) -> tuple[int, ...]:
        words = self.words_of([span])
        shared = [len(words & sentence) for sentence in self._sentences]
        return tuple(
            number
            for number, (count, sentence) in enumerate(zip(shared, self._sentences, strict=True))
            if count and 2 * count >= min(len(words), len(sentence))
        )

    def _telling(self, positions: Iterable[int]) -> frozenset[int]:
        return frozenset(word for word in positions if self._words.words[word][0].isalnum())
