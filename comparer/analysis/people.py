"""Who a name means: full and short names, titles and transliterations, within an article and across two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.report import Range
from comparer.analysis.spellings import plain, same_spelling

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
_NICKNAMES = (
    {"joe", "joseph", "joey"}, {"bill", "william", "will", "billy"}, {"bob", "robert", "rob", "bobby"}, {"jim", "james", "jimmy"},
    {"tom", "thomas", "tommy"}, {"dan", "daniel", "danny"}, {"dave", "david"}, {"tony", "anthony"}, {"mike", "michael", "mick"},
    {"chris", "christopher"}, {"steve", "steven", "stephen"}, {"liz", "elizabeth", "beth", "betty"}, {"ed", "edward", "ted"},
    {"kate", "katherine", "catherine", "kathy", "cathy"}, {"sam", "samuel", "samantha"}, {"alex", "alexander", "alexandra"},
    {"ben", "benjamin"}, {"nick", "nicholas", "nikolas"}, {"andy", "andrew"}, {"matt", "matthew"}, {"greg", "gregory"},
    {"jeff", "jeffrey", "geoff", "geoffrey"}, {"rick", "richard", "dick"}, {"ron", "ronald"}, {"don", "donald"}, {"sue", "susan"},
    {"volodymyr", "vladimir"}, {"oleksandr", "aleksandr", "alexander"}, {"mykola", "nikolai"}, {"serhiy", "sergei", "sergey"},
    {"dmytro", "dmitry", "dmitri"}, {"andriy", "andrei", "andrey"}, {"yevhen", "yevgeny", "evgeny"}, {"pete", "peter"},
    {"pat", "patrick", "patricia"}, {"ken", "kenneth"}, {"larry", "lawrence"}, {"jen", "jennifer", "jenny"}, {"deb", "deborah"},
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w.’'\-‑]*")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


def same_person(one: str, other: str) -> bool:
    """Return whether two names, with or without titles, can be of one person. Symmetric.

    "President Ana Ruiz", "Ruiz" and "A. Ruiz" can; "Ana Ruiz" and "Marta Ruiz" cannot.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return bool(plain(one)) and plain(one) == plain(other)
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1:
        return any(same_spelling(shorter[0], word) for word in (longer[-1], longer[0]))
    if len(shorter) == len(longer) == 2 and _each_alike(shorter, longer[::-1]):
        return True
    return _in_order(shorter, longer)


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of the name itself, in order: no titles, roles, suffixes or possessive endings.

    "The mayor, Ana Ruiz" and "Ana Ruiz, mayor of Orsa" both give ("Ana", "Ruiz"); no name gives ().
    """
    return next((words for part in name.split(",") if (words := _last_run(part))), ())


def _last_run(part: str) -> tuple[str, ...]:
    """The last words in capitals that stand together, particles between them included."""
    runs: list[list[str]] = [[]]
    for found in _WORD.findall(part):
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
    return same_spelling(one, other) or any(first in group and second in group for group in _NICKNAMES)


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Range
    words: tuple[str, ...]


def canonical_names(doc: Doc) -> Mapping[Range, str]:
    """Return, for every mention of a person in `doc`, the fullest form of that person's name in it.

    Keys are character ranges of the mentions without titles. A surname that two people share goes to the one
    named last before it.
    """
    mentions = _mentions(doc)
    people: list[tuple[str, ...]] = []
    for mention in mentions:
        if len(mention.words) > 1:
            _add(people, mention.words)
    return {mention.span: " ".join(_person(mention, mentions, people)) for mention in mentions}


def _mentions(doc: Doc) -> list[_Mention]:
    """People as the model finds them, and the surnames of their full names wherever they stand alone."""
    people = [span for span in doc.ents if span.label_ == "PERSON"]
    surnames = {words[-1] for span in people if len(words := name_words(span.text)) > 1}
    taken = {token.i for span in people for token in span}
    alone = [
        doc[token.i : token.i + 1] for token in doc if token.text in surnames and _alone(token) and token.i not in taken
    ]
    spans = sorted([*people, *alone], key=lambda span: span.start)
    found = [_Mention((span.start_char, span.end_char), name_words(span.text)) for span in spans]
    return [mention for mention in found if mention.words]


def _alone(token: Token) -> bool:
    """Not part of a longer name ("Harlan Industries"), unless that is a title."""
    before = token.doc[token.i - 1] if token.i else None
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    titled = before is None or before.pos_ != "PROPN" or before.lower_.rstrip(".") in _TITLES
    return titled and (after is None or after.pos_ != "PROPN")


def _add(people: list[tuple[str, ...]], words: tuple[str, ...]) -> None:
    """Keep one entry for each person, the longest form."""
    for position, known in enumerate(people):
        if same_person(" ".join(known), " ".join(words)):
            people[position] = max(known, words, key=len)
            return
    people.append(words)


def _person(mention: _Mention, mentions: Sequence[_Mention], people: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    fitting = [known for known in people if same_person(" ".join(known), " ".join(mention.words))]
    if len(fitting) <= 1:
        return fitting[0] if fitting else mention.words
    before = [other for other in mentions if other.span < mention.span and len(other.words) > 1]
    for other in reversed(before):
        named = [known for known in fitting if same_person(" ".join(known), " ".join(other.words))]
        if named:
            return named[0]
    return fitting[0]
