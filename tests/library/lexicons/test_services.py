"""Drafts, trials and versions of the word lists."""

from __future__ import annotations

from typing import Any

import pytest

from comparer.analysis.compare import ENGINE
from comparer.analysis.tools import load_tools
from comparer.library.keeping.models import Act, Deed
from comparer.library.lexicons.live import engine_now, live_number, live_words
from comparer.library.lexicons.models import TrialState, WordChange, WordTrial
from comparer.library.lexicons.services import (
    NotTriedError,
    digest_of_drafts,
    draft_change,
    latest_trial,
    put_to_work,
    set_leaving,
)
from comparer.library.lexicons.trying import begin_trial, choose_sample, try_words
from comparer.library.reading import read_once
from comparer.web.people import Person
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import current, make_person

pytestmark = pytest.mark.django_db
TEXT = "Lamps dimmed in Orsa\n\nThe brutal order was kept, the mayor said."


def draft(word: str = "brutal", **more: Any) -> WordChange:
    columns = {"part": "loaded", "way": "off", "word": word, "sort": "ADJ", "reason": "too often plain"} | more
    return draft_change(change=WordChange(**columns), by=None)


def try_out(by: Any = None) -> WordTrial:
    trial = begin_trial(person=Person(user_id=by.pk if by else None))
    try_words.func(trial.pk)
    trial.refresh_from_db()
    return trial


def test_drafts_change_nothing_before_they_are_put_to_work() -> None:
    draft()
    assert (live_number(), live_words().changes, engine_now()) == (0, (), ENGINE)


def test_drafts_go_to_work_only_after_a_trial_of_just_them() -> None:
    draft()
    with pytest.raises(NotTriedError):
        put_to_work(by=None)
    try_out()
    draft("vile")
    with pytest.raises(NotTriedError):
        put_to_work(by=None)
    try_out()
    version = put_to_work(by=None, note="milder")
    assert (version.number, live_number(), engine_now()) == (1, 1, f"{ENGINE}+words.1")
    assert [change.word for change in live_words().changes] == ["brutal", "vile"]
    assert Deed.objects.get().act == Act.WORDS_CHANGED


def test_nothing_drafted_makes_no_version() -> None:
    with pytest.raises(NotTriedError):
        put_to_work(by=None)


def test_versions_are_kept_as_they_were() -> None:
    first = draft()
    try_out()
    put_to_work(by=None)
    set_leaving(change=first, is_leaving=True)
    draft("vile")
    try_out()
    put_to_work(by=None)
    assert [change.word for change in WordChange.objects.at_work_in(1).as_changes()] == ["brutal"]
    assert [change.word for change in live_words().changes] == ["vile"]
    assert digest_of_drafts() == digest_of_drafts()


def test_a_draft_taken_back_goes_with_the_next_version() -> None:
    gone, kept = draft(), draft("vile")
    set_leaving(change=gone, is_leaving=True)
    try_out()
    put_to_work(by=None)
    assert list(WordChange.objects.all()) == [kept]


def test_trial_shows_which_marks_come_and_go() -> None:
    item = make_item(raw=TEXT)
    make_item()
    draft()
    draft("dimmed", way="add", sort="ADJ", meaning="a word that presses")
    trial = try_out()
    assert (trial.state, trial.holding, trial.total, trial.done) == (TrialState.DONE, 1, 2, 2)
    (found,) = trial.found
    assert (found["key"], [mark["words"] for mark in found["goes"]]) == (item.key, ["brutal"])
    assert found["goes"][0]["before"].endswith("The ")


def test_trial_reads_only_what_its_maker_sees() -> None:
    owner, other = make_person("admin"), make_person("admin")
    collection = make_collection(seen="owners")
    collection.owners.add(owner)
    make_item(collection, raw=TEXT)
    draft()
    assert [len(choose_sample(Person(user_id=one.pk))[1]) for one in (owner, other)] == [1, 0]
    assert len(try_out(owner).found) == 1
    assert latest_trial(other) is None


def test_trial_that_goes_wrong_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr("comparer.library.lexicons.trying.load_tools", fail)
    draft()
    assert try_out().state == TrialState.FAILED


def test_a_text_is_read_again_with_new_lists_and_says_so() -> None:
    article = current(make_item(raw=TEXT))
    tools = load_tools()
    assert [one.term for one in read_once(article, tools=tools).loaded] == ["brutal"]
    draft()
    try_out()
    put_to_work(by=None)
    assert read_once(article, tools=tools).loaded == ()
    article.refresh_from_db()
    assert (article.engine, article.words) == (ENGINE, 1)
