"""Propositions measured on QA-ALIGN: what the analysis pairs below the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.events.match import match_events
from comparer.analysis.passages import passage_of
from comparer.analysis.report import ClaimPair, Event, Range
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.placed import Placed
from comparer.evaluation.qa_align import AlignedPair, Proposition, read_qa_align
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import Half, Progress, Table, half_of
from comparer.evaluation.untokenised import join_tokens

DEFINITION = (
    "Three units below the sentence, each counted where both sides have questions. Propositions: a verb with one "
    "question and its answer; two are found if the analysis pairs their sentences and tells the events of their verbs "
    "to be one, and the answers are in the same role of it (agent or patient), or in neither and share a content word. "
    "A gold alignment of several questions is reached by any two of them. Predicates: verbs of which any two "
    "questions are aligned; found are those of events told to be one. Claims: claims that hold such predicates; found "
    "are those that stand in one pair. Micro average over all; interval: 1,000 bootstrap draws of topics. Half takes "
    "every other topic. Floor: same lemma of the verb; for propositions, besides, a content word in both answers; for "
    "claims, a verb of the same lemma in both."
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_UNITS = ("propositions", "predicates", "claims")
Links = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Tallies of one sentence pair by unit: of the analysis, and of the floor."""

    ours: dict[str, Tally]
    floor: dict[str, Tally]


def evaluate_propositions(path: Path, half: Half, progress: Progress) -> Table:
    """Return F1 by unit on the file of QA-ALIGN at `path`. BadDataError for other files."""
    topics = half_of(_by_topic(read_qa_align(path)), half)
    pairs = [pair for topic in topics for pair in topic]
    tools, counted = load_tools(), []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        counted.append(count(pair, tools))
    counts = {
        "sentence pairs": len(pairs),
        "topics": len(topics),
        "aligned propositions": sum(len(pair.alignments) for pair in pairs),
        "aligned predicates": sum(one.ours["predicates"].gold for one in counted),
    }
    by_topic = list(_grouped(counted, [len(topic) for topic in topics]))
    figures = [figure(unit, [_sum([one.ours[unit] for one in topic]) for topic in by_topic]) for unit in _UNITS]
    floor = {unit: figure(unit, [one.floor[unit] for one in counted]).value for unit in _UNITS}
    return Table(DEFINITION, counts, figures, floor=floor)


def count(pair: AlignedPair, tools: Tools) -> Counts:
    """Compare the two sentences and count every unit."""
    left, right = (
        _Sentence(tokens, asked, tools) for tokens, asked in zip(pair.tokens, pair.propositions, strict=True)
    )
    report = compare_readings(left.placed.reading, right.placed.reading, lexicons=tools.lexicons)
    events = list(_same_events(report.pairs, left, right, tools))
    predicates = frozenset((i, j) for one, other in events for i in left.verbs_of(one) for j in right.verbs_of(other))
    found = frozenset(link for one, other in events for link in _same_roles(one, other, left, right))
    claims = frozenset(
        (int(one[1:]), int(other[1:])) for paired in report.pairs for one in paired.left for other in paired.right
    )
    lemmas = left.same_lemma(right)
    by_words = frozenset(
        (i, j)
        for i, one in enumerate(left.asked)
        for j, other in enumerate(right.asked)
        if (one.verb, other.verb) in lemmas and left.words(one) & right.words(other)
    )
    gold = frozenset(link for alignment in pair.alignments for link in alignment.pairs)
    verbs = frozenset((left.asked[i].verb, right.asked[j].verb) for i, j in gold)
    return Counts(
        {
            "propositions": _tally_alignments(pair, found),
            "predicates": _tally(verbs, predicates),
            "claims": _tally(left.claims_of(verbs, right), claims & left.asked_claims(right)),
        },
        {
            "propositions": _tally_alignments(pair, by_words),
            "predicates": _tally(verbs, lemmas),
            "claims": _tally(left.claims_of(verbs, right), left.claims_of(lemmas, right)),
        },
    )


class _Sentence:
    """One sentence with its questions, and what was read of it; tokens are counted from 0."""

    def __init__(self, tokens: Sequence[str], asked: Sequence[Proposition], tools: Tools) -> None:
        text, spans = join_tokens(tokens)
        self.asked = asked
        self.placed = Placed(text, spans, read_article(text, tools=tools))
        self.verbs = sorted({one.verb for one in asked})
        self._content = self._content_words()

    def words(self, proposition: Proposition) -> frozenset[str]:
        """Return the lemmas of the content words of the answer."""
        return frozenset(self._content[token] for token in proposition.answer if token in self._content)

    def verbs_of(self, event: Event) -> list[int]:
        """Return the verbs with questions that the event's predicate covers."""
        under = self.tokens_under((event.start, event.end))
        return [verb for verb in self.verbs if verb in under]

    def tokens_under(self, span: Range | None) -> frozenset[int]:
        return self.placed.gold_under(span) if span else frozenset()

    def asked_claims(self, other: _Sentence) -> Links:
        """Return all two claims that both hold verbs with questions."""
        return self.claims_of(frozenset((i, j) for i in self.verbs for j in other.verbs), other)

    def claims_of(self, verbs: Collection[tuple[int, int]], other: _Sentence) -> Links:
        """Return the claims in which the verbs lie."""
        ours, theirs = self._claim_of_verb(), other._claim_of_verb()
        return frozenset((ours[i], theirs[j]) for i, j in verbs if i in ours and j in theirs)

    def same_lemma(self, other: _Sentence) -> Links:
        ours, theirs = ({verb: side.lemma(verb) for verb in side.verbs} for side in (self, other))
        return frozenset((i, j) for i, one in ours.items() for j, another in theirs.items() if one == another)

    def lemma(self, token: int) -> str:
        return self._lemmas.get(token, f"token {token}")

    def _content_words(self) -> dict[int, str]:
        content: dict[int, str] = {}
        self._lemmas: dict[int, str] = {}
        for token in self.placed.reading.index.tokens if self.placed.reading.index else ():
            for position in self.tokens_under((token.start, token.end)):
                self._lemmas[position] = token.lemma.lower()
                if token.pos in _CONTENT:
                    content[position] = token.lemma.lower()
        return content

    def _claim_of_verb(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for claim in self.placed.reading.claims:
            under = self.tokens_under((claim.start, claim.end))
            found |= {verb: int(claim.id[1:]) for verb in self.verbs if verb in under}
        return found


def _same_events(
    pairs: Sequence[ClaimPair], left: _Sentence, right: _Sentence, tools: Tools
) -> Iterator[tuple[Event, Event]]:
    """Yield the events that the analysis tells to be one: those matched in its pairs."""
    words = tools.lexicons
    for pair in pairs:
        ours, theirs = passage_of(left.placed.reading, pair.left), passage_of(right.placed.reading, pair.right)
        for match in match_events(ours.events, theirs.events, predicates=words.predicates, actors=words.actors):
            yield match.left, match.right


def _same_roles(one: Event, other: Event, left: _Sentence, right: _Sentence) -> Iterator[tuple[int, int]]:
    ours, theirs = _roles(one, left), _roles(other, right)
    for i, role in ours.items():
        for j, another in theirs.items():
            if role == another and (role or left.words(left.asked[i]) & right.words(right.asked[j])):
                yield i, j


def _roles(event: Event, sentence: _Sentence) -> dict[int, str]:
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


def _tally_alignments(pair: AlignedPair, found: Links) -> Tally:
    gold = frozenset(link for alignment in pair.alignments for link in alignment.pairs)
    reached = sum(bool(alignment.pairs & found) for alignment in pair.alignments)
    return Tally(len(found & gold), len(found), reached, len(pair.alignments))


def _tally(gold: Links, found: Links) -> Tally:
    right = len(gold & found)
    return Tally(right, len(found), right, len(gold))


def _by_topic(pairs: Sequence[AlignedPair]) -> list[list[AlignedPair]]:
    topics: dict[str, list[AlignedPair]] = {}
    for pair in pairs:
        topics.setdefault(pair.topic, []).append(pair)
    return list(topics.values())


def _grouped(counted: Sequence[Counts], sizes: Sequence[int]) -> Iterator[Sequence[Counts]]:
    start = 0
    for size in sizes:
        yield counted[start : start + size]
        start += size


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        sum(tally.right for tally in tallies),
        sum(tally.found for tally in tallies),
        sum(tally.reached for tally in tallies),
        sum(tally.gold for tally in tallies),
    )
