"""What a number counts: the noun phrase behind it, or, for measures, the noun that is measured."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.report import Part

_MORE = {"more", "additional", "further", "extra"}
_DETERMINERS = {"the", "these", "those", "its", "his", "her", "their", "our", "my", "all", "such", "said"}
_PRONOUNS = {"them", "whom", "which", "us", "those", "these", "you"}
_AMONG = {"among", "amongst"}
_AMONG_ONLY = {("among",), ("amongst",)}
_INCLUDING = {("including",), ("include",), ("includes",), ("included",)}
_EXTRA = {"another", "further", "additional", "other"}
_LONGEST_PHRASE = 8
_LONGEST_OWNER = 5
_TIME_WORDS = {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
    "tomorrow",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun phrase as token positions [first, last), its head, and how the number stands to it."""

    first: int
    last: int
    head: Token | None = None
    of_whole: bool = False
    extra: bool = False
    pronoun: bool = False

    @property
    def text(self) -> str | None:
        return self.head.doc[self.first : self.last].text if self.head is not None else None

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Lemmas of the words before the head that narrow it down; names and nationalities keep their capital."""
        if self.head is None:
            return ()
        words = self.head.doc[self.first : self.last]
        return tuple(
            _qualifier(token)
            for token in words
            if token.i != self.head.i and token.pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
        )


def _qualifier(token: Token) -> str:
    named = token.pos_ == "PROPN" or token.ent_type_ == "NORP"
    return token.text if named and token.text[:1].isupper() and token.ent_type_ else token.lemma_.lower()


def counted_behind(doc: Doc, at: int, end: int) -> Counted:
    """Return the noun phrase counted by a number whose next token is `doc[at]`; nothing at or beyond `end` is looked at."""
    of_whole = extra = False
    while at < end and (doc[at].lower_ in _MORE or doc[at].lower_ in ("-", "–")):
        extra |= doc[at].lower_ in _MORE
        at += 1
    at += at + 1 < end and doc[at].lower_ == "out" and doc[at + 1].lower_ == "of"
    if at < end and doc[at].lower_ == "of":
        at += 1
        of_whole = at < end and (doc[at].lower_ in _DETERMINERS or doc[at].lower_ in _PRONOUNS or doc[at].like_num)
        if at < end and doc[at].lower_ in _PRONOUNS and not _noun_follows(doc, at + 1, end):
            return Counted(at, at, of_whole=True, extra=extra, pronoun=True)
        while at < end and (doc[at].lower_ in _DETERMINERS or doc[at].like_num):
            at += 1
        at = _behind_owner(doc, at, end) if of_whole else at
    last = _phrase_end(doc, at, min(end, at + _LONGEST_PHRASE))
    head = _head(doc, at, last)
    return (
        Counted(at, head.i + 1, head, of_whole, extra) if head is not None else Counted(at, at, None, of_whole, extra)
    )


def _behind_owner(doc: Doc, at: int, end: int) -> int:
    """Where the things begin whose number follows their owner: "games" in "10 of the club's 16 games"."""
    for place in range(at, min(end - 1, at + _LONGEST_OWNER)):
        if doc[place].tag_ == "POS" or doc[place].lower_ in ("'", "’"):
            return place + 2 if doc[place + 1].like_num else at
    return at


def part_of(doc: Doc, counted: Counted, first: int, end: int) -> Part | None:
    """Return how the number, starting at token `first`, is taken out of a larger one, if it is."""
    before = tuple(token.lower_ for token in doc[max(first - 2, 0) : first])
    place = counted.last
    while place < end and doc[place].pos_ == "AUX":
        place += 1
    if before[-1:] in _INCLUDING or (before[:1] in _AMONG_ONLY and before[1:] == ("them",)):
        return "among"
    if place < end and doc[place].lower_ in _AMONG:
        return "among"
    return "of" if counted.of_whole else None


def is_extra(doc: Doc, counted: Counted, first: int) -> bool:
    """True for "30 more" and "another 30"."""
    return (
        counted.extra
        or "other" in counted.qualifiers
        or any(token.lower_ in _EXTRA for token in doc[max(first - 1, 0) : first + 1])
    )


def _noun_follows(doc: Doc, at: int, end: int) -> bool:
    return at < end and doc[at].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def _phrase_end(doc: Doc, at: int, end: int) -> int:
    """Walk over adjectives and nouns up to the last noun of the phrase."""
    place = at
    while place < end and _belongs(doc, place, at, end):
        place += 1
    return place


def _belongs(doc: Doc, place: int, start: int, end: int) -> bool:
    token, previous = doc[place], doc[place - 1] if place > start else None
    after_noun = previous is not None and previous.pos_ in ("NOUN", "PROPN")
    following = doc[place + 1] if place + 1 < end else None
    if token.pos_ in ("NOUN", "PROPN"):
        plural_before = previous is not None and previous.tag_ == "NNS" and token.dep_ == "npadvmod"
        return (
            not plural_before
            and token.lower_ not in _TIME_WORDS
            and not (after_noun and _starts_new_name(previous, token))
        )
    if token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG") or (token.pos_ == "VERB" and token.dep_ == "amod"):
        return not after_noun and _leads_to_noun(doc, place + 1, end)
    if token.pos_ == "ADV":
        return (
            (previous is None or previous.tag_ == "POS")
            and following is not None
            and following.pos_ in ("ADJ", "VERB")
            and _leads_to_noun(doc, place + 2, end)
        )
    if token.lower_ in ("-", "–", "'s", "’s", "’"):
        return previous is not None and following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
    if token.lower_ in ("and", "or", ","):
        joins = previous is not None and previous.pos_ in ("ADJ", "PROPN") and following is not None
        return (
            joins
            and following is not None
            and following.pos_ in ("ADJ", "PROPN")
            and _leads_to_noun(doc, place + 2, end)
        )
    return False


def _starts_new_name(previous: Token | None, token: Token) -> bool:
    """Tell the end of a phrase: in "12 people Reuters counted" the name is no part of it."""
    return previous is not None and previous.tag_ == "NNS" and token.pos_ == "PROPN"


def _leads_to_noun(doc: Doc, at: int, end: int) -> bool:
    while at < end and (
        doc[at].pos_ in ("ADJ", "ADV") or doc[at].tag_ in ("VBN", "VBG") or doc[at].lower_ in ("-", ",", "and")
    ):
        at += 1
    return at < end and doc[at].pos_ in ("NOUN", "PROPN")


def _head(doc: Doc, first: int, last: int) -> Token | None:
    for place in range(last - 1, first - 1, -1):
        if doc[place].pos_ in ("NOUN", "PROPN"):
            return doc[place]
    return None
