"""What is set aside from within a paragraph: datelines and the stumps of links."""

from __future__ import annotations

import re

from comparer.analysis.report import Removed
from comparer.analysis.text.edits import Draft, Edit, apply_edits

DATELINE_WHY = "Where and when the report was filed."
LINK_WHY = "The address of a picture or link."
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){0,3}(?:/[A-Z]{3,}(?: [A-Z]+)?)?"
_ANSWERS = "TRUE|FALSE|FACT|CLAIM|MYTH|REALITY|YES|NOT|NOTE|VERDICT|QUESTION|ANSWER|CORRECTION|PART|STEP"
_AGENCY = r"\((?:[A-Z]{2,5}|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})\)"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DATELINE = re.compile(
    rf"^(?!(?:{_ANSWERS})\b)(?:{_CITY}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){{0,2}})?(?:, {_DAY})?(?: {_AGENCY})?|{_AGENCY})"
    r"(?: ?[—–]+ ?| -+ )(?=[A-ZÀ-Þ“\"‘'\d])",
    re.MULTILINE,
)
_LINK = re.compile(
    r" ?(?<!\S)(?:pic\.(?:twitter|x)\.com/\w+|(?:https?://)?t\.co/\w+|https?://pic\.\S+)(?=[\s\"”’),.]|\Z)"
)


def cut_inline(draft: Draft) -> tuple[Draft, list[tuple[int, Removed]]]:
    """Return the draft without datelines and link stumps, and these with where they stood in what is returned."""
    found = [(match, DATELINE_WHY) for match in _DATELINE.finditer(draft.text)]
    found += [(match, LINK_WHY) for match in _LINK.finditer(draft.text)]
    found.sort(key=lambda item: item[0].start())
    removed: list[tuple[int, Removed]] = []
    cut = 0
    for match, why in found:
        removed.append((match.start() - cut, Removed(match[0].strip(), why)))
        cut += len(match[0])
    return apply_edits(draft, [Edit(*match.span(), "") for match, _ in found]), removed
