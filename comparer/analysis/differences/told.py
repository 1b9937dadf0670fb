"""The two closest claims of a pair, who says each, and whether they surely say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from comparer.analysis.differences.overlap import overlap
from comparer.analysis.differences.statements import statement_of
from comparer.analysis.passages import Passage
from comparer.analysis.report import Attribution, ClaimPair

_TOLD_ALIKE = 0.6
"""Who says it is only worth telling if it surely is the same that they say: score of the pair."""
_NEARLY_ALIKE = 0.55
_SAME_WORDS, _FEWEST_WORDS = 0.7, 2
# How near the two statements must be, apart from who says them: cosine, share of the shorter, share of the longer.
_ONE_STATEMENT, _ONE_SPEAKER = (0.5, 0.5, 0.25), (0.35, 0.4, 0.3)
_IN_OTHER_WORDS = 0.55
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "make", "take", "go", "get"})


@dataclass(frozen=True)
class Told:
    """The two closest claims of a matched pair, and who says each; None is the outlet's own voice."""

    pair: ClaimPair
    left: Passage
    right: Passage
    closeness: float = 1.0
    """Cosine of the two claims, as in aligning."""

    @cached_property
    def ours(self) -> Attribution | None:
        return statement_of(self.left)

    @cached_property
    def theirs(self) -> Attribution | None:
        return statement_of(self.right)

    @cached_property
    def alike(self) -> bool:
        """True where both surely say the same, whoever says it."""
        if not self._near(*_ONE_STATEMENT):
            return False
        if self.pair.score >= _TOLD_ALIKE or self.pair.score < _NEARLY_ALIKE:
            return self.pair.score >= _TOLD_ALIKE
        ours, theirs = _content(self.left, self.ours), _content(self.right, self.theirs)
        fewer = min(len(ours), len(theirs))
        return fewer >= _FEWEST_WORDS and len(ours & theirs) >= _SAME_WORDS * fewer

    @cached_property
    def akin(self) -> bool:
        """True where both are one statement if one speaker makes them: less is enough than for `alike`."""
        return self.close or self._near(*_ONE_SPEAKER)

    @cached_property
    def close(self) -> bool:
        """True where both mean nearly one thing, in whatever words."""
        return self.closeness >= _IN_OTHER_WORDS

    @cached_property
    def retold(self) -> bool:
        """True where the one tells in few words of its own what the other has somebody say."""
        if not self.close:
            return False
        if self.alike:
            return True
        told = overlap(self.left, self.right)
        return bool(told.shared) and told.of_shorter >= _ONE_STATEMENT[1]

    def _near(self, closeness: float, of_shorter: float, of_longer: float) -> bool:
        told = overlap(self.left, self.right)
        enough = told.of_shorter >= of_shorter and told.of_longer >= of_longer
        few = told.shared < _FEWEST_WORDS and told.of_longer < 1  # "the outbreak is over" has but one word to share
        return enough and told.shared > 0 and not few and self.closeness >= closeness


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
