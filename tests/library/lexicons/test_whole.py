"""The drafts tried out on the whole library: slice by slice, stopped, taken up again, counted."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from comparer.library.catalogue.models import Item, Seen
from comparer.library.catalogue.tasks import read_item
from comparer.library.keeping.takedown import remove_texts
from comparer.library.lexicons import whole
from comparer.library.lexicons.holding import changed_words, holders
from comparer.library.lexicons.models import ChangedPiece, WholeState, WholeTrial, WordChange
from comparer.library.lexicons.services import draft_change, put_to_work
from comparer.library.lexicons.trying import compare_marks
from comparer.library.lexicons.whole import begin_whole_trial, look_after, stop, try_whole_library
from comparer.web.people import Person
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_person, signed_in

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
ADDRESS = "/library/lexicon/"
BRUTAL = "The brutal order was kept, the mayor of Orsa said. Lamps dimmed."
SLAMMED = "Ana Bell slammed the plan for the harbour of Orsa on Monday."
PLAIN = "A bakery in Kell won a prize for its bread on Friday."


def draft(word: str = "brutal", **more: Any) -> WordChange:
    columns = {"part": "loaded", "way": "off", "word": word, "sort": "ADJ", "reason": "too often plain"} | more
    return draft_change(change=WordChange(**columns), by=None)


@pytest.fixture
def library(db: None) -> list[Item]:
    coast, town = make_collection("Coast"), make_collection("Town")
    items = [
        make_item(coast, raw=BRUTAL, title="Order kept", outlet="Orsa Post"),
        make_item(coast, raw=PLAIN, title="Bread prize", outlet="Orsa Post"),
        make_item(town, raw=f"Brutal cold came. {BRUTAL}", title="Cold", outlet="Tide Weekly"),
        make_item(town, raw=SLAMMED, title="Harbour", outlet=""),
    ]
    for item in items:
        read_item.func(item.pk)
    return items


def finish(trial: WholeTrial) -> WholeTrial:
    """Do slice after slice, as a worker would."""
    for _ in range(20):
        try_whole_library.func(trial.pk, trial.run)
        trial.refresh_from_db()
        if not trial.is_under_way:
            return trial
    raise AssertionError(trial.done)


def run(person: Person | None = None) -> WholeTrial:
    return finish(begin_whole_trial(person=person or Person()))


@pytest.mark.parametrize(
    ("word", "more", "titles"),
    [
        ("brutal", {}, ["Order kept", "Cold"]),
        ("slam", {"sort": "VERB"}, ["Harbour"]),
        ("the mayor of orsa", {"part": "hedge", "sort": "", "way": "add"}, ["Order kept", "Cold"]),
        ("Kell", {"part": "place", "sort": "", "way": "add"}, ["Bread prize"]),
        ("Ana Bell", {"part": "person", "sort": "", "way": "add"}, []),
        ("quibbly", {"way": "add"}, []),
    ],
)
def test_holders_are_those_with_the_word_or_its_dictionary_form(
    library: list[Item], word: str, more: dict[str, str], titles: list[str]
) -> None:
    draft(word, **more)
    found = holders([item.pk for item in library], changed_words())
    assert [item.title for item in library if item.pk in found] == titles


def test_whole_trial_reads_those_that_hold_a_word_and_counts_what_changes(library: list[Item]) -> None:
    draft()
    trial = run()
    assert (trial.state, trial.total, trial.done, trial.read) == (WholeState.DONE, 4, 4, 2)
    changed = ChangedPiece.objects.filter(trial=trial)
    assert [(piece.item.title, piece.comes, piece.goes) for piece in changed] == [("Order kept", 0, 1), ("Cold", 0, 2)]
    assert changed[0].marks["goes"][0]["words"] == "brutal"


def test_whole_trial_goes_on_where_a_slice_ended(library: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "SLICE_SECONDS", 0.0)
    monkeypatch.setattr(whole, "AT_ONCE", 1)
    draft()
    trial = begin_whole_trial(person=Person())
    reached = []
    while trial.is_under_way:
        try_whole_library.func(trial.pk, trial.run)
        trial.refresh_from_db()
        reached.append(trial.done)
    assert reached == [1, 2, 3, 4, 4]
    assert all(a <= b for a, b in pairwise(reached))
    assert trial.pieces.count() == 2
    assert DBTaskResult.objects.filter(task_path__endswith="try_whole_library").count() == 4


def test_stopped_trial_keeps_what_it_found_and_goes_on_from_there(
    library: list[Item],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    monkeypatch.setattr(whole, "AT_ONCE", 1)
    monkeypatch.setattr(whole, "SLICE_SECONDS", 0.0)
    draft()
    trial = begin_whole_trial(person=Person())
    try_whole_library.func(trial.pk, trial.run)
    stop(trial=trial)
    try_whole_library.func(trial.pk, trial.run)
    trial.refresh_from_db()
    assert (trial.state, trial.done, trial.pieces.count()) == (WholeState.STOPPED, 1, 1)
    with django_capture_on_commit_callbacks(execute=True):
        assert begin_whole_trial(person=Person()) == trial
    assert DBTaskResult.objects.filter(args_kwargs__args=[trial.pk, trial.run + 1]).exists()
    trial.refresh_from_db()
    assert (finish(trial).done, trial.pieces.count()) == (4, 2)


def test_worker_thought_dead_writes_no_more(
    library: list[Item], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    draft()
    trial = begin_whole_trial(person=Person())
    look_after(trial=trial)
    assert trial.run == 1
    WholeTrial.objects.update(heartbeat=timezone.now() - timedelta(minutes=4))
    with django_capture_on_commit_callbacks(execute=True):
        look_after(trial=trial)
    assert trial.run == 2
    try_whole_library.func(trial.pk, 1)
    trial.refresh_from_db()
    assert (trial.done, trial.is_under_way) == (0, True)
    assert finish(trial).done == 4


def test_trial_of_drafts_that_changed_meanwhile_stops(library: list[Item]) -> None:
    draft()
    trial = begin_whole_trial(person=Person())
    draft("vile")
    try_whole_library.func(trial.pk, trial.run)
    trial.refresh_from_db()
    assert (trial.state, trial.done) == (WholeState.STOPPED, 0)
    assert begin_whole_trial(person=Person()) != trial


def test_trial_that_goes_wrong_says_so_and_can_go_on(library: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    draft()
    with monkeypatch.context() as broken:
        broken.setattr(whole, "load_tools", fail)
        assert run().state == WholeState.FAILED
    assert run().state == WholeState.DONE


def test_piece_that_cannot_be_read_is_passed_over(library: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    compare = compare_marks

    def fail_once(article: Any, *more: Any) -> Any:
        if article.item_id == library[0].pk:
            raise RuntimeError
        return compare(article, *more)

    monkeypatch.setattr(whole, "compare_marks", fail_once)
    draft()
    trial = run()
    assert (trial.state, [piece.item for piece in trial.pieces.all()]) == (WholeState.DONE, [library[2]])


def test_piece_that_goes_while_the_trial_reads_leaves_no_words_behind(
    library: list[Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    compare = compare_marks

    def meanwhile(article: Any, *more: Any) -> Any:
        found = compare(article, *more)
        remove_texts(item=library[0], reason="court", by=None)
        library[2].delete()
        return found

    monkeypatch.setattr(whole, "compare_marks", meanwhile)
    draft()
    trial = run()
    assert (trial.state, trial.done, trial.pieces.count()) == (WholeState.DONE, 4, 0)


def test_whole_trial_is_enough_to_put_the_drafts_to_work(library: list[Item]) -> None:
    draft()
    run()
    assert put_to_work(by=None).number == 1


def test_trial_reads_and_shows_only_what_its_maker_sees(client: Client, library: list[Item]) -> None:
    owner = make_person("admin")
    hidden = make_collection("Hidden", seen=Seen.BY_OWNERS)
    read_item.func(make_item(hidden, raw=f"In Kell, too. {BRUTAL}", title="Secret").pk)
    draft()
    assert run(Person(user_id=make_person("admin").pk)).total == 4
    hidden.owners.add(owner)
    assert run(Person(user_id=owner.pk)).pieces.count() == 3
    client.force_login(owner)
    assert "Secret" in client.get(ADDRESS).content.decode()
    hidden.owners.clear()
    page = client.get(ADDRESS).content.decode()
    assert "Secret" not in page
    assert "2 pieces would be marked otherwise" in page
    assert "Secret" not in table(client)[-1][5]


def test_takedown_takes_the_quoted_words_out(library: list[Item]) -> None:
    draft()
    trial = run()
    remove_texts(item=library[0], reason="court", by=None)
    assert [piece.item for piece in trial.pieces.all()] == [library[2]]


def table(client: Client) -> list[list[str]]:
    response = client.get(reverse("words_outcome"))
    assert isinstance(response, StreamingHttpResponse)
    lines = b"".join(response).decode()
    return list(csv.reader(lines.removeprefix("\ufeff").splitlines()))


def test_page_leads_from_trying_over_stopping_to_the_table(client: Client, library: list[Item]) -> None:
    signed_in(client, "admin")
    draft()
    assert "Try them on the whole library" in client.get(ADDRESS).content.decode()
    client.post(reverse("words_try_whole"))
    trial = WholeTrial.objects.get()
    part = client.get(reverse("words_trial"), headers=HTMX).content.decode()
    assert "0 of 4 pieces" in part
    assert 'hx-trigger="every 1500ms"' in part
    assert "<html" not in part
    client.post(reverse("words_stop"))
    page = client.get(ADDRESS).content.decode()
    assert "Stopped after 0 of 4 pieces." in page
    assert "None of them would be marked" not in page
    assert "every 1500ms" not in page
    client.post(reverse("words_try_whole"))
    trial.refresh_from_db()
    finish(trial)
    page = " ".join(client.get(ADDRESS).content.decode().split())
    assert "2 pieces would be marked otherwise</strong>: 0 new marks, 3 no more." in page
    assert (
        '<th scope="row">Tide Weekly</th><td class="number">1</td><td class="number">0</td><td class="number">2</td>'
        in page
    )
    assert "Put version 1 to work" in page
    head, first, *rest = table(client)
    assert head[0] == "mark"
    assert first[:2] == ["no more", "loaded"]
    assert first[3] == "brutal"
    assert first[5:8] == ["Order kept", "Orsa Post", "Coast"]
    assert first[9].endswith(library[0].get_absolute_url())
    assert len(rest) == 2


def test_words_that_nothing_holds_are_said_to_change_nothing(client: Client, library: list[Item]) -> None:
    signed_in(client, "admin")
    draft("quibbly", way="add")
    client.post(reverse("words_try_whole"))
    finish(WholeTrial.objects.get())
    page = client.get(ADDRESS).content.decode()
    assert "None of them would be marked otherwise. Where a word is new to the lists, look at its spelling." in page


def test_bar_of_a_large_library_is_told_plain_numbers(client: Client, library: list[Item]) -> None:
    signed_in(client, "admin")
    draft()
    client.post(reverse("words_try_whole"))
    WholeTrial.objects.update(total=12_345, done=6_789)
    page = client.get(ADDRESS).content.decode()
    assert '<progress max="12345" value="6789"' in page
    assert "6,789 of 12,345 pieces" in page


def test_buttons_that_are_asked_for_anew_keep_the_focus_by_their_names(client: Client, library: list[Item]) -> None:
    signed_in(client, "admin")
    draft()
    client.post(reverse("words_try_whole"))
    part = client.get(reverse("words_trial"), headers=HTMX).content.decode()
    buttons = re.findall("<button[^>]*>", part)
    assert len(buttons) == 2
    assert all(" id=" in button for button in buttons)


@pytest.mark.parametrize("name", ["words_try_whole", "words_stop"])
def test_librarians_try_nothing_out(client: Client, name: str) -> None:
    signed_in(client, "librarian")
    draft()
    assert client.post(reverse(name)).status_code == 403
    assert client.get(reverse("words_outcome")).status_code == 403
    assert not WholeTrial.objects.exists()


def test_there_is_no_table_before_a_trial(client: Client) -> None:
    signed_in(client, "admin")
    draft()
    assert client.get(reverse("words_outcome")).status_code == 404


def test_outcome_asks_as_often_for_three_pieces_as_for_one(client: Client, library: list[Item]) -> None:
    client.force_login(make_person("admin"))
    draft()
    client.post(reverse("words_try_whole"))
    trial = finish(WholeTrial.objects.get())
    trial.pieces.filter(item=library[2]).delete()
    client.get(ADDRESS)
    asked = []
    for more in ([], library[1:3]):
        ChangedPiece.objects.bulk_create(ChangedPiece(trial=trial, item=item, comes=1, goes=0) for item in more)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(ADDRESS).content.decode()
        asked.append(len(queries))
    assert "3 pieces would be marked" in page
    assert asked[0] == asked[1]
