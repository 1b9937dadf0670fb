from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from comparer.config.secret import read_or_make_key


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    key = read_or_make_key(path)
    assert len(key) >= 50
    assert read_or_make_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_two_installations_have_different_keys(tmp_path: Path) -> None:
    assert read_or_make_key(tmp_path / "one") != read_or_make_key(tmp_path / "two")


def test_a_key_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("given by hand\n")
    assert read_or_make_key(tmp_path / "secret_key") == "given by hand"


def test_those_who_start_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(read_or_make_key, [tmp_path / "secret_key"] * 32))
    assert keys == {(tmp_path / "secret_key").read_text()}
    assert len(list(tmp_path.iterdir())) == 1
