from __future__ import annotations

import pytest

from comparer.analysis.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry hit the pier on Monday, and eleven people were hurt, the harbour office said.", "en"),
        (
            "Die Fähre ist am Montag gegen den Pier gefahren, und elf Menschen wurden dabei nach Angaben der Polizei verletzt.",
            "de",
        ),
        ("Le bac a heurté la jetée lundi et onze personnes ont été blessées, selon les autorités du port.", "fr"),
        (
            "El transbordador chocó con el muelle el lunes y once personas fueron heridas, según la oficina del puerto.",
            "es",
        ),
        (
            "Паром врезался в причал в понедельник, и в результате не менее одиннадцати человек ранены, сообщили в порту.",
            "ru",
        ),
        ("Ferry hits pier", "en"),
        ("渡船周一撞上了北码头，港务局说有十一人受伤。", "und"),
        ("1 2 3 4", "und"),
        ("", "und"),
    ],
)
def test_language_is_guessed_from_small_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_long_words_without_small_ones_are_undetermined() -> None:
    assert guess_language("lorem dolor amet consectetur " * 20) == "und"
