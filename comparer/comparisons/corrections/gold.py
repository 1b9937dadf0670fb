"""What people said of a comparison, in the format of this project's own test set (comparer.evaluation.gold)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comparer.analysis.report import Difference, Reading, Report, Span
from comparer.comparisons.corrections.anchors import to_web_annotation
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.targets import find_words
from comparer.evaluation.gold import split

JUDGED = ("confirm", "verdict", "kind")
FEWEST_WORDS = 6


def make_gold(corrected: Corrected) -> dict[str, Any]:
    """Return gold.json with only what people looked at. `engine` and `corrections` are beyond the format.

    What was never corrected or confirmed is not in it: nobody vouches for it. A rejected conflict is
    given as what only looks like one. The format asks for words on both sides of a difference: marks that
    have them on one side only, and splits, joins and notes, stand among the corrections alone.
    """
    report = corrected.before
    sides = _Side(corrected.report.left, report, corrected, 0), _Side(corrected.report.right, report, corrected, 1)
    found = [one for one in corrected.report.differences if one.left and one.right]
    judged = [one for one in found if _is_judged(corrected.said.get(one.id, ()))]
    denied = [one for one in report.differences if one.left and one.right and _is_denied_conflict(one, corrected)]

    def contrast(one: Difference) -> dict[str, Any]:
        return {"kind": one.kind, "left": sides[0].passages(one.left), "right": sides[1].passages(one.right)}

    framing = ("naming", "attribution")
    return {
        "left": sides[0].about(),
        "right": sides[1].about(),
        "links": _links(corrected, sides),
        "conflicts": [contrast(one) for one in judged if one.verdict == "conflict"],
        "compatible": [
            *({**contrast(one), "verdict": one.verdict} for one in judged if one.verdict in ("compatible", "update")),
            *({**contrast(one), "verdict": "compatible"} for one in denied),
        ],
        "open": [],
        **{
            kind: [contrast(one) for one in judged if one.kind == kind and one.verdict == "differs"] for kind in framing
        },
        "only_left": sides[0].told_once(corrected.report.only_left, "left"),
        "only_right": sides[1].told_once(corrected.report.only_right, "right"),
        "engine": report.engine,
        "corrections": [_raw(change) for change in all_changes(corrected)],
    }


def all_changes(corrected: Corrected) -> list[Change]:
    """Return every correction that stands, orphaned ones included, each once and in order."""
    changes = {change.number: change for said in corrected.said.values() for change in said}
    changes |= {change.number: change for change in (*corrected.beyond_marks, *corrected.orphaned)}
    return [changes[number] for number in sorted(changes)]


class _Side:
    """One text with its sentences as the test set splits them."""

    def __init__(self, reading: Reading, report: Report, corrected: Corrected, number: int) -> None:
        self._reading = reading
        self._corrected = corrected
        self._aside = _lines_aside(reading.text, report, corrected, number)
        self._sentences = split(reading.text, self._aside)

    def about(self) -> dict[str, Any]:
        return {
            "style": self._reading.outlet or "not known",
            "published": self._reading.published,
            "boilerplate": list(self._aside),
        }

    def first_words(self, claim: str) -> str | None:
        """Return the fewest words that begin this claim's sentence and no other; None if it shares all with another."""
        at = self._reading.claim(claim).start
        found = [(start, end) for start, end in self._sentences if start <= at < end]
        if not found:
            return None
        start, end = found[0]
        words = self._reading.text[start:end].split(" ")
        for number in range(min(FEWEST_WORDS, len(words)), len(words) + 1):
            begins = " ".join(words[:number]).rstrip()
            if begins and sum(self._reading.text.startswith(begins, one) for one, _ in self._sentences) == 1:
                return begins
        return None

    def passages(self, spans: Iterable[Span]) -> list[str]:
        """Return the words at these places, each with as much around it as tells it from the same words elsewhere."""
        found = (self._alone(span.start, span.end) for span in spans if span.start < span.end)
        return list(dict.fromkeys(found))

    def _alone(self, start: int, end: int) -> str:
        text = self._reading.text
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        while text.count(text[start:end]) > 1 and (start, end) != (line_start, line_end):
            start = max(text.rfind(" ", line_start, max(start - 1, line_start)) + 1, line_start)
            after = text.find(" ", end + 1, line_end)
            end = after if after > 0 else line_end
        return text[start:end]

    def told_once(self, claims: Iterable[str], side: str) -> list[str]:
        confirmed = [one for one in claims if _is_judged(self._corrected.said.get(f"{side}-{one}", ()))]
        return list(dict.fromkeys(words for one in confirmed if (words := self.first_words(one))))


def _lines_aside(text: str, report: Report, corrected: Corrected, number: int) -> tuple[str, ...]:
    words = [find_words(report, change.target) for change in corrected.beyond_marks if change.action == "set_aside"]
    ranges = [one for places in words if places for one in places[number]]
    return tuple(dict.fromkeys(text[start:end].strip() for start, end in ranges))


def _links(corrected: Corrected, sides: tuple[_Side, _Side]) -> list[dict[str, Any]]:
    """Return the sentences of pairs that people made or confirmed; each two sentences once."""
    links: dict[tuple[str, str], None] = {}
    for pair in corrected.report.pairs:
        if any(change.action in ("pair", "confirm") for change in corrected.said.get(pair.id, ())):
            for left in map(sides[0].first_words, pair.left):
                links |= {(left, right): None for right in map(sides[1].first_words, pair.right) if left and right}
    return [{"left": left, "right": right, "grade": 2} for left, right in links]


def _is_judged(said: Iterable[Change]) -> bool:
    return any(change.action in JUDGED for change in said)


def _is_denied_conflict(one: Difference, corrected: Corrected) -> bool:
    rejected = any(change.action == "reject" for change in corrected.said.get(one.id, ()))
    return rejected and one.id in corrected.taken_out and one.verdict == "conflict"


def _raw(change: Change) -> dict[str, Any]:
    return {
        "action": change.action,
        "value": change.value,
        "about": change.target.what,
        "kind": change.target.kind,
        "verdict": change.target.verdict,
        "left": [to_web_annotation(one) for one in change.target.left],
        "right": [to_web_annotation(one) for one in change.target.right],
        "made_by": change.made_by,
        "made": change.made_at.isoformat(),
    }
