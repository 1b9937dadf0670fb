"""Nicknames: what they may hold, which are taken, and what to offer instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator

from comparer.classroom.lesson.rude import is_rude
from comparer.classroom.lesson.troubles import LessonError

SHORTEST, LONGEST = 2, 30
MARKUP = frozenset("<>{}[]\\`|")
COMPANIONS = (
    "Amber",
    "Blue",
    "Coral",
    "Early",
    "Green",
    "Ivory",
    "Merry",
    "North",
    "Quick",
    "Silver",
    "Swift",
    "Violet",
)
OFFERED = 3

# Letters of other alphabets, digits and signs that are written for the letters they look like.
LOOK_ALIKES = str.maketrans(
    "аесорхуіјѕвкмнтԁɡαεικνορτυχ013457@$!|",
    "aecopxyijsbkmhtdgaeikvoptuxoieastasil",
)


def read_nickname(typed: str) -> str:
    """Return the nickname in its plainest spelling. LessonError, in kind words, where it cannot stand on the board."""
    name = " ".join(unicodedata.normalize("NFKC", typed).split())
    if any(letter in MARKUP or unicodedata.category(letter)[0] == "C" for letter in name):
        raise LessonError("A nickname is made of letters, numbers and spaces. Leave out signs such as < and >.")
    if not SHORTEST <= len(name) <= LONGEST:
        raise LessonError(f"A nickname has {SHORTEST} to {LONGEST} letters. This one has {len(name)}.")
    # A sign first would be read as a formula when the marks are opened as a table.
    if not name[0].isalnum():
        raise LessonError("Begin your nickname with a letter or a number.")
    # A number is a number, though 455 could be read as letters.
    if is_rude(fold(" ".join(word for word in name.split() if not word.isdigit()))):
        raise LessonError("Everybody will see this name on the wall. Please choose one that is kind to all.")
    return name


def fold(name: str) -> str:
    """Return what the name looks like: without case, accents and look-alikes. Blanks stay."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return bare.translate(LOOK_ALIKES)


def is_taken(name: str, present: Iterable[str]) -> bool:
    """Return True where somebody present has this name, or one that looks the same."""
    looks = _squeezed(name)
    return any(_squeezed(other) == looks for other in present)


def suggest(name: str, present: Collection[str]) -> list[str]:
    """Return names like this one that nobody has: "Otter 2", "Amber Otter", ..."""
    free = (one for one in _variants(name) if len(one) <= LONGEST and not is_taken(one, present))
    return [one for one, _ in zip(free, range(OFFERED), strict=False)]


def _variants(name: str) -> Iterator[str]:
    # Which colour comes first depends on the name, so that two who are refused at once are offered different ones.
    start = sum(map(ord, name)) % len(COMPANIONS)
    yield from (f"{word} {name}" for word in (*COMPANIONS[start:], *COMPANIONS[:start]))
    yield from (f"{name[: LONGEST - 4]} {number}" for number in range(2, 999))


def _squeezed(name: str) -> str:
    return "".join(fold(name).split())
