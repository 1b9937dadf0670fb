"""The words that may say what happens to the counted thing, the strongest first."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comparer.analysis.numbers.scene import REACH_BEHIND, STEPS, Scene, is_whole

_SKIPPED_BEHIND = {
    "others", "other", "more", "people", "were", "was", "are", "is", "been", "be", "being", "have", "had", "has", "who", "that",
    "which", "still", "also", "reported", "confirmed", "feared", "believed", "known", "left", "seriously", "badly", "critically",
    "slightly", "presumed", "listed", "as", "of", "them", "whom", "reportedly", "allegedly", "already", "so", "far", "now", "later",
    "remained", "remain", "remains", "got", "to", "thought", "dead", "or", "either", "then", "subsequently", "initially", "not",
    "yet", "apparently",
}  # fmt: skip
_BESIDE = ("oprd", "acomp", "attr", "dobj", "advmod", "xcomp")


def witnesses(scene: Scene) -> Iterator[Token]:
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
    for token in scene.doc[start : min(start + REACH_BEHIND, scene.end)]:
        if token.pos_ in ("ADJ", "VERB", "NOUN") and token.tag_ not in ("VBZ", "VBP"):
            yield token
        if token.lower_ not in _SKIPPED_BEHIND:
            return


def _settings(scene: Scene) -> Iterator[Token]:
    """What the time is spent in or is too much by: "14 years behind bars", "five years late"."""
    for token in scene.doc[scene.last : min(scene.last + REACH_BEHIND, scene.end)]:
        if token.dep_ == "pobj" or token.lower_ in ("late", "behind", "long"):
            yield token
        if token.pos_ in ("PUNCT", "VERB", "SCONJ", "CCONJ"):
            return


def _governors(scene: Scene) -> Iterator[Token]:
    """The words that the number hangs on, nearest first, with the subject where it names what is counted."""
    token = scene.anchor
    for _ in range(STEPS):
        governor = token.head
        if governor.i == token.i or (is_whole(token) and not scene.counted.of_whole):
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
