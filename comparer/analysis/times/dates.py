"""Calendar dates: "9 April 2025", "May 3-5", "early September", "the 1990s", "Christmas Day"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from comparer.analysis.times.days import Season
from comparer.analysis.times.feasts import FEASTS
from comparer.analysis.times.phrases import (
    DAY,
    EDGE,
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    Phrase,
    day_number,
    edge_of,
    month_number,
    weekday_number,
)
from comparer.analysis.times.windows import apply_rules

Builder = Callable[[re.Match[str]], Phrase | None]

_NOT_A_COUNT = r"(?![\d:%]|[.,]\d|[-/]\d| ?(?:percent|per cent|people|points|million|billion|homes|votes)\b)"
_BEFORE_MONTH = r"(?:in|since|by|until|till|through|from|to|of|before|after|during|for|and|between|last|next|this|past|than|(?:early|late|soon) as)"
_BEFORE_YEAR = (
    r"(?:in|since|by|until|till|through|from|to|of|before|after|during|and|between|year|circa|around|about|than|for)"
)
_SENTENCE_GOES_ON = r"[.,;:)]|\s*$| (?:and|by|when|for|to|in|at|as|with|from|it|they|the|he|she|but|after|before|or)\b"
_SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_HOLIDAYS: Final = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "epiphany": (1, 6),
    "all saints' day": (11, 1),
    "st. stephen's day": (12, 26),
    "bonfire night": (11, 5),
    "anzac day": (4, 25),
    "juneteenth": (6, 19),
    "international women's day": (3, 8),
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_CENTURIES: Final = {
    word: number
    for number, word in enumerate(
        (
            "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ),
        start=8,
    )
} | {"twenty-first": 21}  # fmt: skip
_LAST_CENTURY = 21
_DECADES: Final = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKS: Final = ("first", "second", "third", "fourth")
_NIGHT: Final = (1080, 1800)
_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_PICKS = {"last": -1, "past": -1, "this": 0, "next": 1}


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _valid(phrase: Phrase) -> Phrase | None:
    month, day = phrase.month, phrase.day
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= (
        31 if month is None else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    ):
        return None
    return phrase


def _iso(match: re.Match[str]) -> Phrase | None:
    year, month, day = (int(match[group]) for group in ("y", "m", "d"))
    return _valid(Phrase(match.start(), match.end(), year=year, month=month, day=day))


def _numeric(match: re.Match[str]) -> Phrase | None:
    """Day and month in figures; where either order is possible only the year is sure."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    start, end = match.span()
    if first > 12 or match["sep"] == ".":
        return _valid(Phrase(start, end, year=year, month=second, day=first))
    if second > 12 or first == second:
        return _valid(Phrase(start, end, year=year, month=first, day=second))
    return Phrase(start, end, year=year)


def _month_day(match: re.Match[str]) -> Phrase | None:
    month = month_number(match["m"])
    year = _year(match["y"])
    first = Phrase(match.start(), match.end(), year=year, month=month, day=day_number(match["d"]))
    return _ranged(first, match["m2"], match["d2"])


def _day_month(match: re.Match[str]) -> Phrase | None:
    month = month_number(match["m"])
    year = _year(match["y"])
    first = Phrase(match.start(), match.end(), year=year, month=month, day=day_number(match["d"]))
    return _ranged(first, None, match["d2"])


def _ranged(first: Phrase, month: str | None, day: str | None) -> Phrase | None:
    if not day:
        return _valid(first)
    last_month = month_number(month) if month else first.month
    last = _valid(Phrase(first.start, first.end, year=first.year, month=last_month, day=day_number(day)))
    if last is None or _valid(first) is None:
        return None
    return Phrase(first.start, first.end, year=first.year, month=first.month, day=first.day, until=last)


def _month_year(match: re.Match[str]) -> Phrase | None:
    return Phrase(
        match.start(), match.end(), year=_year(match["y"]), month=month_number(match["m"]), edge=edge_of(match["e"])
    )


def _part_of_month(match: re.Match[str]) -> Phrase | None:
    """The first week of June, its last day."""
    month, last = month_number(match["m"]), match["o"].lower() == "last"
    length = _LENGTHS[month - 1] if month else 31
    number = len(_WEEKS) if last else _WEEKS.index(match["o"].lower()) + 1
    if match["u"].lower() == "day":
        first = until = length if last else number
    else:
        first = length - 6 if last else 7 * number - 6
        until = first + 6
    year, start, end = _year(match["y"]), match.start(), match.end()
    closing = Phrase(start, end, year=year, month=month, day=until) if until > first else None
    return Phrase(start, end, year=year, month=month, day=first, until=closing)


def _bare_month(match: re.Match[str]) -> Phrase | None:
    pick = _PICKS.get((match["p"] or "").lower())
    start = match.start("p") if pick is not None else match.start("m")
    return Phrase(start, match.end(), month=month_number(match["m"]), pick=pick)


def _bare_year(match: re.Match[str]) -> Phrase | None:
    return Phrase(match.start("y"), match.end("y"), year=int(match["y"]))


def _edged_year(match: re.Match[str]) -> Phrase | None:
    return Phrase(match.start(), match.end(), year=int(match["y"]), edge=edge_of(match["e"]))


def _decade(match: re.Match[str]) -> Phrase | None:
    short = match["s"]
    start = int(match["y"]) if match["y"] else 1900 + int(short)
    return Phrase(match.start(), match.end(), decade=start, edge=edge_of(match["e"]))


def _decade_in_words(match: re.Match[str]) -> Phrase | None:
    start = 1920 + 10 * _DECADES.index(match["w"].lower())
    return Phrase(match.start("t"), match.end(), decade=start, edge=edge_of(match["e"]))


def _two_years(match: re.Match[str]) -> Phrase | None:
    """The 2031-32 season, or school year, which runs from summer to summer; tax years begin in April."""
    year = int(match["y"])
    if (year + 1) % 100 != int(match["z"]):
        return None
    months = {"tax": (4, 3), "financial": (4, 3), "fiscal": (1, 12)}.get((match["k"] or "").lower(), (7, 6))
    closing = Phrase(match.start("y"), match.end(), year=year + 1, month=months[1])
    return Phrase(match.start("y"), match.end(), year=year, month=months[0], until=closing)


def _century(match: re.Match[str]) -> Phrase | None:
    word = match["o"].lower()
    number = int(word.rstrip("stndrh")) if word[0].isdigit() else _CENTURIES[word]
    if not 1 <= number <= _LAST_CENTURY:
        return None
    return Phrase(match.start(), match.end(), century=number, edge=edge_of(match["e"]))


def _weekday(match: re.Match[str]) -> Phrase | None:
    pick = _PICKS.get((match["p"] or "").lower())
    return Phrase(match.start(), match.end(), weekday=weekday_number(match["w"]), pick=pick)


def _nth_weekday(match: re.Match[str]) -> Phrase | None:
    """The first Sunday of June."""
    weekday, month, year = weekday_number(match["w"]), month_number(match["m"]), _year(match["y"])
    return Phrase(match.start(), match.end(), year=year, month=month, weekday=weekday, nth=_NTH[match["o"].lower()])


def _night_between(match: re.Match[str]) -> Phrase | None:
    """The night from one weekday to the next is that of the first."""
    first, second = weekday_number(match["w"]), weekday_number(match["v"])
    if (first + 1) % 7 != second:
        return None
    return Phrase(match.start(), match.end(), weekday=first, hours=_NIGHT)


def _short_weekday(match: re.Match[str]) -> Phrase | None:
    return Phrase(match.start(), match.end(), weekday=weekday_number(match["w"]))


def _season(match: re.Match[str]) -> Phrase | None:
    words = match["s"].lower()
    season: Season = "autumn" if words == "fall" else words  # type: ignore[assignment]
    pick = _PICKS.get((match["p"] or "").lower())
    start = match.start("p") if match["p"] else match.start("e") if match["e"] else match.start("s")
    return Phrase(start, match.end(), year=_year(match["y"]), season=season, pick=pick, edge=edge_of(match["e"]))


def _quarter(match: re.Match[str]) -> Phrase | None:
    number = _ORDINALS[match["o"].lower()] if match["o"] else int(match["n"])
    return _of_year(match, Phrase(match.start(), match.end(), year=_year(match["y"]), quarter=number))


def _half(match: re.Match[str]) -> Phrase | None:
    half = _ORDINALS[match["o"].lower()]
    return _of_year(match, Phrase(match.start(), match.end(), year=_year(match["y"]), half=half))


def _of_year(match: re.Match[str], phrase: Phrase) -> Phrase:
    """The phrase, of the year counted from now that "of next year" names."""
    if not match["p"]:
        return phrase
    shift = _PICKS.get(match["p"].lower(), 0)
    return replace(phrase, shift=(shift, shift), unit="year", anchor="published", whole=True)


def _holiday(match: re.Match[str]) -> Phrase | None:
    month, day = _HOLIDAYS[match["h"].lower()]
    return Phrase(match.start(), match.end(), year=_year(match["y"]), month=month, day=day)


def _feast(match: re.Match[str]) -> Phrase | None:
    return Phrase(match.start("f"), match.end(), year=_year(match["y"]), feast=FEASTS[match["f"].lower()])


def _christmas(match: re.Match[str]) -> Phrase | None:
    return Phrase(match.start("h"), match.end(), year=_year(match["y"]), month=12, day=25, about=True)


_BEFORE_FEAST = r"(?:at|over|since|until|till|before|after|by|around|during|last|this|next|for)"
_SINGLE_FEASTS = "|".join(name for name, (first, last) in FEASTS.items() if first == last)
_LONG_FEASTS = "|".join(name for name, (first, last) in FEASTS.items() if first != last)
_COUNTED_YEAR = "(?P<p>(?i:the|this|next|last)) year"
_ORDINAL = "(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_RULES: tuple[tuple[str, Builder], ...] = (
    (rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
    (rf"(?<![\d./-])(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep)(?P<y>{YEAR})(?![\d/])", _numeric),
    (
        (
            rf"\b(?P<m>{MONTH}) (?:the )?(?P<d>{DAY})\b{_NOT_A_COUNT.replace('[-/]', '[/]')}"
            rf"(?:(?: ?- ?| to | through | and )(?:(?P<m2>{MONTH}) )?(?P<d2>{DAY})\b{_NOT_A_COUNT})?(?:,? (?P<y>{YEAR})\b)?"
        ),
        _month_day,
    ),
    (
        rf"(?<![\d.,$])\b(?:the )?(?P<d>{DAY})(?:(?: ?- ?| to | and )(?P<d2>{DAY}))?(?: of)? (?P<m>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        _day_month,
    ),
    (rf"\b(?:(?P<e>{EDGE})[ -])?(?P<m>{MONTH}),? (?:of )?(?P<y>{YEAR})\b{_NOT_A_COUNT}", _month_year),
    (rf"\b(?P<e>{EDGE})[ -](?P<m>{MONTH})\b(?P<y>)", _month_year),
    (
        rf"\b(?:the )?(?P<o>(?i:last|{'|'.join(_WEEKS)})) (?P<u>(?i:week|day)) (?:of|in) (?P<m>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        _part_of_month,
    ),
    (rf"\b(?:(?P<p>(?i:{_BEFORE_MONTH})) )(?P<m>{MONTH})\b", _bare_month),
    (rf"\b(?i:{_BEFORE_YEAR}) (?P<y>{YEAR})\b{_NOT_A_COUNT}", _bare_year),
    (rf"\b(?i:the|a|an|its|his|her|their|of|that|'s) (?P<y>{YEAR})(?= [A-Za-z])", _bare_year),
    (rf"(?<!\w)\((?P<y>{YEAR})\)", _bare_year),
    (rf"\b(?P<e>(?i:{EDGE}))[ -](?P<y>{YEAR})\b{_NOT_A_COUNT}", _edged_year),
    (r"\b(?:the )?(?:(?P<e>early|mid|late)[ -])?(?:(?P<y>(?:1[5-9]|20)\d0)|(?<!\w)'(?P<s>[2-9]0))s\b", _decade),
    (
        rf"\b(?:in|of|since|during|from|until) (?P<t>the (?:(?P<e>early|mid|late)[ -])?(?P<w>(?i:{'|'.join(_DECADES)})))\b",
        _decade_in_words,
    ),
    (
        rf"\b(?P<y>{YEAR})[-/](?P<z>\d\d) (?:(?P<k>school|academic|tax|financial|fiscal|[a-z]+) )?(?:season|year)\b",
        _two_years,
    ),
    (
        (
            rf"\b(?:the )?(?:(?P<e>(?i:early|mid|late|start of the|beginning of the|end of the))[ -])?"
            rf"(?P<o>\d\d?(?:st|nd|rd|th)|(?i:{'|'.join(_CENTURIES)}))[- ](?i:century)\b(?! B\.?C)"
        ),
        _century,
    ),
    (
        rf"\b(?i:in|since|around|circa|about|by|before|after|from|of|year) (?P<y>1[0-4]\d\d)(?={_SENTENCE_GOES_ON})",
        _bare_year,
    ),
    (rf"\b(?:(?P<p>(?i:last|next|this|past)) )?(?P<w>{WEEKDAY})\b", _weekday),
    (
        rf"\b(?:the )?(?P<o>(?i:{'|'.join(_NTH)})) (?P<w>{WEEKDAY}) (?:of|in) (?P<m>{MONTH})\b(?:,? (?P<y>{YEAR})\b)?",
        _nth_weekday,
    ),
    (
        rf"\b(?i:(?:the )?night (?:from |of |between )?|overnight (?:from |between )?)(?P<w>{WEEKDAY})(?: (?:to|and|into|on) | ?[-/] ?)(?P<v>{WEEKDAY})\b",
        _night_between,
    ),
    (rf"\b(?P<w>{SHORT_WEEKDAY})(?=,? (?:{MONTH} {DAY}|{DAY} {MONTH}))", _short_weekday),
    (rf"\b(?P<p>(?i:last|next|this)) (?P<e>)(?P<s>{_SEASON})\b(?P<y>)", _season),
    (
        rf"\b(?:in )?the (?P<p>)(?P<e>)(?P<s>{_SEASON})(?: of (?P<y>{YEAR})\b|(?= of (?:this|next|last) year)|(?! of)\b(?=[,.;]| (?:after|before|when|and)\b))",
        _season,
    ),
    (rf"\b(?P<p>)(?:(?P<e>early|mid|late)[ -])?(?P<s>{_SEASON}) (?:of )?(?P<y>{YEAR})\b", _season),
    (rf"\b(?P<p>)(?P<e>(?i:early|mid|late))[ -](?P<s>{_SEASON})\b(?P<y>)", _season),
    (
        rf"\b(?:in|since|until|by|before|during) (?P<p>)(?P<e>)(?P<s>spring|summer|autumn|winter)\b(?P<y>)(?={_SENTENCE_GOES_ON})",
        _season,
    ),
    (
        rf"\b(?:the )?(?:(?P<o>(?i:{_ORDINAL}))[- ]quarter|Q(?P<n>[1-4]))(?: (?:of )?(?:(?P<y>{YEAR})|{_COUNTED_YEAR})\b)?",
        _quarter,
    ),
    (rf"\b(?:the )?(?P<o>(?i:first|second)) half of (?:(?P<y>{YEAR})|{_COUNTED_YEAR})\b", _half),
    (rf"\b(?P<h>(?i:{'|'.join(map(re.escape, _HOLIDAYS))}))(?:,? (?P<y>{YEAR})\b)?", _holiday),
    (rf"(?<!Orthodox )\b(?P<f>(?i:{_SINGLE_FEASTS}))\b(?:,? (?P<y>{YEAR})\b)?", _feast),
    (
        rf"\b(?i:{_BEFORE_FEAST}) (?P<f>(?i:{_LONG_FEASTS}))\b(?:,? (?P<y>{YEAR})\b)?(?={_SENTENCE_GOES_ON})",
        _feast,
    ),
    (
        rf"\b(?i:{_BEFORE_FEAST}) (?P<h>Christmas)\b(?:,? (?P<y>{YEAR})\b)?(?={_SENTENCE_GOES_ON})",
        _christmas,
    ),
)
_COMPILED = tuple((re.compile(pattern), build) for pattern, build in _RULES)


def find_dates(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield every calendar expression in the stretches of `text`, overlapping ones included."""
    yield from apply_rules(_COMPILED, text, stretches)
