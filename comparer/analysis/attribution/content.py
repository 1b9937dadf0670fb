"""What is said: the stretch of words that stands under a verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comparer.analysis.attribution.relation import merged, sentence_of, subtree, trimmed, without, without_asides
from comparer.analysis.attribution.source import SUBJECTS, is_dash, noun_phrase, parallel
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
_ADDING = frozenset({"after", "although", "though", "as", "when", "while", "before", "because", "since", "once"})
_RECIPIENTS = frozenset({"tell", "ask", "remind", "assure", "reassure", "inform", "notify", "advise", "warn", "brief"})
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where"})
_RAISING = frozenset({"seem", "appear"})
_FARTHEST_OPENER = 12
_FARTHEST_COLON = 5
_LONGEST_TAIL = 3
_LONGEST_OPENING = 40


def clause(verb: Token, *, trailing: bool) -> tuple[Range, ...]:
    """Return the clause under `verb`; one that stands before it only if the verb may be `trailing`."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and c.tag_ != "VB")]
    right = [child for child in clauses if child.i > verb.i]
    if right:
        return (_reported(verb, right[0]),)
    if (short := _stands_for_clause(verb)) is not None:
        return ((short.i, short.i + 1),)
    if not clauses or not trailing or verb.dep_ == "conj":
        return ()
    broken = any(token.text in {":", ";"} for token in verb.doc[clauses[0].i : verb.i])
    return () if broken else _around(verb, clauses[0])


def _stands_for_clause(verb: Token) -> Token | None:
    """Return "otherwise" in "the reports say otherwise"."""
    return next((c for c in verb.children if c.i > verb.i and c.lower_ == "otherwise"), None)


def parenthetical(verb: Token) -> tuple[Range, ...]:
    """Return the clause that a reporting clause is put into: "The bridge, she said, would close"."""
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        return _around(verb, verb.head)
    return ()


def as_clause(verb: Token) -> tuple[Range, ...]:
    """Return what "As the ministry reported, ..." hangs on."""
    children = list(verb.children)
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" and c.i < verb.i for c in children):
        return ()
    if any(c.dep_ in {"ccomp", "dobj", "xcomp"} and c.i > verb.i for c in children):
        return ()
    return beside(verb.head, subtree(verb))


def beside(head: Token, hole: Range) -> tuple[Range, ...]:
    """Return the clause of `head` on that side of `hole` where its verb stands; both where the hole parts it."""
    start, end = subtree(head)
    start, end = min(start, hole[0]), max(end, hole[1])
    if head.i < hole[0]:
        pieces = [(start, hole[0])]
    elif any(child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i < hole[0] for child in head.children):
        pieces = [(start, hole[0]), (hole[1], end)]
    else:
        pieces = [(hole[1], end)]
    return merged(trimmed(head.doc, piece, quotes=True) for piece in pieces)


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
        if token.dep_ == "advcl" and token.left_edge.i > start and _added(token, needs_comma=False):
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


def fronted_object(verb: Token) -> tuple[Range, ...]:
    """Return the object that stands before the verb: "which they promoted"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i < verb.i:
            return (subtree(child),)
    return ()


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


def opening_participle(verb: Token) -> tuple[Range, ...]:
    """Return what stands between "Dismissing", first word of the sentence, and the comma that ends its phrase."""
    if not verb.is_sent_start or not verb.text.endswith("ing"):
        return ()
    for token in _following(verb, _LONGEST_OPENING):
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return ()
        if token.text == ",":
            return merged([trimmed(verb.doc, (verb.i + 1, token.i), quotes=True)])
    return ()


def unparsed(verb: Token) -> tuple[Range, ...]:
    """Return what is reported where the parser hung it elsewhere; empty if the words do not show it plainly."""
    return _behind_opener(verb) or _behind_colon(verb) or _before_report(verb)


def _behind_opener(verb: Token) -> tuple[Range, ...]:
    """Return the clause that "that" or "whether" opens shortly behind the verb."""
    for token in _following(verb, _FARTHEST_OPENER):
        if token.is_punct or token.pos_ == "VERB":
            return ()
        if token.lower_ in _OPENERS and token.dep_ in {"mark", "advmod"} and token.head.i > token.i:
            return (trimmed(verb.doc, (token.i, max(subtree(token.head)[1], token.i + 1)), quotes=True),)
    return ()


def _behind_colon(verb: Token) -> tuple[Range, ...]:
    """Return the rest of the sentence, or the next one, behind "She said:"."""
    doc = verb.doc
    for token in _following(verb, _FARTHEST_COLON):
        if token.text == ":":
            end = sentence_of(token)[1]
            if token.i + 1 == end and end < len(doc):
                end = sentence_of(doc[end])[1]
            return merged([trimmed(doc, (token.i + 1, end), quotes=True)])
    return ()


def _before_report(verb: Token) -> tuple[Range, ...]:
    """Return the sentence up to a closing ", she said on Tuesday"."""
    doc = verb.doc
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or not subjects or subjects[0].lower_ in {"who", "which", "that"}:
        return ()
    subject = noun_phrase(min(subjects, key=lambda child: abs(child.i - verb.i)), verb)
    start, end = min(subject[0], verb.i), max(subject[1], verb.i + 1)
    if start < 1 or not (doc[start - 1].is_punct or doc[start - 1].is_quote):
        return ()
    rest = [token for token in _following(doc[end - 1], 2 * _LONGEST_TAIL) if not token.is_punct]
    first = sentence_of(verb)[0]
    if len(rest) > _LONGEST_TAIL or start - first < 2:
        return ()
    return merged([trimmed(doc, (first, start), quotes=True)])


def _following(token: Token, count: int) -> Iterator[Token]:
    """Yield up to `count` tokens behind `token` in its sentence."""
    for i in range(token.i + 1, min(token.i + 1 + count, len(token.doc))):
        if token.doc[i].is_sent_start:
            return
        yield token.doc[i]


def _reported(verb: Token, said: Token) -> Range:
    """Return the clause without what the writer adds to it and without a verb joined to the cue."""
    start, end = subtree(said)
    for child in said.children:
        if child.i > said.i and parallel(child) is not None:
            end = min(end, child.left_edge.i)
        if child.dep_ == "advcl" and child.i > said.i and _added(child, needs_comma=True):
            end = min(end, child.left_edge.i)
    end = _before_dash(verb, said.i, end)
    while end > said.i + 1 and verb.doc[end - 1].dep_ in {"cc", "preconj"}:
        end -= 1
    return trimmed(verb.doc, without_asides(verb.doc, (start, end), said.i), quotes=True)


def _before_dash(verb: Token, first: int, end: int) -> int:
    """What a lone dash adds is the writer's; a pair of dashes belongs to what is said."""
    dashes = [i for i in range(first, end) if is_dash(verb.doc[i])]
    return dashes[0] if len(dashes) == 1 else end


def _around(verb: Token, said: Token) -> tuple[Range, ...]:
    """Return the clause without the reporting clause that stands behind or inside it."""
    own = [verb.i, *(child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt"})]
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            own += range(*noun_phrase(child, verb))
    pieces = without([subtree(said)], (min(own), max(own) + 1))
    return merged(trimmed(verb.doc, piece, quotes=True) for piece in pieces)


def _added(verb: Token, *, needs_comma: bool) -> bool:
    """Whether a clause with a subject of its own ("after ...", "although ...") is the writer's addition."""
    first = verb.left_edge
    words = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    if not words & _ADDING or not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children):
        return False
    return not needs_comma or (first.i > 0 and verb.doc[first.i - 1].text in {",", "—", "–"})
