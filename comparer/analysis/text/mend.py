"""Damaged characters: mended where only one reading fits, flagged where none can be known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import ftfy

from comparer.analysis.report import Repair
from comparer.analysis.text.edits import UNREADABLE_WHY, Draft, Edit, apply_edits, replace_all
from comparer.analysis.text.lost_bytes import mend_lost_bytes, mend_lost_marks

ENCODING_WHY = "Garbled by a mix-up of encodings; the original could be worked out."
ENTITY_WHY = "Web page code for a character, turned into the character."
_ROUNDS = 6
_FTFY = ftfy.TextFixerConfig(
    uncurl_quotes=False, fix_line_breaks=False, fix_latin_ligatures=False, fix_character_width=False,
    remove_control_chars=False, normalization=None,
)  # fmt: skip
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\u2028\u2029]")
_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_PLAIN_SPACES = (
    (_SPACE, " "),
    (re.compile("[ \t]{2,}|\t"), " "),
    (re.compile(" ?\n ?"), "\n"),
    (re.compile("\n{3,}"), "\n\n"),
    (re.compile(r"\A\s+|\n\n?\Z| \Z"), ""),
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    # joiners shape Persian, Indic scripts and emoji, and mean nothing beside plain letters
    "|(?<=[ -~])[\u200c\u200d]|[\u200c\u200d](?=[ -~])"
)
_PLAIN = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2010": "-", "\u2011": "-",
}  # fmt: skip
_TYPESET = re.compile("[ﬀ-ﬆ\u2010\u2011]")
_WORD = re.compile(r"\S+")
_GARBLED = re.compile(
    # Cyrillic, Hebrew, Arabic and Greek read as Latin-1, then other letters
    "[ÐÑ×ØÙÎÏ][\xa1-\xbf]|[ÐÑØÙÎÏ]{2}[^A-ZÀ-Þ]|[ÐÑ][\u0400-\u04ff]|[\u0400-\u04ff][ÐÑ]"
    "|(?:[\xc2-\xf4][\xa1-\xbf][^ -~]*){2}|Ã[a-z]|(?:[a-z]|\\b[A-Z])Ã\\Z|\ufffd"
)


def mend(raw: str) -> Draft:
    """Return `raw` with its characters mended, spaces and line breaks made plain.

    Lines are separated by one newline, groups of lines by two. Repairs whose
    `after` is None mark what nobody can read.
    """
    draft = Draft(raw)
    for _ in range(_ROUNDS):
        mended = _mend_once(draft)
        if mended.text == draft.text:
            break
        draft = mended
    draft = mended
    repairs = {as_it_stands(repair, draft.text) for repair in draft.repairs} | set(_unreadable(draft.text))
    return Draft(draft.text, tuple(sorted(repairs, key=lambda repair: (repair.start, repair.end))))


def _mend_once(draft: Draft) -> Draft:
    draft = replace_all(draft, _LINE_BREAK, "\n")
    steps: tuple[Callable[[Draft], Draft], ...] = (
        _compose, mend_lost_bytes, _mend_encoding, mend_lost_marks, _drop_invisible, _plain_spaces,
    )  # fmt: skip
    for step in steps:
        draft = step(draft)
    return draft


def _mend_encoding(draft: Draft) -> Draft:
    edits: list[Edit] = []
    start = 0
    for line in draft.text.split("\n"):
        if not line.isascii() or "&" in line or "\x1b" in line:
            edits += _changes(line, ftfy.fix_text(line, _FTFY), start)
        start += len(line) + 1
    return apply_edits(draft, edits)


def _changes(before: str, after: str, start: int) -> list[Edit]:
    """Compare word by word, which is enough because the mending leaves plain characters as they are."""
    old, new = before.split(" "), after.split(" ")
    if len(old) != len(new):
        old, new = [before], [after]
    edits = []
    for word, mended in zip(old, new, strict=True):
        if word != mended:
            edits.append(_smallest(word, mended, start))
        start += len(word) + 1
    return edits


def _smallest(before: str, after: str, start: int) -> Edit:
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    cut = before[head : len(before) - tail]
    why = ENTITY_WHY if cut.startswith("&") else ENCODING_WHY
    return Edit(start + head, start + len(before) - tail, after[head : len(after) - tail], why)


def _drop_invisible(draft: Draft) -> Draft:
    return replace_all(draft, _INVISIBLE, "")


def _compose(draft: Draft) -> Draft:
    """Accents joined to their letters (NFC), printers' ligatures and hyphens made plain."""
    draft = apply_edits(draft, [Edit(*match.span(), _PLAIN[match[0]]) for match in _TYPESET.finditer(draft.text)])
    if unicodedata.is_normalized("NFC", draft.text):
        return draft
    words = [(match, unicodedata.normalize("NFC", match[0])) for match in _WORD.finditer(draft.text)]
    return apply_edits(draft, [Edit(*match.span(), word) for match, word in words if word != match[0]])


def _plain_spaces(draft: Draft) -> Draft:
    for pattern, after in _PLAIN_SPACES:
        draft = replace_all(draft, pattern, after)
    return draft


def as_it_stands(repair: Repair, text: str) -> Repair:
    """Return the repair with what now stands at its place, after other edits."""
    return repair if repair.after is None else replace(repair, after=text[repair.start : repair.end])


def _unreadable(text: str) -> list[Repair]:
    """Flag each garbled word; garbled words in a row are one passage."""
    flags: list[Repair] = []
    for match in _WORD.finditer(text):
        if match[0].isascii() or not _GARBLED.search(match[0]):
            continue
        start, end = match.span()
        if flags and flags[-1].end + 1 == start and text[start - 1] == " ":
            start = flags.pop().start
        flags.append(Repair(start, end, text[start:end], None, UNREADABLE_WHY))
    return flags
