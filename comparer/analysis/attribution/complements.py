"""What follows a verb as its complements: criticised the plan, called for restraint, was described as."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.attribution.content import is_added
from comparer.analysis.attribution.relation import merged, subtree, trimmed, without_asides
from comparer.analysis.attribution.source import SUBJECTS, noun_phrase
from comparer.analysis.report import Range

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "prep", "prt"})
_CIRCUMSTANCES = frozenset({"at", "after", "during", "before", "since", "until", "by", "amid", "following"})
"""Prepositions that tell where or when something was said."""
_OCCASIONS = frozenset(
    {
        "speech", "interview", "statement", "tweet", "letter", "report", "meeting", "debate", "rally", "conference",
        "email", "post", "court", "address", "remark", "ad", "video", "message", "column", "article", "book",
        "broadcast", "briefing", "television", "twitter", "facebook", "instagram", "radio", "morning", "afternoon",
        "evening", "night", "week", "month", "year", "recent",
    }
)  # fmt: skip
_RECIPIENTS = frozenset({"tell", "ask", "remind", "assure", "reassure", "inform", "notify", "advise", "warn", "brief"})
_RAISING = frozenset({"seem", "appear"})


def complements(verb: Token, lemma: str, *, linked: frozenset[str]) -> tuple[Range, ...]:
    """Return what follows `verb` as its complements, without the person spoken to, and the place and time.

    `linked` holds the prepositions that lead what is said.
    """
    parts = [c for c in verb.children if c.dep_ in _COMPLEMENTS and c.i > verb.i]
    if lemma in _RECIPIENTS and len(parts) > 1:
        parts = [c for c in parts if c.dep_ not in {"dobj", "dative"}]
    kept = [c for c in parts if not (c.dep_ == "prep" and (_circumstance(c, linked) or _aside(c)))]
    parts = [c for c in kept or parts if c.dep_ != "prt"]
    if not parts:
        return ()
    start = max(min(subtree(part)[0] for part in parts), verb.i + 1)
    end = max(subtree(part)[1] for part in parts)
    start, end = without_asides(verb.doc, (start, end), start)
    for token in verb.doc[start:end]:
        if token.dep_ == "advcl" and token.left_edge.i > start and is_added(token, needs_comma=False):
            end = min(end, token.left_edge.i)
    found = [trimmed(verb.doc, (start, end), quotes=True)]
    if lemma in _RAISING:
        found += [noun_phrase(c, verb) for c in verb.children if c.dep_ in SUBJECTS and c.lower_ not in {"it", "there"}]
    return merged(found)


def _circumstance(preposition: Token, linked: frozenset[str]) -> bool:
    """Whether the phrase tells the occasion: "during the talks", "in an interview", "on Friday"."""
    if preposition.lower_ in linked:
        return False
    if preposition.lower_ in {"in", "on"}:
        nouns = [child for child in preposition.children if child.dep_ == "pobj"]
        return any(noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_.lower() in _OCCASIONS for noun in nouns)
    return preposition.lower_ in _CIRCUMSTANCES


def _aside(preposition: Token) -> bool:
    return preposition.lower_ == "with" and preposition.i > 0 and preposition.nbor(-1).text == ","


def passive_content(verb: Token) -> tuple[Range, ...]:
    """Return the subject and the complements of a passive: "the man was described as a recluse"."""
    parts = []
    if verb.dep_ == "acl" and verb.head.i < verb.i:
        parts.append(trimmed(verb.doc, (verb.head.left_edge.i, verb.i)))
    for child in verb.children:
        if child.dep_ == "nsubjpass" and child.lower_ not in {"it", "there"}:
            parts.append(noun_phrase(child, verb))
        elif child.dep_ in {"xcomp", "ccomp", "oprd", "prep"} and child.i > verb.i:
            span = without_asides(verb.doc, subtree(child), child.i)
            parts.append(trimmed(verb.doc, span, quotes=True))
        elif child.dep_ == "agent":
            parts += [trimmed(verb.doc, subtree(c), quotes=True) for c in child.subtree if _as_phrase(c)]
    return merged(parts)


def _as_phrase(token: Token) -> bool:
    return token.lower_ == "as" and token.dep_ == "prep"
