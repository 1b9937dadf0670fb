"""Punctuation of which a broken conversion left only a part.

A curly quotation mark, dash or ellipsis takes three bytes in UTF-8, the first
of them 0xE2, "â" in Latin-1. Where a conversion reads the bytes as Latin-1 and
then drops the control characters 0x80 to 0x9F, all that is left of a dash is
"â", and of an ellipsis "â¦". The words around it often show what stood there.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from comparer.analysis.text.edits import UNREADABLE_WHY, Draft, Edit, apply_edits, replace_all
from comparer.analysis.text.language import FUNCTION_WORDS

LOST_WHY = "Part of this mark was lost; only one reading fits here."
QUOTE_WHY = "Part of this quotation mark was lost; which kind it was cannot be known."
_WHY = {None: UNREADABLE_WHY, '"': QUOTE_WHY}
_WINDOW = 40
_WHOLE_WORD = 3
_REMAINS = (
    (re.compile("â€(?=[\\s.,;:!?)\\]]|\\Z)"), "”"),
    (re.compile("(?<=\\w)â€(?=\\w)"), "-"),
    # "…" and a no-break space, of whose five bytes the three E2 A6 A0 are left, are taken for this sign
    (re.compile("\u29a0"), "… "),
    (re.compile("â¦"), "…"),
    (re.compile("^â¢", re.MULTILINE), "•"),
    (re.compile("(?<=\\w)â¢"), "™"),
    (re.compile("â¬(?= ?\\d)|(?<=\\d)â¬"), "€"),
)
_SHORT = FUNCTION_WORDS["en"]
_ELIDED = frozenset(["til", "tis", "twas", "em"])
_CONTRACTED = re.compile(
    r"\b((?:[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Ww]o|[Cc]a|[CcWw]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad)n(?=[\ufffd?]t\b)"
    r"|(?:I|[Yy]ou|[Ww]e|[Tt]hey)(?=[\ufffd?](?:ve|ll|d)\b)|I(?=[\ufffd?]m\b)|(?:[Yy]ou|[Ww]e|[Tt]hey)(?=[\ufffd?]re\b))[\ufffd?]"
)


@dataclass(frozen=True, slots=True)
class _Site:
    """A lone "â" and what stands around it."""

    at: int
    left: str
    right: str
    before: str
    after: str


def mend_lost_bytes(draft: Draft) -> Draft:
    """Mend what is left of marks where the remains themselves show which it was."""
    for pattern, mark in _REMAINS:
        draft = replace_all(draft, pattern, mark, LOST_WHY)
    contracted = [Edit(match.end() - 1, match.end(), "’", LOST_WHY) for match in _CONTRACTED.finditer(draft.text)]
    return apply_edits(draft, contracted)


def mend_lost_marks(draft: Draft) -> Draft:
    """Mend each lone "â" by the words around it, in a text that shows this damage; a French "â" stays."""
    if "â" not in draft.text:
        return draft
    sites = [_site(draft.text, match.start()) for match in re.finditer("â", draft.text)]
    if not any(_is_damage(site) for site in sites):
        return draft
    words = _SHORT | {word.lower() for word in re.findall(r"\b[^\W\dâ_]{3,}\b", draft.text)}
    edits: list[Edit] = []
    quote_open = False
    end_of_line = -1
    for site in sites:
        if site.at > end_of_line:
            quote_open = False
            end_of_line = draft.text.find("\n", site.at) % (len(draft.text) + 1)
        mark = _mark(site, words, quote_open=quote_open)
        if mark == '"':
            quote_open = not quote_open
        edits.append(Edit(site.at, site.at + 1, mark, _WHY.get(mark, LOST_WHY)))
    return apply_edits(draft, edits)


def _site(text: str, at: int) -> _Site:
    before, after = text[max(0, at - _WINDOW) : at], text[at + 1 : at + 1 + _WINDOW]
    left, right = re.search(r"[^\Wâ_]*\Z", before), re.match(r"[^\Wâ_]*", after)
    return _Site(at, left[0] if left else "", right[0] if right else "", before[-1:], after[:1])


def _is_damage(site: _Site) -> bool:
    """Shapes that no language with an "â" of its own writes."""
    if site.left and site.right:
        if site.right in ("t", "m"):
            return site.left.endswith("n") if site.right == "t" else site.left == "I"
        return len(site.left) >= _WHOLE_WORD and site.right.lower() in _SHORT
    if site.right:
        return not site.before.isalnum() and site.right[0].isupper() and not site.right.isupper()
    return site.before in {".", ",", "!", "?"} or (not site.left and site.before.isspace() and site.after.isspace())


def _mark(site: _Site, words: AbstractSet[str], *, quote_open: bool) -> str | None:
    if site.left and site.right:
        return _inside_word(site.left, site.right, words)
    if site.right:
        return "’" if site.right in _ELIDED else '"'
    if not site.left and site.before.isspace() and site.after.isspace():
        return "—"
    if quote_open or (site.before in {".", ",", "!", "?"}):
        return '"'
    return "’" if site.left.endswith("s") else None  # the workers’ pay


def _inside_word(left: str, right: str, words: AbstractSet[str]) -> str | None:
    if right in {"s", "re", "ve", "ll", "d"} or (right == "t" and left.endswith("n")) or (right == "m" and left == "I"):
        return "’"
    if left.isdigit() and right.isdigit():
        return "–"
    if right.lower() in _SHORT and len(left) >= _WHOLE_WORD:
        return "—"
    return "—" if left.lower() in words and right.lower() in words else None
