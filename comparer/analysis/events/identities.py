"""Who is said to be what: "the mayor, Ana Ruiz", "driver Otto Kern", "Ruiz was elected mayor of Orsa"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from comparer.analysis.events.offices import Offices
from comparer.analysis.events.roles import find_roles
from comparer.analysis.events.tree import Tree
from comparer.analysis.report import Claim, Identity

_OWN = frozenset({"the", "his", "her", "its", "their", "this", "that"})
_NESTED = 6
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def read_identities(doc: Doc, *, claims: Sequence[Claim], offices: Offices) -> tuple[Identity, ...]:
    """Return whoever is said to hold one of the `offices` or to play one of the parts, in the order of the names."""
    tree = Tree(doc)
    found = {identity: None for token in doc for identity in _identities(tree, token, offices)}
    return tuple(_in_claims(sorted(found, key=lambda one: (one.start, one.head)), claims))


def _identities(tree: Tree, token: Token, offices: Offices) -> Iterator[Identity]:
    if token.pos_ in {"NOUN", "PROPN"}:
        yield from _titled(tree, token, offices)
        name, noun = tree.apposed(token)
        if noun is not None and name is not noun:
            yield from _identity(tree, name, noun, offices)
        yield from (
            found
            for clause in tree.children(token, "acl")
            if tree.lemma(clause) in offices.naming
            for thing in _as(tree, clause)
            for found in _identity(tree, thing, token, offices)
        )
    elif token.pos_ in {"VERB", "AUX"}:
        yield from _told(tree, token, offices)


def _titled(tree: Tree, name: Token, offices: Offices) -> Iterator[Identity]:
    """Read "Mayor Ana Ruiz" and "bus driver Otto Kern"."""
    if name.pos_ != "PROPN":
        return
    before = [child for child in tree.children(name, "compound", "amod", "nmod") if child.i < name.i]
    titles = [child for child in before if offices.family(tree.canonical_lemma(child)) is not None]
    if not titles or titles[-1].i + 1 > name.i:
        return
    title = titles[-1]
    inside = [child for child in before if child.i < title.i] + list(tree.children(title, "compound", "amod"))
    owner = [word for child in (name, title) for word in tree.children(child, "poss")]
    words = tuple(dict.fromkeys(tree.canonical_lemma(word) for word in (*inside, *owner)))
    article = any(word.lower_ in {"a", "an"} for word in tree.children(name, "det"))
    start = tree.doc[title.i + 1].idx
    text = tree.text[start : name.idx + len(name)]
    yield Identity(start, name.idx + len(name), "", text, tree.canonical_lemma(title), words, not article)


def _told(tree: Tree, verb: Token, offices: Offices) -> Iterator[Identity]:
    """Read "was elected mayor", "is the new governor", "identified the victim as Otto Kern"."""
    lemma = tree.lemma(verb)
    roles = find_roles(tree, verb)
    if lemma in offices.naming and roles.patient is not None:
        holder = roles.patient
    elif lemma in offices.being and roles.agent is not None:
        holder = roles.agent
    else:
        return
    if tree.child(verb, "neg") is not None or any(aux.tag_ == "MD" for aux in tree.children(verb, "aux")):
        return
    kernel = tree.kernel(holder)
    body = tree.content(roles.agent) if roles.agent is not None and lemma in offices.naming else ()
    for thing in _as(tree, verb):
        for found in _identity(tree, kernel, thing, offices):
            # "The league chose him as its leader": leader of the league.
            whose = any(child.lower_ in _OWN for child in tree.children(thing, "poss"))
            yield replace(found, words=(*found.words, *body)) if whose else found


def _as(tree: Tree, verb: Token) -> Iterator[Token]:
    yield from tree.children(verb, "oprd", "attr")
    for above in (verb, *tree.children(verb, "dobj")):
        yield from tree.objects_of(above, "as")


def _identity(tree: Tree, one: Token, other: Token, offices: Offices) -> Iterator[Identity]:
    """Yield who is what, whichever of the two phrases is the name."""
    name, noun = (one, other) if one.pos_ == "PROPN" else (other, one)
    beside = tree.apposed(name)[0] if name.pos_ == "NOUN" else name
    if noun.pos_ not in {"NOUN", "PROPN"} or beside.pos_ != "PROPN" or noun.i == beside.i:
        return
    head = tree.canonical_lemma(noun)
    if offices.family(head) is None:
        return
    start, end = tree.phrase(noun)
    if start < noun.i < beside.i < end:
        end = tree.phrase(beside)[0]  # "the governor of Orsa, Ana Ruiz": the name narrows nothing down
    held = [token for token in tree.doc[start:end] if token.pos_ in _CONTENT and token.i != noun.i]
    words = tuple(dict.fromkeys(tree.canonical_lemma(token) for token in held))
    first = tree.doc[start]
    owned = any(child.dep_ == "poss" for child in tree.children(noun))
    plain = noun.tag_ == "NN" and first.lower_ not in {"a", "an", "one"}
    span = tree.range(*tree.phrase(beside))
    of_any = any(thing.lower_ in {"a", "an"} for thing in tree.doc[noun.i + 1 : end][1:2])
    definite = (
        plain and not of_any and (first.lower_ in _OWN or owned or noun.dep_ in {"oprd", "attr", "pobj"} or bool(words))
    )
    yield Identity(*span, "", tree.name(beside), head, words, definite)


def _in_claims(identities: Sequence[Identity], claims: Sequence[Claim]) -> Iterator[Identity]:
    starts = [claim.start for claim in claims]
    for identity in identities:
        last = bisect_right(starts, identity.start)
        near = claims[max(last - _NESTED, 0) : last]
        holding = [claim for claim in near if claim.start <= identity.start and identity.end <= claim.end]
        best = min(holding, key=lambda claim: claim.end - claim.start, default=None)
        yield replace(identity, claim=best.id if best else "")
