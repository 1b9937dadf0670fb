"""Figures that count and measure nothing: names, years, clock times, scores, addresses, list numbers."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.lexing import Lexeme
from comparer.analysis.numbers.numerals import HYPHENS, word_at

_LABELS = {
    "article", "section", "chapter", "highway", "route", "flight", "boeing", "airbus", "room", "page", "pages", "no", "nos", "number",
    "channel", "level", "grade", "phase", "tier", "type", "resolution", "act", "title", "volume", "interstate", "exit",
    "platform", "gate", "terminal", "apollo", "iphone", "windows", "war", "bowl", "formula", "area", "part", "step", "round",
    "stage", "category", "class", "model", "mark", "version", "line", "bus", "track", "pier", "dock", "sector", "zone", "district",
    "ward", "precinct", "unit", "block", "lot", "apartment", "apt", "suite", "floor", "building", "hall", "camp", "checkpoint",
    "amendment", "proposition", "prop", "measure", "bill", "rule", "clause", "paragraph", "appendix", "annex", "figure", "fig",
    "table", "box", "psalm", "verse", "episode", "series", "season", "game", "match", "day", "week", "year", "lane", "road", "rte",
    "galaxy", "playstation", "xbox", "pixel", "covid", "cop", "studio", "radio", "capacity", "reactor", "sputnik", "tesla", "vol",
    "code", "schedule", "form", "subsection", "sub-section", "paragraphs", "articles", "chapters", "sections", "runway",
}  # fmt: skip
# Labels that are also common nouns count only with a capital letter.
_LABELS_IN_LOWER_CASE = {"article", "section", "chapter", "page", "pages", "no", "number", "flight", "highway", "paragraph", "clause",
                         "category", "magnitude", "articles", "sections", "phase", "stage", "tier", "room", "lane", "grade", "gate",
                         "platform", "volume", "episode", "exit", "rule", "resolution", "schedule", "runway"}  # fmt: skip
_MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
}  # fmt: skip
_BEFORE_YEARS = {
    "in", "since", "from", "until", "till", "by", "of", "early", "late", "mid", "during", "after", "before", "between", "and", "the",
    "to", "year", "summer", "autumn", "fall", "spring", "winter", "season", "through", "ending", "for", "last", "back", "circa",
}  # fmt: skip
_STREETS = {
    "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "lane", "drive", "dr", "square", "way", "place", "court",
    "terrace", "crescent", "highway", "parkway", "row", "close",
}  # fmt: skip
_SCORE_BEFORE = {"won", "win", "wins", "beat", "beats", "beating", "lost", "lose", "drew", "draw", "led", "leads", "leading", "defeated", "score",
                 "scored", "vote", "voted", "ruled", "trailed", "trailing", "victory", "defeat", "tie", "tied", "lead", "odds"}  # fmt: skip
_SCORE_AFTER = {"win", "victory", "defeat", "loss", "lead", "draw", "vote", "ruling", "decision", "majority", "split", "record", "margin",
                "score", "thriller", "opinion", "to", "chance", "rout", "triumph", "on", "aggregate"}  # fmt: skip
_CLOCK_AFTER = {"am", "pm", "o'clock", "gmt", "utc", "bst", "est", "cet", "hrs", "p", "oclock", "edt", "pdt"}
_IDLE_JOINED = {"way", "state", "time", "star", "fold", "sided", "faced", "tone", "party", "piece", "dimensional", "step",
                "pronged", "track", "size", "tier", "legged", "armed", "handed", "hander", "class", "percenter", "on"}  # fmt: skip
_ONE_BEFORE = {
    "no",
    "any",
    "every",
    "each",
    "some",
    "number",
    "this",
    "that",
    "the",
    "another",
    "which",
    "day",
    "square",
    "only",
    "loved",
}
_ONE_AFTER = {
    "another", "day", "of", "by", "on", "thing", "point", "way", "side", "hand", "reason", "time", "night", "morning", "more",
    "afternoon", "evening", "such", "to", "can", "is", "was", "has", "in", "that", "who", "which", "and", "or", "for", "would", "could",
    "must", "should", "may", "might", "with", "where", "moment", "example", "step", "-", "'s", "nation", "eye", "last",
}  # fmt: skip


def counts_nothing(lexemes: Sequence[Lexeme], amount: Amount, *, title_case: bool) -> bool:
    """True where the amount is a name, a year, a score or the like. `title_case`: the sentence is a headline in capitals."""
    if amount.unit is not None:
        return amount.unit.dimension in ("duration", "times") and _one_of_many(lexemes, amount)
    return (
        _in_a_name(lexemes, amount)
        or _labelled(lexemes, amount)
        or _date_or_clock(lexemes, amount)
        or _score(lexemes, amount)
        or _address(lexemes, amount)
        or _list_number(lexemes, amount)
        or _idle_one(lexemes, amount)
        or (amount.joined and word_at(lexemes, amount.last + 1) in _IDLE_JOINED)
        or _capitalised(lexemes, amount, title_case=title_case)
    )


def _one_of_many(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Such as "One day" and "one night" tell when, not how long."""
    return (
        word_at(lexemes, amount.first) == "one"
        and word_at(lexemes, amount.first + 1) in ("day", "night", "second")
        and not amount.joined
    )


def _in_a_name(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Glued to letters or a name: F-16, A320, 5G, 737s, 1.2.3, 12/15."""
    first, last = lexemes[amount.first], amount.last
    if first.glued and amount.first:
        before = lexemes[amount.first - 1]
        if before.kind in ("word", "figure") or before.text in ("/", ".", "_", "§", "'", "’"):
            return True
        if before.text in ("-", "‑") and before.glued:
            return True
    if last < len(lexemes) and lexemes[last].glued:
        behind = lexemes[last]
        after_glued = last + 1 < len(lexemes) and lexemes[last + 1].glued
        return behind.kind == "word" or (
            behind.text in ("/", ".", "_", ":") and after_glued and lexemes[last + 1].kind != "sign"
        )
    return False


def _labelled(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Such as "Article 5", "Highway 61", "World War Two", "No. 5", "magnitude 6"."""
    place = amount.first - 1
    if word_at(lexemes, place) == "." and word_at(lexemes, place - 1) in (
        "no",
        "nos",
        "fig",
        "vol",
        "art",
        "sec",
        "apt",
    ):
        return True
    word = word_at(lexemes, place)
    if word in ("§", "№"):
        return True
    if word in _LABELS_IN_LOWER_CASE:
        return word != "no" or lexemes[place].text != "no"
    return word in _LABELS and lexemes[place].text[:1].isupper()


def _date_or_clock(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    before, after = word_at(lexemes, amount.first - 1), word_at(lexemes, amount.last)
    if before == "." and word_at(lexemes, amount.first - 2) in _MONTHS:
        before = word_at(lexemes, amount.first - 2)
    if amount.high <= 31 and (_month(lexemes, amount.first - 1, before) or _month(lexemes, amount.last, after)):
        return True
    if amount.high <= 31 and after == "of" and word_at(lexemes, amount.last + 1) in _MONTHS:
        return True
    if after in _CLOCK_AFTER or (after == "a" and word_at(lexemes, amount.last + 1) == "."):
        return True
    return _year(lexemes, amount, before)


def _month(lexemes: Sequence[Lexeme], at: int, word: str) -> bool:
    """Such as "May" and "March" are months only with a capital; "may" is a verb."""
    return word in _MONTHS and (
        word not in ("may", "march", "mar", "dec", "sep", "jan") or lexemes[at].text[:1].isupper()
    )


def _year(lexemes: Sequence[Lexeme], amount: Amount, before: str) -> bool:
    written = lexemes[amount.first].text
    if amount.in_words or len(written) != 4 or not written.isdecimal() or not 1000 <= amount.low <= 2100:
        return False
    if amount.low >= 1900:
        return (
            before not in ("than", "least", "to", "some", "about", "nearly", "over", "almost", "around")
            or before == "to"
        )
    return before in _BEFORE_YEARS and word_at(lexemes, amount.last) in (
        "",
        ".",
        ",",
        "and",
        ")",
        "to",
        "by",
        "when",
        "the",
    )


def _score(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Such as "3-1", "a 5-4 ruling", "6-4, 6-3", "50-50"; "40-50 people" is a range, not a score."""
    place = amount.last
    second = place + 1 < len(lexemes) and lexemes[place + 1].kind == "figure" and lexemes[place + 1].glued
    if word_at(lexemes, place) in (*HYPHENS, ":") and lexemes[place].glued and second:
        return True
    if not amount.figure_range:
        return False
    around = {word_at(lexemes, amount.first - offset) for offset in range(1, 5)}
    return (
        bool(around & _SCORE_BEFORE)
        or word_at(lexemes, place) in _SCORE_AFTER
        or word_at(lexemes, place) in ("", ".", ",", "on", "in")
    )


def _address(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Such as "12 Main Street", "10 Downing St"."""
    if amount.in_words:
        return False
    for offset in range(1, 4):
        place = amount.last + offset - 1
        if place >= len(lexemes) or lexemes[place].kind != "word" or not lexemes[place].text[:1].isupper():
            return False
        if offset > 1 and lexemes[place].lower in _STREETS:
            return True
    return False


def _list_number(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Such as "1. First", "2) Second", "[3]", "(4)"."""
    before = lexemes[amount.first - 1] if amount.first else None
    behind = word_at(lexemes, amount.last)
    if before is None or before.kind == "break":
        return not amount.in_words and behind in (".", ")", ":") and amount.high < 100
    return before.text in "([" and behind in (")", "]") and amount.high < 1000


def _idle_one(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Such as "One of the men", "no one", "one day" count nothing that could differ."""
    if word_at(lexemes, amount.first) != "one" or amount.last > amount.first + 1 or amount.high != 1:
        return False
    return (
        word_at(lexemes, amount.first - 1) in _ONE_BEFORE
        or word_at(lexemes, amount.last) in _ONE_AFTER
        or amount.joined
    )


def _capitalised(lexemes: Sequence[Lexeme], amount: Amount, *, title_case: bool) -> bool:
    """A number word with a capital inside a sentence belongs to a name: "the Group of Seven", "Forty Niners"."""
    first = lexemes[amount.first]
    if title_case or not amount.in_words or not first.text[:1].isupper() or amount.first == 0:
        return False
    before = lexemes[amount.first - 1]
    return before.kind == "word" or before.text in (",", "-")
