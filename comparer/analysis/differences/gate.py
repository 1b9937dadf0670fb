"""How sure a pair must be before its disagreement is called a conflict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.nearness import Nearness
from comparer.analysis.differences.slots import ONE_EVENT
from comparer.analysis.report import ClaimPair

_ONE_EVENT, _ONE_ACTION = 0.6, 0.55
# Of dates: where the times show one event, where few words are shared, where nothing but the passages shows one event; and more than can be.
_ONE_DAY, _IN_OTHER_WORDS, _SAME_EVENT, _NEVER = 0.52, 0.65, 0.66, 2.0
_FEW_WORDS = 0.3
# Of framing: how near in meaning, and how much of the shorter and of the longer statement both must have.
_TOLD_OF_ONE = {"certainty": (0.55, 0.5, 0.25), "agency": (0.5, 0.4, 0.15)}
_FEWEST_TOLD = 2
_OF_ONE_NAMED = 0.39
_FRAMING = frozenset({*_TOLD_OF_ONE, "naming"})
_ONE_THING, _ONE_SORT = 0.5, 0.35
_LEAST = 0.25
# Of two short texts: how near in meaning and in words they must be for two days; what share of the words and what score
# show that the no of one is said of what the other tells.
_MEANS_ONE = 0.7, 0.2
_SAID_OF_ONE, _ALL_BUT_ONE_WORD = (0.6, 0.6), 0.8
# In articles of many sentences, by kind: how near in meaning, and what share of the shorter statement both must have.
# Set on conflicts marked between real reports of one event: nearly all that were wrong there fell short of these.
_IN_ARTICLES = {"date": (0.52, 0.3), "place": (0.6, 0.5), "person": (0.6, 0.5), "polarity": (0.5, 0.3)}
_OF_ONE_HAPPENING = (0.3, 0.3)
# Of days there: what share of the longer statement both must have, and how near they must be where the bond is loose.
_OF_LONGER, _OF_LONGER_UNSURE, _OF_ONE_TELLING = 0.3, 0.4, 0.6
_COPIED = 0.9
_TODAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this)\b", re.IGNORECASE)
_MEANWHILE = re.compile(r"(?:during|while|amid)\b", re.IGNORECASE)
_NAMED = re.compile(r"[A-Z]")


class Setting(Enum):
    """In what company two passages stand that are compared."""

    ALONE = "two short texts that somebody sets side by side"
    RETOLD = "sentences of two articles that tell one thing in much the same words"
    AMONG_MANY = "other sentences of two articles"


def credible(
    findings: Iterable[Finding],
    pair: ClaimPair,
    *,
    same_time: bool,
    near: Callable[[Finding], Nearness],
    setting: Setting,
) -> Iterator[Finding]:
    """Yield the findings that can be told of `pair`.

    Two passages that only may be counterparts disagree all the time about
    different things. A conflict is told where the clauses around the two slots
    are near enough to speak of one thing (`near` says how near); numbers and
    places whose slots alone show that they mean the same need less. `same_time`
    is false where the passages tell of different years. Who sets two short texts
    side by side says that they tell of one thing; of the many sentences of two
    articles some always seem to, so that those must say much the same.
    """
    for finding in _consistent(list(findings)):
        if finding.kind in _FRAMING:
            told = (setting is Setting.ALONE and _is_one_sentence(pair)) or _frames_one_thing(
                finding, pair, near(finding), same_time=same_time
            )
        elif finding.verdict not in ("conflict", "update"):
            told = True
        else:
            told = _contradicts(finding, pair, near(finding), same_time=same_time, setting=setting)
        if told:
            yield finding


def _contradicts(finding: Finding, pair: ClaimPair, near: Nearness, *, same_time: bool, setting: Setting) -> bool:
    held = _holds(finding, pair, near, same_time=same_time)
    if setting is Setting.AMONG_MANY:
        return held and _stands_out(finding, near)
    told = held or _is_of_one_event(finding, pair) or _tells_one_thing(finding, pair, near)
    return told and (setting is Setting.ALONE or not _is_doubtful(finding, near))


def _consistent(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what another difference of the same pair explains."""
    apart = any(finding.kind == "place" and finding.verdict == "conflict" for finding in findings)
    dated = any(finding.kind == "date" and finding.verdict == "conflict" for finding in findings)
    nested = any(finding.kind == "place" and finding.verdict == "compatible" for finding in findings)
    turned = any(finding.kind == "polarity" and finding.verdict == "conflict" for finding in findings)
    updated = any(finding.kind in ("number", "polarity") and finding.verdict == "update" for finding in findings)
    others = [finding for finding in findings if finding.kind == "person" and finding.verdict == "conflict"]
    for finding in findings:
        if finding.kind == "naming" and any(_mark_the_same(finding, other) for other in others):
            continue  # "her sister" and "her brother" are no two names for one
        counted = finding.kind == "number" and finding.verdict in ("conflict", "update")
        if updated and finding.kind == "date" and finding.verdict == "conflict":
            continue  # the two days are when it was counted, or seen
        if apart and dated and finding.kind in ("date", "place") and finding.verdict == "conflict":
            continue  # on another day and elsewhere: two events of one sort
        if apart and turned and finding.kind in ("place", "polarity") and finding.verdict == "conflict":
            continue  # one closes, and another stays open elsewhere
        if apart and counted:
            continue  # the dead of one district are not the dead of the next
        yield replace(finding, sureness="possible") if nested and counted else finding


def _mark_the_same(one: Finding, other: Finding) -> bool:
    sides = ((one.left, other.left), (one.right, other.right))
    return all(any(a.start < b.end and b.start < a.end for a in ours for b in theirs) for ours, theirs in sides)


def _is_of_one_event(finding: Finding, pair: ClaimPair) -> bool:
    """True for the day, the place and the people of two short texts that as a whole tell the same, however their clauses are cut."""
    told = finding.kind in ("date", "place") and finding.sureness != "possible"
    told = told or (finding.kind == "person" and finding.confirmed)
    return told and pair.tier == "match" and pair.score >= ONE_EVENT


def _is_one_sentence(pair: ClaimPair) -> bool:
    """True for two short texts that are one but for a word or two, however few words they have."""
    return pair.tier == "match" and pair.score >= _ALL_BUT_ONE_WORD


def _tells_one_thing(finding: Finding, pair: ClaimPair, near: Nearness) -> bool:
    """True for the no of one of two short texts that share enough words, and for their days where they mean the same."""
    if pair.tier != "match":
        return False
    words, score = _SAID_OF_ONE
    shared = pair.score >= score and (near.words >= words or finding.confirmed)
    opposite = finding.kind == "polarity" and (shared or pair.score >= _ALL_BUT_ONE_WORD)
    meaning, common = _MEANS_ONE
    return opposite or (finding.kind == "date" and near.meaning >= meaning and near.words >= common)


def _stands_out(finding: Finding, near: Nearness) -> bool:
    """True where so much is alike that one of many sentences cannot be so by chance."""
    if finding.kind not in _IN_ARTICLES:
        return True
    if finding.kind == "date" and not _dates_one_thing(finding, near):
        return False
    if finding.kind == "polarity" and finding.sureness != "sure":
        return False  # opposite words are often said of two sides of one event
    if finding.kind == "place" and finding.sureness == "possible":
        return False  # nobody knows whether the one lies in the other
    if finding.kind == "person" and (finding.sureness == "possible" or not _names_both(finding)):
        return False  # "a disgruntled woman" may be the suspended worker; those who blame each other do so in turn
    meaning, words = _OF_ONE_HAPPENING if finding.kind == "place" and finding.confirmed else _IN_ARTICLES[finding.kind]
    return near.meaning >= meaning and near.words >= words


def _is_doubtful(finding: Finding, near: Nearness) -> bool:
    """True for what two articles may both say, though they tell of one thing."""
    if finding.kind == "date":
        return _is_dated_anew(finding, near) or any(
            _MEANWHILE.match(mark.text) for mark in (*finding.left, *finding.right)
        )
    return finding.sureness == "possible" and finding.kind in ("number", "person")


def _is_dated_anew(finding: Finding, near: Nearness) -> bool:
    """True for the "today" of a copied text, for "that year", which is another one's, and for when it was said."""
    if finding.slot is not None and finding.slot.name == "when it was said":
        return True  # people say things on many days
    return _in_same_words(finding) or _leans_on_another(finding) or (near.meaning >= _COPIED and _says_today(finding))


def _dates_one_thing(finding: Finding, near: Nearness) -> bool:
    if _is_dated_anew(finding, near):
        return False
    if finding.sureness == "sure":
        return near.statement.of_longer >= _OF_LONGER
    if finding.sureness == "likely" and finding.close:
        return True  # two tellings of one event are a day or a year apart, hardly ten
    return min(near.meaning, near.words) >= _OF_ONE_TELLING and near.statement.of_longer >= _OF_LONGER_UNSURE


def _says_today(finding: Finding) -> bool:
    return any(_TODAY.search(mark.text) for side in (finding.left, finding.right) for mark in side)


def _names_both(finding: Finding) -> bool:
    return all(any(_NAMED.search(mark.text) for mark in side) for side in (finding.left, finding.right))


def _in_same_words(finding: Finding) -> bool:
    ours, theirs = ([mark.text.lower() for mark in side] for side in (finding.left, finding.right))
    return ours == theirs


def _leans_on_another(finding: Finding) -> bool:
    """True for "later that year": it is as right or wrong as the date before it."""
    return any("that" in mark.text.lower().split() for side in (finding.left, finding.right) for mark in side)


def _holds(finding: Finding, pair: ClaimPair, near: Nearness, *, same_time: bool) -> bool:
    matched = pair.tier == "match"
    # the years by which the passages lie apart may be what they disagree on
    if not (same_time or (matched and (finding.kind == "date" or near.meaning >= _ONE_EVENT))):
        return False
    if finding.kind in ("number", "place") and finding.sureness == "sure":
        return True
    if finding.kind == "number" and finding.sureness == "likely":
        return not matched or near.meaning >= _LEAST
    if finding.kind in ("number", "place"):
        return matched and near.meaning >= _ONE_THING
    if finding.confirmed and same_time:
        return matched and near.meaning >= _ONE_SORT  # the roles show that it is one event, in whatever words
    few = near.words < _FEW_WORDS
    enough = _enough_of_date(finding, few=few) if finding.kind == "date" else _NEVER if few else _enough(finding)
    return matched and near.meaning >= enough


def _frames_one_thing(finding: Finding, pair: ClaimPair, near: Nearness, *, same_time: bool) -> bool:
    """Two passages about different things hedge and call them differently, and have others do them."""
    if finding.kind == "naming":
        return near.words >= _OF_ONE_NAMED
    if pair.tier != "match" or not same_time:
        return False
    meaning, of_shorter, of_longer = _TOLD_OF_ONE[finding.kind]
    told = near.statement
    if told.shared < _FEWEST_TOLD or near.meaning < meaning:
        return False
    return told.of_shorter >= of_shorter and told.of_longer >= of_longer


def _enough_of_date(finding: Finding, *, few: bool) -> float:
    """Less where the times themselves show that they belong to one event, told in whatever words."""
    if finding.sureness == "possible":
        return _NEVER if few else _SAME_EVENT
    return _IN_OTHER_WORDS if few else _ONE_DAY


def _enough(finding: Finding) -> float:
    if finding.kind == "polarity" and finding.sureness == "sure":
        return _ONE_THING  # the very verb, denied
    return _ONE_ACTION if finding.kind == "person" else _ONE_EVENT
