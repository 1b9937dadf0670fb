"""How much a reader would miss a sentence: what it tells of, from harm and blame down to colour."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comparer.analysis.differences.prominence import is_lead
from comparer.analysis.passages import Passage

_COUNTED = ("exact", "bound", "approximate", "range")
_LONG_QUOTE = 40
_HARM = frozenset(
    [
        "kill",
        "die",
        "death",
        "dead",
        "injure",
        "wound",
        "hurt",
        "drown",
        "casualty",
        "victim",
        "hospital",
        "ill",
        "sick",
        "poison",
        "abuse",
        "rape",
        "torture",
        "missing",
    ]
)
_ANSWER = frozenset(
    [
        "deny",
        "reject",
        "dispute",
        "dismiss",
        "refute",
        "refuse",
        "decline",
        "comment",
        "apologize",
        "apologise",
        "apology",
        "regret",
        "respond",
        "appeal",
        "acquit",
        "clear",
        "innocent",
        "verify",
        "confirm",
        "admit",
        "concede",
        "acknowledge",
        "claim",
        "allege",
        "accuse",
        "allegation",
        "accusation",
        "charge",
        "contradict",
        "criticize",
        "criticise",
        "condemn",
        "complain",
        "object",
        "oppose",
        "protest",
        "boo",
    ]
)
_BLAME = frozenset(
    [
        "warn",
        "warning",
        "ignore",
        "know",
        "fail",
        "failure",
        "blame",
        "cause",
        "responsible",
        "responsibility",
        "fault",
        "negligence",
        "despite",
        "overload",
        "inspect",
        "inspection",
        "recommend",
        "recommendation",
        "request",
        "ask",
        "demand",
        "call",
        "urge",
        "complaint",
        "report",
        "study",
        "expert",
        "leak",
        "leaked",
        "minutes",
        "document",
        "conceal",
        "hide",
        "cover",
        "unarmed",
        "illegal",
        "law",
        "rule",
        "breach",
        "violate",
        "oversee",
        "control",
        "own",
        "owner",
        "pay",
        "fund",
        "interest",
        "donor",
        "friend",
        "relative",
        "promise",
    ]
)
_FATE = frozenset(
    [
        "charge",
        "arrest",
        "sue",
        "suit",
        "jail",
        "prison",
        "sentence",
        "convict",
        "ban",
        "bar",
        "fine",
        "suspend",
        "dismiss",
        "sack",
        "resign",
        "quit",
        "step",
        "close",
        "shut",
        "cancel",
        "stop",
        "lose",
        "loss",
        "investigate",
        "investigation",
        "inquiry",
        "probe",
        "trial",
        "court",
        "verdict",
        "suspect",
        "reward",
        "compensation",
        "damage",
        "cost",
    ]
)
_RARE = re.compile(
    r"\b(?:worst|biggest|largest|highest|lowest|deadliest|first|last|only|never|nobody|no one|not a single|record|since "
    r"(?:19|20)\d\d|in decades|once|third|second|again|one in (?:two|three|four|five|six|seven|eight|nine|ten)|"
    r"out of (?:ten|\d+)|majority)\b",
    re.IGNORECASE,
)
_TURNING = re.compile(
    r"^\W*(?:but|however|even so|yet|despite|nevertheless|still|so far|meanwhile|instead|although)\b", re.IGNORECASE
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Weight:
    value: float
    reason: str
    """In words, after "Left tells this in paragraph 3, "; empty where nothing stands out."""


def weigh(passage: Passage, known: frozenset[str]) -> Weight:
    """Return the weight of a passage that only one side tells; `known` are the content lemmas of the other side.

    About 0 is colour, 3 and more what a reader of the other side would want to
    know. The values were set by reading the project's own article pairs.
    """
    lemmas = {token.lemma for token in passage.tokens}
    found = [(value, reason) for value, reason in _signs(passage, lemmas) if value]
    value = sum(value for value, _ in found)
    content = {token.lemma for token in passage.tokens if token.pos in _CONTENT}
    fresh = len(content - known) / len(content) if content else 0.0
    best = max(found, default=(0.0, ""))
    return Weight((value + min(len(content), 10) / 5) * (0.4 + 0.6 * fresh), best[1])


def _signs(passage: Passage, lemmas: set[str]) -> list[tuple[float, str]]:
    people = [q for q in passage.quantities if q.unit == "person" and (q.low or 0) > 1 and q.form in _COUNTED]
    amounts = [q for q in passage.quantities if q.unit not in {"person", ""} and q.form in _COUNTED]
    quoted = any(q.end - q.start > _LONG_QUOTE for q in passage.quotes)
    denied = any(said.stance == "deny" for said in passage.attributions)
    return [
        (2.0 * is_lead(passage.reading, passage.claims[0]), "where hurried readers look"),
        (2.0 * bool(people), "with a number of people"),
        (2.0 * bool(lemmas & _HARM), "about harm to people"),
        (2.0 * (denied or bool(lemmas & _ANSWER)), "an answer, an accusation or a denial"),
        (1.5 * bool(lemmas & _BLAME), "which bears on who is responsible"),
        (1.5 * bool(lemmas & _FATE), "about what follows from it"),
        (1.2 * bool(amounts), "with a figure"),
        (1.5 * quoted, "in somebody’s own words"),
        (0.8 * bool(passage.attributions), "as somebody’s statement"),
        (1.0 * bool(_RARE.search(passage.text)), "as something out of the ordinary"),
        (1.0 * bool(_TURNING.search(passage.text)), "against what stands before"),
    ]
