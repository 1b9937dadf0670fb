"""What happens to the counted thing: killed, wounded, fined, a rise; read from the words around the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.counted import Counted
from comparer.analysis.numbers.words import LEVEL, START, NumberWords, RoleRule

_SKIPPED_BEHIND = {
    "others", "other", "more", "people", "were", "was", "are", "is", "been", "be", "being", "have", "had", "has", "who", "that",
    "which", "still", "also", "reported", "confirmed", "feared", "believed", "known", "left", "seriously", "badly", "critically",
    "slightly", "presumed", "listed", "as", "of", "them", "whom", "reportedly", "allegedly", "already", "so", "far", "now", "later",
    "remained", "remain", "remains", "got", "to", "thought", "dead", "or", "either", "then", "subsequently", "initially", "not",
    "yet", "apparently",
}  # fmt: skip
_BEFORE_LEVELS = {
    "about",
    "around",
    "nearly",
    "almost",
    "over",
    "than",
    "more",
    "least",
    "just",
    "some",
    "$",
    "£",
    "€",
    "less",
    "under",
}
_COMPARED = {
    "more": "rise",
    "higher": "rise",
    "extra": "rise",
    "up": "rise",
    "less": "fall",
    "lower": "fall",
    "fewer": "fall",
    "down": "fall",
}
# What only measures are: "900 grams lighter", "two metres higher"; "ten people longer" is nothing.
_COMPARED_MEASURES = {
    "more": "rise", "higher": "rise", "less": "fall", "lower": "fall",
    "longer": "rise", "heavier": "rise", "wider": "rise", "deeper": "rise", "taller": "rise", "larger": "rise", "warmer": "rise",
    "faster": "rise", "shorter": "fall", "lighter": "fall", "smaller": "fall", "cheaper": "fall", "colder": "fall", "slower": "fall",
    "cooler": "fall",
}  # fmt: skip
_BESIDE = ("oprd", "acomp", "attr", "dobj", "advmod", "xcomp")
_BESIDE_ROLES = ("pobj", "dobj", "acomp", "oprd", "advmod")
_AIMS = {"at", "against", "on", "with", "to", "for"}
_DEAD, _HURT = {"dead", "killed"}, {"injured", "wounded", "hurt"}
_STEPS = 6
_REACH_BEHIND = 6
_REACH_OF_WAY = 12


@dataclass(frozen=True)
class Scene:
    """Tokens [first, last) of the number, the noun it counts, and the end of the sentence.

    `people`: whether it counts people, None where no noun says so; `dimension`: the kind of its unit.
    """

    doc: Doc
    counted: Counted
    first: int
    last: int
    end: int
    people: bool | None
    words: NumberWords
    dimension: str = ""

    @property
    def anchor(self) -> Token:
        return self.counted.head if self.counted.head is not None else self.doc[self.last - 1]


def read_role(scene: Scene) -> str | None:
    """Return what happens to the counted thing, or the verb that governs it, or None.

    The words nearest to the number speak first: its noun, its adjectives, what
    follows, the clauses that hang on it, then what governs it. A role that
    excludes others outranks a neutral one.
    """
    if scene.dimension == "length" and (way := _way_of_length(scene)):
        return way
    if special := _margin(scene) or _compared(scene) or _on_board(scene):
        return special
    if scene.people is not None:
        return _named_role(scene) or _governing_verb(scene)
    # A bare number counts people where a role of people is near ("the death toll rose to 12").
    of_people = _named_role(replace(scene, people=True))
    rule = scene.words.role_rules.get(of_people or "")
    return of_people if rule and rule.apart else _named_role(replace(scene, people=False)) or _governing_verb(scene)


def _margin(scene: Scene) -> str | None:
    """Return "margin" for "won by 212 votes" and "a 12-vote majority"."""
    if scene.dimension not in ("", "points", "share"):
        return None
    before = scene.doc[max(scene.first - _REACH_BEHIND, 0) : scene.first]
    by = next((token for token in reversed(before) if token.lower_ not in _BEFORE_LEVELS), None)
    won = by is not None and by.lower_ == "by" and by.head.lemma_.lower() in scene.words.contests
    return "margin" if won else None


def _compared(scene: Scene) -> str | None:
    """Return the rise of "5 percent more pay" and "two metres higher", and the fall of "5 percent fewer jobs"."""
    if scene.dimension in ("", "age", "score") or scene.last >= scene.end:
        return None
    table = _COMPARED if scene.dimension in ("share", "points") else _COMPARED_MEASURES
    return table.get(scene.doc[scene.last].lower_)


def _on_board(scene: Scene) -> str | None:
    """Return the role of "188 passengers and crew aboard", and the capacity of "room for 900 visitors"."""
    before = [token.lower_ for token in scene.doc[max(scene.first - 2, 0) : scene.first]]
    if before in (["room", "for"], ["space", "for"]):
        return "capacity"
    if not scene.people:
        return None
    for token in scene.doc[scene.last : min(scene.last + _REACH_BEHIND, scene.end)]:
        if token.lower_ in ("aboard", "board"):
            return "aboard"
        if token.pos_ in ("PUNCT", "VERB", "AUX"):
            break
    return None


def _way_of_length(scene: Scene) -> str | None:
    """Return "long", "high" or "deep" behind "12 kilometres", or behind "12 metres in", and for "a length of 12 metres"."""
    near = [token.lower_ for token in scene.doc[scene.last : min(scene.last + 2, scene.end)]]
    if scene.counted.head is not None:
        near.append(scene.counted.head.lemma_.lower())
    near += _superlative(scene)
    return next((scene.words.dimensions[word] for word in near if word in scene.words.dimensions), None)


def _superlative(scene: Scene) -> list[str]:
    """The widest of "60 metres at its widest"."""
    near = [token.lower_ for token in scene.doc[max(scene.first - _REACH_OF_WAY, 0) : scene.end][: 2 * _REACH_OF_WAY]]
    return [word for at, its, word in zip(near, near[1:], near[2:], strict=False) if (at, its) == ("at", "its")]


def role_of_noun(scene: Scene) -> str | None:
    """Return the role that the counted or measured noun itself names: the sentence of "a 15-year sentence"."""
    if scene.dimension == "length" and (way := _way_of_length(scene)):
        return way
    rule = _rule(scene.counted.head, scene) if scene.counted.head is not None else None
    return rule.name if rule and rule.apart else None


def _named_role(scene: Scene) -> str | None:
    loose: str | None = None
    for token in _witnesses(scene):
        rule = _rule(token, scene) or _rule_beside(token, scene)
        if rule is None or (_needs_no_doer(rule, scene) and (_acts(token, scene) or _is_aimed_at(token, scene))):
            continue
        if rule.name == "turnout" and (side := _vote(token)):
            return side
        if rule.name in ("killed", "wounded") and _both_harms(scene):
            return "casualty"
        # Survivors may be treated, and hostages freed: what they are says less than what happens to them.
        if rule.apart and not _is_what_they_are(token, rule, scene):
            return _level(scene, rule.name)
        loose = loose or rule.name
    return loose


def _is_what_they_are(token: Token, rule: RoleRule, scene: Scene) -> bool:
    """True for the noun of "12 hostages" and "12 seats", but not for that of "12 deaths"."""
    lemma = token.lemma_.lower()
    if token == scene.counted.head and rule.name == "capacity":
        return True
    who = token.pos_ == "NOUN" and bool(scene.people) and scene.words.is_person(lemma)
    return who and lemma not in scene.words.happenings


def _rule(token: Token, scene: Scene) -> RoleRule | None:
    """The role that a word names: for a measure one of its own kind, for people one of people, for things rather one of things."""
    words = scene.words
    rules = words.roles_of.get(token.lemma_.lower()) or words.roles_of.get(token.lower_) or ()
    if token.pos_ == "VERB" or token.tag_.startswith("VB"):
        rules = (*rules, *words.roles_of_verbs.get(token.lemma_.lower(), ()))
    own = [rule for rule in rules if (scene.dimension or "count") in rule.of]
    rules = tuple(rule for rule in rules if not rule.of)
    of_people = [rule for rule in rules if rule.people or not rule.apart]
    of_things = [rule for rule in rules if not rule.people] or [rule for rule in rules if rule.apart]
    fitting = own or (of_people if scene.people else of_things)
    return fitting[0] if fitting else None


def _rule_beside(token: Token, scene: Scene) -> RoleRule | None:
    """The role of "taken to hospital" and "set free", where the verb leaves it to the words beside it, and of "people on board"."""
    rules = scene.words.roles_beside.get(token.lemma_.lower(), ())
    verb = token.head.head if token.dep_ == "pobj" else token.head
    light = verb.i == scene.anchor.i or verb.lemma_.lower() in scene.words.light
    owns = token.is_ancestor(scene.anchor)  # "home to 5,000 people"
    return rules[0] if rules and light and scene.people and not owns and token.dep_ in _BESIDE_ROLES else None


def _needs_no_doer(rule: RoleRule, scene: Scene) -> bool:
    """True where those who do it to others are not in the role; nor are coaches that jump the track in a rise."""
    return (rule.happens_to and bool(scene.people)) or rule.name in ("rise", "fall")


def _is_aimed_at(verb: Token, scene: Scene) -> bool:
    """True for "fired tear gas at 600 people": the verb does not say what became of them."""
    joined = scene.anchor.head
    return scene.anchor.dep_ == "pobj" and joined.lower_ in _AIMS and joined.head.i == verb.i and verb.pos_ == "VERB"


def _both_harms(scene: Scene) -> bool:
    """True for "13 people dead or injured"."""
    near = [token.lower_ for token in scene.doc[scene.last : min(scene.last + _REACH_BEHIND, scene.end)]]
    return any(
        joiner in ("or", "and") and {one in _DEAD, other in _DEAD} == {True, False} and {one, other} & _HURT
        for one, joiner, other in zip(near, near[1:], near[2:], strict=False)
    )


def _level(scene: Scene, role: str) -> str:
    """Tell a rise of 3 percent from a rise to 3 percent."""
    place = scene.first - 1
    while place > 0 and scene.doc[place].lower_ in _BEFORE_LEVELS:
        place -= 1
    if role not in ("rise", "fall") or place < 0:
        return role
    return {"to": LEVEL, "from": START, "at": LEVEL}.get(scene.doc[place].lower_, role)


def _witnesses(scene: Scene) -> Iterator[Token]:
    """The tokens that may name the role, the strongest first."""
    if scene.counted.head is not None:
        yield scene.counted.head
    yield from (token for token in _beside(scene) if not (scene.counted.of_whole and _describes(token, scene.anchor)))
    yield from _governors(scene)


def _beside(scene: Scene) -> Iterator[Token]:
    """The adjectives, what follows at once and the clauses that hang on the noun."""
    if scene.counted.head is not None:
        yield from (
            token for token in scene.doc[scene.counted.first : scene.counted.last] if token.i != scene.counted.head.i
        )
    yield from _states_behind(scene)
    if scene.dimension == "duration":
        yield from _settings(scene)
    for child in scene.anchor.children:
        if child.dep_ in ("acl", "relcl") and child.i < scene.end and not _has_own_number(child):
            yield child
            yield from _beside_light_verb(child, scene)
    for child in scene.anchor.children:
        if (
            child.dep_ == "prep" and child.lower_ == "on"
        ):  # "people on board"; "pensioners in the home" have not left it
            yield from (token for token in child.children if token.lemma_.lower() in scene.words.roles_beside)


def _describes(token: Token, whole: Token) -> bool:
    """True for the "launched" of "17 of the 23 drones launched": it happened to all of them."""
    return token.head.i == whole.i and token.dep_ in ("acl", "relcl", "amod")


def _has_own_number(verb: Token) -> bool:
    """In "50 drones, of which 40 were shot down" the clause speaks of the 40."""
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.like_num for child in verb.children)


def _states_behind(scene: Scene) -> Iterator[Token]:
    """Yield what follows at once: "30 injured", "12 people were reported killed"."""
    start = max(scene.last, scene.counted.last)
    for token in scene.doc[start : min(start + _REACH_BEHIND, scene.end)]:
        if token.pos_ in ("ADJ", "VERB", "NOUN") and token.tag_ not in ("VBZ", "VBP"):
            yield token
        if token.lower_ not in _SKIPPED_BEHIND:
            return


def _settings(scene: Scene) -> Iterator[Token]:
    """What the time is spent in or is too much by: "14 years behind bars", "five years late"."""
    for token in scene.doc[scene.last : min(scene.last + _REACH_BEHIND, scene.end)]:
        if token.dep_ == "pobj" or token.lower_ in ("late", "behind", "long"):
            yield token
        if token.pos_ in ("PUNCT", "VERB", "SCONJ", "CCONJ"):
            return


def _governors(scene: Scene) -> Iterator[Token]:
    """The words that the number hangs on, nearest first, with the subject where it names what is counted."""
    token = scene.anchor
    for _ in range(_STEPS):
        governor = token.head
        if governor.i == token.i or (_is_whole(token) and not scene.counted.of_whole):
            return
        if governor.pos_ in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
            yield governor
        if governor.pos_ in ("VERB", "AUX"):
            yield from _beside_light_verb(governor, scene)
            if scene.counted.head is None or not scene.people:
                yield from _subject_words(governor, token)
                if token.lower_ == "at":
                    yield from _object_words(governor)
            if token.dep_ not in ("conj", "prep", "xcomp", "ccomp", "advcl", "acl", "pcomp"):
                return
        token = governor


def _is_whole(token: Token) -> bool:
    """True for the "of" of "31 of the 212 passengers were hurt": the verb speaks of the 31."""
    return token.lower_ == "of" and (token.head.pos_ in ("NUM", "VERB") or token.head.like_num)


def _beside_light_verb(verb: Token, scene: Scene) -> Iterator[Token]:
    """Yield the words that name the role beside a verb that does not: "taken into custody", "left dead"."""
    if verb.lemma_.lower() not in scene.words.light:
        return
    for child in verb.children:
        if child.i > verb.i and child.i < scene.end:
            told = child.dep_ in _BESIDE or (child.dep_ == "advcl" and child.pos_ == "ADJ")
            if told and child.i != scene.anchor.i:
                yield child
            elif child.dep_ == "prep":
                yield from (token for token in child.children if token.dep_ == "pobj" and token.i != scene.anchor.i)


def _subject_words(verb: Token, below: Token) -> Iterator[Token]:
    """Yield the words of the subject, which may say what is counted: "the death toll rose to 12"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i != below.i:
            yield child
            yield from (token for token in child.lefts if token.dep_ in ("compound", "amod"))
            for prep in child.children:
                if prep.dep_ == "prep":
                    yield from _with_adjectives(prep)


def _with_adjectives(preposition: Token) -> Iterator[Token]:
    """The evacuated and the people of "of evacuated people"."""
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            yield noun
            if noun.lower_ == "people":
                yield from (token for token in noun.lefts if token.dep_ == "amod")


def _object_words(verb: Token) -> Iterator[Token]:
    """Yield the words of what a number is put to: "put the number of wounded at 60"."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
            yield from (token for token in child.lefts if token.dep_ in ("compound", "amod"))
            for prep in child.children:
                if prep.dep_ == "prep":
                    yield from _with_adjectives(prep)


def _acts(token: Token, scene: Scene) -> bool:
    """True where the counted ones do it to somebody else: "five gunmen killed ..."."""
    passive = any(child.dep_ == "auxpass" for child in token.children)
    if token.pos_ != "VERB" or passive or token.lemma_.lower() == "survive":  # who survives a crash does it to nobody
        return False
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    objects = [child for child in token.children if child.dep_ == "dobj"]
    return bool(objects) and any(
        child.i == scene.anchor.i or scene.first <= child.i < scene.last for child in subjects
    )  # fmt: skip


def _vote(verb: Token) -> str | None:
    """Return the side that was voted for: "81 deputies voted for the law"."""
    if verb.lemma_.lower() != "vote":
        return None
    said = {child.lower_ for child in verb.children if child.i > verb.i}
    if said & {"yes", "aye", "yea", "no", "nay"}:
        return "voted for" if said & {"yes", "aye", "yea"} else "voted against"
    joined = [child for child in verb.children if child.dep_ == "prep"]
    if any(child.lower_ == "against" for child in joined):
        return "voted against"
    inside = {token.lower_ for child in joined for token in child.children}
    agreed = any(child.dep_ == "xcomp" for child in verb.children)  # "voted to strike"
    backed = any(child.lower_ == "for" for child in joined) or inside & {"favour", "favor"}
    return "voted for" if backed or agreed else None


def has_own_fate(doc: Doc, number: int, role: str | None, words: NumberWords) -> bool:
    """True where the verb above the number at token `number` names the role: "31 of the passengers were hurt"."""
    verb = doc[number].head
    rules = (*words.roles_of.get(verb.lemma_.lower(), ()), *words.roles_of_verbs.get(verb.lemma_.lower(), ()))
    rule = words.role_rules.get(role or "")
    strikes = rule in rules or verb.lemma_.lower() in words.light
    return doc[number].dep_ in ("nsubj", "nsubjpass", "dobj") and rule is not None and rule.people and strikes


def _governing_verb(scene: Scene) -> str | None:
    """Lemma of the verb that the number hangs on, where no list knows it."""
    token = scene.anchor
    for _ in range(_STEPS):
        if _is_whole(token) and not scene.counted.of_whole:
            return None
        if token.pos_ == "VERB":
            lemma = token.lemma_.lower()
            return None if lemma in scene.words.saying else _vote(token) or lemma
        if token.lemma_ == "be":
            return _predicate(token)
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _predicate(be: Token) -> str | None:
    """Lemma of the adjective of "62 were clear"; None where it is denied, none stands there or "the Falcon 9 was late"."""
    denied = be.lower_ not in ("are", "were") or any(child.dep_ == "neg" for child in be.children)
    told = next((child for child in be.children if child.dep_ == "acomp"), None)
    return None if denied or told is None else told.lemma_.lower()
