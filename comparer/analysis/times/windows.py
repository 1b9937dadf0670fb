"""Where in a text it is worth looking: the neighbourhood of words that every expression of time has one of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from comparer.analysis.times.phrases import MONTH, WEEKDAY, Phrase

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Phrase | None]]

_REACH = 60
"""No expression begins or ends farther than this from the word that gives it away."""
_CLUE = re.compile(
    rf"\d|{WEEKDAY}|\b{MONTH}"
    r"|(?i:\b(?:days?|weeks?|weekend|months?|years?|decades?|hours?|minutes?|century|spring|summer|autumn|fall|winter|quarter"
    r"|morning|afternoon|evening|night|noon|midnight|midday|dawn|dusk|sunrise|sunset|nightfall|daybreak|predawn|lunchtime"
    r"|hours?|centuries|minutes|overnight|yesterday|today|tonight|tomorrow|o'clock|eve|halloween|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|epiphany|juneteenth|easter|christmas|pentecost|whitsun|corpus christi"
    r"|(?:past|to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b)"
)


def windows(text: str) -> list[tuple[int, int]]:
    """Return stretches of `text`, apart and in order, that hold every expression of time whole."""
    found: list[tuple[int, int]] = []
    for clue in _CLUE.finditer(text):
        start, end = max(0, clue.start() - _REACH), min(len(text), clue.end() + _REACH)
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def apply_rules(rules: Sequence[Rule], text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield what the rules make of `text` within the stretches, overlapping phrases included."""
    for pattern, build in rules:
        for start, end in stretches:
            for match in pattern.finditer(text, start, end):
                phrase = build(match)
                if phrase is not None:
                    yield phrase
