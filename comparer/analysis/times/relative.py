"""Times that count from another day: "yesterday", "two weeks ago", "the following day", "last month"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from comparer.analysis.times.days import Unit
from comparer.analysis.times.phrases import Phrase, edge_of
from comparer.analysis.times.windows import apply_rules

Builder = Callable[[re.Match[str]], Phrase | None]

_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AMOUNT = rf"(?:a few|several|a couple of|some|an?|{'|'.join(_SMALL)}|\d{{1,3}})"
_UNIT = r"(?:day|week|month|year|decade|hour|minute)"
_WHOLE_UNIT = r"(?:week|weekend|month|year|decade|century)"
_LEAST_MOST = {"a few": (2, 6), "several": (3, 9), "some": (2, 9), "a couple of": (2, 3), "a": (1, 1), "an": (1, 1)}
_PICKS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PART_HOURS = {"morning": (0, 720), "afternoon": (720, 1080), "evening": (1020, 1440), "night": (1080, 1800)}


def _amount(words: str) -> tuple[int, int]:
    words = words.lower()
    if words in _LEAST_MOST:
        return _LEAST_MOST[words]
    number = _SMALL.index(words) + 1 if words in _SMALL else int(words)
    return number, number


def _signed(amount: tuple[int, int], sign: int) -> tuple[int, int]:
    low, high = sorted(sign * number for number in amount)
    return low, high


def _unit(word: str) -> Unit:
    word = word.lower().rstrip("s")
    return "hour" if word == "minute" else word.replace("centurie", "century")  # type: ignore[return-value]


def _named_day(match: re.Match[str]) -> Phrase:
    word = match["w"].lower()
    shift = _WORDS[word]
    hours = (1080, 1800) if word == "tonight" else None
    return Phrase(
        match.start(), match.end(), shift=(shift, shift), unit="day", anchor="published", whole=True, hours=hours, part=bool(hours)
    )  # fmt: skip


def _two_days(match: re.Match[str]) -> Phrase:
    shift = -2 if "before" in match[0].lower() else 2
    return Phrase(match.start(), match.end(), shift=(shift, shift), unit="day", anchor="published", whole=True)


def _part_today(match: re.Match[str]) -> Phrase:
    shift = _PICKS[match["p"].lower()]
    return Phrase(
        match.start(), match.end(), shift=(shift, shift), unit="day", anchor="published", whole=True,
        hours=_PART_HOURS[match["h"].lower()], part=True,
    )  # fmt: skip


def _whole_unit(match: re.Match[str]) -> Phrase:
    shift = _PICKS[match["p"].lower()]
    edge = edge_of(match["e"])
    return Phrase(
        match.start(),
        match.end(),
        shift=(shift, shift),
        unit=_unit(match["u"]),
        anchor="published",
        whole=True,
        edge=edge,
    )


def _edge_of_unit(match: re.Match[str]) -> Phrase:
    return Phrase(
        match.start(),
        match.end(),
        shift=(0, 0),
        unit=_unit(match["u"]),
        anchor="published",
        whole=True,
        edge=edge_of(match["e"]),
    )


def _weekend(match: re.Match[str]) -> Phrase:
    return Phrase(match.start("w"), match.end("w"), shift=(-1, 0), unit="weekend", anchor="published", whole=True)


def _ago(match: re.Match[str]) -> Phrase:
    return Phrase(
        match.start(), match.end(), shift=_signed(_amount(match["n"]), -1), unit=_unit(match["u"]), anchor="published"
    )


def _away(match: re.Match[str]) -> Phrase:
    sign = -1 if match["d"].lower() in {"earlier", "before", "previously"} else 1
    return Phrase(
        match.start(), match.end(), shift=_signed(_amount(match["n"]), sign), unit=_unit(match["u"]), anchor="text"
    )


def _from_event(match: re.Match[str]) -> Phrase:
    """Read "two days after the vote", "the day after the vote", and "the week after", which is any day of it."""
    sign, unit = -1 if match["d"].lower() == "before" else 1, _unit(match["u"])
    amount = _amount(match["n"]) if match["n"] else (1 if unit == "day" else 0, 1)
    return Phrase(match.start(), match.end(), shift=_signed(amount, sign), unit=unit, anchor="event")


def _same(match: re.Match[str]) -> Phrase:
    word = match["p"].lower()
    sign = {"that": 0, "the same": 0, "that same": 0, "the following": 1, "the next": 1}.get(word, -1)
    return _text_unit(match, sign)


def _beside(match: re.Match[str]) -> Phrase:
    return _text_unit(match, -1 if match["d"].lower() == "before" else 1)


def _text_unit(match: re.Match[str], shift: int) -> Phrase:
    word = match["u"].lower()
    hours = _PART_HOURS.get(word)
    unit: Unit = "day" if hours else _unit(word)
    return Phrase(
        match.start(),
        match.end(),
        shift=(shift, shift),
        unit=unit,
        anchor="text",
        whole=True,
        hours=hours,
        part=bool(hours),
    )


def _in_the_day(match: re.Match[str]) -> Phrase:
    return Phrase(match.start(), match.end(), shift=(0, 0), unit="day", anchor="text", whole=True)


def _rolling(match: re.Match[str]) -> Phrase:
    amount = _amount(match["n"]) if match["n"] else (1, 1)
    return Phrase(
        match.start(), match.end(), shift=_signed(amount, -1), unit=_unit(match["u"]), anchor="published", rolling=True
    )


def _recent(match: re.Match[str]) -> Phrase:
    return Phrase(match.start(), match.end(), shift=(-10, -2), unit=_unit(match["u"]), anchor="published", rolling=True)


_EDGE = r"(?:earlier|later|early|mid|late)"
_TEXT_UNIT = r"(?:day|night|morning|afternoon|evening|week|weekend|month|year|decade)"
_RULES: tuple[tuple[str, Builder], ...] = (
    (r"\b(?P<w>yesterday|today|tonight|tomorrow)\b", _named_day),
    (r"\bthe day (?:before yesterday|after tomorrow)\b", _two_days),
    (r"\b(?P<p>last|this|next) (?P<h>morning|afternoon|evening|night)\b", _part_today),
    (rf"\b(?:(?P<e>{_EDGE})[ -])?(?:the )?(?P<p>last|this|next|coming|past|previous) (?P<u>{_WHOLE_UNIT})\b", _whole_unit),
    (rf"\b(?P<e>the (?:start|beginning|end) of|end of) the (?P<u>{_WHOLE_UNIT})\b", _edge_of_unit),
    (r"\b(?:at|over|during) (?P<w>the weekend)\b", _weekend),
    (rf"\b(?P<n>{_AMOUNT}) (?P<u>{_UNIT}s?) ago\b", _ago),
    (rf"\b(?P<n>{_AMOUNT}) (?P<u>{_UNIT}s?) (?P<d>earlier|later|previously|before|after)(?= *(?:[,.;:)\n]|$|that\b))", _away),
    (rf"\b(?P<n>{_AMOUNT}) (?P<u>{_UNIT}s?) (?P<d>earlier|later)\b", _away),
    (rf"\b(?:(?P<n>{_AMOUNT})|the) (?P<u>{_UNIT}s?) (?P<d>after|before|following)(?= \w)(?! (?:yesterday|tomorrow))", _from_event),
    (
        (rf"\b(?:(?:earlier|later|early|late) )?(?P<p>that same|that|the same|the following|the next|the previous|the preceding) "
        rf"(?P<u>{_TEXT_UNIT})\b(?! (?:after|before)\b)"),
        _same,
    ),
    (rf"\bthe (?P<u>{_TEXT_UNIT}) (?P<d>before|after)(?= *(?:[,.;:)\n]|$|(?:in|at|near|by|with|during|outside|inside|and|on)\b))", _beside),
    (r"\b(?:earlier|later|late|early) in the day\b", _in_the_day),
    (rf"\bthe (?:past|last|previous) (?:(?P<n>{_AMOUNT}) )?(?P<u>days|weeks|months|years|decades|hours|day)\b", _rolling),
    (r"\brecent (?P<u>days|weeks|months|years|decades)\b", _recent),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _RULES)


def find_relative(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """Yield every relative expression in the stretches of `text`, overlapping ones included."""
    yield from apply_rules(_COMPILED, text, stretches)
