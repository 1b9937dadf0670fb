"""Tasks made of a comparison: every kind where there is material, keys that fit their choices, the same each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.report import Excerpt, Hedge, Loaded, Quantity, Report
from comparer.classroom.content import KINDS, Item, Task, TaskKind, content_from_json, content_to_json
from comparer.classroom.making.material import Material
from comparer.classroom.making.tasks import make_content, offer_tasks
from comparer.classroom.marking import mark_item
from tests.comparisons.reports import make_report, span


def _with_framing(report: Report) -> Report:
    left = [Hedge(*span(report.left, one), one, "hedge") for one in ("was likely",)]
    right = [Loaded(*span(report.right, one), one, "a word that judges") for one in ("smashed", "furious", "chaos")]
    return replace(
        report, left=replace(report.left, hedges=tuple(left)), right=replace(report.right, loaded=tuple(right))
    )


REPORT = _with_framing(make_report())
MATERIAL = Material(REPORT, REPORT)


def _task(kind: TaskKind, material: Material = MATERIAL) -> Task:
    task = next(one for one in offer_tasks(material) if one.kind == kind).task
    assert task is not None
    return task


def _item_about(task: Task, words: str) -> Item:
    return next(one for one in task.items if words in one.shown)


def _text_of(item: Item, ids: tuple[str, ...]) -> list[str]:
    return [one.text for one in item.choices if one.id in ids]


def test_offer_holds_every_kind_in_order() -> None:
    assert [(one.kind, one.task is not None) for one in offer_tasks(MATERIAL)] == [(kind, True) for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_task_has_few_items_and_keys_among_the_choices(kind: TaskKind) -> None:
    task = _task(kind)
    assert 1 <= len(task.items) <= 8
    assert (task.points, len({one.id for one in task.items})) == (len(task.items), len(task.items))
    assert task.minutes in range(1, 16)
    assert task.difficulty in (1, 2, 3)
    for item in task.items:
        known = {one.id for one in item.choices}
        assert known >= {*item.key, *item.near, *item.machine}
        assert not set(item.near) & set(item.key)
        assert len(known) == len(item.choices)
        assert item.asked == "text" or mark_item(item, item.key[:1] if item.asked == "one" else item.key) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_task_refers_to_lines_of_the_texts(kind: TaskKind) -> None:
    content = make_content(MATERIAL, KINDS, title="Two ferries")
    known = {one.id for one in content.lines()}
    task = next(one for one in content.tasks if one.kind == kind)
    assert known >= {line for item in task.items for line in item.lines}


def test_match_keys_the_paired_sentence_and_nothing_for_one_told_alone() -> None:
    task = _task("match")
    found = _item_about(task, "Salvage will cost")
    assert _text_of(found, found.key) == ["She put the bill for the salvage at 6 million crowns."]
    assert _item_about(task, "ordered checks").key == ("none",)


def test_match_offers_other_sentences_where_few_are_right() -> None:
    few = replace(REPORT, pairs=tuple(one for one in REPORT.pairs if one.tier == "match")[:2])
    (item,) = _task("match", Material(few, few)).items
    others = [one.text for one in item.choices if one.id not in (*item.key, "none")]
    assert len(others) == 4
    assert all(text in REPORT.right.text for text in others)


def test_match_asks_once_at_most_for_a_sentence_that_both_took_from_one_source() -> None:
    pairs = tuple(replace(one, right=one.left) for one in REPORT.pairs if one.tier == "match")
    twice = replace(REPORT, right=REPORT.left, pairs=pairs, differences=(), only_left=(), only_right=())
    assert len(_task("match", Material(twice, twice)).items) == 1 < len(pairs)


def test_match_pairs_a_copied_sentence_with_no_other() -> None:
    pairs = tuple(replace(one, right=other.left) for one, other in zip(REPORT.pairs, REPORT.pairs[3:], strict=False))
    crossed = replace(REPORT, right=REPORT.left, pairs=pairs, differences=(), only_left=(), only_right=())
    assert not next(one for one in offer_tasks(Material(crossed, crossed)) if one.kind == "match").task


def test_pieces_from_one_source_are_known_as_such() -> None:
    assert not MATERIAL.is_mostly_copied
    assert Material(REPORT, replace(REPORT, right=REPORT.left)).is_mostly_copied
    bare = replace(REPORT.left, sentences=())
    assert not Material(REPORT, replace(REPORT, left=bare, right=bare)).is_mostly_copied


def test_disagree_keys_both_sides_of_a_conflict_only() -> None:
    task = _task("disagree")
    clash, both_true = _item_about(task, "Grey Teeth"), _item_about(task, "at least 14")
    assert _text_of(clash, clash.key) == [
        "“Grey Teeth reef” in the first piece",
        "“Widow’s Rock reef” in the second piece",
    ]
    assert both_true.key == ("none",)


def test_disagree_gives_bare_numbers_their_noun() -> None:
    here = span(REPORT.left, "30")
    counted = Quantity(*here, 30, 30, True, True, "person", "islander", None, None, head="islander")
    report = replace(REPORT, left=replace(REPORT.left, quantities=(counted,)))
    number = next(one for one in report.differences if "30 islanders" in one.explanation)
    bare = replace(number, left=(Excerpt(*here, "30"),))
    report = replace(report, differences=tuple(bare if one == number else one for one in report.differences))
    item = _item_about(_task("disagree", Material(report, report)), "Some 30 islanders")
    assert "“30 islanders” in the first piece" in _text_of(item, item.key)


def test_sort_takes_phrases_of_both_sides_that_the_other_lacks() -> None:
    task = _task("sort")
    assert {key for one in task.items for key in one.key} == {"left", "right"}
    for item in task.items:
        other = REPORT.right if item.key == ("left",) else REPORT.left
        assert item.shown.strip("“”") not in other.text


def test_sort_takes_neither_half_a_quotation_nor_the_same_words_twice() -> None:
    for item in _task("sort").items:
        words = item.shown.removeprefix("“").removesuffix("”")
        assert not set(words) & set("“”")
        assert words.split()[-1].casefold() not in {"a", "the", "of", "that", "as", "to"}
    for side in ("left", "right"):
        sets = [set(one.shown.strip("“”").casefold().split()) for one in _task("sort").items if one.key == (side,)]
        assert all(
            2 * len(one & other) < min(len(one), len(other)) for one in sets for other in sets if one is not other
        )


def test_label_names_kinds_in_plain_words_with_one_that_agrees() -> None:
    task = _task("label")
    found = _item_about(task, "Grey Teeth")
    assert _text_of(found, found.key) == ["A place is different"]
    assert any(one.key == ("agree",) for one in task.items)
    assert all(one.choices == task.items[0].choices for one in task.items)


def test_loaded_keys_words_and_gives_their_neighbours_a_part() -> None:
    item = next(one for one in _task("loaded").items if "smashed" in {choice.text for choice in one.choices})
    assert _text_of(item, item.key) == ["smashed"]
    assert _text_of(item, tuple(item.near)) == ["Aurelia"]
    assert item.key[0].startswith(f"{item.lines[0]}w")


def test_speaker_asks_about_many_voices() -> None:
    keys = {one.key for one in _task("speaker").items}
    assert keys == {("own",), ("named",), ("unnamed",), ("institution",), ("document",)}


def test_missing_mixes_what_one_tells_with_what_both_tell() -> None:
    left, right = _task("missing").items
    for item, only, reading in ((left, REPORT.only_left, REPORT.left), (right, REPORT.only_right, REPORT.right)):
        told_once = {f"{item.lines[0][0]}{reading.claim(one).sentence + 1}" for one in only}
        assert set(item.key) <= told_once
        assert not told_once & ({one.id for one in item.choices} - set(item.key))
        assert {one.id for one in item.choices} - set(item.key) - {"none"}


def test_sure_orders_plain_before_said_before_hedged() -> None:
    item = _task("sure").items[0]
    texts = {one.id: one.text for one in item.choices}
    assert "likely" in texts[item.key[-1]] or "claimed" in texts[item.key[-1]]
    assert "said" not in texts[item.key[0]]


def test_reflect_has_prompts_without_key_and_a_rubric() -> None:
    task = _task("reflect")
    assert task.rubric
    assert {(one.asked, one.key) for one in task.items} == {("text", ())}


def test_correction_changes_the_key_and_leaves_what_the_machine_said() -> None:
    number = next(one for one in REPORT.differences if one.explanation.startswith("Left puts the ship on"))
    without = replace(REPORT, differences=tuple(one for one in REPORT.differences if one != number))
    as_agreed = replace(without, differences=(replace(number, verdict="compatible"), *without.differences))
    corrected = _item_about(_task("disagree", Material(REPORT, as_agreed)), "Grey Teeth")
    assert (corrected.key, len(corrected.machine)) == (("none",), 2)


def test_too_little_material_offers_reflection_only_and_says_why() -> None:
    bare = replace(REPORT, pairs=(), differences=(), only_left=(), only_right=())
    empty = replace(
        bare, left=replace(bare.left, claims=(), hedges=()), right=replace(bare.right, claims=(), loaded=())
    )
    offers = {one.kind: one for one in offer_tasks(Material(empty, empty))}
    assert [kind for kind, one in offers.items() if one.task] == ["reflect"]
    assert all(
        "holds too little for this: it needs" in one.why_not for kind, one in offers.items() if kind != "reflect"
    )


def test_content_keeps_the_order_asked_for_and_is_the_same_each_time() -> None:
    content = make_content(MATERIAL, ("sort", "match", "sort"), title="Two ferries")
    assert [(one.id, one.kind) for one in content.tasks] == [("t1", "sort"), ("t2", "match")]
    assert make_content(Material(REPORT, REPORT), ("sort", "match"), title="Two ferries") == content
    assert content_from_json(content_to_json(content)) == content


def test_texts_come_without_their_titles_in_the_order_of_the_pieces() -> None:
    left = MATERIAL.left.piece
    assert left.title not in {one.text for one in left.lines}
    assert [int(one.id[1:]) for one in left.lines] == sorted(int(one.id[1:]) for one in left.lines)
