"""Taken down, a piece's text is nowhere any more; what may be kept is."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.content import Content, Line, Piece, content_to_json
from comparer.classroom.models import Exercise, ExerciseVersion, Room
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.states import State, Trouble
from comparer.comparisons.takedown import take_down_item
from comparer.library.catalogue.filing import file_article
from comparer.library.catalogue.models import Item
from comparer.library.finding.models import ItemWords
from comparer.library.importing.models import ImportBatch, ImportRow
from comparer.library.keeping.models import Act, Deed
from comparer.library.models import Article
from comparer.library.reading import read_once
from comparer.library.services import keep_article
from comparer.web.people import Person
from tests.comparisons.making import done_columns
from tests.library.catalogue.making import given, make_collection, make_item
from tests.library.keeping.making import current, make_person, signed_in

pytestmark = pytest.mark.django_db
SECRET = "Heronlight"
TEXT = f"Ferry aground\n\nThe {SECRET} ran aground off Orsa on Monday, the coastguard said."


def holding(word: str) -> list[str]:
    """Names of all tables in which the word stands in a row."""
    return [
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for row in model._default_manager.all().values()
        if any(word.encode() in _bytes(value) for value in row.values())
    ]


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, memoryview | bytes) else str(value).encode()


def compared(item: Item, other: Item, person: Any) -> Comparison:
    columns = done_columns() | {"report": f'{{"text": "{SECRET}"}}'}
    return Comparison.objects.create(
        left=current(item), right=current(other), name="Two", owner=person, heartbeat=timezone.now(), **columns
    )


def test_take_down_item_leaves_the_text_nowhere() -> None:
    person, collection = make_person("admin"), make_collection()
    address = "https://orsa.example/1"
    item = make_item(
        collection, raw=TEXT, title="Ferry aground", address=address, file_name="f.txt", file_bytes=TEXT.encode()
    )
    make_item(collection, raw=f"{TEXT} More.", title="Ferry aground", address=address)
    item.refresh_from_db()
    Article.objects.filter(item=item).update(reading=TEXT, engine="1")
    ItemWords.objects.update_or_create(item=item, defaults={"title": "Ferry", "text": TEXT})
    batch = ImportBatch.objects.create(collection=collection)
    ImportRow.objects.create(batch=batch, name="f.txt", kind="file", data=TEXT.encode(), item=item)
    keep_article(given=given(TEXT, title="Mine"), kept_for=Person(visitor="key"))
    comparison = compared(item, make_item(), person)
    link = ShareLink.objects.create(comparison=comparison)
    Correction.objects.create(comparison=comparison, action="note", target="p1", anchor=SECRET, value="odd")
    exercise = Exercise.objects.create(title="Ferries", comparison=comparison, owner=person)
    version = ExerciseVersion.objects.create(exercise=exercise, number=1, content=TEXT)
    Room.objects.create(exercise=exercise, version=version, ends=timezone.now())
    done = take_down_item(item=item, reason="The publisher asked", by=person)
    assert (done.versions, done.copies, done.comparisons, done.exercises) == (2, 1, 1, 1)
    assert holding(SECRET) == []
    item.refresh_from_db()
    link.refresh_from_db()
    kept = (item.title, str(item.outlet), item.address, item.takedown_reason, item.byline, item.current)
    assert kept == ("Ferry aground", "Orsa Post", address, "The publisher asked", "", None)
    assert not link.is_on
    assert Deed.objects.get().act == Act.TAKEN_DOWN


def test_exercises_that_copy_the_text_go_wherever_they_came_from() -> None:
    person, item = make_person("admin"), make_item(make_collection(), raw=f"{TEXT} Nobody was hurt.")
    other = Piece("", "Storm", (Line("r1", "A storm hit Alda."),))
    for title, lines in (
        ("Copied", (Line("l1", f"The {SECRET} ran aground off Orsa on Monday, the coastguard said."),)),
        (
            "Another",
            (
                Line("l1", "The harbour of Alda was shut."),
                Line("l2", "It opened again."),
                Line("l3", "Nobody was hurt."),
            ),
        ),
    ):
        exercise = Exercise.objects.create(title=title, owner=person)
        content = Content(title, other, Piece("", title, lines), ())
        ExerciseVersion.objects.create(exercise=exercise, number=1, content=content_to_json(content))
    assert take_down_item(item=item, reason="The publisher asked", by=person).exercises == 1
    assert [exercise.title for exercise in Exercise.objects.all()] == ["Another"]
    assert holding(SECRET) == []


def test_a_comparison_of_a_piece_taken_down_says_so(client: Client) -> None:
    signed_in(client)
    person = Person(user_id=int(client.session["_auth_user_id"]))
    item = make_item(raw=TEXT)
    comparison = compared(item, make_item(), None if person.user_id is None else make_person())
    Comparison.objects.filter(pk=comparison.pk).update(owner_id=person.user_id)
    take_down_item(item=item, reason="A court ordered it", by=None)
    comparison.refresh_from_db()
    assert (comparison.state, comparison.trouble, comparison.can_be_retried) == (
        State.FAILED,
        Trouble.TAKEN_DOWN,
        False,
    )
    page = client.get(comparison.get_absolute_url(), follow=True).content.decode()
    assert "One of the two pieces was taken down" in page
    assert "Both texts are kept" not in page
    assert SECRET not in page


def test_the_same_text_is_not_taken_in_again() -> None:
    piece, collection = given(TEXT), make_collection()
    item = file_article(given=piece, collection=collection).item
    take_down_item(item=item, reason="The publisher asked", by=None)
    assert file_article(given=piece, collection=collection).outcome == "taken_down"
    assert Article.objects.filter(raw=TEXT).count() == 0


def test_a_worker_that_was_reading_it_brings_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    item = make_item(raw=TEXT)
    article = current(item)

    class Read:
        engine, title = "1", "Ferry"

    def read(*_args: Any, **_named: Any) -> Any:
        take_down_item(item=item, reason="The publisher asked", by=None)
        return Read()

    monkeypatch.setattr("comparer.library.reading.read_article", read)
    monkeypatch.setattr("comparer.library.reading.reading_to_json", lambda *_a, **_n: TEXT)
    read_once(article, tools=None)  # type: ignore[arg-type]
    assert holding(SECRET) == []


def test_takedown_asks_for_a_reason_and_keeps_nothing_without(client: Client) -> None:
    signed_in(client, "admin")
    item = make_item(raw=TEXT)
    address = reverse("item_takedown", args=[item.key])
    assert "cannot be undone" in client.get(address).content.decode()
    refused = client.post(address, {"reason": "  "})
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    assert client.post(address, {"reason": "The publisher asked"}).status_code == 302
    page = client.get(address).content.decode()
    assert "Taken down" in page
    assert "The publisher asked" in page
    assert SECRET not in page


@pytest.mark.parametrize(("role", "status"), [("", 403), ("librarian", 403), ("admin", 200), ("superuser", 200)])
def test_takedown_is_for_admins(role: str, status: int, client: Client) -> None:
    address = reverse("item_takedown", args=[make_item().key])
    assert client.get(address).status_code == 302
    assert signed_in(client, role).get(address).status_code == status


def test_taking_down_names_other_pieces_of_the_same_text(client: Client) -> None:
    text = "A ferry ran aground off Orsa on Monday, the coastguard said."
    item = make_item(raw=text, title="Ferry aground")
    other = make_item(item.collection, raw=text, outlet="Tide Weekly", title="Alda stuck")
    signed_in(client, "admin")
    page = client.get(reverse("item_takedown", args=[item.key])).content.decode()
    assert f'<a href="{reverse("item_takedown", args=[other.key])}">Alda stuck</a> (Tide Weekly)' in page
    client.post(reverse("item_takedown", args=[item.key]), {"reason": "A court asked"})
    assert Item.objects.live().get() == other
