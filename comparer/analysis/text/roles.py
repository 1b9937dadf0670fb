"""What each paragraph is: title, section heading, social media post or body."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.analysis.report import Role
from comparer.analysis.text.lines import is_prose, is_title_case
from comparer.analysis.text.rules import ends_in_signature

_HEADING_WORDS = 14
_PLAIN_HEADING_WORDS = 10
_HEADING_LENGTH = 110
_POST_PARAGRAPHS = 3
_RUNS_ON = (",", ";", ":", ".", "…")
_CUT_SHORT = ("…", "...")


def find_roles(texts: Sequence[str], *, has_title: bool) -> list[Role]:
    """Return the role of each paragraph.

    A post ends with its signature ("— Name (@handle) June 5, 2031"), which keeps
    the role, so that whoever looks for the speaker finds the name there. Where a
    sentence ending in a colon introduces the post, it begins after that (at most
    three paragraphs); else it is the one paragraph before the signature. A
    paragraph after the signature that breaks off in "…" is the rest of the post.
    """
    roles: list[Role] = ["body"] * len(texts)
    if has_title and texts:
        roles[0] = "title"
    for i, text in enumerate(texts):
        if roles[i] == "body" and _is_heading(texts, i):
            roles[i] = "heading"
        if i and ends_in_signature(text):
            end = i + 2 if i + 1 < len(texts) and texts[i + 1].endswith(_CUT_SHORT) else i + 1
            for j in range(_post_start(texts, i, first=int(has_title)), end):
                roles[j] = "post"
    return roles


def _is_heading(texts: Sequence[str], at: int) -> bool:
    """A short line with text under it, written like a headline."""
    text = texts[at]
    words = text.split()
    if at + 1 == len(texts) or len(text) > _HEADING_LENGTH or len(words) > _HEADING_WORDS:
        return False
    if text.endswith(_RUNS_ON) or text.startswith(("“", '"')) or (is_prose(text) and not text.endswith("?")):
        return False
    plain = len(words) <= _PLAIN_HEADING_WORDS and text[0].isupper() and text[-1].isalnum() and is_prose(texts[at + 1])
    return plain or text.endswith("?") or is_title_case(text)


def _post_start(texts: Sequence[str], signature: int, *, first: int) -> int:
    """A signature on a line of its own belongs to the text above it, from the paragraph `first` at most."""
    if not texts[signature].startswith(("—", "–", "-")):
        return signature
    for start in range(signature - 1, max(first, signature - _POST_PARAGRAPHS - 1) - 1, -1):
        if texts[start].endswith(":"):
            return start + 1
    return max(first, signature - 1)
