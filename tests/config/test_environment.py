from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from comparer.config.environment import read_flag, read_folder, read_list, read_number, read_text

NAME = "COMPARER_SETTING_OF_A_TEST"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv(NAME, raising=False)
    return monkeypatch


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_a_blank_variable_counts_as_unset(given: pytest.MonkeyPatch, blank: str) -> None:
    given.setenv(NAME, blank)
    assert read_text(NAME, "default") == "default"
    assert read_flag(NAME, default=True)
    assert read_number(NAME, 7) == 7
    assert read_list(NAME, "a,b") == ["a", "b"]


@pytest.mark.parametrize(
    ("word", "flag"),
    [("1", True), ("TRUE", True), ("yes", True), (" on ", True), ("0", False), ("False", False), ("no", False)],
)
def test_a_flag_is_read_whatever_the_default(given: pytest.MonkeyPatch, word: str, *, flag: bool) -> None:
    given.setenv(NAME, word)
    assert read_flag(NAME, default=True) is flag
    assert read_flag(NAME, default=False) is flag


@pytest.mark.parametrize("word", ["maybe", "2", "tru", "-1"])
def test_an_unclear_flag_is_refused_with_a_sentence(given: pytest.MonkeyPatch, word: str) -> None:
    given.setenv(NAME, word)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} is '{word}'; write 1 for yes or 0 for no"):
        read_flag(NAME, default=True)


@pytest.mark.parametrize("text", ["many", "1.5", "1e3", "0x10"])
def test_a_number_that_is_none_is_refused(given: pytest.MonkeyPatch, text: str) -> None:
    given.setenv(NAME, text)
    with pytest.raises(ImproperlyConfigured, match="write a whole number"):
        read_number(NAME, 1)


def test_a_number_has_a_least_value(given: pytest.MonkeyPatch) -> None:
    given.setenv(NAME, "4")
    assert read_number(NAME, 9, least=4) == 4
    with pytest.raises(ImproperlyConfigured, match="is 4; it must be at least 5"):
        read_number(NAME, 9, least=5)


def test_a_list_drops_blanks(given: pytest.MonkeyPatch) -> None:
    given.setenv(NAME, " a.example , ,b.example,")
    assert read_list(NAME, "") == ["a.example", "b.example"]


def test_an_unset_list_with_an_empty_default_is_empty(given: pytest.MonkeyPatch) -> None:
    assert read_list(NAME, "") == []


def test_a_folder_is_made_and_absolute(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given.chdir(tmp_path)
    given.setenv(NAME, "data/inner")
    assert read_folder(NAME, Path("unused")) == tmp_path / "data" / "inner"
    assert (tmp_path / "data" / "inner").is_dir()


def test_a_folder_that_cannot_be_made_is_refused(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    given.setenv(NAME, str(tmp_path / "file" / "folder"))
    with pytest.raises(ImproperlyConfigured, match="cannot be made"):
        read_folder(NAME, tmp_path)


def test_a_home_folder_is_found(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given.setenv("HOME", str(tmp_path))
    given.setenv(NAME, "~/data")
    assert read_folder(NAME, Path("unused")) == tmp_path / "data"
    assert os.environ[NAME] == "~/data"
