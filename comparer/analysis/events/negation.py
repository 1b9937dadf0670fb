"""The words that turn an event into its contrary: not, never, "no homes", "did not provide evidence"."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.events.tree import Tree

_NO = frozenset({"no", "neither"})
_TINY = frozenset({"shred", "scrap", "iota", "jot", "trace", "hint", "whisper", "word", "soul"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_HARDLY = frozenset({"hardly", "scarcely", "barely", "never", "nowhere", "neither", "nor"})
_MERELY = frozenset({"only", "just", "merely", "least"})
_EVERY = frozenset({"everyone", "everybody", "everything", "all"})
_SINGLE = frozenset({"single", "one"})
_BOUNDS = frozenset({"fewer", "less", "more", "later", "earlier", "sooner", "longer", "farther", "further"})
_CHAIN = 4
_FAILING = frozenset({"fail", "refuse", "decline"})


def own_negations(tree: Tree, verb: Token) -> list[Token]:
    """Return the words that negate `verb` itself: not, never, no longer, nobody, "no homes"."""
    found = [word for child in tree.children(verb) for word in _negative(tree, verb, child)]
    return found or _joined_negations(tree, verb)


def _negative(tree: Tree, verb: Token, child: Token) -> list[Token]:
    """The negation that one child of the verb brings, if any."""
    label, lower = child.dep_, child.lower_
    if label == "neg":
        return [] if _negates_nothing(tree, verb, child) else [child]
    if label in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return inside(tree, child)
    if label == "agent":
        return [word for noun in tree.children(child, "pobj") for word in inside(tree, noun)]
    if label == "acomp":
        return list(tree.children(child, "neg"))
    if label == "advmod" and lower == "longer":
        return list(tree.children(child, "neg", "det", "advmod"))
    hardly = label == "advmod" and lower in _HARDLY
    return [child] if hardly or (label in {"cc", "preconj"} and lower == "neither") else []


def inside(tree: Tree, noun: Token) -> list[Token]:
    """Return what makes the phrase of `noun` negative: "nobody", "no homes", "neither side"."""
    if noun.lower_ in _NOBODY:
        return [noun]
    words = _NO | {"not"} if noun.lemma_.lower() in _TINY else _NO  # "not a shred of evidence"
    found = [c for c in tree.children(noun, "det", "preconj", "neg", "nummod") if c.lower_ in words and not _bounds(c)]
    return found or _not_all(tree, noun) or _not_one(tree, noun)


def _bounds(word: Token) -> bool:
    """True for the "no" of "no fewer than 2,300 nurses", which says how many there were."""
    following = [token.lower_ for token in word.doc[word.i + 1 : word.i + 3]]
    return following[1:] == ["than"] and following[0] in _BOUNDS


def _not_all(tree: Tree, noun: Token) -> list[Token]:
    """The "not" of "not everyone" and "not all the passengers"."""
    every = [word for word in (noun, *tree.children(noun, "det", "predet")) if word.lower_ in _EVERY]
    first = min((word.i for word in every), default=0)
    return [tree.doc[first - 1]] if first and tree.doc[first - 1].lower_ == "not" else []


def _not_one(tree: Tree, noun: Token) -> list[Token]:
    """The "not" of "not one passenger" and "not a single passenger"."""
    if not any(child.lower_ in _SINGLE for child in tree.children(noun, "amod", "nummod")):
        return []
    first = min(child.i for child in (noun, *tree.children(noun, "det", "amod", "nummod")))
    before = tree.doc[first] if tree.doc[first].lower_ == "not" else tree.doc[first - 1] if first else None
    return [before] if before is not None and before.lower_ == "not" and before.head.i != noun.head.i else []


def _negates_nothing(tree: Tree, verb: Token, word: Token) -> bool:
    """True for "not only", "whether or not", and for "did not open until Monday", which tells that it did."""
    if word.i and tree.doc[word.i - 1].lower_ == "or":
        return True
    following = tree.doc[word.i + 1].lower_ if word.i + 1 < len(tree.doc) else ""
    return following in _MERELY or any(child.lower_ == "until" for child in tree.children(verb, "prep", "mark"))


def _joined_negations(tree: Tree, verb: Token) -> list[Token]:
    """What a second verb shares with the first: "nor did they pay", "did not apologize or resign"."""
    if verb.dep_ != "conj":
        return []
    first, joined = verb.head, [child for child in tree.children(verb.head, "cc") if child.i < verb.i]
    if joined and joined[-1].lower_ == "nor":
        return [joined[-1]]
    for _ in range(_CHAIN):
        if first.dep_ != "conj":
            break
        first = first.head
        joined += tree.children(first, "cc")
    # "could not confirm, deny or comment": the "or" hangs on the second verb for the third, and nowhere for the second.
    joined += tree.children(verb, "cc")
    shares = any(word.lower_ == "or" for word in joined) and tree.child(verb, "nsubj", "nsubjpass", "aux") is None
    return _plain(tree, first)[:1] if shares else []


def _plain(tree: Tree, verb: Token) -> list[Token]:
    return [word for child in tree.children(verb, "neg") for word in _negative(tree, verb, child)]


def evidence_negations(tree: Tree, noun: Token) -> list[Token]:
    """Return what makes it no evidence: "no", "little", "lack of", "without", "did not provide"."""
    found = inside(tree, noun) + [c for c in tree.children(noun, "amod") if c.lower_ in {"little", "scant"}]
    above = noun.head
    if noun.dep_ == "pobj" and (above.lower_ == "without" or above.head.lemma_.lower() in {"lack", "absence"}):
        found.append(above)
    elif above.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}:
        already = {token.i for token in found}
        found += [token for token in own_negations(tree, above) if token.i not in already]
        fails = above.dep_ == "xcomp" and above.head.lemma_.lower() in _FAILING
        if fails or above.lemma_.lower() in {"lack", "deny"}:
            found.append(above)
    return found
