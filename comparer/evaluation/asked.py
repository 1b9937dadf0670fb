"""A sentence with the questions that people asked on its verbs, laid over what was read of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from comparer.analysis.compare import read_article
from comparer.analysis.report import Event, Range
from comparer.analysis.tools import Tools
from comparer.evaluation.placed import Placed
from comparer.evaluation.qa_align import Proposition
from comparer.evaluation.untokenised import join_tokens

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
Links = frozenset[tuple[int, int]]


class AskedSentence:
    """One sentence with its questions, and what was read of it; tokens are counted from 0."""

    def __init__(self, tokens: Sequence[str], asked: Sequence[Proposition], tools: Tools) -> None:
        text, spans = join_tokens(tokens)
        self.asked = asked
        self.placed = Placed(text, spans, read_article(text, tools=tools))
        self.verbs = sorted({one.verb for one in asked})
        self._tokens = {
            position: token
            for token in (self.placed.reading.index.tokens if self.placed.reading.index else ())
            for position in self.tokens_under((token.start, token.end))
        }

    def words(self, proposition: Proposition) -> frozenset[str]:
        """Return the lemmas of the content words of the answer."""
        told = (self._tokens[token] for token in proposition.answer if token in self._tokens)
        return frozenset(token.lemma.lower() for token in told if token.pos in _CONTENT)

    def verbs_of(self, event: Event) -> list[int]:
        """Return the verbs with questions that the event's predicate covers."""
        under = self.tokens_under((event.start, event.end))
        return [verb for verb in self.verbs if verb in under]

    def tokens_under(self, span: Range | None) -> frozenset[int]:
        """Return the tokens that share a word with a stretch of the reading; none for None."""
        return self.placed.gold_under(span) if span else frozenset()

    def asked_claims(self, other: AskedSentence) -> Links:
        """Return all two claims that both hold verbs with questions."""
        return self.claims_of(frozenset((i, j) for i in self.verbs for j in other.verbs), other)

    def claims_of(self, verbs: Collection[tuple[int, int]], other: AskedSentence) -> Links:
        """Return the claims in which the verbs lie."""
        ours, theirs = self._claim_of_verb(), other._claim_of_verb()
        return frozenset((ours[i], theirs[j]) for i, j in verbs if i in ours and j in theirs)

    def same_lemma(self, other: AskedSentence) -> Links:
        """Return the verbs of both that have one lemma."""
        return frozenset((i, j) for i in self.verbs for j in other.verbs if self._lemma(i) == other._lemma(j) != "")

    def _lemma(self, token: int) -> str:
        return self._tokens[token].lemma.lower() if token in self._tokens else ""

    def _claim_of_verb(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for claim in self.placed.reading.claims:
            under = self.tokens_under((claim.start, claim.end))
            found |= {verb: int(claim.id[1:]) for verb in self.verbs if verb in under}
        return found


def same_roles(one: Event, other: Event, left: AskedSentence, right: AskedSentence) -> Iterator[tuple[int, int]]:
    """Yield the propositions of two events told to be one, by position, whose answers are in one role of them."""
    ours, theirs = _roles(one, left), _roles(other, right)
    for i, role in ours.items():
        for j, another in theirs.items():
            if role == another and (role or left.words(left.asked[i]) & right.words(right.asked[j])):
                yield i, j


def _roles(event: Event, sentence: AskedSentence) -> dict[int, str]:
    """Return the questions on the event's verb with the role in which their answer lies; "" for neither."""
    verbs = sentence.verbs_of(event)
    roles = {"agent": sentence.tokens_under(event.agent), "patient": sentence.tokens_under(event.patient)}
    return {
        number: next((role for role, tokens in roles.items() if _is_told(asked.answer, tokens)), "")
        for number, asked in enumerate(sentence.asked)
        if asked.verb in verbs
    }


def _is_told(answer: frozenset[int], role: frozenset[int]) -> bool:
    return bool(role) and 2 * len(answer & role) >= min(len(answer), len(role))
