"""What kind of voice a noun is: a person with a name or without, an institution, a document, or a mere thing."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.attribution.names import is_explained
from comparer.analysis.attribution.table import CueTable
from comparer.analysis.report import Voice

_INSTITUTIONS = frozenset({"ORG", "GPE", "FAC", "LOC"})


def voice_of_noun(head: Token, text: str, cue: str, cues: CueTable) -> Voice:
    """Return the voice of the source `text` with the head noun `head` under the cue lemma `cue`.

    "own" is a thing that shows something: "the collapse shows that" is the writer speaking.
    """
    if head.lower_ in cues.metonyms:
        return "institution"
    return _voice_of_name(head, text, cues) if head.pos_ == "PROPN" else _voice_of_word(head, text, cue, cues)


def _voice_of_word(head: Token, text: str, cue: str, cues: CueTable) -> Voice:
    lemma = head.lemma_.lower()
    if lemma in cues.documents:
        return "document"
    if lemma in cues.institutions:
        return "institution"
    if lemma in cues.people or head.pos_ != "NOUN":
        return "unnamed"
    # Without an article a lone noun in the singular is a name that the tagger does not know.
    name = head.tag_ == "NN" and text == head.text and text[:1].isupper()
    return "own" if cue in cues.evidence else "named" if name else "unnamed"


def _voice_of_name(head: Token, text: str, cues: CueTable) -> Voice:
    if any(child.dep_ == "compound" and child.lemma_.lower() in cues.people for child in head.children):
        return "named"
    if head.lemma_.lower() in cues.institutions or is_explained(head, cues):
        return "institution"
    if head.ent_type_ == "NORP":
        return "unnamed" if head.text.endswith("s") or " " in text else "named"
    # The model often takes a lone surname for an organisation; organisations have "the" or capitals.
    surname = head.ent_type_ == "ORG" and len(text.split()) <= 2 and not text.startswith("the ") and not head.is_upper
    return "institution" if head.ent_type_ in _INSTITUTIONS and not surname else "named"
