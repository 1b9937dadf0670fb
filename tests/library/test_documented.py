"""What README says of roles and commands is what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.library.catalogue.roles import ROLES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
KEEPING = ["backup", "restore", "tidy_library", "give_role"]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_documented(role: str) -> None:
    rows = [line.split("|")[1] for line in README.splitlines() if line.startswith("| ") and line.count("|") == 3]
    assert any(role in row.replace(",", " ").split() for row in rows)


@pytest.mark.parametrize("command", KEEPING)
def test_every_command_of_keeping_is_documented_and_there(command: str) -> None:
    assert f"manage.py {command}" in README
    assert list(ROOT.glob(f"comparer/*/management/commands/{command}.py"))
