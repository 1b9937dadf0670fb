"""Cases: comparing_cases.tsv, and paired_cases.tsv for passages that surely tell the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.lexicons import load_number_words
from comparer.analysis.numbers.compare import QuantityContext, QuantityMatch, compare_quantities
from comparer.analysis.numbers.read import read_quantities
from comparer.analysis.report import Form, Quantity
from comparer.analysis.times.read import read_times

CASES = Path(__file__).with_name("comparing_cases.tsv").read_text(encoding="utf-8").splitlines()
PAIRED = Path(__file__).with_name("paired_cases.tsv").read_text(encoding="utf-8").splitlines()
SURE = 0.7
WORDS = load_number_words()
EARLY = "2031-05-02"
Case = tuple[str, str, str, str, str]


def parse_cases(lines: list[str] = CASES) -> list[Case]:
    """Return (verdicts, left, right, left published, right published) for each case."""
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(row[0], row[1], row[2], *((row[3], row[4]) if len(row) > 3 else (EARLY, EARLY))) for row in rows]


def compare(
    nlp: Language, left: str, right: str, *, published: tuple[str, str] = (EARLY, EARLY), closeness: float = 0.0
) -> tuple[QuantityMatch, ...]:
    docs = [nlp(text) for text in (left, right)]
    times = [read_times(doc, published=date) for doc, date in zip(docs, published, strict=True)]
    ours, theirs = (read_quantities(doc, times=found, words=WORDS) for doc, found in zip(docs, times, strict=True))
    context = QuantityContext(
        left, right, *published, times[0], times[1], left_article=ours, right_article=theirs, closeness=closeness
    )
    return compare_quantities(ours, theirs, context=context, words=WORDS)


def verdicts(matches: tuple[QuantityMatch, ...]) -> str:
    telling = sorted({match.verdict for match in matches} - {"same"})
    return " ".join(telling) or ("same" if matches else "none")


@pytest.mark.parametrize("case", parse_cases(), ids=lambda case: " / ".join(case[:3])[:80])
def test_compare_quantities_case(nlp: Language, case: Case) -> None:
    wanted, left, right, early, late = case
    found = verdicts(compare(nlp, left, right, published=(early, late)))
    assert found in ({"none", "same"} if wanted == "none" else {wanted})


@pytest.mark.parametrize("case", parse_cases(PAIRED), ids=lambda case: " / ".join(case[:3])[:80])
def test_compare_quantities_case_of_a_sure_pair(nlp: Language, case: Case) -> None:
    wanted, left, right, early, late = case
    found = verdicts(compare(nlp, left, right, published=(early, late), closeness=SURE))
    assert found in ({"none", "same", "compatible"} if wanted == "agree" else {wanted})


@pytest.mark.parametrize("case", parse_cases(), ids=lambda case: " / ".join(case[:3])[:80])
def test_compare_quantities_is_symmetric(nlp: Language, case: Case) -> None:
    _, left, right, early, late = case
    there = compare(nlp, left, right, published=(early, late))
    back = compare(nlp, right, left, published=(late, early))
    assert sorted((m.left, m.right, m.verdict, m.score) for m in there) == sorted(
        (m.right, m.left, m.verdict, m.score) for m in back
    )


def test_cases_hold_enough_negatives() -> None:
    wanted = [case[0] for case in parse_cases()]
    assert len(wanted) >= 80
    assert sum(verdict in ("none", "same", "compatible") for verdict in wanted) >= len(wanted) / 3


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        (
            "The landslide killed 14 villagers.", "The landslide killed 19 villagers.",
            "Left says 14 villagers; right says 19 villagers. Both give the number of people killed.",
        ),
        (
            "One register lists 246 names.", "The office has identified 231 individuals.",
            "Left says 246 names; right says 231 individuals.",
        ),
        (
            "The quarry lists 64 names.", "The office has identified 71 men, women and children.",
            "Left says 64 names; right says 71 men, women and children.",
        ),
        (
            "The landslide killed 14 guards and injured others.", "The landslide killed 19 guards and porters.",
            "Left says 14 guards; right says 19 guards and porters. Both give the number of people killed.",
        ),
        ("Two climbers were rescued.", "Rescuers saved two climbers.", "Both say two climbers."),
        (
            "The tunnel is 12 kilometres long.", "The tunnel is 7.5 miles long.",
            "Left says 12 kilometres; right says 7.5 miles: the same amount in another unit.",
        ),
        (
            "Rents rose by 3 percent.", "Rents rose by 3 percentage points.",
            "Left says 3 percent; right says 3 percentage points: a percentage of something is not the same as percentage points.",
        ),
        (
            "Dozens of bakers went on strike.", "Forty bakers went on strike.",
            "Left says dozens of bakers; right says forty bakers: the rough number leaves room for the other.",
        ),
    ],
)  # fmt: skip
def test_compare_quantities_explains_in_plain_words(nlp: Language, left: str, right: str, sentence: str) -> None:
    assert [match.explanation for match in compare(nlp, left, right)] == [sentence]


@pytest.mark.parametrize(
    ("left", "right", "slot"),
    [
        ("The flood killed 12 people.", "The flood killed 19 people.", "number of people killed"),
        ("The fire burned 40 barns.", "The fire burned 60 barns.", "number of barns"),
        ("The dam will cost $2bn.", "The dam will cost $3bn.", "amount of money"),
        ("Rents rose 3 percent.", "Rents rose 5 percent.", "share"),
        ("The standoff lasted 12 hours.", "The standoff lasted 20 hours.", "how long"),
    ],
)
def test_compare_quantities_names_the_slot(nlp: Language, left: str, right: str, slot: str) -> None:
    assert [match.slot for match in compare(nlp, left, right)] == [slot]


def test_compare_quantities_leaves_a_number_alone_that_stands_elsewhere_in_the_other_article(nlp: Language) -> None:
    left, right = "The flood killed 12 people.", "The flood killed 19 people."
    ours, theirs = (read_quantities(nlp(text), times=(), words=WORDS) for text in (left, right))
    alone, echoed = QuantityContext(left, right), QuantityContext(left, right, right_article=(*theirs, *ours))
    assert compare_quantities(ours, theirs, context=alone, words=WORDS)[0].sureness == "sure"
    assert compare_quantities(ours, theirs, context=echoed, words=WORDS) == ()


def test_compare_quantities_is_less_sure_where_an_article_has_many_numbers_for_the_thing(nlp: Language) -> None:
    left, right = "The flood killed 12 people.", "The flood killed 19 people."
    ours, theirs = (read_quantities(nlp(text), times=(), words=WORDS) for text in (left, right))
    others = read_quantities(nlp("The flood killed 30 people. The flood killed 45 people."), times=(), words=WORDS)
    crowded = QuantityContext(left, right, right_article=(*theirs, *others))
    assert compare_quantities(ours, theirs, context=crowded, words=WORDS)[0].sureness == "likely"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("On Monday officials said 12 people had died.", "On Tuesday officials said 19 people had died.", "update"),
        ("On Sunday officials said 12 people had died.", "On Monday officials said 19 people had died.", "update"),
        ("On Tuesday officials said 12 people had died.", "On Monday officials said 19 people had died.", "conflict"),
        ("On Monday officials said 12 people had died.", "On Monday officials said 19 people had died.", "conflict"),
    ],
)
def test_compare_quantities_takes_the_day_from_the_articles_without_a_date(
    nlp: Language, left: str, right: str, verdict: str
) -> None:
    times = [read_times(nlp(text), published=None) for text in (left, right)]
    ours, theirs = (read_quantities(nlp(text), times=(), words=WORDS) for text in (left, right))
    context = QuantityContext(left, right, left_article_times=times[0], right_article_times=times[1])
    assert [match.verdict for match in compare_quantities(ours, theirs, context=context, words=WORDS)] == [verdict]


FORMS: tuple[Form, ...] = ("exact", "bound", "approximate", "range", "vague", "implied")
QUANTITIES = st.builds(
    lambda low, wide, unit, head, role, form: Quantity(
        0, 1, float(low), float(low + wide), True, True, unit, head or None, role, None, head=head, form=form
    ),
    st.integers(0, 500), st.integers(0, 50), st.sampled_from(["person", "count", "USD", "%", "share", "mile", "kilometre", "age", "odd/day"]),
    st.sampled_from(["", "people", "child", "house"]), st.sampled_from([None, "killed", "wounded", "rise", "walk"]), st.sampled_from(FORMS),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(QUANTITIES, max_size=5), st.lists(QUANTITIES, max_size=5))
def test_compare_quantities_uses_each_once(left: list[Quantity], right: list[Quantity]) -> None:
    matches = compare_quantities(left, right, context=QuantityContext("x", "y"), words=WORDS)
    assert len({match.left for match in matches}) == len(matches) == len({match.right for match in matches})
    assert all(0 <= match.score <= 1 for match in matches)


@settings(max_examples=100, deadline=None)
@given(st.lists(QUANTITIES, max_size=5), st.lists(QUANTITIES, max_size=5))
def test_compare_quantities_of_random_quantities_is_symmetric(left: list[Quantity], right: list[Quantity]) -> None:
    there = compare_quantities(left, right, context=QuantityContext("x", "y"), words=WORDS)
    back = compare_quantities(right, left, context=QuantityContext("y", "x"), words=WORDS)
    assert sorted((m.verdict, m.score) for m in there) == sorted((m.verdict, m.score) for m in back)
