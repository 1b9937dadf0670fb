"""What the mentions of an article are called, as the analysis reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from comparer.analysis.compare import read_article
from comparer.analysis.report import Name
from comparer.analysis.tools import Tools
from comparer.evaluation.newswcl import Article, Mention
from comparer.evaluation.placed import Placed
from comparer.evaluation.untokenised import join_tokens

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


def _written(sentences: Sequence[Sequence[str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text, a sentence a line, and where each token lies in it."""
    text, spans = "", list[tuple[int, int]]()
    for sentence in sentences:
        line, places = join_tokens(sentence, hyphens=True)
        start = len(text)
        spans += [(start + one, start + end) for one, end in places]
        text += line + "\n"
    return text.removesuffix("\n"), spans
