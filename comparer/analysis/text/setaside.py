"""Which lines of a page are not article, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.lexicons import load_table
from comparer.analysis.text.dates import DATE, TIME
from comparer.analysis.text.lines import Line, is_prose

DATE_WHY = "The date or section line of the page."
REPEATED_TITLE_WHY = "The headline again."
REPEATED_WHY = "The same paragraph again."
BIO_WHY = "About the outlet or its author, not the event."
LABEL_ABOVE_WHY = "A label above the headline."
OUTLET_WHY = "The outlet's name."
LAST_LABEL_WHY = "A label after the end of the article."
SIGNATURE = re.compile(r"(?:.*\s)?[—–-]{1,2} ?\S.{0,120}\(@\w{1,30}\)(?: .{0,40})?")
"""How an embedded social media post ends: "— Name (@handle) June 5, 2031"."""

_LONGEST = 1200
_LONGEST_LABEL = 60
_HEAD_PARAGRAPHS = 2
_BODY = 2
_TAIL_MISSES = 2
_REPEATED_WORDS = 8
_SPEECH = re.compile(r"\b(?:said|says|told|according to|asked|added|wrote)\b")
_ONE = r"[A-ZÀ-Þ](?:[\w’'.]|-(?=\w))*\.?"
_NAME = rf"{_ONE}(?: (?:(?:de|der|van|von|al|bin|el|da|di|la|le) ){{0,2}}{_ONE}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:,| and|, and| &) {_NAME}){{0,5}}"
_DATE_WORD = re.compile(
    r"\b(?:first|last|date|originally|published|updated|posted|modified|created|on|at|by|from|time)\b|[\s|·•,.:;/()–—-]+",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:last )?(?:published|updated|posted)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r" ?[|·•–—] ?| - ")
_LABEL = re.compile(r"(?:[A-Z][\w&.’'-]*|of|the|for|and|in|on|de)(?: (?:[A-Z][\w&.’'-]*|of|the|for|and|in|on|de)){0,5}")
_BIO = re.compile(
    rf"{_NAME},? (?:(?:covers|writes about|reports on)\b"
    r"|(?:is|are|was|has been|leads|directs)\b(?:[^.]|\.(?=\S)){0,160}?\b"
    r"(?:fellow|analyst|reporter|correspondent|columnist|editor|writer|journalist|contributor|professor|researcher|"
    r"director|lecturer|bureau chief|author|covers|writes|reports)\b).*"
)
_BIO_SIGN = re.compile(
    r"\b(?:follow|subscribe|newsletter|e-?mail|contact)\b|@\w|\b(?:at|for|with|of) (?:The |the )?[A-Z]|"
    r"\b(?:based in|covers|covering|writes about|reports on|author of)\b"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rule:
    why: str
    where: str
    words: int
    caption: bool
    pattern: re.Pattern[str]

    def fits(self, line: str) -> bool:
        if line.count(" ") >= self.words or not self.pattern.fullmatch(line):
            return False
        return self.caption or not (is_prose(line) and _SPEECH.search(line))


def _rules() -> tuple[_Rule, ...]:
    rules = []
    for row in load_table("setaside")["rule"]:
        source = "|".join(f"(?:{pattern})" for pattern in row["patterns"])
        source = source.replace("{names}", f"(?-i:{_NAMES})").replace("{name}", f"(?-i:{_NAME})")
        pattern = re.compile(source, re.NOFLAG if row.get("case") else re.IGNORECASE)
        rules.append(_Rule(row["why"], row["where"], row["words"], "caption" in row["why"], pattern))
    return tuple(rules)


_RULES = _rules()


def set_aside(lines: Sequence[Line], *, title_at: int | None) -> list[str | None]:
    """Return for each line why it is not article, or None where it may be. The title, where known, stays."""
    whys: list[str | None] = [None if i == title_at else _anywhere(line.text) for i, line in enumerate(lines)]
    _mark_repeated(lines, whys)
    _mark_head(lines, whys)
    return whys


def set_aside_tail(lines: Sequence[Line], whys: Sequence[str | None]) -> list[str | None]:
    """Return `whys` with those for the end of the page, once the repetitions before it are known."""
    ended = list(whys)
    _mark_tail(lines, ended)
    _mark_last_labels(lines, ended)
    return ended


def is_signature(line: str) -> bool:
    """Tell the line below a post that only says whose it is and of what day."""
    return len(line) <= _LONGEST and line[:1] in "—–-" and SIGNATURE.fullmatch(line) is not None


def same_words(line: str) -> str:
    """Return what is left of a line when only letters and digits count."""
    return "".join(filter(str.isalnum, line.casefold()))


def is_date_line(line: str) -> bool:
    """A full date with nothing beside it but a time, "published" and the like, or a section's name set off by a mark."""
    if len(line) > _LONGEST or not (DATE.search(line) or _PUBLISHED.match(line)):
        return False
    bare = TIME.sub(" ", DATE.sub(" ", line))
    if bare == line:
        return False
    left = _DATE_WORD.sub(" ", bare).split()
    return not left or (len(left) <= 4 and _SEPARATOR.search(line) is not None and not is_prose(line))


def _anywhere(line: str) -> str | None:
    if len(line) > _LONGEST or SIGNATURE.fullmatch(line):
        return None
    return DATE_WHY if is_date_line(line) else _fitting(line, "anywhere")


def _fitting(line: str, where: str) -> str | None:
    if len(line) > _LONGEST:
        return None
    return next((rule.why for rule in _RULES if rule.where == where and rule.fits(line)), None)


def _mark_head(lines: Sequence[Line], whys: list[str | None]) -> None:
    paragraphs = 0
    for i, line in enumerate(lines):
        if whys[i] is None and not is_prose(line.text):
            # the first line is far more often a headline than a name
            whys[i] = _fitting(line.text, "head") if i else None
        paragraphs += whys[i] is None and is_prose(line.text)
        if paragraphs > _HEAD_PARAGRAPHS:
            return


def _mark_tail(lines: Sequence[Line], whys: list[str | None]) -> None:
    prose = [i for i, line in enumerate(lines) if whys[i] is None and is_prose(line.text)]
    if len(prose) <= _BODY:
        return
    misses = 0
    for i in range(len(lines) - 1, prose[_BODY - 1], -1):
        if whys[i] is None:
            whys[i] = _fitting(lines[i].text, "tail") or (BIO_WHY if _is_bio(lines, i) else None)
            misses += whys[i] is None
        if misses == _TAIL_MISSES:
            return


def _is_bio(lines: Sequence[Line], at: int) -> bool:
    """A closing portrait of the author; somebody whom the article itself speaks of is not the author."""
    text = lines[at].text
    if len(text) > _LONGEST or not _BIO.fullmatch(text) or not _BIO_SIGN.search(text):
        return False
    name = re.match(_NAME, text)
    surname = re.compile(rf"\b{re.escape(name[0].split()[-1])}\b") if name else None
    return surname is not None and not any(is_prose(line.text) and surname.search(line.text) for line in lines[:at])


def _mark_last_labels(lines: Sequence[Line], whys: list[str | None]) -> None:
    """One or two names after the last sentence are the outlet's or the section's; more are a list."""
    kept = [i for i, why in enumerate(whys) if why is None]
    labels: list[int] = []
    while kept and _is_label(lines[kept[-1]].text):
        labels.append(kept.pop())
    if len(labels) <= 2 and sum(is_prose(lines[i].text) for i in kept) >= 3 and is_prose(lines[kept[-1]].text):
        for i in labels:
            whys[i] = LAST_LABEL_WHY


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not text.endswith(".") and _LABEL.fullmatch(text) is not None


def _mark_repeated(lines: Sequence[Line], whys: list[str | None]) -> None:
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if whys[i] is not None or line.text.count(" ") < _REPEATED_WORDS - 1:
            continue
        words = same_words(line.text)
        if words in seen:
            whys[i] = REPEATED_WHY
        seen.add(words)
