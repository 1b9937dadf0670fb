"""What a time or place belongs to: the governing words, the statement, and who takes part."""

from __future__ import annotations

import pytest
from spacy.language import Language

from comparer.analysis.attachment import Attachment, attachment

# The sentence, the words attached, what they belong to, whether that is a statement, the things and names in it.
CASES = [
    ("The dam burst on Tuesday.", "Tuesday", ("burst",), False, ("dam",)),
    ("Rebels seized two men fighting in Orsa.", "Orsa", ("fight", "seize"), False, ()),
    ("The mayor said on Tuesday that the dam burst.", "Tuesday", ("say",), True, ()),
    ("The dam burst on Tuesday, the mayor said.", "Tuesday", ("burst",), False, ("dam",)),
    ("The plan was announced on Tuesday.", "Tuesday", ("announce",), False, ("plan",)),
    ("In an interview on Tuesday, she denied it.", "Tuesday", ("interview",), True, ()),
    ("Tuesday's vote pleased them.", "Tuesday", ("vote",), False, ()),
    ("The trial took place on Tuesday.", "Tuesday", ("trial", "take place"), False, ("trial",)),
    ("The dam broke apart. This happened in Orsa.", "Orsa", ("break", "happen"), False, ()),
    ("They carried out the attack in Orsa.", "Orsa", ("attack", "carry out"), False, ()),
    ("Norway sent two Danish ships on Tuesday.", "Tuesday", ("send",), False, ("Norway", "ship", "danish")),
    ("Tuesday", "Tuesday", (), False, ()),
    ("Talks were held in Orsa.", "Orsa", ("talk", "hold"), False, ("talk",)),
    ("The union held a march in Orsa.", "Orsa", ("march", "hold"), False, ("union", "march")),
    ("The vote is planned for Tuesday.", "Tuesday", ("vote", "plan"), False, ("vote",)),
    ("The vote was planned on Tuesday.", "Tuesday", ("plan",), False, ("vote",)),
    ("The law takes effect on Tuesday.", "Tuesday", ("law", "take effect"), False, ("law",)),
    ("Miners walked out on Tuesday.", "Tuesday", ("walk out",), False, ()),
    ("Miners have been on strike since Tuesday.", "Tuesday", ("strike", "be"), False, ()),
    ("It was Tuesday when the dam burst.", "Tuesday", ("burst",), False, ()),
    ("Troops held two men in the village of Orsa.", "Orsa", ("hold",), False, ()),
]


@pytest.mark.parametrize(("text", "words", "events", "of_saying", "about"), CASES)
def test_attachment(
    nlp: Language, *, text: str, words: str, events: tuple[str, ...], of_saying: bool, about: tuple[str, ...]
) -> None:
    start = text.rindex(words)
    span = nlp(text).char_span(start, start + len(words))
    assert span is not None
    assert attachment(span) == Attachment(events, of_saying, about)
