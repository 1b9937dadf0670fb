from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from comparer.comparisons.exporting.citation import cite_as_bibtex, cite_as_csl, cite_in_words
from tests.comparisons.exporting.making import HOSTILE, make_test_export, with_hostile_words
from tests.comparisons.reports import ENGINE, make_report

ADDRESS = "https://compare.example/shared/abc/"
TITLE = (
    "Comparison of “Ferry runs aground off Karsund with 212 on board” (The Harbour Post, 7 May 2031) and "
    "“‘An accident waiting to happen’: 19 hurt as ageing Karsund ferry hits reef” (Northern Chronicle, 8 May 2031)"
)


def read_bibtex(entry: str) -> tuple[str, str, dict[str, str]]:
    """Read one entry strictly: kind, key and fields in balanced braces, one a line, nothing before or after."""
    head = re.match(r"@([a-z]+)\{([a-z0-9-]+),\n", entry)
    assert head is not None
    assert entry.endswith("\n}\n")
    fields: dict[str, str] = {}
    for line in entry[head.end() : -3].split("\n"):
        found = re.fullmatch(r"  ([a-z]+) = \{(.*)\},", line)
        assert found is not None, line
        assert is_balanced(found[2]), line
        fields[found[1]] = found[2]
    return head[1], head[2], fields


def is_balanced(value: str) -> bool:
    """BibTeX counts every brace, escaped or not."""
    depth = 0
    for character in value:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def test_the_sentence_names_both_pieces_the_version_and_the_day() -> None:
    sentence = cite_in_words(make_test_export(address=ADDRESS))
    assert sentence == f"{TITLE}. Comparer, version {ENGINE}, 9 May 2031. {ADDRESS}\n"


def test_nobody_is_sent_where_nobody_may_read() -> None:
    assert cite_in_words(make_test_export()).endswith("9 May 2031.\n")
    assert "url" not in read_bibtex(cite_as_bibtex(make_test_export()))[2]
    assert "URL" not in json.loads(cite_as_csl(make_test_export()))[0]


def test_bibtex_holds_title_version_and_day() -> None:
    kind, key, fields = read_bibtex(cite_as_bibtex(make_test_export(address=ADDRESS)))
    assert (kind, key) == ("misc", "comparer-2031-the-harbour-post")
    assert fields["title"] == f"{{{TITLE}}}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2031", "5", "9")
    assert fields["version"] == ENGINE
    assert fields["url"] == ADDRESS


def test_csl_holds_title_version_and_day() -> None:
    [item] = json.loads(cite_as_csl(make_test_export(address=ADDRESS)))
    assert item["type"] == "webpage"
    assert item["title"] == TITLE
    assert item["issued"] == {"date-parts": [[2031, 5, 9]]}
    assert (item["version"], item["URL"]) == (ENGINE, ADDRESS)


def test_tex_commands_and_lone_braces_in_a_title_stay_text() -> None:
    entry = cite_as_bibtex(make_test_export(with_hostile_words(), outlets=("", "")))
    title = read_bibtex(entry)[2]["title"]
    assert r"\textbackslash{}textbf" in title
    for character in "&%#_$":
        assert rf"\{character}" in title
        assert not re.search(rf"(?<!\\){re.escape(character)}", title)


@pytest.mark.parametrize("title", ["{", "}", "}{", "a}b", "\\", "", None, "…"])
def test_bibtex_can_be_read_whatever_the_title(title: str | None) -> None:
    report = make_report()
    read_bibtex(cite_as_bibtex(make_test_export(replace(report, left=replace(report.left, title=title)))))


def test_markup_in_a_title_stays_text_in_json() -> None:
    [item] = json.loads(cite_as_csl(make_test_export(with_hostile_words(), outlets=("", ""))))
    assert " ".join(HOSTILE.split()) in item["title"]
