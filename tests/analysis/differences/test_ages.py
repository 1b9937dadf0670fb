"""Ages of one named person become one finding, with the words of both sides."""

from __future__ import annotations

from comparer.analysis.differences.ages import compare_ages
from comparer.analysis.report import Quantity, Reading

TEXT = "Ana Ruiz, {}, opens a show."


def reading(age: str, published: str | None = None) -> Reading:
    start = TEXT.index("{")
    value = float(age)
    quantity = Quantity(
        start, start + len(age), value, value, True, True, "age", "Ana Ruiz", None, None, head="ruiz", form="exact"
    )
    text = TEXT.format(age)
    return Reading(text, None, None, published, "en", "test", quantities=(quantity,))


def test_compare_ages_shows_both_ages() -> None:
    (found,) = compare_ages(reading("44"), reading("47"))
    assert (found.kind, found.verdict, found.left[0].text, found.right[0].text) == ("number", "conflict", "44", "47")


def test_compare_ages_is_silent_where_they_agree() -> None:
    assert list(compare_ages(reading("44"), reading("44"))) == []


def test_compare_ages_allows_a_birthday_between_the_articles() -> None:
    assert list(compare_ages(reading("44", "2031-05-02"), reading("45", "2031-05-04"))) == []
