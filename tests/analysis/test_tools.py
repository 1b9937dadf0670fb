"""The pipeline gives the lemmas that its own rules get wrong."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("The league fined the club.", "fined", "fine"),
        ("Ministers hoped for rain.", "hoped", "hope"),
        ("Critics rated the film.", "rated", "rate"),
        ("The troupe staged a play.", "staged", "stage"),
        ("The council scrapped the plan.", "scrapped", "scrap"),
        ("The spy tapped the phone.", "tapped", "tap"),
        ("A frog hops on the lawn.", "hops", "hop"),
        ("She starred in a film.", "starred", "star"),
    ],
)
def test_verbs_have_the_lemma_of_their_own(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert next(token.lemma_ for token in nlp(text) if token.text == form) == lemma
