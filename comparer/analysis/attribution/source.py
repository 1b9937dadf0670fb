"""Whose words: the subject of a cue, looked for in the parse."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.attribution.relation import subtree, trimmed, without_asides
from comparer.analysis.report import Range

SUBJECTS = frozenset({"nsubj", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OBJECTS = frozenset({"dobj", "pobj", "attr"})
_DASHES = frozenset({"—", "–", "--", "―"})
_LONGEST_CLIMB = 8
_OPENING = 2
_FARTHEST_DASH = 60


def source_of_verb(verb: Token) -> Range | None:
    """Return the subject of `verb`, its own or one shared with a verb above it; None for an empty subject."""
    subject = agent_of(verb) if is_passive(verb) else subject_of(verb) or _beside(verb)
    if subject is None or subject.dep_ == "expl" or subject.lower_ == "there":
        return None
    start, end = noun_phrase(subject, verb)
    if is_passive(verb):
        end = min(
            [child.left_edge.i for child in subject.subtree if child.lower_ == "as" and child.i > subject.i] + [end]
        )
    return start, end


def subject_of(verb: Token) -> Token | None:
    """Return the head of the nearest subject: of the verb, else of what it hangs on."""
    token = verb
    for step in range(_LONGEST_CLIMB):
        found = own_subject(token, passive=step > 0)
        if found is not None and found.i != verb.i and (step == 0 or _reaches(found, token, verb)):
            return found
        if token.dep_ in {"acl", "relcl"} and token.head.pos_ in _NOMINAL:
            return token.head
        if token.head.i == token.i or (token.dep_ == "ccomp" and token.i > token.head.i and found is None):
            return None
        token = parallel(token) or token.head
    return None


def _reaches(subject: Token, owner: Token, verb: Token) -> bool:
    """Whether the subject of a verb above is that of `verb` too.

    It is if it stands before it, not parted from it by a dash, or if `verb` opens the sentence.

    Behind a dash the writer goes on: "said it was over - one day after announcing".
    """
    if subject.i > verb.i:
        return any(token.is_sent_start for token in verb.doc[max(0, verb.i - _OPENING) : verb.i + 1])
    far = verb.i - owner.i > _FARTHEST_DASH
    return owner.dep_ != "ccomp" or far or not any(is_dash(token) for token in verb.doc[owner.i : verb.i])


def _beside(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser left without a subject."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    i = verb.i - 1
    while i > 0 and verb.doc[i].pos_ in {"ADV", "AUX"} and not verb.doc[i].is_sent_start:
        i -= 1
    if i < 0 or verb.doc[i].pos_ not in _NOMINAL or verb.doc[i].dep_ in _OBJECTS:
        return None
    return verb.doc[i]


def parallel(verb: Token) -> Token | None:
    """Return the verb that `verb` is really joined to, where the parser took the verb of what was said.

    In "telling the press it is over and asking for time", "asking" goes with "telling".
    """
    said = verb.head
    while said.dep_ == "conj" and said.head.i != said.i:
        said = said.head
    first = verb.left_edge.i
    joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and first > 0 and verb.doc[first - 1].pos_ == "CCONJ")
    if joined and said.dep_ in {"ccomp", "xcomp"} and own_subject(verb) is None:
        outer = said.head
        if outer.i < said.i and _form(outer) == _form(verb) != _form(said):
            return outer
    return None


def _form(verb: Token) -> str:
    """Return the tag, of the auxiliary if there is one; a bare form alone is a present tense that the tagger missed."""
    finite = next((child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}), "TO")
    if finite in {"VBD", "VBZ", "VBP"}:
        return finite
    bare = verb.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.children)
    return "VBP" if bare else verb.tag_


def own_subject(verb: Token, *, passive: bool = False) -> Token | None:
    """Of several subjects the one nearest to the verb: the parser may hand it another clause's as well.

    Behind a comma it is the one that follows: "two of them children, said the governor".
    """
    labels = SUBJECTS | {"nsubjpass"} if passive else SUBJECTS
    subjects = [child for child in verb.children if child.dep_ in labels]
    if verb.i and verb.doc[verb.i - 1].text == ",":
        subjects = [child for child in subjects if child.i > verb.i] or subjects
    return min(subjects, key=lambda child: abs(child.i - verb.i), default=None)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive: "was told", "the man identified as"."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not _has_object(verb)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "dobj", "aux"} for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Return the head of "by ...", or of "among ..."."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in {"by", "among"} and child.i > verb.i):
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def noun_phrase(head: Token, verb: Token | None = None) -> Range:
    """Return the phrase under `head`, never reaching over `verb`, without asides and loose punctuation."""
    start, end = subtree(head)
    if verb is not None:
        if head.i < verb.i < end:
            end = verb.i
        if start < verb.i < head.i:
            start = verb.i + 1
    if verb is None or verb.i > head.i:
        start, end = without_asides(head.doc, (start, end), head.i)
    return trimmed(head.doc, _between_dashes(head, start, end))


def _between_dashes(head: Token, start: int, end: int) -> Range:
    """Cut off a dateline ("PORTO - The mayor") and what a dash adds behind the name."""
    for token in head.doc[start:end]:
        if is_dash(token):
            if token.i > head.i:
                return start, token.i
            start = token.i + 1
    return start, end


def is_dash(token: Token) -> bool:
    """Whether the token parts a sentence: a dash, or a hyphen between spaces."""
    if token.text in _DASHES:
        return True
    return token.text == "-" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
