from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Paragraph


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    return tuple(paragraphs)


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in read_quotes(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” he said. “Now.”", ["Go,", "Now."]),
        ('"Go," he said. "Now."', ["Go,", "Now."]),
        ("''Go,'' he said. ``Now.''", ["Go,", "Now."]),
        ("‘Go,’ he said. 'Now.'", ["Go,", "Now."]),
        ("„So“, sagte er. «Oui», dit-il.", ["So", "Oui"]),
        ('Mixed “open" and "closed”.', ["open", "closed"]),
        ("the “shadow fleet” and (‘so-called’) aid", ["shadow fleet", "so-called"]),
        ("Minister Claims ‘Everyone’ Was Warned", ["Everyone"]),
        ("a deal—“sweet”—for water/“power” barons", ["sweet", "power"]),
        ("“ Go . ” he said . « Oui », dit-il.", ["Go .", "Oui"]),
    ],
)
def test_quotation_is_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rose.\nIt fell.\nIt went,” he said. “So?”", ["It rose.", "It fell.", "It went,", "So?"]),
        ('He said: "It rose.\nIt fell."\nAll was quiet.', ["It rose.", "It fell."]),
        ('"It rose.\n"It fell," he said.', ["It rose.", "It fell,"]),
        ('He said: "It rose.\nAll was quiet.\n"It fell," she said.', ["It fell,"]),
        ("“It rose.\nSo ‘it’ fell.\nGone.”", ["It rose.", "So ‘it’ fell.", "Gone."]),
        ("“It rose." + "\nIt fell." * 12 + "”", []),
    ],
)
def test_a_quotation_may_run_over_lines(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It isn’t the workers’ pay, it's the owners' dogs’ bowl.",
        "‘Til the ’90s, rock 'n' roll of the '80s; ’twas Jones’ song.",
        "O'Neill's and D’Arcy’s",
        'A 6\'2" man and a 12" pipe.',
        "“” and \"\" and “ … ” and '-'",
        "“Nobody closed this, he said.",
        "Nobody opened this,” he said.",
        "",
    ],
)
def test_apostrophes_and_marks_without_partner_quote_nothing(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
        ("‘He said “no” to the workers’ demands,’ she said.", ["He said “no” to the workers’ demands,"]),
        ("“It’s the workers’ ‘fault’.” She left.", ["It’s the workers’ ‘fault’."]),
        ("He called it 'a disgrace' and the boys' club 'a joke'.", ["a disgrace", "a joke"]),
        ("“one “two” three", ["two"]),
    ],
)
def test_quotation_within_a_quotation_belongs_to_the_outer(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_quotation_goes_on_in_the_next_paragraph_that_opens_again() -> None:
    assert quoted("“One starts.\n“Two goes on.\n“Three ends,” he said.\nFour.") == [
        "One starts.", "Two goes on.", "Three ends,",
    ]  # fmt: skip
    assert quoted('"One starts.\n"Two ends," he said.') == ["One starts.", "Two ends,"]


def test_unclosed_quotation_ends_nowhere_if_the_next_paragraph_does_not_open() -> None:
    assert quoted("“One starts.\nTwo “is” new.") == ["is"]


@pytest.mark.parametrize("unit", ["'a ", "“", '"a ', "'a\" ", "‘a’ ", "‘as’ b ", "'", "x"])
def test_hostile_marks_stay_quick(unit: str) -> None:
    assert len(quoted(unit * (130_000 // len(unit)))) <= 130_000


@given(st.text(st.sampled_from("ab s,.“”‘’'\"„«»\n-"), max_size=80))
def test_quotes_lie_in_order_inside_one_paragraph_each(text: str) -> None:
    paragraphs = paragraphs_of(text)
    quotes = read_quotes(text, paragraphs)
    end = 0
    for quote in quotes:
        assert end <= quote.start < quote.end <= len(text)
        assert any(p.start <= quote.start and quote.end <= p.end for p in paragraphs)
        words = text[quote.start : quote.end]
        assert words == words.strip()
        assert any(map(str.isalnum, words))
        end = quote.end
