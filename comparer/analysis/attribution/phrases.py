"""Cues that are not verbs: according to, in a poll, confident that, reportedly; and nouns."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.content import beside
from comparer.analysis.attribution.nouns import noun_relation
from comparer.analysis.attribution.relation import Relation, merged, subtree, trimmed, without
from comparer.analysis.attribution.source import noun_phrase, subject_of
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.report import Range

_ADVERBS = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "ostensibly"})
_SURVEYS = frozenset({"poll", "survey", "census"})
# "In her view", "in the words of", "by his account": whose the clause is.
_VIEWS = {
    "in": frozenset({"view", "opinion", "eye", "word", "judgment", "judgement", "estimation", "assessment", "telling"}),
    "by": frozenset({"account", "reckoning", "estimate", "count", "telling", "admission"}),
}
_PUTTING = frozenset({"put", "see", "tell", "have", "describe"})


def phrase_relations(doc: Doc, table: CueTable) -> Iterator[Relation]:
    """Yield a relation for each noun, adjective, adverb or "according to" that attributes, in order."""
    for token in doc:
        relation = None
        lower = token.lower_
        if lower == "according":
            relation = _according(token)
        elif lower in _ADVERBS:
            relation = _adverb(token)
        elif lower in _VIEWS and token.dep_ == "prep":
            relation = _in_view(token) or _in_poll(token)
        elif token.dep_ == "advcl" and token.lemma_ in _PUTTING:
            relation = _as_put(token)
        elif token.pos_ == "NOUN" and not _is_view(token) and (links := table.nouns.get(lemma_of(token.lemma_))):
            relation = noun_relation(token, links)
        elif token.pos_ in {"ADJ", "VERB"} and (links := table.adjectives.get(lower)):
            relation = _adjective(token, links)
        if relation is not None and relation.content:
            yield relation


def _according(token: Token) -> Relation | None:
    """The content of "according to" is the clause that it hangs on."""
    link = next((c for c in token.children if c.lower_ == "to"), None)
    if link is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        link = token.nbor()
    source = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
    if link is None or source is None:
        return None
    phrase = min(token.i, subtree(token)[0]), max(link.i, source.i, subtree(link)[1] - 1) + 1
    pieces = beside(_clause_above(token), phrase)
    return Relation(token.i, "accord", (token.i, link.i + 1), noun_phrase(source), pieces)


def _clause_above(token: Token) -> Token:
    """Return the verb of the main clause, or of the clause joined to it, that the phrase belongs to."""
    head = token.head
    while head.head.i != head.i and not _begins_anew(head):
        head = head.head
    return head


def _begins_anew(verb: Token) -> bool:
    """Whether a joined clause stands apart: behind a semicolon or a "but", with a subject of its own."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in {"conj", "parataxis"}:
        return False
    lead = [token.text for token in verb.doc[max(0, verb.left_edge.i - 2) : verb.left_edge.i]]
    subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)
    return subject and ("but" in lead or ";" in lead)


def _in_view(token: Token) -> Relation | None:
    """The clause beside "in the union's view", "in the words of the bishop" and "by her own account"."""
    view = next((c for c in token.children if c.dep_ == "pobj"), None)
    if view is None or not _is_view(view):
        return None
    owner = _owner(view)
    if owner is None:
        return None
    source = noun_phrase(owner)
    cue = (token.i, source[0]) if owner.i > view.i else (view.i, view.i + 1)
    pieces = beside(_clause_above(token), (min(token.i, source[0]), max(view.i + 1, source[1])))
    return Relation(token.i, "accord", cue, source, pieces)


def _is_view(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.lemma_.lower() in _VIEWS.get(noun.head.lower_, ()) and _owner(noun) is not None


def _owner(view: Token) -> Token | None:
    """Whose view it is; nobody's in "in the eye of the storm"."""
    whose = next((c for c in view.children if c.dep_ == "poss"), None)
    of = next((c for c in view.children if c.lower_ == "of" and c.i == view.i + 1), None)
    named = any(c.dep_ == "det" for c in view.children) and view.lower_ != "eye"  # not "in view of the harbour"
    if whose is None and of is not None and named:
        whose = next((c for c in of.children if c.dep_ == "pobj"), None)
    return whose


def _as_put(verb: Token) -> Relation | None:
    """The clause beside "as the coach put it"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    opened = any(c.lower_ == "as" and c.i < verb.i for c in verb.children)
    it = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "it"
    if subject is None or not (opened and it):
        return None
    pieces = beside(_clause_above(verb.head), subtree(verb))
    return Relation(verb.i, verb.lemma_.lower(), (verb.i, verb.i + 2), noun_phrase(subject, verb), pieces)


def _in_poll(token: Token) -> Relation | None:
    """What holds only in a poll is said by the poll: "She leads in a new poll"."""
    source = next((c for c in token.children if c.dep_ == "pobj"), None)
    if token.lower_ != "in" or source is None or source.lemma_.lower() not in _SURVEYS or source.i - token.i < 2:
        return None
    span = noun_phrase(source)
    pieces = beside(_clause_above(token), (token.i, span[1]))
    return Relation(token.i, "in", (token.i, token.i + 1), span, pieces, embedding=False)


def _adverb(token: Token) -> Relation:
    clause = token.head
    content = without([subtree(clause)], (token.i, token.i + 1))
    pieces = merged(trimmed(token.doc, piece, quotes=True) for piece in content)
    return Relation(token.i, token.lower_, (token.i, token.i + 1), None, pieces, embedding=False)


def _adjective(adjective: Token, links: frozenset[str]) -> Relation | None:
    content: list[Range] = []
    end = adjective.i + 1
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        if child.dep_ == "prep" and child.lower_ in links:
            content.append((child.i + 1, subtree(child)[1]))
            end = child.i + 1 if child.i == adjective.i + 1 else end
        elif (child.dep_ == "ccomp" and "that" in links) or (child.dep_ == "xcomp" and "to" in links):
            content.append(subtree(child))
    verb = adjective.head
    if adjective.dep_ in {"acomp", "attr", "oprd"}:
        subject = subject_of(verb)
    else:
        subject = subject_of(adjective) if adjective.dep_ in {"advcl", "ROOT", "conj"} else None
    if not content or subject is None or subject.lower_ in {"it", "there"}:
        return None
    pieces = merged(trimmed(adjective.doc, piece, quotes=True) for piece in content)
    return Relation(adjective.i, adjective.lower_, (adjective.i, end), noun_phrase(subject, verb), pieces)
