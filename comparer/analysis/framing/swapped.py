"""One noun in the place of another, in two sentences that have the same words otherwise."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import dropwhile, pairwise

from comparer.analysis.passages import Passage
from comparer.analysis.report import Range, Token

_FEWEST_SHARED = 2
_HOW_MANY = frozenset({"NUM", "ADV", "ADP"})
_LONGEST = 2
_MOST_WORDS = 60
"""Two reports do not share longer sentences but for a word; keeps hostile text quick."""

Swapped = tuple[tuple[Token, Range], tuple[Token, Range]]


def swapped_nouns(left: Passage, right: Passage) -> Swapped | None:
    """Return the nouns, with the words before them that differ too; None where more than one place differs."""
    ours, theirs = _words(left), _words(right)
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        return None
    matcher = SequenceMatcher(None, [one.lemma for one in ours], [one.lemma for one in theirs], autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    if len(changes) != 1 or len(ours) - (changes[0][2] - changes[0][1]) < _FEWEST_SHARED:
        return None
    _, start, end, other_start, other_end = changes[0]
    one, other = _noun(ours[start:end]), _noun(theirs[other_start:other_end])
    return (one, other) if one is not None and other is not None else None


def _words(passage: Passage) -> list[Token]:
    return [token for token in passage.tokens if token.pos not in {"PUNCT", "DET", "SPACE"}]


def _noun(differing: list[Token]) -> tuple[Token, Range] | None:
    """The noun that ends the few words in which a side differs; how many there are is told as a number."""
    tokens = list(dropwhile(lambda token: token.pos in _HOW_MANY, differing))
    if not 0 < len(tokens) <= _LONGEST:
        return None
    if any(after.start != before.end + 1 for before, after in pairwise(tokens)):
        return None  # a comma or an article stands between them
    last = tokens[0] if _is_hyphened(tokens) else tokens[-1]
    plural = last.pos == "PROPN" and last.lemma.endswith(("s", "men", "people"))
    return (last, (tokens[0].start, tokens[-1].end)) if last.pos == "NOUN" or plural else None


def _is_hyphened(tokens: list[Token]) -> bool:
    """True for the two parts of "passer-by"."""
    return len(tokens) == _LONGEST and tokens[1].pos in {"ADP", "ADV"}
