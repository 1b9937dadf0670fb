"""The last lines of a page that say who wrote or publishes it: people and groups that the article does not speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comparer.analysis.text.lines import Line, is_prose
from comparer.analysis.text.rules import LONGEST_LINE, NAME, same_words

_BIO = re.compile(
    rf"{NAME},? (?:(?:covers|writes about|reports on|writes for|reports for|reports from|writes from|edits|presents|hosts)\b"
    r"|(?:is|are|was|has been|leads|directs)\b(?:[^.]|\.(?=\S)){0,160}?\b"
    r"(?:(?i:fellow|reporter|correspondent|columnist|editor|writer|contributor|co-host)|analyst|journalist|professor|"
    r"researcher|director|lecturer|bureau chief|author|blogger|freelancer?|newsreader|covers|writes|reports)\b).*"
)
_BIO_SIGN = re.compile(
    r"\b(?:follow|subscribe|newsletter|e-?mail|contact)\b|@\w|\b(?:at|for|with|of|from) (?:The |the )?[A-Z]|"
    r"\b(?:based in|covers|covering|writes about|reports on|author of|freelance)\b|"
    r"\b[A-Z][\w-]*[’']s? (?:[\w-]+ ){0,2}(?:reporter|correspondent|columnist|editor|writer|critic|blogger|bureau chief)\b"
)
_KINDS = (
    "network|alliance|coalition|campaign|campaign group|charity|association|federation|union|group|collective|cooperative|"
    "co-operative|foundation|organi[sz]ation|institute|think ?tank|initiative|movement|society|club|forum|platform|project|"
    "newspaper|paper|newsletter|magazine|weekly|daily|website|site|blog|podcast|newsroom|news agency|agency|news site|news outlet|"
    "publication|journal|bulletin|broadcaster|station|community|consortium|partnership|centre|center|council|committee|body"
)
_SELF = re.compile(
    rf"(?P<name>(?:The )?[A-ZÀ-Þ][\w&’'.!-]*(?: (?:of|the|for|and|on|in|[A-ZÀ-Þ&][\w&’'.!-]*)){{0,6}}),? "
    rf"(?:(?:is|are) (?:an?|the|one of) (?:[\w’,-]+ ){{0,6}}?(?:{_KINDS})s?\b(?! (?:said|told|at))"
    r"|(?:is|are) (?:published|produced|run|edited|owned|funded|written|printed|made)\b"
    r"|(?:brings together|represents|campaigns|unites|works|reports|publishes|covers|investigates|monitors|appears|receives"
    r"|is (?:independent|committed to|dedicated to|a member of)|was founded|has been (?:published|reporting|campaigning))\b).*"
)

_SHORTEST_NAME = 4


def is_bio(lines: Sequence[Line], at: int) -> bool:
    """A closing portrait of the author; somebody whom the article itself speaks of is not the author."""
    text = lines[at].text
    if len(text) > LONGEST_LINE or not _BIO.fullmatch(text) or not _BIO_SIGN.search(text):
        return False
    name = re.match(NAME, text)
    surname = re.compile(rf"\b{re.escape(name[0].split()[-1])}\b") if name else None
    return surname is not None and not any(is_prose(line.text) and surname.search(line.text) for line in lines[:at])


def is_self_portrait(text: str, aside: Sequence[str]) -> bool:
    """A closing portrait of the outlet or group whose name the page shows among the lines set aside."""
    found = _SELF.fullmatch(text) if len(text) <= LONGEST_LINE else None
    name = _bare(found["name"]) if found else ""
    return len(name) >= _SHORTEST_NAME and any(_bare(line).startswith(name) for line in aside)


def _bare(name: str) -> str:
    return same_words(name).removeprefix("the")
