from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.exporting.annotations import write_annotations
from tests.comparisons.exporting.making import make_test_export, with_hostile_words
from tests.comparisons.reports import make_report

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z")
MOTIVATIONS = {"assessing", "linking", "classifying", "commenting", "tagging"}
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)\Z")


def check_collection(collection: dict[str, Any]) -> list[dict[str, Any]]:
    """Hold a collection against what the W3C model (chapters 3 to 5) says that it must be; return its annotations."""
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert IRI.match(collection["id"])
    page = collection["first"]
    assert page["type"] == "AnnotationPage"
    assert IRI.match(page["id"])
    assert page["startIndex"] == 0
    assert collection["total"] == len(page["items"])
    ids = [one["id"] for one in page["items"]]
    assert len(ids) == len(set(ids))
    for one in page["items"]:
        check_annotation(one)
    return list(page["items"])


def check_annotation(one: dict[str, Any]) -> None:
    assert IRI.match(one["id"])
    assert one["type"] == "Annotation"
    assert one["motivation"] in MOTIVATIONS
    assert DATE_TIME.match(one["created"])
    for body in one["body"]:
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["value"]
        assert body["purpose"] in MOTIVATIONS
    assert one["target"]
    for target in one["target"]:
        assert target["type"] == "SpecificResource"
        assert IRI.match(target["source"]["id"])
        quote, position = target["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert quote["exact"]
        assert 0 <= position["start"] < position["end"]


def targets(annotations: list[dict[str, Any]], report: Report) -> Iterator[tuple[str, dict[str, Any]]]:
    texts = {"Ferry": report.left.text, "‘An a": report.right.text}
    for one in annotations:
        for target in one["target"]:
            yield next(text for start, text in texts.items() if target["source"]["label"].startswith(start)), target


def test_document_follows_the_model_and_finds_every_passage() -> None:
    report = make_report()
    annotations = check_collection(json.loads(write_annotations(make_test_export(report))))
    assert len(annotations) >= len(report.pairs) + len(report.differences)
    for text, target in targets(annotations, report):
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def test_an_annotation_says_reason_kind_verdict_and_sureness() -> None:
    annotations = check_collection(json.loads(write_annotations(make_test_export())))
    salvage = next(one for one in annotations if one["id"].endswith("#d1"))
    comment, *tags = [body["value"] for body in salvage["body"]]
    assert (
        comment
        == "The Harbour Post says that the salvage costs about 4 million crowns; Northern Chronicle says 6 million."
    )
    assert tags == ["Numbers", "they disagree", "sure"]
    assert [target["selector"][0]["exact"] for target in salvage["target"]] == [
        "about 4 million crowns",
        "6 million crowns",
    ]


def test_the_source_leads_to_the_article_where_its_address_is_known() -> None:
    collection = json.loads(write_annotations(make_test_export(sources=("https://post.example/ferry", ""))))
    sources = {
        target["source"]["label"][:5]: target["source"].get("via")
        for one in collection["first"]["items"]
        for target in one["target"]
    }
    assert sources == {"Ferry": "https://post.example/ferry", "‘An a": None}


def test_equal_texts_have_equal_names_and_other_texts_others() -> None:
    def names(report: Report) -> set[str]:
        items = json.loads(write_annotations(make_test_export(report)))["first"]["items"]
        return {target["source"]["id"] for one in items for target in one["target"]}

    assert names(make_report()) == names(make_report())
    assert len(names(make_report()) & names(with_hostile_words())) == 1


@pytest.mark.parametrize("report", [with_hostile_words()], ids=["hostile"])
def test_hostile_words_keep_the_document_whole(report: Report) -> None:
    check_collection(json.loads(write_annotations(make_test_export(report))))
