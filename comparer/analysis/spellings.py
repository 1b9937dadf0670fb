"""One name in several spellings: "Zelensky" and "Zelenskyy", "Mohammed" and "Muhammad", but not "Hansen" and "Hanson"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SOUNDS = (
    ("dzh", "j"), ("dj", "j"), ("tch", "c"), ("sch", "s"), ("shch", "s"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"),
)  # fmt: skip
_ASPIRATED = re.compile(r"(?<=[bcdgkpstz])h|h(?=[bcdfgklmnpqrstvz])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouyj]+")
_ALIKE = str.maketrans({"c": "k", "g": "k", "z": "s", "f": "v"})
_FEWEST_CONSONANTS = 3
_WAYS = (
    ("tch", "ch"), ("tsch", "ch"), ("dzh", "j"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("iie", "ie"), ("iia", "ia"),
)  # fmt: skip
_SILENT = re.compile(r"(?<=[aeiou])h(?=$|[bcdfgklmnpqrstvz])")
_TWO_ENDS = re.compile(r"(?<=[dt])r$")


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Return the word in lower case without diacritics and punctuation."""
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in letters if letter.isalnum())


def same_spelling(one: str, other: str) -> bool:
    """Return whether two words can be one name in two transliterations. Symmetric.

    The consonants must agree as they sound, and each vowel in being open (a, e, i) or round (o, u); which vowel
    ends the name is free. Names with fewer than three consonants must be the same but for what two ways of writing
    one sound differ in: "Usyk" and "Usik", "Aliyev" and "Aliev", "Mahmoud" and "Mahmud".
    """
    first, second = plain(one), plain(other)
    if first == second:
        return bool(first)
    if not first or not second:
        return False
    ours, theirs = _heard(first), _heard(second)
    return (ours == theirs and len(ours[0]) >= _FEWEST_CONSONANTS) or _written(first) == _written(second)


def sound(word: str) -> str:
    """Return a key that all spellings of a name share (see `same_spelling`); other names may share it too."""
    letters = plain(word)
    consonants = _heard(letters)[0] if letters else ""
    return consonants if len(consonants) >= _FEWEST_CONSONANTS else _written(letters)


@lru_cache(maxsize=8192)
def _written(word: str) -> str:
    """Return the word with one letter for each sound that romanizations write in two ways."""
    for letters, one in _WAYS:
        word = word.replace(letters, one)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))


@lru_cache(maxsize=8192)
def _heard(word: str) -> tuple[str, tuple[bool, ...], bool]:
    """Return the consonants, whether each run of vowels inside is round, and whether a sounded vowel ends the word."""
    word = _TWO_ENDS.sub("er", _SILENT.sub("", word).removesuffix("e"))  # "Aleksandr" and "Alexander"
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = _DOUBLED.sub(r"\1", _ASPIRATED.sub("", word))
    initial = "y" if word[:1] in {"y", "j"} else ""
    consonants = initial + _VOWELS.sub("", word).translate(_ALIKE)
    runs = [run for run in _VOWELS.finditer(word) if run.end() < len(word)]
    rounds = tuple(bool(set(run[0]) & {"o", "u"}) for run in runs)
    return _DOUBLED.sub(r"\1", consonants), rounds, bool(_VOWELS.search(word[-1:]))
