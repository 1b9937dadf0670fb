"""The page of the word lists."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comparer.library.catalogue.models import Item, Seen
from comparer.library.lexicons.models import TrialState, WordChange, WordTrial, WordVersion
from comparer.library.lexicons.trying import try_words
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/library/lexicon/"
REASON = {"reason": "Readers asked"}


@pytest.fixture
def admin(client: Client) -> Client:
    return signed_in(client, "admin")


def draft(client: Client, part: str, **given: str) -> Any:
    return client.post(reverse("word_draft", args=[part]), {"way": "add", **REASON, **given})


GOOD = [
    ("loaded", {"word": "Quibbly", "sort": "ADJ", "meaning": "a word that mocks"}, "quibbly"),
    ("loaded", {"word": "brutal", "sort": "ADJ", "way": "off"}, "brutal"),
    ("hedge", {"word": "as  some have it", "meaning": "hedge"}, "as some have it"),
    ("cue", {"word": "zorp", "sort": "clause", "meaning": "doubt"}, "zorp"),
    ("place", {"word": "Orsaville", "meaning": "Kyiv"}, "Orsaville"),
    ("person", {"word": "The Lamp", "meaning": "Ana Bell"}, "The Lamp"),
]
BAD = [
    ("loaded", {"word": "quibbly", "sort": "ADJ"}, "Say why a reader should know."),
    ("loaded", {"word": "two words", "sort": "ADJ", "meaning": "x"}, "This list holds single words."),
    ("loaded", {"word": "lampish", "sort": "ADJ", "way": "off"}, "This list does not hold the word"),
    ("place", {"word": "Orsaville", "meaning": "Nowhereburg"}, "No place of this name is known here."),
    ("person", {"word": "The Lamp", "reason": "", "meaning": "Ana Bell"}, "Say why: whoever looks after"),
    ("person", {"word": " ", "meaning": "Ana Bell"}, "This field is required."),
]


@pytest.mark.parametrize(("part", "given", "kept"), GOOD)
def test_drafts_are_kept(part: str, given: dict[str, str], kept: str, admin: Client) -> None:
    assert draft(admin, part, **given).status_code == 302
    change = WordChange.objects.get()
    assert (change.word, change.since, change.by_name) == (kept, None, admin.get(ADDRESS).context["user"].username)


@pytest.mark.parametrize(("part", "given", "said"), BAD)
def test_drafts_with_mistakes_say_what_to_do_and_keep_what_was_typed(
    part: str, given: dict[str, str], said: str, admin: Client
) -> None:
    answer = draft(admin, part, **given)
    page = answer.content.decode()
    assert (answer.status_code, WordChange.objects.count()) == (422, 0)
    assert said in page
    assert f'value="{given["word"]}"' in page


def test_one_word_has_one_change_at_a_time(admin: Client) -> None:
    draft(admin, *GOOD[0][:1], **GOOD[0][1])
    answer = draft(admin, *GOOD[0][:1], **GOOD[0][1])
    assert answer.status_code == 422
    assert "There is a change for this word already" in answer.content.decode()


def test_a_word_is_looked_up_and_can_be_switched_off_from_there(admin: Client) -> None:
    page = admin.get(ADDRESS, {"find": "brutal"}).content.decode()
    assert "Loaded term, adjective: a word that judges" in page
    assert "?part=loaded&amp;way=off&amp;word=brutal&amp;sort=ADJ#draft" in page
    assert "No list holds" in admin.get(ADDRESS, {"find": "lampish"}).content.decode()


def test_from_draft_to_work(admin: Client) -> None:
    draft(admin, "loaded", **GOOD[0][1])
    assert "Try them on a sample" in admin.get(ADDRESS).content.decode()
    admin.post(reverse("words_to_work"))
    assert not WordVersion.objects.exists()
    admin.post(reverse("words_try"))
    page = admin.get(ADDRESS).content.decode()
    assert 'hx-trigger="every 1500ms"' in page
    part = admin.get(reverse("words_trial"), headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<section id="trial"')
    try_words.func(WordTrial.objects.get(state=TrialState.WAITING).pk)
    assert "Put version 1 to work" in admin.get(ADDRESS).content.decode()
    admin.post(reverse("words_to_work"), {"note": "first"})
    assert "At work is version 1 (first)" in admin.get(ADDRESS).content.decode()


@pytest.mark.parametrize(
    ("state", "minutes", "ends"), [("working", 11, True), ("working", 9, False), ("waiting", 11, False)]
)
def test_sample_whose_worker_died_can_be_tried_again(state: str, minutes: int, admin: Client, *, ends: bool) -> None:
    draft(admin, "loaded", **GOOD[0][1])
    admin.post(reverse("words_try"))
    WordTrial.objects.update(state=state, made=timezone.now() - timedelta(minutes=minutes))
    page = admin.get(ADDRESS).content.decode()
    assert ("The trial went wrong." in page, "every 1500ms" in page) == (ends, not ends)
    admin.post(reverse("words_try"))
    assert WordTrial.objects.count() == (2 if ends else 1)


def test_sample_names_no_piece_that_is_hidden_now(admin: Client) -> None:
    item = make_item(raw="The brutal order was kept, the mayor of Orsa said.", title="Order kept")
    draft(admin, "loaded", word="brutal", sort="ADJ", way="off")
    admin.post(reverse("words_try"))
    try_words.func(WordTrial.objects.get().pk)
    page = admin.get(ADDRESS).content.decode()
    assert "Order kept" in page
    assert "Of 1 read for this, 1 would be marked otherwise." in page
    Item.objects.filter(pk=item.pk).update(collection=make_collection(seen=Seen.BY_OWNERS))
    page = admin.get(ADDRESS).content.decode()
    assert "Order kept" not in page
    assert "No more marked" not in page


def test_a_change_is_taken_back_and_kept_after_all(admin: Client) -> None:
    draft(admin, "loaded", **GOOD[0][1])
    change = WordChange.objects.get()
    for leave, wanted in (("1", True), ("0", False)):
        admin.post(reverse("word_leave", args=[change.pk]), {"leave": leave})
        change.refresh_from_db()
        assert change.is_leaving is wanted


def test_librarians_look_and_change_nothing(client: Client) -> None:
    signed_in(client, "librarian")
    page = client.get(ADDRESS).content.decode()
    assert "Draft a change" not in page
    assert draft(client, "loaded", **GOOD[0][1]).status_code == 403
    assert not WordChange.objects.exists()
