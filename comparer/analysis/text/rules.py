"""What a single line shows: page furniture known by its words, dates, names, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.analysis.tables import load_table
from comparer.analysis.text.dates import DATE, IN_FIGURES, TIME
from comparer.analysis.text.lines import is_prose

LONGEST_LINE = 1200
"""Characters; longer lines are paragraphs of an article, whatever they begin with."""

DATE_WHY = "The date or section line of the page."
AUTHOR_WHY = "The author's name."
PRESS_END_WHY = "The end of a press release."
CAPTION_WHY = "A caption or credit of a picture or video."

_SPEECH = re.compile(
    r"\b(?:said|says|told|tells|according to|asked|asks|added|adds|wrote|urged|urges|warned|warns|insisted|demanded|demands|"
    r"shouted|joked|replied|ordered|argued|argues|claimed|claims)\b"
)
_ONE = r"[A-ZÀ-Þ](?:[\w’'.]|-(?=\w))*\.?"
NAME = rf"{_ONE}(?: (?:(?:de|der|van|von|al|bin|el|da|di|la|le) ){{0,2}}{_ONE}){{1,3}}"
NAMES = rf"{NAME}(?:(?:,| and|, and| &) {NAME}){{0,5}}"
_COUNTED = re.compile(
    r"\b\d[\d,.]*[- ](?:min(?:ute)?s?(?:[- ](?:read|listen|watch))?|comments?|shares?|views?|likes?|reads?|replies|reactions?|"
    r"responses|claps?|words)\b|\bcomments?:? \(?\d+\)?|\b(?:no|leave a|add a|post a) comments?(?: yet)?\b",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(rf"\b[Bb][Yy] (?:{NAMES}|{_ONE})(?!\w)")
_DATE_WORD = re.compile(
    r"(?:\b|(?<=GMT)|(?<=ET)|(?<=UTC))(?:first|last|date|originally|published|written|updated|posted|modified|created|on|at|by|from|"
    r"time|\d+ (?:minutes?|hours?|days?) ago)\b|[\s|·•,.:;/()–—-]+",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:last |first )?(?:published|updated|posted)\b", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[A-Z\d])(?=(?:Updated|Published)\b)")
_DAY = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})\b")
_SEPARATOR = re.compile(r" ?[|·•–—] ?| - ")
_SECTION_WORDS = 4
_SIGNATURE = re.compile(r"(?:.*\s)?[—–-]{1,2} ?\S.{0,120}\(@\w{1,30}\)(?: .{0,40})?")
_SIGNATURE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class _Rule:
    why: str
    where: str
    words: int
    label: bool
    pattern: re.Pattern[str]

    def fits(self, line: str) -> bool:
        if line.count(" ") >= self.words or not self.pattern.fullmatch(line):
            return False
        # captions may report speech; other furniture does not
        return self.why == CAPTION_WHY or not (is_prose(line) and (self.label or _SPEECH.search(line)))


def _rules() -> tuple[_Rule, ...]:
    table = load_table("setaside")
    parts = {"names": f"(?-i:{NAMES})", "name": f"(?-i:{NAME})", **table["parts"]}
    rules = []
    for row in table["rule"]:
        source = "|".join(f"(?:{pattern})" for pattern in row["patterns"])
        for name, part in parts.items():
            source = source.replace(f"{{{name}}}", part)
        pattern = re.compile(source, re.NOFLAG if row.get("case") else re.IGNORECASE)
        rules.append(_Rule(row["why"], row["where"], row["words"], row.get("label", False), pattern))
    return tuple(rules)


_RULES = _rules()


def why_by_words(line: str, where: str) -> str | None:
    """Return why the line is furniture by the rules for `where`, None where it is not. data/setaside.toml says what there is."""
    if len(line) > LONGEST_LINE or ends_in_signature(line):
        return None
    if where == "anywhere" and is_date_line(line):
        return DATE_WHY
    return next((rule.why for rule in _RULES if rule.where == where and rule.fits(line)), None)


def is_date_line(line: str) -> bool:
    """A full date with nothing beside it but a time, "published", the author or a count of comments and the like.

    A section's name may stand there too, if a mark sets it off.
    """
    published = _PUBLISHED.match(line) is not None
    if len(line) > LONGEST_LINE or not (published or DATE.search(line) or IN_FIGURES.search(line)):
        return False
    bare = TIME.sub(
        " ", DATE.sub(" ", IN_FIGURES.sub(" ", _BY_WHOM.sub(" ", _COUNTED.sub(" ", _GLUED.sub(" ", line)))))
    )
    bare = _DAY.sub(" ", bare) if published else bare
    left = _DATE_WORD.sub(" ", bare).split()
    if bare == line or is_prose(line):
        return bare != line and not left
    return not left or (len(left) <= _SECTION_WORDS and _SEPARATOR.search(line) is not None)


def is_signature(line: str) -> bool:
    """Tell the line below a post that only says whose it is: "— Name (@handle) June 5, 2031"."""
    return line.startswith(("—", "–", "-")) and ends_in_signature(line)


def ends_in_signature(line: str) -> bool:
    """Tell the end of a social media post embedded in an article, alone or behind the post's words."""
    return _SIGNATURE.fullmatch(line[-_SIGNATURE_LENGTH:]) is not None


def same_words(line: str) -> str:
    """Return what is left of a line when only letters and digits count."""
    return "".join(filter(str.isalnum, line.casefold()))
