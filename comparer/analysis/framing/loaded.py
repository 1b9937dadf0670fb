"""Mark words that judge, press or mock, where they stand in the outlet's own telling and mean what the list means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from comparer.analysis.events.roles import find_roles
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import american
from comparer.analysis.framing.words import LoadedWords
from comparer.analysis.labels import Labels
from comparer.analysis.report import Loaded, Quote, Range

_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_LOADABLE = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
_TOPICAL = 4
"""Uses in one article from which on a noun is what the article is about, no longer its choice of words."""


def read_loaded(doc: Doc, *, quotes: Sequence[Quote], words: LoadedWords, labels: Labels) -> tuple[Loaded, ...]:
    """Return the loaded words in the order of the text, each with the reason in plain words.

    Left out: what stands in quotation marks (somebody else's words), names,
    words that the article uses so often that it is about them, and words
    meant literally.
    """
    text = doc.text
    found = [
        Loaded(*span, text[slice(*span)], why) for span, why in without(quotes, _Finder(doc, words, labels).find())
    ]
    uses = Counter(loaded.term.lower() for loaded in found)
    return tuple(loaded for loaded in found if uses[loaded.term.lower()] < _TOPICAL)


def without(quotes: Sequence[Quote], found: Iterable[tuple[Range, str]]) -> Iterator[tuple[Range, str]]:
    """Yield those of `found` (in the order of the text) that stand in none of `quotes`."""
    position = 0
    for span, what in found:
        while position < len(quotes) and quotes[position].end <= span[0]:
            position += 1
        if position == len(quotes) or quotes[position].start > span[0]:
            yield span, what


class _Finder:
    """Walks over one text, a word or a hyphened compound at a time."""

    def __init__(self, doc: Doc, words: LoadedWords, labels: Labels) -> None:
        self._doc = doc
        self._words = words
        self._labels = labels

    @cached_property
    def _tree(self) -> Tree:
        return Tree(self._doc)

    def find(self) -> Iterator[tuple[Range, str]]:
        position = 0
        while position < len(self._doc):
            end = self._compound_end(position)
            why = self._reason_of_compound(position, end) if end > position + 1 else None
            if why is None:
                end = position + 1
                why = self._reason(self._doc[position])
            if why is not None:
                last = self._doc[end - 1]
                yield (self._doc[position].idx, last.idx + len(last)), why
            position = end

    def _compound_end(self, start: int) -> int:
        """The token after "far-left", which the tokenizer cuts in three; `start` + 1 for a word by itself."""
        doc, end = self._doc, start + 1
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
            end += 2
        return end

    def _reason_of_compound(self, start: int, end: int) -> str | None:
        head, before = self._doc[end - 1], self._doc[start : end - 1].text.lower()
        form, lemma = before + head.lower_, before + head.lemma_.lower()
        return self._words.why.get(("ADJ", form)) or self._words.why.get(("NOUN", lemma))

    def _reason(self, token: Token) -> str | None:
        if token.pos_ not in _LOADABLE:
            return None
        why = self._words.reason(token.pos_, american(token.lemma_), american(token.text))
        if why is None or token.pos_ != "VERB" or self._is_meant(token):
            return why
        return None

    def _is_meant(self, verb: Token) -> bool:
        """False where the verb means just what it says: "the truck slammed into a wall", "claimed three lives"."""
        lemma = american(verb.lemma_)
        if ("VERB", lemma) in self._words.alone and verb.dep_ == "amod":
            return False
        if lemma not in self._words.figurative and lemma not in self._words.literal:
            return True
        roles = find_roles(self._tree, verb)
        if lemma in self._words.literal and roles.patient is not None:
            return roles.patient.lemma_.lower() not in self._words.literal[lemma]
        involved = [role for role in (roles.agent, roles.patient) if role is not None]
        return lemma not in self._words.figurative or any(map(self._is_somebody, involved))

    def _is_somebody(self, role: Token) -> bool:
        kernel = self._tree.kernel(role)
        if kernel.pos_ == "PRON":
            return kernel.lower_ not in {"it", "which", "that", "this"}
        return kernel.ent_type_ in _PEOPLE or self._labels.acts(kernel.lemma_.lower())
