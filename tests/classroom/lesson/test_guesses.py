"""Wrong guesses are limited and no address is kept."""

from __future__ import annotations

import time

import pytest

from comparer.classroom.lesson.guesses import IN_ALL, PER_ADDRESS, SEVERAL, WINDOW, Guesses


def test_an_address_waits_after_too_many_wrong_guesses() -> None:
    made = Guesses()
    for _ in range(PER_ADDRESS):
        assert made.may_guess("10.0.0.1")
        made.note_wrong("10.0.0.1")
    assert not made.may_guess("10.0.0.1")
    assert made.may_guess("10.0.0.2")


def test_guesses_are_forgotten_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Guesses()
    for _ in range(PER_ADDRESS):
        made.note_wrong("10.0.0.1")
    later = time.monotonic() + WINDOW + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert made.may_guess("10.0.0.1")
    made.note_wrong("10.0.0.2")
    assert len(made._made) == 1


def test_a_search_from_many_addresses_stops_those_who_searched_and_no_class() -> None:
    made = Guesses()
    for at in range(IN_ALL):
        made.note_wrong(f"10.0.{at % 150}.1")
    assert not made.may_guess("10.0.3.1")
    assert made.may_guess("192.168.0.7")
    for _ in range(SEVERAL):
        made.note_wrong("192.168.0.7")
    assert not made.may_guess("192.168.0.7")


def test_no_address_is_kept() -> None:
    made = Guesses()
    made.note_wrong("192.0.2.44")
    assert "192.0.2.44" not in repr(vars(made))
    assert Guesses()._key("192.0.2.44") != made._key("192.0.2.44")
