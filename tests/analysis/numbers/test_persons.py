"""Ages that two articles give of one person."""

from __future__ import annotations

import pytest
from spacy.language import Language

from comparer.analysis.lexicons import load_number_words
from comparer.analysis.numbers.persons import differing_ages
from comparer.analysis.numbers.read import read_quantities

WORDS = load_number_words()

DIFFERING = [
    ("The pilot was named as 52-year-old Ingrid Vos.", "Ingrid Vos, 49, learned to fly gliders as a girl."),
    ("The pilot was named as 52-year-old Ingrid Vos.", "Vos, 49, learned to fly gliders as a girl."),
    ("Rosa Tillman, a 61-year-old nurse, was charged on Friday.", "Officers questioned Rosa Tillman (58) for hours."),
    ("The sculptor Carl Oderman has died at the age of 84.", "Carl Oderman, who died in his sleep on Monday, was 81."),
    ("Police named the dead man as Aron Petrov, aged 29.", "A friend of Aron Petrov, 33, left flowers at the gate."),
    ("Ana Ruiz, 44, opens a show in Lenz.", "A show by the 47-year-old painter Ana Ruiz opens in Lenz."),
]
AGREEING = [
    ("Jon Harel was 19 when he joined the navy.", "The victim was identified as Jon Harel, 34, of Norvale."),
    ("Jon Harel, 36, of Norvale, was found dead.", "Mila Harel, 61, said that her son was a quiet man."),
    ("Ana Ruiz began to paint at the age of six.", "Ana Ruiz, 44, opens a show in Lenz."),
    ("Ana Ruiz, 44, opens a show in Lenz.", "The 44-year-old painter Ana Ruiz opens a show in Lenz."),
    ("Ana Ruiz, 44, opens a show in Lenz.", "Ana Ruiz, in her 40s, opens a show in Lenz."),
    ("Ruiz, 44, opens a show in Lenz.", "Ruiz, 51, was fined for speeding."),
    ("A 60-year-old driver was hurt.", "A 45-year-old driver was hurt."),
    ("The 300-year-old Halvik Bridge was shut.", "The 200-year-old Halvik Bridge was shut."),
]


def ages(nlp: Language, left: str, right: str, *, same_day: bool = True) -> list[tuple[float | None, float | None]]:
    ours, theirs = (read_quantities(nlp(text), times=(), words=WORDS) for text in (left, right))
    return [(one.low, other.low) for one, other in differing_ages(ours, theirs, same_day=same_day)]


@pytest.mark.parametrize(("left", "right"), DIFFERING)
def test_differing_ages_of_one_person(nlp: Language, left: str, right: str) -> None:
    assert len(ages(nlp, left, right)) == len(ages(nlp, right, left)) == 1


@pytest.mark.parametrize(("left", "right"), AGREEING)
def test_differing_ages_leaves_other_persons_and_other_times_alone(nlp: Language, left: str, right: str) -> None:
    assert ages(nlp, left, right) == ages(nlp, right, left) == []


def test_differing_ages_allows_a_birthday_between_two_days(nlp: Language) -> None:
    texts = "Ana Ruiz, 44, opens a show.", "Ana Ruiz, 45, opens a show."
    assert ages(nlp, *texts, same_day=False) == []
    assert ages(nlp, *texts, same_day=True) == [(44.0, 45.0)]
