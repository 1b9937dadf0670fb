from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from comparer.web.forms import PlainCharField, PlainURLField

TURNED = "The \u202eEcho\u202c of \u2067Kelm\u2069outh"


def test_a_name_cannot_turn_around_what_is_written_after_it() -> None:
    assert PlainCharField().clean(TURNED) == "The Echo of Kelmouth"


def test_characters_that_turn_words_are_no_words() -> None:
    with pytest.raises(ValidationError) as caught:
        PlainCharField().clean("\u202e \u2066")
    assert caught.value.messages == ["This field is required."]


@pytest.mark.parametrize(
    "words", ["\u0635\u062d\u064a\u0641\u0629 24", "\u05d4\u05d3 \u200f(1)", "\U0001f469\u200d\U0001f467"]
)
def test_letters_of_any_script_stay(words: str) -> None:
    assert PlainCharField().clean(words) == words


def test_a_field_that_keeps_its_words_keeps_all() -> None:
    assert PlainCharField(strip=False).clean(TURNED) == TURNED


def test_an_address_loses_them_too() -> None:
    assert (
        PlainURLField(assume_scheme="https").clean("https://example.org/\u202egpj.exe") == "https://example.org/gpj.exe"
    )
