"""Who does it and to whom: agent and patient of a verb from its dependencies."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from comparer.analysis.events.tree import Tree
from comparer.analysis.report import Range, RoleKind

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_STEPS = 6
# Verbs whose object stands behind a preposition.
_TRANSITIVE_WITH = {
    "agree": ("to",),
    "object": ("to",),
    "vote": ("for", "against"),
    "call": ("for",),
    "comment": ("on",),
    "listen": ("to",),
    "apologise": ("for",),
    "apologize": ("for",),
    "campaign": ("for", "against"),
    "protest": ("against",),
    "insist": ("on",),
    "account": ("for",),
    "deal": ("with",),
}
_KINDS: dict[str, RoleKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "NORP": "place",
    "FAC": "place",
    "ORG": "group",
}
_THINGS = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC"})


_ONWARDS = frozenset({"ahead", "forward", "on"})
_HELD = frozenset(
    {"plan", "intention", "intent", "bid", "offer", "ambition", "desire", "wish", "promise", "pledge", "vow", "threat"}
)
_POSSESSIVES = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}


@dataclass(frozen=True, slots=True)
class Role:
    """A participant: where it stands, its head (empty for an unresolved pronoun), its words and its kind."""

    range: Range
    head: str
    words: tuple[str, ...]
    kind: RoleKind
    token: Token


_TO_WHOM = frozenset({"fine", "charge", "tax", "bill", "cost", "dock", "teach", "forgive", "envy"})
"""With two objects, they are done to the first: "fined the club 10,000 euros"."""


@dataclass(frozen=True, slots=True)
class Roles:
    agent: Token | None
    patient: Token | None
    passive: bool


def find_roles(tree: Tree, verb: Token) -> Roles:
    """Return the tokens in the roles of `verb`; None where the sentence does not show them."""
    passive = is_passive(tree, verb)
    subject = find_subject(tree, verb)
    if passive:
        return Roles(_passive_agent(tree, verb), subject, passive=True)
    return Roles(subject, _object(tree, verb), passive=False)


def _passive_agent(tree: Tree, verb: Token) -> Token | None:
    """Who did it: "by a poacher" stands behind the last verb of "was shot and wounded by a poacher", and means all."""
    if _has_agent(tree, verb):
        return next(tree.objects_of(verb, "by"), None)
    joined = (child for child in tree.children(verb, "conj") if child.tag_ == "VBN" and child.i > verb.i)
    last = next((child for child in joined if tree.child(child, *_SUBJECTS, "aux", "auxpass") is None), None)
    return _passive_agent(tree, last) if last is not None else None


def _has_agent(tree: Tree, verb: Token) -> bool:
    """False for "by Monday" and "by 3 percent"."""
    by = next(tree.objects_of(verb, "by"), None)
    return by is not None and by.ent_type_ not in {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"}


def is_passive(tree: Tree, verb: Token) -> bool:
    """True for "was captured", "citizens captured in the east" and "was tried and convicted"."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag_ != "VBN" or tree.child(verb, "aux", "nsubj") is not None:
        return False
    if verb.dep_ in {"acl", "relcl", "advcl"}:
        return True
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and tree.child(verb.head, "auxpass") is not None


def _object(tree: Tree, verb: Token) -> Token | None:
    if verb.lemma_.lower() in _TO_WHOM and (payer := tree.child(verb, "dative")) is not None:
        return payer
    found = tree.child(verb, "dobj", "attr", "obj") or _object_of_preposition(tree, verb)
    if found is not None and found.pos_ == "NUM" and verb.i + 1 < len(verb.doc) and verb.nbor().dep_ == "npadvmod":
        found = verb.nbor() if verb.nbor().pos_ == "PROPN" else found  # "thrashed Sundvik 4-0"
    if found is None and verb.dep_ == "relcl":
        # "the men whom police arrested": the object is what the clause hangs on.
        subject = tree.child(verb, "nsubj")
        gap = subject is not None and subject.lower_ not in _RELATIVE
        found = verb.head if gap and verb.tag_ != "VBN" and not _has_complement(tree, verb) else None
    elif found is not None and found.lower_ in _RELATIVE and verb.dep_ == "relcl":
        found = verb.head
    return found


def _object_of_preposition(tree: Tree, verb: Token) -> Token | None:
    """What "agreed to the deal", "voted against the deal" and "pressed ahead with the deal" are done to."""
    onwards = next((child for child in tree.children(verb, "advmod", "prt") if child.lower_ in _ONWARDS), None)
    if onwards is not None:
        return next((thing for word in (verb, onwards) for thing in tree.objects_of(word, "with")), None)
    prepositions = _TRANSITIVE_WITH.get(verb.lemma_.lower(), ())
    return next((thing for word in prepositions for thing in tree.objects_of(verb, word)), None)


def _has_complement(tree: Tree, verb: Token) -> bool:
    return tree.child(verb, "ccomp", "xcomp", "prep", "acomp") is not None


def find_subject(tree: Tree, verb: Token) -> Token | None:
    """Return the subject, shared from the governing verb where this one has none of its own."""
    node = verb
    for _ in range(_STEPS):
        own = _own_subject(tree, node)
        if own is not None:
            return own
        above = _governor(tree, node)
        if isinstance(above, tuple):
            return above[0]
        if above is None:
            return None
        node = above
    return None


def _own_subject(tree: Tree, verb: Token) -> Token | None:
    """The nearest one: in "Dismissing the claims, the aide said" the parser gives two."""
    subjects = list(tree.children(verb, *_SUBJECTS))
    if not subjects:
        return None
    nearest = min(subjects, key=lambda token: (token.i > verb.i, abs(token.i - verb.i)))
    if nearest.lower_ in _RELATIVE and verb.dep_ in {"relcl", "acl"}:
        return _described(verb.head) if nearest.lower_ == "which" else verb.head
    if nearest.lower_ in _RELATIVE and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return verb.head.head
    return nearest


def _described(noun: Token) -> Token:
    """The crossing of "the crossing at Orsa, which is closed": a place only says where the thing is."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"at", "in", "near"} or noun.pos_ != "PROPN":
        return noun
    if above.pos_ == "VERB":
        above = next((child for child in above.children if child.dep_ == "dobj" and child.i < noun.i), above)
    return above if above.pos_ == "NOUN" else noun


def _governor(tree: Tree, verb: Token) -> Token | tuple[Token] | None:
    """The verb to borrow a subject from, or the subject itself as a tuple of one."""
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "conj":
        return head if head.pos_ in {"VERB", "AUX"} else None
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return _holder(tree, head)
    if verb.dep_ in {"acl", "relcl"}:
        return (head,) if head.pos_ in {"NOUN", "PROPN", "PRON"} and verb.tag_ in {"VBN", "VBG"} else None
    gerund = verb.dep_ == "dobj" and verb.tag_ == "VBG"
    if gerund or verb.dep_ in {"xcomp", "advcl", "pcomp", "ccomp", "oprd"}:
        return _control(tree, verb, head)
    return None


def _holder(tree: Tree, noun: Token) -> Token | None:
    """The verb whose subject has the plan: "has no plans to resign", "dropped its bid to buy the yard"."""
    verb = noun.head
    held = noun.dep_ == "dobj" and verb.pos_ in {"VERB", "AUX"} and tree.child(verb, "dative") is None
    return verb if held and tree.lemma(noun) in _HELD else None


def _control(tree: Tree, verb: Token, head: Token) -> Token | tuple[Token] | None:
    if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
        return None
    if verb.dep_ == "pcomp":
        if head.dep_ != "prep":
            return None
        head = head.head
    if verb.dep_ == "advcl" and verb.tag_ not in {"VBG", "VBN", "VB"}:
        return None
    if head.pos_ == "NOUN" and verb.dep_ == "pcomp":
        return _holder(tree, head)
    if head.pos_ == "ADJ" or (head.pos_ == "ADV" and head.dep_ == "acomp"):
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    # "urged the president to sign": the object of the upper verb does it.
    controlled = tree.child(head, "dobj") if verb.dep_ in {"xcomp", "pcomp", "oprd"} else None
    if controlled is None and verb.dep_ == "xcomp" and head.lemma_ in {"call", "prevail", "lean"}:
        # "called on the president to sign"
        controlled = next(tree.objects_of(head, "on"), None)
    return (controlled,) if controlled is not None and controlled.i < verb.i else head


def describe(tree: Tree, token: Token | None, verb: Token) -> Role | None:
    """Return the participant at `token`, with a pronoun resolved inside the sentence where that is safe."""
    if token is None:
        return None
    kernel = tree.kernel(token)
    span = tree.range(*tree.phrase(token))
    if kernel.pos_ == "PRON":
        resolved = _antecedent(tree, kernel, verb)
        if resolved is None:
            return Role(span, "", (), "pronoun", kernel)
        name, words = _who(tree, resolved)
    else:
        name, words = _who(tree, kernel)
        if name.i > kernel.i:
            # "the mayor, Ana Ruiz": the name says who, and the phrase reaches to it.
            span = (span[0], tree.range(*tree.phrase(name))[1])
    return Role(span, tree.name(name), words, _kind(tree, name), kernel)


def _who(tree: Tree, noun: Token) -> tuple[Token, tuple[str, ...]]:
    """The name, if an apposition gives one, and the words of both phrases."""
    name, beside = tree.apposed(noun)
    around = tree.content(name if beside is noun else beside) if beside is not None else tree.won(noun)
    return name, tuple(dict.fromkeys((*tree.content(noun), *around)))


def _kind(tree: Tree, token: Token) -> RoleKind:
    if token.pos_ in {"VERB", "AUX"}:
        return "clause"
    kind = _KINDS.get(token.ent_type_)
    if kind is not None and token.pos_ == "PROPN":
        # The model takes many a full name of a person for a place or a company.
        if kind == "person" and tree.like_a_body(token):
            return "group"
        return "name" if kind in {"place", "group"} and tree.like_a_person(token) else kind
    return "name" if token.pos_ == "PROPN" else "noun"


def _antecedent(tree: Tree, pronoun: Token, verb: Token) -> Token | None:
    """The subject of a verb above that fits in number and person: "Beijing denied that it sent troops"."""
    if pronoun.lower_ == "it" and verb.lemma_ == "be" and tree.child(verb, "ccomp", "csubj") is not None:
        return None
    node = verb
    for _ in range(_STEPS):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ not in {"VERB", "AUX"}:
            continue
        subject = _own_subject(tree, node)
        if subject is not None and subject.i != pronoun.i:
            if subject.i > pronoun.i or subject.pos_ == "PRON" or not _fits(tree.kernel(subject), pronoun.lower_):
                return None
            return tree.kernel(subject)
    return None


def _fits(noun: Token, pronoun: str) -> bool:
    plural = noun.tag_ in {"NNS", "NNPS"}
    pronoun = _POSSESSIVES.get(pronoun, pronoun)
    if pronoun == "it":
        return not plural and noun.ent_type_ != "PERSON"
    if pronoun in {"he", "she"}:
        return not plural and noun.ent_type_ not in _THINGS
    return pronoun == "they" and (plural or noun.ent_type_ in {"GPE", "ORG"})
