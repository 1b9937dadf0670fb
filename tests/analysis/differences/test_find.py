"""What two sentences of articles contradict each other in, and what only two short texts do."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.tools import Tools

OTHERS = [
    "A ferry ran aground off Stornvik on Monday.",
    "The union represents bakers in four counties.",
    "Ticket prices at the zoo rose in May.",
    "Nobody knows who painted the bridge green.",
]
RETOLD = [
    ("polarity", "The pilot of the crop duster survived the crash.", "The pilot of the crop duster died in the crash."),
    ("polarity", "The dyke at Lower Venn held through the night.", "The dyke at Lower Venn broke during the night."),
    ("polarity", "The navy denied that its frigate had rammed the trawler.", "The navy admitted that its frigate had rammed the trawler."),
    ("place", "The grain ship Aurelia broke in two in the Black Sea.", "In the Red Sea the grain ship Aurelia broke in two."),
    ("person", "The judge freed the driver and kept the owner of the van in custody.", "The judge freed the owner of the van and kept the driver in custody."),
    ("date", "The clerk confessed two days before the trial opened.", "The clerk confessed only after the trial had opened."),
]  # fmt: skip
UNLIKE = [
    (
        "Doctors at Brask said the pilot of the crop duster had survived.",
        "A pilot died at the air show in Lund last year.",
    ),
    ("The old dyke held.", "Cattle were drowned when a dyke broke near Zelm."),
]


def kinds(tools: Tools, left: str, right: str) -> list[str]:
    readings = [read_article("\n".join([*OTHERS, one]), tools=tools) for one in (left, right)]
    differences = compare_readings(*readings, lexicons=tools.lexicons).differences
    return [one.kind for one in differences if one.verdict == "conflict"]


@pytest.mark.parametrize(("kind", "left", "right"), RETOLD)
def test_sentences_that_tell_one_thing_in_the_same_words_contradict_each_other_in_articles_too(
    tools: Tools, kind: str, left: str, right: str
) -> None:
    assert kinds(tools, left, right) == kinds(tools, right, left) == [kind]


@pytest.mark.parametrize(("left", "right"), UNLIKE)
def test_sentences_that_share_a_word_or_two_do_not(tools: Tools, left: str, right: str) -> None:
    assert kinds(tools, left, right) == []
