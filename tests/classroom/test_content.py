"""The document of an exercise goes to JSON and back."""

from __future__ import annotations

import pytest

from comparer.classroom.content import content_from_json, content_to_json
from tests.classroom.making import CONTENT


def test_content_survives_json() -> None:
    assert content_from_json(content_to_json(CONTENT)) == CONTENT


@pytest.mark.parametrize("written", ["", "{}", "[]", content_to_json(CONTENT).replace("exercise/1", "exercise/9")])
def test_content_of_another_form_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- pydantic words it
        content_from_json(written)


def test_content_finds_tasks_items_and_lines() -> None:
    task = CONTENT.task("t1")
    assert task is not None
    assert (task.item("i2"), task.item("i9"), CONTENT.task("t9")) == (task.items[1], None, None)
    assert [line.id for line in CONTENT.lines()] == ["l1", "l2", "r1", "r2"]
