"""Who sees which part of the library."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from comparer.accounts.models import User
from comparer.library.catalogue.models import Collection, Item, Seen
from comparer.web.people import Person
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db


def make_user(name: str, *, is_superuser: bool = False) -> User:
    return User.objects.create_user(name, is_superuser=is_superuser)


def person(user: User) -> Person:
    return Person(user_id=user.pk)


def test_collections_are_seen_by_those_they_are_for() -> None:
    reader, colleague, owner = (make_user(name) for name in ("reader", "colleague", "owner"))
    root = make_user("root", is_superuser=True)
    desk, wider = Group.objects.create(name="desk"), Group.objects.create(name="wider")
    colleague.groups.add(desk, wider)
    everybody = make_collection(seen=Seen.BY_ALL)
    grouped, private = make_collection(seen=Seen.BY_GROUPS), make_collection(seen=Seen.BY_OWNERS)
    grouped.groups.add(desk, wider)
    private.owners.add(owner)
    items = {collection: make_item(collection) for collection in (everybody, grouped, private)}
    wanted = [
        (Person(), {everybody}),
        (Person(visitor="key"), {everybody}),
        (person(reader), {everybody}),
        (person(colleague), {everybody, grouped}),
        (person(owner), {everybody, private}),
        (person(root), {everybody, grouped, private}),
    ]
    for who, seen in wanted:
        assert sorted(c.pk for c in Collection.objects.visible_to(who)) == sorted(c.pk for c in seen)
        assert sorted(i.pk for i in Item.objects.visible_to(who)) == sorted(items[c].pk for c in seen)


@pytest.mark.parametrize("column", ["binned", "taken_down"])
def test_pieces_in_the_bin_or_taken_down_are_seen_by_nobody(column: str) -> None:
    item = make_item()
    Item.objects.filter(pk=item.pk).update(**{column: timezone.now()})
    assert not Item.objects.visible_to(person(make_user("root", is_superuser=True)))
