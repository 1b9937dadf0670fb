"""The two closest claims of a pair, who says each, and whether they surely say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from comparer.analysis.differences.shades import shade_of
from comparer.analysis.passages import Passage
from comparer.analysis.report import Attribution, ClaimPair

_TOLD_ALIKE = 0.6
"""Who says it is only worth telling if it surely is the same that they say: score of the pair."""
_NEARLY_ALIKE = 0.55
_SAME_WORDS, _FEWEST_WORDS = 0.7, 2
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "make", "take", "go", "get"})
_PROMISES = frozenset({"vow", "promise", "pledge", "swear", "threaten"})
_SILENCE = ("not ", "n’t ", "n't ", "declined", "refused", "never ")
"""In the cue of somebody who says nothing: that is no way of calling a statement."""


@dataclass(frozen=True)
class Told:
    """The two closest claims of a matched pair, and who says each; None is the outlet's own voice."""

    pair: ClaimPair
    left: Passage
    right: Passage

    @cached_property
    def ours(self) -> Attribution | None:
        return statement_of(self.left)

    @cached_property
    def theirs(self) -> Attribution | None:
        return statement_of(self.right)

    @cached_property
    def alike(self) -> bool:
        """True where both surely say the same, whoever says it."""
        if self.pair.score >= _TOLD_ALIKE or self.pair.score < _NEARLY_ALIKE:
            return self.pair.score >= _TOLD_ALIKE
        ours, theirs = _content(self.left, self.ours), _content(self.right, self.theirs)
        fewer = min(len(ours), len(theirs))
        return fewer >= _FEWEST_WORDS and len(ours & theirs) >= _SAME_WORDS * fewer


class Tellings:
    """All pairs in which either claim of a pair takes part."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._left: dict[tuple[str, ...], list[Told]] = {}
        self._right: dict[tuple[str, ...], list[Told]] = {}
        for one in told:
            self._left.setdefault(one.left.ids, []).append(one)
            self._right.setdefault(one.right.ids, []).append(one)

    def of(self, one: Told) -> list[Told]:
        return [*self._left[one.left.ids], *self._right[one.right.ids]]


def statement_of(passage: Passage) -> Attribution | None:
    """Return who tells it; else who believes or promises it, where the text names them."""
    # Who orders or demands something does not tell it.
    told = (said for said in passage.attributions if said.kind == "statement" and said.stance != "demand")
    return next(told, None) or next((said for said in _around(passage) if said.quoted or _is_meant(said)), None)


def _around(passage: Passage) -> list[Attribution]:
    """The attributions whose cue stands in the passage, whether or not the claim is laid in somebody's mouth."""
    return [
        said
        for said in passage.reading.attributions
        if said.source and said.cue and any(claim.start <= said.cue[0] < claim.end for claim in passage.claims)
    ]


def _is_meant(said: Attribution) -> bool:
    if said.kind == "attitude":
        return shade_of(said) not in {"plain", "deny"}
    return said.kind == "belief" or (said.kind == "intention" and said.cue_lemma in _PROMISES)


def speaks_for_itself(passage: Passage, teller: Passage) -> bool:
    """Return whether a claim is the outlet's own, beside the `teller` who attributes it.

    False where the claim is quoted or tells of somebody's words or wishes, but for what
    the teller has somebody say in the same word: that is what is told.
    """
    text = passage.reading.text
    if any(text[slice(*said.cue)] not in teller.text for said in _around(passage) if said.cue):
        return False
    claim = passage.claims[0]
    quoted = sum(min(q.end, claim.end) - max(q.start, claim.start) for q in passage.quotes)
    return 2 * quoted < claim.end - claim.start


def names_a_verb(passage: Passage, said: Attribution) -> bool:
    """False for "had to recall", a dash before the name under a post, a quotation that merely goes on, and "did not comment"."""
    cue = passage.reading.text[slice(*said.cue)].lower() if said.cue else ""
    tells = any(letter.isalpha() for letter in cue) and not cue.startswith("to ")
    return tells and not any(word in cue for word in _SILENCE)


def _content(passage: Passage, said: Attribution | None) -> set[str]:
    """The lemmas of what is said, who says it left out."""
    frame = [span for span in (said.source, said.cue) if span] if said else []
    return {
        token.lemma
        for token in passage.tokens
        if token.pos in _TELLING
        and token.lemma not in _EMPTY
        and not any(start <= token.start < end for start, end in frame)
    }
