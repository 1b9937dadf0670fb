"""Reading mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.newswcl import read_newswcl
from comparer.evaluation.tasks import BadDataError
from tests.evaluation.newswcl import LEFT, RIGHT, document, write_conll


def test_read_newswcl_gives_sentences_and_mentions(tmp_path: Path) -> None:
    left, right = read_newswcl(write_conll(tmp_path, document("L", LEFT), document("R", RIGHT)))
    assert (left.event, left.name, left.sentences[1]) == ("0", "L", ["Lee", "shut", "it", "."])
    said = [(mention.chain, " ".join(left.tokens[slice(*mention.tokens)])) for mention in left.mentions]
    assert said == [
        ("0_Ann_ACTOR", "Mayor Ann Lee"),
        ("0_Orsa_COUNTRY", "Orsa"),
        ("0_Ann_ACTOR", "Lee"),
        ("0_Shut_ACTION", "shut it"),
    ]
    assert ("0_Dan-I_ACTOR", (5, 6)) in [(mention.chain, mention.tokens) for mention in right.mentions]


def test_read_newswcl_leaves_out_a_mark_that_nothing_opened(tmp_path: Path) -> None:
    (article,) = read_newswcl(
        write_conll(tmp_path, document("L", [[("Lee", "0_Ann_ACTOR)"), ("Roe", "(0_Dan_ACTOR")]]))
    )
    assert article.mentions == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no articles"),
        ("a\tb\n", "holds no articles"),
        ("#begin document x\n0\t0\t0\tLee\t-\n#end document\n", "not as it should be"),
    ],
)
def test_read_newswcl_refuses_other_files(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(BadDataError, match=words):
        read_newswcl(write_conll(tmp_path, content))
