"""Attributions of single sentences, as data; and sentences that attribute nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.attribution.conftest import Reader

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    with (HERE / f"{name}.toml").open("rb") as file:
        return [pytest.param(case, id=case["label"]) for case in tomllib.load(file)["case"]]


@pytest.mark.parametrize("case", cases("cases"))
def test_attribution_is_read(case: dict[str, Any], read: Reader) -> None:
    found = read(case["text"])
    attribution = next(iter(found.with_cue(case["cue"])), None)
    assert attribution is not None, [found.words(other.cue) for other in found.attributions]
    assert {
        "source": found.words(attribution.source),
        "content": " | ".join(found.words(span) for span in attribution.content),
        "stance": attribution.stance,
        "voice": attribution.voice,
        "quoted": attribution.quoted,
        "kind": attribution.kind,
    } == {
        "source": case["source"],
        "content": case["content"],
        "stance": case.get("stance", "neutral"),
        "voice": case.get("voice", "named"),
        "quoted": case.get("quoted", False),
        "kind": case.get("kind", "statement"),
    }


@pytest.mark.parametrize("case", cases("negatives"))
def test_attribution_is_not_read(case: dict[str, Any], read: Reader) -> None:
    found = read(case["text"])
    statements = [found.words(other.cue) for other in found.attributions if other.kind == "statement"]
    if "cue" in case:
        assert case["cue"] not in statements
    else:
        assert statements == []
