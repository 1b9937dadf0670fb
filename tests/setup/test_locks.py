"""What gets installed: everything pinned with a hash, no registry named, no PyTorch."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / ".setup").glob("*.lock"))
PINNED = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\((?:\n    --hash=sha256:[0-9a-f]{64} \\)*\n    --hash=sha256:[0-9a-f]{64})$",
    re.MULTILINE,
)


def pinned(name: str) -> dict[str, set[str]]:
    """Return the pinned versions of each package (more than one where they depend on the Python)."""
    versions: dict[str, set[str]] = {}
    for package, version, _ in PINNED.findall((ROOT / ".setup" / f"{name}.lock").read_text()):
        versions.setdefault(package, set()).add(version)
    return versions


def asked_for(requirements: list[str]) -> set[str]:
    names = (re.match(r"[A-Za-z0-9._-]+", requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", found[0]).lower() for found in names if found}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_is_a_pin_a_hash_or_a_comment(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert [
        line for line in PINNED.sub("", text).splitlines() if line.strip() and not line.lstrip().startswith("#")
    ] == []


def test_there_are_three_locks() -> None:
    assert [lock.name for lock in LOCKS] == ["development.lock", "models.lock", "runtime.lock"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_pytorch_is_in_no_lock(lock: Path) -> None:
    unwanted = [
        name for name in pinned(lock.stem) if re.match(r"torch|nvidia|triton|sentence-transformers|transformers$", name)
    ]
    assert unwanted == []


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert asked_for(project["project"]["dependencies"]) <= set(pinned("runtime"))
    assert asked_for(project["dependency-groups"]["dev"]) <= set(pinned("development"))


def test_tools_of_development_change_no_package_of_the_app() -> None:
    runtime = pinned("runtime")
    assert {name: v for name, v in pinned("development").items() if name in runtime and v != runtime[name]} == {}
