"""Whether words that look like a time are one here: "May said", "the Sunday Times" and "second half" are not."""

from __future__ import annotations

from spacy.tokens import Span, Token

from comparer.analysis.times.phrases import Phrase

_PAPERS = frozenset(
    [
        "times",
        "telegraph",
        "mail",
        "mirror",
        "express",
        "post",
        "herald",
        "mercury",
        "star",
        "sun",
        "tribune",
        "observer",
        "politics",
        "school",
        "service",
        "morning",
        "brunch",
        "league",
    ]
)
_MONEY_WORDS = frozenset(
    [
        "earnings",
        "profit",
        "growth",
        "sale",
        "revenue",
        "result",
        "gdp",
        "economy",
        "income",
        "loss",
        "output",
        "dividend",
    ]
)
_EVENT_PLURALS = frozenset(
    [
        "election",
        "games",
        "olympics",
        "protest",
        "riot",
        "attack",
        "championship",
        "talk",
        "wildfire",
        "flood",
        "bombing",
    ]
)


def is_time(phrase: Phrase, span: Span) -> bool:
    """Return whether `span`, the tokens of `phrase`, names a time in this sentence."""
    if phrase.feast is not None or (phrase.weekday is not None and phrase.month is None):
        return not (_opens_name(span) if phrase.feast else _is_title(span))
    if phrase.shift is not None:
        return not (_in_title(span) or _is_duration(phrase, span))
    if phrase.month is not None:
        return phrase.day is not None or phrase.year is not None or _is_month(span)
    if phrase.quarter is not None:
        return phrase.year is not None or any(token.lemma_.lower() in _MONEY_WORDS for token in span.sent)
    if phrase.hours is not None:
        return span.root.dep_ not in {"compound", "amod"}
    return phrase.year is None or phrase.season is not None or phrase.edge is not None or not _is_count(span)


def _is_title(span: Span) -> bool:
    """A name with a weekday in it: "Sunday Times", "Wednesday Addams", "Black Friday"."""
    after = _at(span, span.end)
    if after is not None and after.text[:1].isupper() and after.pos_ == "PROPN":
        return after.lower_ in _PAPERS or (
            span[-1].ent_type_ in {"PERSON", "ORG", "WORK_OF_ART"} and after.ent_iob_ == "I"
        )
    before = _at(span, span.start - 1) if span.start else None
    if before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i < span.end:
        return before.head.i >= span.start
    if after is not None and span[-1].dep_ == "compound" and after.pos_ == "PROPN" and span[-1].head.pos_ == "PROPN":
        return before is None or before.pos_ != "ADP"
    return bool(span[0].ent_type_ in {"PERSON", "ORG"} and span[0].ent_iob_ == "I")


def _opens_name(span: Span) -> bool:
    """True for the feast in "the Good Friday Agreement"."""
    after = _at(span, span.end)
    return after is not None and after.text[:1].isupper() and span[-1].dep_ == "compound"


def _in_title(span: Span) -> bool:
    """The end of a name: "World News Tonight"."""
    before = _at(span, span.start - 1) if span.start and not span[0].is_sent_start else None
    return span[0].text[0].isupper() and before is not None and before.pos_ == "PROPN"


def _is_duration(phrase: Phrase, span: Span) -> bool:
    """How long, not when: "for nine minutes before leaving", "over the next day or two"."""
    before = _at(span, span.start - 1) if span.start else None
    return phrase.anchor != "published" and before is not None and before.lower_ in {"for", "over", "within"}


def _is_month(span: Span) -> bool:
    """A month without day or year: not a person ("in May's view"), a verb or a march through the town."""
    token = span[-1]
    after = _at(span, span.end)
    if token.ent_type_ in {"PERSON", "ORG", "FAC", "PRODUCT"}:
        return False
    if token.text in {"May", "March", "August"} and after is not None and after.lower_ in {"for", "on", "of"}:
        return token.ent_type_ == "DATE"
    return not (after is not None and after.pos_ == "PROPN" and after.ent_type_ == "PERSON")


def _is_count(span: Span) -> bool:
    """True for a number of things: "2014 people" counts; "the 2016 elections" names a year."""
    token = span[-1]
    after = _at(span, span.end)
    if after is None or after.tag_ != "NNS" or token.dep_ != "nummod":
        return False
    return after.lemma_.lower() not in _EVENT_PLURALS and token.ent_type_ != "DATE"


def _at(span: Span, position: int) -> Token | None:
    return span.doc[position] if position < len(span.doc) else None
