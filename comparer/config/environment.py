"""Typed readers of environment variables; an empty variable counts as unset.

A value that cannot be read ends the program with one plain sentence, so a
slip in a setting is found at the start and not by the first visitor.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


def read_text(name: str, default: str) -> str:
    """Return the variable, or the default where it is unset or blank."""
    return os.environ.get(name, "").strip() or default


def read_flag(name: str, *, default: bool) -> bool:
    """Return True for 1, true, yes, on and False for 0, false, no, off, in any case."""
    word = read_text(name, "1" if default else "0").lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ImproperlyConfigured(f"{name} is {word!r}; write 1 for yes or 0 for no.")


def read_number(name: str, default: int, *, least: int = 0) -> int:
    """Return a whole number that is not below `least`."""
    text = read_text(name, str(default))
    try:
        number = int(text)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {text!r}; write a whole number.") from None
    if number < least:
        raise ImproperlyConfigured(f"{name} is {number}; it must be at least {least}.")
    return number


def read_list(name: str, default: str) -> list[str]:
    """Return the items between commas, without blanks."""
    return [item.strip() for item in read_text(name, default).split(",") if item.strip()]


def read_folder(name: str, default: Path) -> Path:
    """Return a folder as an absolute path, made if it is missing."""
    folder = Path(read_text(name, str(default))).expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} is {folder}; that folder cannot be made ({error.strerror}).") from None
    return folder
