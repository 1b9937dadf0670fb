"""The ledger of names."""

from __future__ import annotations

from dataclasses import replace

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import load_tools
from comparer.comparisons.ledgers.lookup import Lookup, look_up
from comparer.comparisons.ledgers.names import Called, NameRow, Use, make_names
from comparer.comparisons.ledgers.whose import say_whose
from comparer.comparisons.presenting.sides import Names


def row_of(lookup: Lookup, words: str) -> NameRow:
    (row,) = (row for row in make_names(lookup) if words in [one.words for one in (*row.left, *row.right)])
    return row


def test_proper_names_are_joined_across_the_sides(lookup: Lookup) -> None:
    row = row_of(lookup, "Mara Ostrel, a spokeswoman")
    assert row.referent == "Mara Ostrel"
    assert [one.words for one in row.right] == ["Mara Ostrel"]


def test_a_name_with_a_mark_leads_to_its_card(lookup: Lookup) -> None:
    row = row_of(lookup, "so-called fog rule")
    assert row.left == ()
    assert row.right[0].distanced
    assert row.outcome.href == "?card=d16#card"


def test_a_mark_whose_words_were_not_read_as_a_name_has_a_row_too(lookup: Lookup) -> None:
    assert row_of(lookup, "A floating relic").outcome.href == "?card=d15#card"


def test_several_words_of_one_side_for_one_thing_are_listed(lookup: Lookup) -> None:
    row = row_of(lookup, "The vessel")
    assert [one.words for one in row.left] == ["A passenger ferry", "The vessel"]
    assert row.outcome.verdict == "only in The Harbour Post"


def test_a_name_that_was_not_read_is_still_found_in_the_text(lookup: Lookup) -> None:
    left, right = lookup.report.left, replace(lookup.report.right, names=())
    (velmar,) = (name for name in left.names if name.head == "Velmar Lines")
    twice = replace(left, names=(*left.names, replace(velmar, start=velmar.end)))
    rows = make_names(look_up(replace(lookup.report, left=twice, right=right), lookup.names))
    (row,) = (row for row in rows if row.referent == "Velmar Lines")
    assert [(one.words, one.times, one.uses) for one in row.right] == [("Velmar Lines", 1, ())]
    assert row.outcome.group == "alike"


def test_marked_labels_of_one_piece_stand_before_what_both_name(lookup: Lookup) -> None:
    groups = [row.outcome.group for row in make_names(lookup)]
    assert groups == sorted(groups, key=["differs", "alike", "alone"].index)
    assert row_of(lookup, "A floating relic").outcome.group == "differs"


def test_what_one_side_names_once_is_left_out(lookup: Lookup) -> None:
    words = {one.words for row in make_names(lookup) for one in (*row.left, *row.right)}
    assert not words & {"The captain", "The first mate"}


def test_what_speakers_call_a_thing_stands_under_the_thing_and_in_their_words() -> None:
    left, right = "The toll is robbery, the hauliers said.", "“The toll is a gift,” Lena Frost said."
    report = compare_articles(left, right, tools=load_tools())
    (row,) = make_names(look_up(report, Names("Left", "Right")))
    assert (row.referent, row.left[0].words, row.right[0].words) == ("toll", "robbery", "gift")
    assert row.left[0].uses == (Use("attributed", "the hauliers", 1),)
    assert row.right[0].uses == (Use("quoted", "Lena Frost", 1),)


def test_what_shares_two_names_is_one_row() -> None:
    left = "The chairman called the council a gang. The council met on Monday."
    right = "The council met. “The council is a gang,” a driver said."
    rows = make_names(look_up(compare_articles(left, right, tools=load_tools()), Names("Left", "Right")))
    (row,) = (row for row in rows if "council" in {one.words.lower() for one in (*row.left, *row.right)})
    assert {one.words.lower() for one in row.left} == {one.words.lower() for one in row.right} == {"council", "gang"}


def called(*uses: Use) -> Called:
    return Called("agitators", sum(use.times for use in uses), uses, distanced=False)


def test_whose_words_are_told() -> None:
    assert say_whose(called(Use("own", "", 2))) == "in its own voice"
    assert say_whose(called(Use("own", "", 3), Use("quoted", "Mara Ostrel", 1))) == (
        "3 in its own voice; in quotations of Mara Ostrel"
    )
    assert say_whose(called(Use("attributed", "the police", 1), Use("attributed", "", 1))) == (
        "in the account of the police and somebody"
    )


def test_of_many_speakers_the_rest_are_counted() -> None:
    uses = [Use("attributed", speaker, 1) for speaker in ("Ana", "Bo", "Cy", "Di", "Eli")]
    assert say_whose(called(*uses)) == "in the account of Ana, Bo, Cy and 2 others"
    assert say_whose(called(*uses[:4])) == "in the account of Ana, Bo, Cy and Di"
