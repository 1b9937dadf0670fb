"""Flat on one side; with a hedge, or only under a condition, on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.passages import Passage, excerpt, spans_inside
from comparer.analysis.report import Excerpt, Hedge, Slot, Span, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset(
    {"be", "have", "do", "go", "get", "say", "tell", "seem", "appear", "believe", "think", "suspect", "one"}
)
_REACH = 2
"""Words of meaning behind a hedge that it weakens."""
_MOSTLY, _FEWEST = 0.75, 2
_CONDITIONS = (
    ("if",), ("unless",), ("provided",), ("providing",), ("assuming",), ("as", "long", "as"), ("so", "long", "as"),
    ("on", "condition"), ("in", "case"), ("subject", "to"), ("depending", "on"), ("only", "if"), ("once",), ("pending",),
    ("should",), ("except", "if"), ("in", "the", "event"), ("on", "the", "condition"), ("hinges", "on"), ("hangs", "on"),
)  # fmt: skip
_NO_CONDITION = (
    ("even", "if"),
    ("as", "if"),
    ("what", "if"),
    ("if", "not"),
    ("if", "any"),
    ("if", "only"),
    ("once", "a"),
)
_BLAMED = frozenset({"charge", "accuse", "suspect", "allege", "arrest", "question", "investigate", "indict"})
"""Whoever is charged with it has not surely done it."""
_EXPECTING = frozenset({"expected", "expect", "expects", "likely", "anticipated", "forecast", "predicted", "tipped"})
_ASKING = frozenset({"ask", "wonder", "see", "know", "decide", "check", "question", "determine", "unclear"})


def compare_degrees(left: Passage, right: Passage, matches: Sequence[MatchedEvents]) -> Iterator[Finding]:
    """Yield a hedge or a condition that only one of two passages has that otherwise tell the same.

    What shows in the events themselves ("may close" beside "closed") is left to
    the comparison of events.
    """
    if not _tell_the_same(left, right) or any(match.relation == "opposite" for match in matches):
        return
    if any(event.denied for event in (*left.events, *right.events)) or _says_no(left) != _says_no(right):
        return
    hedges = _hedge(left), _hedge(right)
    conditions = _condition(left), _condition(right)
    depends = _depends(left, conditions[0]), _depends(right, conditions[1])
    if (hedges[0] is None) != (hedges[1] is None):
        there = right if hedges[0] else left
        here = left if hedges[0] else right
        if not _leaning(there) and _of_what_both_tell(hedges[0] or hedges[1], here, there):
            yield _finding(left, right, hedges, "leaves it open")
    elif depends[0] != depends[1] and (conditions[0] is None) != (conditions[1] is None):
        yield _finding(left, right, conditions, "makes it depend on something")


def _says_no(passage: Passage) -> bool:
    return any(event.negated for event in passage.events)


def _of_what_both_tell(hedge: Hedge | None, here: Passage, there: Passage) -> bool:
    """False for "once rumoured to be a spy" where the other side tells of his death: what it weakens must be told there."""
    if hedge is None:
        return False
    known = _content(there)
    words = [token for token in here.tokens if token.pos in _CONTENT and token.lemma not in _EMPTY]
    stop = next((t.start for t in here.tokens if t.pos == "PUNCT" and t.start >= hedge.end), here.end)
    behind = [token.lemma for token in words if hedge.end <= token.start < stop][:_REACH]
    before = [token.lemma for token in words if token.end <= hedge.start][-1:]
    return not known.isdisjoint(behind or before)


def _depends(passage: Passage, condition: Span | None) -> bool:
    """Conditions inside quotations count too, where none is told of the other side alone; so does "failure would"."""
    if (
        condition is not None
        or passage.text.rstrip("\"”’' ").endswith("?")
        or any(event.modality == "conditional" for event in passage.events)
    ):
        return True
    words = {passage.reading.text[token.start : token.end].lower() for token in passage.tokens}
    return not words.isdisjoint({"if", "unless", "would"})


def _tell_the_same(left: Passage, right: Passage) -> bool:
    """True where the shorter passage has hardly a word of meaning that the longer lacks."""
    ours, theirs = _content(left), _content(right)
    fewer = min(len(ours), len(theirs))
    return fewer >= _FEWEST and len(ours & theirs) >= _MOSTLY * fewer


def _content(passage: Passage) -> set[str]:
    hedged = {token.start for hedge in passage.hedges for token in spans_inside(passage.tokens, hedge)}
    return {
        token.lemma
        for token in passage.tokens
        if token.pos in _CONTENT and token.lemma not in _EMPTY and token.start not in hedged
    }


def _hedge(passage: Passage) -> Hedge | None:
    return next((hedge for hedge in passage.hedges if hedge.direction == "hedge"), None)


def _leaning(passage: Passage) -> bool:
    """True where the verb itself leaves it open: "is suspected of", "is expected to"."""
    modals = (passage.reading.text[slice(*event.modal)].lower() for event in passage.events if event.modal)
    if any(token.lemma in _BLAMED for token in passage.tokens):
        return True
    open_events = any(event.modality not in {"asserted", "future"} for event in passage.events)
    return open_events or not _EXPECTING.isdisjoint(modals)


def _condition(passage: Passage) -> Span | None:
    """The words that open a condition, outside quotations and indirect questions."""
    tokens = passage.tokens
    words = [passage.reading.text[token.start : token.end].lower() for token in tokens]
    for position in range(len(words)):
        opener = next((some for some in _CONDITIONS if tuple(words[position : position + len(some)]) == some), None)
        if opener and _conditions(tokens, words, position, opener) and not _quoted(passage, tokens[position]):
            return Span(tokens[position].start, _clause_end(passage, tokens, position))
    return None


def _conditions(tokens: Sequence[Token], words: Sequence[str], position: int, opener: tuple[str, ...]) -> bool:
    around = [tuple(words[start : start + 2]) for start in (position - 1, position) if start >= 0]
    if any(some in _NO_CONDITION for some in around):
        return False
    before = tokens[position - 1].lemma if position else ""
    if opener == ("if",):
        return before not in _ASKING
    if opener in {("once",), ("should",)}:
        # "Once the court agrees" opens a sentence or follows a comma; "should" is a condition only in front.
        return (position == 0 or tokens[position - 1].pos == "PUNCT") and position + 1 < len(words)
    if opener in {("provided",), ("providing",), ("assuming",)}:
        return position + 1 < len(words) and words[position + 1] in {"that", "the", "it", "they", "he", "she"}
    return True


def _clause_end(passage: Passage, tokens: Sequence[Token], position: int) -> int:
    for token in tokens[position + 1 :]:
        if token.pos == "PUNCT":
            return token.start
    return passage.end


def _quoted(passage: Passage, token: Token) -> bool:
    return any(quote.start <= token.start < quote.end for quote in passage.quotes)


def _finding(left: Passage, right: Passage, spans: tuple[Span | None, Span | None], how: str) -> Finding:
    """Tell of the one span that there is."""
    here_is_left = spans[0] is not None
    here, there = (left, right) if here_is_left else (right, left)
    span = spans[0] or spans[1] or here.claims[0]
    mine, other = (excerpt(here.reading, span),), _flat(there)
    first, second = ("Left", "right") if here_is_left else ("Right", "left")
    slots = (mine[0].text, "plainly") if here_is_left else ("plainly", mine[0].text)
    return Finding(
        "certainty",
        "differs",
        mine if here_is_left else other,
        other if here_is_left else mine,
        f"{first} {how} (“{mine[0].text}”); {second} says it flatly.",
        slot=Slot("how certain", *slots, "differs"),
        confirmed=True,
    )


def _flat(passage: Passage) -> tuple[Excerpt, ...]:
    """The verb of the flat side; the whole claim where none was read."""
    event = next((event for event in passage.events if event.tense), None)
    return (excerpt(passage.reading, event if event is not None else passage.claims[0]),)
