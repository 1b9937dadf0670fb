"""The list of what is marked."""

from __future__ import annotations

from comparer.analysis.report import Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.listing import Section, make_list
from comparer.comparisons.presenting.shown import Item, choose
from comparer.comparisons.presenting.sides import Names


def sections(report: Report, items: tuple[Item, ...], names: Names, choice: Choice) -> tuple[Section, ...]:
    return make_list(report, choose(items, choice), names, choice)


def test_list_holds_exactly_what_is_shown_numbered_through(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    choice = Choice(show="all")
    entries = [entry for section in sections(report, items, names, choice) for entry in section.entries]
    assert {entry.id for entry in entries} == {item.id for item in choose(items, choice)}
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))


def test_list_is_grouped_by_kind_with_what_the_kind_means(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    made = sections(report, items, names, Choice(show="conflict"))
    assert [section.label for section in made] == ["Numbers", "Dates and times", "Places", "Who", "Yes here, no there"]
    assert all(section.meaning for section in made)


def test_list_of_what_one_tells_names_the_side(report: Report, items: tuple[Item, ...], names: Names) -> None:
    made = sections(report, items, names, Choice(show="only"))
    assert [(section.label, len(section.entries)) for section in made] == [
        ("Left out", 1),
        ("Only in The Harbour Post", 5),
        ("Only in Northern Chronicle", 8),
    ]


def test_list_of_matches_parts_sure_from_possible(report: Report, items: tuple[Item, ...], names: Names) -> None:
    made = sections(report, items, names, Choice(show="match"))
    assert [(section.label, len(section.entries)) for section in made] == [
        ("Matching claims", 18),
        ("Possible matches", 1),
    ]


def test_an_entry_says_both_sides_words_and_the_reason_by_name(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    (section, *_) = sections(report, items, names, Choice(show="conflict", kinds=("place",)))
    (entry,) = section.entries
    assert (entry.left, entry.right) == ("Grey Teeth reef", "Widow’s Rock reef")
    assert (
        entry.explanation
        == "The Harbour Post puts the ship on the Grey Teeth reef; Northern Chronicle on Widow’s Rock."
    )
    assert entry.href == "?show=conflict&kind=place&card=d9"
    assert entry.verdict == "they disagree"
