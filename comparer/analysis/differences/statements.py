"""Whose statement a passage is, and whether it is the outlet's own."""

from __future__ import annotations

from comparer.analysis.differences.shades import shade_of
from comparer.analysis.passages import Passage
from comparer.analysis.report import Attribution

_PROMISES = frozenset({"vow", "promise", "pledge", "swear", "threaten"})
_SILENCE = ("not ", "n’t ", "n't ", "declined", "refused", "never ")
"""In the cue of somebody who says nothing: that is no way of calling a statement."""


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
    # Who is "charged with" something says nothing.
    behind = passage.reading.text[said.cue[1] : said.cue[1] + 6] if said.cue else ""
    if said.cue_lemma == "charge" and behind.strip().startswith("with"):
        return False
    return tells and not any(word in cue for word in _SILENCE)
