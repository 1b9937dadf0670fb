"""Cards of differences, pairs and claims told once."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.presenting.card import Card, make_card
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import Item, choose
from comparer.comparisons.presenting.sides import Names
from comparer.quality.measured import Figure
from comparer.quality.sureness import Track

TRACK = Track({("conflicts", "sure"): Figure("conflicts, sure (40)", 0.8), ("pairs", "likely"): Figure("p", 0.7)})


def card(report: Report, items: tuple[Item, ...], names: Names, choice: Choice) -> Card:
    made = make_card(report, items, choose(items, choice), names, choice, track=TRACK)
    assert made is not None
    return made


def words(made: Card, side: int) -> str:
    passage = made.sides[side].passage
    return "".join(part.text for part in passage.words) if passage else ""


def test_every_item_has_a_card(report: Report, items: tuple[Item, ...], names: Names) -> None:
    for item in items:
        made = card(report, items, names, Choice(card=item.id))
        assert made.headline
        assert made.label
        assert any(side.passage for side in made.sides)


def test_card_of_a_conflict_explains_itself(report: Report, items: tuple[Item, ...], names: Names) -> None:
    made = card(report, items, names, Choice(card="d7"))
    assert made.headline == "The Harbour Post dates the inspection to March; Northern Chronicle to April."
    assert (made.label, made.verdict, made.sure) == ("Dates and times", "they disagree", "sure")
    assert [(slot.name, slot.left, slot.right, slot.verdict) for slot in made.slots] == [
        ("when", "in March", "in April", "they disagree"),
        ("how it is told", "said", "insisted", "told differently"),
    ]
    assert made.why == ("same speaker: Mara Ostrel", "similar wording")
    assert [tag.label for tag in made.others] == ["Said, claimed, admitted"]
    assert [side.says for side in made.sides] == [
        ("Mara Ostrel",),
        ("Mara Ostrel, “insisted” (reported with emphasis)",),
    ]
    assert made.link == "?card=d7"


def test_card_shows_the_passage_in_context_with_the_words_in_question(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    made = card(report, items, names, Choice(card="d7"))
    assert words(made, 0).startswith("“The vessel was sound")
    assert words(made, 0).endswith("according to the company.")
    passage = made.sides[0].passage
    assert passage is not None
    assert "".join(part.text for part in passage.words if part.hit) == "in March"
    assert passage.words[0].context
    assert made.words_told_apart


def test_card_of_what_one_tells_shows_the_nearest(report: Report, items: tuple[Item, ...], names: Names) -> None:
    claim = report.only_left[0]
    made = card(report, items, names, Choice(card=f"left-{claim}"))
    assert made.headline == "Only The Harbour Post tells this."
    assert [side.nearest for side in made.sides] == [False, True]
    assert made.why == ()
    assert not made.words_told_apart


def test_card_of_a_claim_that_a_difference_speaks_of_is_the_differences(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    omission = next(one for one in report.differences if (one.kind, one.verdict) == ("omission", "only_right"))
    claim = next(item.claim for item in items if item.id == omission.id)
    assert claim is not None
    assert card(report, items, names, Choice(card=f"right-{claim.id}")).id == omission.id


def test_cards_lead_through_what_is_shown_in_reading_order(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    choice = Choice(show="conflict")
    ids = [item.id for item in choose(items, choice)]
    seen = [ids[0]]
    while href := card(report, items, names, Choice(show="conflict", card=seen[-1])).following:
        seen.append(href.rpartition("=")[2])
    assert seen == ids
    last = card(report, items, names, Choice(show="conflict", card=ids[-1]))
    assert (last.position, last.total) == (7, 7)
    assert last.previous == f"?show=conflict&card={ids[-2]}"


def test_a_card_that_the_filter_hides_still_leads_to_its_neighbours(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    hidden = card(report, items, names, Choice(show="conflict", card="d19"))
    assert hidden.position is None
    assert hidden.previous
    assert hidden.following is None


@pytest.mark.parametrize("unknown", ["d999", "p999", "left-c999", None])
def test_no_card_for_what_is_not_in_the_report(
    report: Report, items: tuple[Item, ...], names: Names, unknown: str | None
) -> None:
    assert make_card(report, items, items, names, Choice(card=unknown), track=TRACK) is None


def test_sureness_is_told_by_how_often_it_was_right(report: Report, items: tuple[Item, ...], names: Names) -> None:
    made = card(report, items, names, Choice(card="d7"))
    assert (made.sure, made.sure_measured) == ("sure", "80 in 100 right")
    assert made.sure_sentence.startswith("Of conflicts called sure, 80 in 100 were right")


def test_sureness_of_what_was_not_measured_is_told_in_words_only(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    framing = [item for item in items if item.difference and item.difference.verdict != "conflict"]
    told_once = [item for item in items if not item.difference and not item.pair]
    assert framing
    assert told_once
    for item in (*framing, *told_once):
        made = card(report, items, names, Choice(card=item.id))
        assert (made.sure_measured, made.sure_sentence) == ("", "")


def test_sureness_of_a_pair_is_that_of_pairs(report: Report, items: tuple[Item, ...], names: Names) -> None:
    likely = [one for one in items if one.pair and not one.difference and one.pair.sureness == "likely"]
    made = card(report, items, names, Choice(card=likely[0].id))
    assert made.sure_measured == "70 in 100 right"
