from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.babe import MarkedSentence, read_babe
from comparer.evaluation.loaded import evaluate_loaded, tally
from comparer.evaluation.tasks import BadDataError

HEAD = "text;outlet;label_bias;label_opinion;biased_words\n"
ROWS = [
    "The mayor slammed the reckless plan.;x;Biased;Expresses writer’s opinion;['slammed', 'reckless plan']",
    "The council met on Monday.;x;Non-biased;Entirely factual;[]",
    "The disgraceful council met.;x;Non-biased;Entirely factual;[]",
    "Nobody agreed on this.;x;No agreement;No agreement;[]",
]


@pytest.fixture
def babe(tmp_path: Path) -> Path:
    path = tmp_path / "labels.csv"
    path.write_text("\ufeff" + HEAD + "\n".join(ROWS) + "\n", encoding="utf-8")
    return path


def test_read_babe_leaves_out_what_the_annotators_disagreed_on(babe: Path) -> None:
    sentences = read_babe(babe)
    assert [sentence.plain for sentence in sentences] == [False, True, True]
    assert sentences[0].marked == ("slammed", "reckless plan")


@pytest.mark.parametrize(
    "content", ["a;b\n1;2\n", HEAD, HEAD + "Text.;x;Biased;Biased;not a list\n", "\x00\x01"], ids=range(4)
)
def test_read_babe_says_what_is_wrong_with_other_files(tmp_path: Path, content: str) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDataError, match=r"labels\.csv"):
        read_babe(path)


def test_tally_counts_words_without_punctuation() -> None:
    sentence = MarkedSentence("A far-left mob, the mayor said.", ("far-left", "mob"), plain=False)
    counts = tally(sentence, [(2, 10), (20, 25)])
    assert (counts.gold, counts.found, counts.right) == (3, 3, 2)


def test_evaluate_loaded_scores_the_marks(babe: Path) -> None:
    table = evaluate_loaded(babe, "all", lambda _done, _total: None)
    assert table.counts == {
        "sentences": 3,
        "gold words": 3,
        "found words": 3,
        "plain words": 9,
        "false marks in them": 1,
    }
    (figure,) = table.figures
    # slammed, reckless, plan; and, wrongly, mayor, council and met (twice each), disgraceful
    assert table.floor == {figure.name: pytest.approx(2 * 3 / (3 + 9))}
    assert figure.precision == figure.recall == pytest.approx(2 / 3)
