"""Whether a name of a place names a place here: not in "Paris Hilton", "the Bank of England" or "Reading a book"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from comparer.analysis.places.mention import Mention
from comparer.analysis.places.relation import stance
from comparer.analysis.places.vocabulary import TYPE_WORDS

LOCATIVE = frozenset({
    "in", "at", "near", "outside", "around", "inside", "across", "within", "throughout", "from", "to", "into", "toward",
    "towards", "over", "off", "beside", "between", "through", "along", "above", "beyond", "opposite", "via",
})  # fmt: skip
_TITLES = frozenset({
    "mayor", "governor", "gov.", "president", "police", "prime", "premier", "minister", "foreign", "defense", "defence",
    "attorney", "district", "chancellor", "sen.", "rep.", "king", "queen",
})  # fmt: skip
_LARGE = 700_000
_MIDDLING = 120_000
_PART_WORDS = frozenset({"bank", "university", "journal", "times", "post", "united", "city"})


def surnames(doc: Doc) -> frozenset[str]:
    """Return the last words of people's full names in `doc`: "Washington" where "Denzel Washington" is named."""
    return frozenset(entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1)


def is_place(doc: Doc, mention: Mention, people: frozenset[str]) -> bool:
    """Return whether `mention` names a place; `people` are the surnames of the text."""
    first, last = doc[mention.start], doc[mention.end - 1]
    if first.ent_type_ == "PERSON" and _longer_entity(mention, first):
        return False
    if mention.words in people and not _after_locative(doc, mention):
        return False
    if _inside_larger_name(doc, mention):
        return False
    if not mention.entries:
        return True
    if mention.entries[0].kind in {"country", "region", "area"} and first.pos_ == "PROPN":
        return last.ent_type_ != "PERSON" or _after_locative(doc, mention) or mention.entries[0].kind == "country"
    return _is_city(doc, mention, first)


def _is_city(doc: Doc, mention: Mention, first: Token) -> bool:
    """Small towns share their names with people and words: those want a sign of being a place."""
    if first.pos_ not in {"PROPN", "NOUN", "ADJ", "X"} and not (first.text == "The" and mention.end > first.i + 1):
        return False  # "The Hague" has its article with it
    if _after_locative(doc, mention) or first.ent_type_ in {"GPE", "LOC"} or _before_region(doc, mention):
        return True
    if first.ent_type_ in {"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"} and not _is_famous(mention):
        return False
    return mention.entries[0].people >= _MIDDLING and first.pos_ == "PROPN"


def _is_famous(mention: Mention) -> bool:
    return mention.entries[0].people >= _LARGE


def _longer_entity(mention: Mention, token: Token) -> bool:
    """The entity around the mention has more words than the mention."""
    doc = token.doc
    starts_before = token.ent_iob_ == "I"
    goes_on = mention.end < len(doc) and doc[mention.end].ent_iob_ == "I" and doc[mention.end].text not in {"'s", "’s"}
    return starts_before or goes_on


def _after_locative(doc: Doc, mention: Mention) -> bool:
    """Somewhere: "in Halvik", "in Kyiv, Odesa and Halvik", "hit Halvik"."""
    if stance(mention.span(doc)).relation not in {None, "of"}:
        return True
    position = mention.start - 1
    while position >= 0 and doc[position].pos_ in {"DET", "ADJ"} and mention.start - position < 3:
        position -= 1
    return position >= 0 and doc[position].lower_ in LOCATIVE


def _before_region(doc: Doc, mention: Mention) -> bool:
    """True for "Reading, England": a comma and another capitalised name."""
    after = mention.end
    return (
        after + 1 < len(doc)
        and doc[after].text == ","
        and (doc[after + 1].ent_type_ == "GPE" or doc[after + 1].lower_ == "in")
    )


def _inside_larger_name(doc: Doc, mention: Mention) -> bool:
    """Part of another name: "Bank of England", "Manchester United", "New Donetsk Review"."""
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and not after.is_sent_start:
        known = (
            after.lower_ in _TITLES or after.lower_ in TYPE_WORDS or after.ent_iob_ == "B" or _ends_clause(doc, mention)
        )
        if not known and not (after.dep_ == "nsubj" and _after_locative(doc, mention)):
            return True
    if before is None:
        return False
    if before.lower_ == "of" and mention.start > 1 and doc[mention.start - 2].pos_ == "PROPN":
        head = doc[mention.start - 2]
        return head.ent_type_ == "ORG" and doc[mention.start].ent_type_ == "ORG"
    joined = (
        before.pos_ == "PROPN"
        and before.text[0].isupper()
        and before.dep_ == "compound"
        and before.head.i < mention.end
    )
    return joined and before.ent_type_ in {"PERSON", "ORG", "FAC"} and doc[mention.start].ent_iob_ == "I"


def _ends_clause(doc: Doc, mention: Mention) -> bool:
    return doc[mention.end - 1].head.i < mention.start and doc[mention.end].head.i > mention.end
