"""Whether two names are of one person: full and short names, titles and transliterations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from comparer.analysis.spellings import plain, same_spelling
from comparer.analysis.tables import load_table

_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "president", "premier",
    "chancellor", "minister", "secretary", "senator", "sen", "representative", "rep", "congressman", "congresswoman", "governor",
    "gov", "mayor", "judge", "justice", "general", "gen", "colonel", "col", "captain", "capt", "major", "maj", "lieutenant",
    "lt", "sergeant", "sgt", "admiral", "adm", "commander", "cmdr", "chief", "director", "chairman", "chairwoman", "chair",
    "ambassador", "king", "queen", "prince", "princess", "pope", "bishop", "archbishop", "cardinal", "rabbi", "imam", "father",
    "sister", "rev", "reverend", "officer", "detective", "inspector", "sheriff", "attorney", "prosecutor", "spokesman",
    "spokeswoman", "spokesperson", "coach", "councillor", "councilman", "councilwoman", "deputy", "vice", "former", "acting",
    "prime", "foreign", "defense", "defence", "interior", "finance", "the", "then", "late", "us", "u.s", "state", "department",
    "first", "crown", "ex-president", "herr", "frau", "monsieur", "madame", "senor", "sheikh", "ayatollah", "mp",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "kc", "qc", "mp", "esq"})
_PARTICLES = frozenset({
    "de", "da", "di", "du", "del", "della", "van", "von", "der", "den", "ter", "al", "el", "bin", "ibn", "bint", "abu", "la",
    "le", "dos", "das", "do", "ben", "san", "st", "zu", "af", "av",
})  # fmt: skip
_ARTICLES = frozenset({"al", "el", "ash", "as", "ar", "an", "at", "az"})
_WORD = re.compile(r"[^\W\d_][\w.’'\-‑]*")
_ARTICLE = re.compile(r"\b(al|el|ash|as|ar|an|at|az|ben|bin|ibn|abu)[-‑](?=[A-Z])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


def same_person(one: str, other: str) -> bool:
    """Return whether two names, with or without titles, can be of one person. Symmetric.

    "President Ana Ruiz", "Ruiz" and "A. Ruiz" can; "Ana Ruiz" and "Marta Ruiz" cannot.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return bool(plain(one)) and plain(one) == plain(other)
    if "".join(map(plain, first)) == "".join(map(plain, second)):
        return True  # "Kim Jong-un" and "Kim Jong Un"
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1:
        return any(_alike(shorter[0], word) for word in (longer[-1], longer[0]))
    if len(shorter) == len(longer) == 2 and _each_alike(shorter, longer[::-1]):
        return True
    return _in_order(shorter, longer)


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of the name itself, in order: no titles, roles, suffixes or possessive endings.

    "The mayor, Ana Ruiz" and "Ana Ruiz, mayor of Orsa" both give ("Ana", "Ruiz"); no name gives ().
    """
    return next((words for part in name.split(",") if (words := _last_run(part))), ())


def _last_run(part: str) -> tuple[str, ...]:
    """The last words in capitals that stand together, particles between them included."""
    runs: list[list[str]] = [[]]
    for found in _WORD.findall(_ARTICLE.sub(r"\1 ", part)):
        word = _POSSESSIVE.sub("", found).rstrip(".,")
        if plain(word) in _SUFFIXES or not word:
            continue
        particle = plain(word.split("-")[0]) in _PARTICLES
        if word.lower() not in _TITLES and (word[0].isupper() or particle):
            runs[-1].append(word)
        else:
            runs.append([])
    named = [run for run in runs if any(letter.isupper() for word in run for letter in word)]
    return tuple(named[-1]) if named else ()


def _in_order(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Every word of the shorter name is found in the longer one, in order, first name and surname included."""
    position = 0
    for word in shorter:
        while position < len(longer) and not _alike(word, longer[position]):
            position += 1
        if position == len(longer):
            return False
        position += 1
    return _alike(shorter[0], longer[0]) or _alike(shorter[-1], longer[-1])


def _each_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(_alike(first, second) for first, second in zip(one, other, strict=True))


def _alike(one: str, other: str) -> bool:
    """True for one word in two spellings, an initial, or a short form: "J." and "James", "Joe" and "Joseph"."""
    first, second = plain(one), plain(other)
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    if first in _ARTICLES and second in _ARTICLES:
        return True  # "El Sayed" and "al-Sayed"
    return same_spelling(one, other) or bool(_forms().get(first, frozenset()) & _forms().get(second, frozenset()))


@cache
def _forms() -> dict[str, frozenset[int]]:
    """The groups of data/given_names.toml that a name belongs to."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(load_table("given_names")["names"]):
        for name in group.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
