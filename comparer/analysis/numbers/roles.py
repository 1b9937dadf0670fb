"""What happens to the counted thing: killed, wounded, fined, a rise; read from the words around the number."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.scene import BEFORE_LEVELS, REACH_BEHIND, STEPS, Scene, is_whole
from comparer.analysis.numbers.special_roles import special_role, way_of_length
from comparer.analysis.numbers.witnesses import witnesses
from comparer.analysis.numbers.words import LEVEL, START, NumberWords, RoleRule

_BESIDE_ROLES = ("pobj", "dobj", "acomp", "oprd", "advmod")
_AIMS = {"at", "against", "on", "with", "to", "for"}
_DEAD, _HURT = {"dead", "killed"}, {"injured", "wounded", "hurt"}


def read_role(scene: Scene) -> str | None:
    """Return what happens to the counted thing, or the verb that governs it, or None.

    The words nearest to the number speak first: its noun, its adjectives, what
    follows, the clauses that hang on it, then what governs it. A role that
    excludes others outranks a neutral one.
    """
    if special := special_role(scene):
        return special
    if scene.people is not None:
        return _named_role(scene) or _governing_verb(scene)
    # A bare number counts people where a role of people is near ("the death toll rose to 12").
    of_people = _named_role(replace(scene, people=True))
    rule = scene.words.role_rules.get(of_people or "")
    return of_people if rule and rule.apart else _named_role(replace(scene, people=False)) or _governing_verb(scene)


def role_of_noun(scene: Scene) -> str | None:
    """Return the role that the counted or measured noun itself names: the sentence of "a 15-year sentence"."""
    if scene.dimension == "length" and (way := way_of_length(scene)):
        return way
    rule = _rule(scene.counted.head, scene) if scene.counted.head is not None else None
    return rule.name if rule and rule.apart else None


def _named_role(scene: Scene) -> str | None:
    loose: str | None = None
    for token in witnesses(scene):
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
    near = [token.lower_ for token in scene.doc[scene.last : min(scene.last + REACH_BEHIND, scene.end)]]
    return any(
        joiner in ("or", "and") and {one in _DEAD, other in _DEAD} == {True, False} and {one, other} & _HURT
        for one, joiner, other in zip(near, near[1:], near[2:], strict=False)
    )


def _level(scene: Scene, role: str) -> str:
    """Tell a rise of 3 percent from a rise to 3 percent."""
    place = scene.first - 1
    while place > 0 and scene.doc[place].lower_ in BEFORE_LEVELS:
        place -= 1
    if role not in ("rise", "fall") or place < 0:
        return role
    return {"to": LEVEL, "from": START, "at": LEVEL}.get(scene.doc[place].lower_, role)


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
    for _ in range(STEPS):
        if is_whole(token) and not scene.counted.of_whole:
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
