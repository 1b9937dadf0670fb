"""Hours: "3:15 p.m.", "15:15 GMT", "noon", "in the early hours", "night"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from comparer.analysis.times.phrases import WEEKDAY, Phrase
from comparer.analysis.times.windows import apply_rules

Builder = Callable[[re.Match[str]], Phrase | None]

_ZONE = r"(?: (?P<z>GMT|UTC|BST|CET|CEST|EET|EEST|MSK|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T|IST|JST|AEST|AEDT|ET|local time|Eastern|Pacific)\b)?"
_ABOUT = r"(?P<a>(?:around|about|approximately|roughly|some time|shortly|just|soon|almost|nearly|well|long) (?:after |before )?)?"
_BEFORE = r"(?:at|by|until|till|from|since|before|after|and|to|between) "
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|until|till|from|since|before|after|was|is|past|and|to) $", re.IGNORECASE)
_HERE = frozenset({"local time", "hours", "hrs"})
"""The clock that is meant where none is named."""
_SPOKEN_BEFORE = re.compile(r"\b(?:at|until|till|since|before|after|around|about) $", re.IGNORECASE)
_DAY_MINUTES = 1440
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_STEPS = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_STEP = rf"(?P<s>{'|'.join(_STEPS)}|[1-5]?\d)(?: minutes)?[ -](?P<d>past|to)"
_SURE_STEPS = frozenset({"half", "quarter", "a quarter"})
"""Five to one may be odds, and a vote; half past one is an hour."""
_PARTS = {
    "early morning": (0, 540), "early hours": (0, 360), "small hours": (0, 360), "predawn": (120, 420), "dawn": (240, 480),
    "sunrise": (240, 480), "daybreak": (240, 480), "late morning": (540, 720), "mid-morning": (480, 720), "morning": (0, 720),
    "midday": (690, 780), "lunchtime": (660, 840), "early afternoon": (720, 900), "late afternoon": (900, 1080),
    "afternoon": (720, 1080), "early evening": (1020, 1200), "late evening": (1200, 1440), "evening": (1020, 1440),
    "dusk": (1020, 1320), "nightfall": (1020, 1320), "sunset": (1020, 1320), "late night": (1260, 1740), "night": (1080, 1800),
    "first minutes": (0, 60), "first hours": (0, 240), "last minutes": (1380, 1440), "last hours": (1200, 1440),
    "overnight": (1080, 1920), "early": (0, 600), "late": (1080, 1560),
}  # fmt: skip


def _twelve_hours(match: re.Match[str]) -> Phrase | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if match["x"].lower().startswith("p") else 0)
    return _at(match, hour * 60 + minute)


def _full_day(match: re.Match[str]) -> Phrase | None:
    hour, minute = int(match["h"]), int(match["m"])
    if hour * 60 + minute > _DAY_MINUTES:
        return None
    either = hour <= 12 and not match["h"].startswith("0") and not match.groupdict().get("z")
    return _at(match, hour * 60 + minute, twelve=either)


def _named(match: re.Match[str]) -> Phrase | None:
    if match["h"].lower() == "noon":
        return _at(match, 720)
    return _at(match, 0 if "after" in (match["a"] or "").lower() else _DAY_MINUTES)


def _in_words(match: re.Match[str]) -> Phrase | None:
    """Hours with the part of the day behind them: "half past one in the morning", "ten at night", "7:40 in the morning"."""
    part = (match["p"] or match["n"]).lower()
    hour = _hour(match["h"])
    told = match["a"] or match["s"] or match["m"] or _CLOCK_BEFORE.search(match.string, *_before(match))
    if not 1 <= hour <= 12 or not told:
        return None  # "two in the morning" may be two of them
    minutes = hour % 12 * 60 + int(match["m"] or 0) + _step(match)
    late = part in {"afternoon", "evening"} or (part == "night" and 5 < hour < 12)
    return _at(match, (minutes + 720 if late else minutes) % _DAY_MINUTES)


def _spoken(match: re.Match[str]) -> Phrase | None:
    """Hours of either half of the day: "half past one", "at twenty to nine"."""
    told = match["s"].lower() in _SURE_STEPS or match["a"] or _SPOKEN_BEFORE.search(match.string, *_before(match))
    return _at(match, (_hour(match["h"]) % 12 * 60 + _step(match)) % _DAY_MINUTES, twelve=True) if told else None


def _oclock(match: re.Match[str]) -> Phrase | None:
    hour = _hour(match["h"])
    return _at(match, hour * 60, twelve=hour <= 12) if hour <= 24 else None


def _hour(word: str) -> int:
    return _HOURS.index(word.lower()) + 1 if word.lower() in _HOURS else int(word)


def _step(match: re.Match[str]) -> int:
    """Minutes after the hour, below 0 for those before it."""
    if not match["s"]:
        return 0
    word = match["s"].lower()
    step = _STEPS[word] if word in _STEPS else int(word)
    return -step if match["d"].lower() == "to" else step


def _before(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 8), match.start()


def _at(match: re.Match[str], minutes: int, *, twelve: bool = False) -> Phrase:
    groups = match.groupdict()
    hedge = next((name for name in ("a", "b") if groups.get(name)), None)
    about = hedge is not None
    margin = 60 if about else 0
    hours = (max(0, minutes - margin), min(_DAY_MINUTES, minutes + margin))
    zone = groups.get("z") if groups.get("z") not in _HERE else None
    opening = hedge or ("s" if groups.get("s") else "h")
    return Phrase(match.start(opening), match.end(), hours=hours, zone=zone, about=about, twelve=twelve)


def _part(match: re.Match[str]) -> Phrase | None:
    return Phrase(match.start(), match.end(), hours=_PARTS[match["w"].lower()], part=True)


_TWELVE = rf"[1-9]|1[0-2]|{'|'.join(_HOURS)}"
_DAY_WITH_PART = rf"(?:yesterday|this|last|that|the|{WEEKDAY}) (?:morning|afternoon|evening|night)\b"
_WORDS = "|".join(sorted((re.escape(word) for word in _PARTS), key=len, reverse=True))
_RULES: tuple[tuple[str, Builder], ...] = (
    (rf"\b{_ABOUT}(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d))? ?(?P<x>[ap]\.m\.|[ap]m\b){_ZONE}", _twelve_hours),
    (
        rf"\b(?:{_BEFORE}{_ABOUT}|{_ABOUT.replace('<a>', '<b>')[:-1]})(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::\d\d)?(?![:\d]){_ZONE}",
        _full_day,
    ),
    (
        rf"\b{_ABOUT}(?P<h>[01]\d|2[0-4]):?(?P<m>[0-5]\d) (?P<z>GMT|UTC|CET|CEST|BST|EST|EDT|local time|hours|hrs)\b",
        _full_day,
    ),
    (rf"\b{_ABOUT}(?P<h>noon|midnight)\b", _named),
    (
        rf"\b{_ABOUT}(?P<h>[1-9]|1\d|2[0-4]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock\b",
        _oclock,
    ),
    (
        (
            rf"\b{_ABOUT}(?:{_STEP} )?(?P<h>{_TWELVE})(?:[:.](?P<m>[0-5]\d))?(?: o'clock)?"
            r" (?:in the (?P<p>morning|afternoon|evening)|at (?P<n>night))\b"
        ),
        _in_words,
    ),
    (
        rf"\b{_ABOUT}{_STEP} (?P<h>{_TWELVE})\b(?! (?:o'clock )?(?:in the (?:morning|afternoon|evening)|at night)\b)",
        _spoken,
    ),
    (rf"\b{_BEFORE}{_ABOUT}(?P<h>0\d)\.(?P<m>[0-5]\d)\b(?![.,]?\d|%)", _full_day),
    (
        rf"\b(?:{_BEFORE}|(?<=was )|(?<=is )){_ABOUT}(?P<h>[1-9]|1[0-2])\.(?P<m>[0-5]\d)\b(?=,? (?:on )?{_DAY_WITH_PART})",
        _full_day,
    ),
    (rf"\b(?P<w>{_WORDS})\b", _part),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _RULES)


def find_clock(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield every hour and part of the day in the stretches of `text`; bare parts ("night") count only beside a day."""
    yield from apply_rules(_COMPILED, text, stretches)
