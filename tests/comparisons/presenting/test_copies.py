"""Text that both pieces carry word for word."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Claim, ClaimPair, Reading, Report, Sentence
from comparer.comparisons.presenting.copies import find_copied

ONE = "A dyke broke near Hollin on Friday and flooded forty houses, the mayor said."
TWO = "The water stood more than a metre high in the church until noon."
SHORT = "Nobody was hurt."
OWN = "The reporter of this paper walked through the mud of the main street for an hour."


def make_reading(*sentences: str) -> Reading:
    spans, claims, at = [], [], 0
    for number, sentence in enumerate(sentences):
        spans.append(Sentence(at, at + len(sentence), paragraph=0))
        claims.append(Claim(at, at + len(sentence), id=f"c{number + 1}", sentence=number, paragraph=0))
        at += len(sentence) + 1
    text = " ".join(sentences)
    whole = {"title": None, "outlet": None, "published": None, "language": "en", "engine": "0"}
    return Reading(text=text, sentences=tuple(spans), claims=tuple(claims), **whole)  # type: ignore[arg-type]


def make_report(left: Reading, right: Reading) -> Report:
    return Report(engine="0", left=left, right=right)


@pytest.mark.parametrize(
    ("left", "right", "copied"),
    [
        ([ONE, TWO, OWN], [ONE.upper(), SHORT, TWO.replace(".", "!")], (ONE, TWO)),
        ([ONE, SHORT, TWO], [TWO, ONE, SHORT], (ONE, SHORT, TWO)),
        ([ONE, OWN], [ONE, TWO], ()),
        ([ONE, SHORT], [ONE, SHORT], ()),
        ([ONE, TWO], [ONE.replace("forty", "fifty"), TWO], ()),
        ([], [ONE], ()),
    ],
)
def test_copied_sentences_are_several_long_ones_alike_word_for_word(
    left: list[str], right: list[str], copied: tuple[str, ...]
) -> None:
    assert find_copied(make_report(make_reading(*left), make_reading(*right))).sentences == copied


def test_copied_holds_a_pair_whose_both_sides_are_copied() -> None:
    report = make_report(make_reading(ONE, TWO, OWN), make_reading(TWO, ONE, SHORT))
    copied = find_copied(report)

    def pair(left: str, right: str) -> ClaimPair:
        return ClaimPair("p1", (left,), (right,), score=1.0, tier="match", why=())

    assert copied.holds(report, pair("c1", "c2"))
    assert not copied.holds(report, pair("c3", "c1"))
    assert not copied.holds(report, pair("c1", "c3"))
