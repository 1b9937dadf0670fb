"""Near duplicates, and other coverage as a person may see it."""

from __future__ import annotations

import pytest

from comparer.analysis.tools import load_tools
from comparer.library.catalogue.models import Collection, Item, Seen
from comparer.library.catalogue.tasks import read_item
from comparer.library.finding.coverage import other_coverage
from comparer.library.finding.families import keep_traits, near_duplicates
from comparer.library.finding.models import Family, ItemVector
from comparer.library.keeping.takedown import remove_texts
from comparer.library.reading import read_once
from comparer.web.people import Person
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db
NOBODY = Person()
FIRST = (
    "A dyke near Hollin broke on Friday night and forty houses were flooded, the mayor, Ana Reuth, said on Saturday."
)
SECOND = "Soldiers carried people out of their beds, and the water stood a metre high in the church of the village."
THIRD = (
    "Eleven cows drowned in a stable that nobody could reach in time, because the road to Kell was under water, too."
)


def read(collection: Collection, *sentences: str, outlet: str = "Orsa Post") -> Item:
    item = make_item(collection, raw=" ".join(sentences), outlet=outlet)
    read_item.func(item.pk)
    item.refresh_from_db()
    return item


def family(item: Item) -> int | None:
    return ItemVector.objects.get(item=item).family_id


def test_near_duplicates_are_of_one_family_and_others_of_none() -> None:
    collection = make_collection()
    one = read(collection, FIRST, SECOND, THIRD)
    two = read(collection, FIRST, SECOND, THIRD, "It rained.", outlet="Tide Weekly")
    other = read(collection, "A bakery in Kell won a prize for its rye bread, and the jury praised the crust.")
    assert family(one) == family(two) is not None
    assert family(other) is None
    assert [item.pk for item in near_duplicates(one, person=NOBODY)] == [two.pk]


@pytest.mark.parametrize("is_deleted", [True, False], ids=["deleted", "taken down"])
def test_traits_of_what_went_while_it_was_read_are_not_kept(*, is_deleted: bool) -> None:
    collection = make_collection()
    read(collection, FIRST, SECOND, THIRD)
    gone = make_item(collection, raw=f"{FIRST} {SECOND}", outlet="Tide Weekly")
    assert gone.current is not None
    reading = read_once(gone.current, tools=load_tools())
    if is_deleted:
        Item.objects.filter(pk=gone.pk).delete()
    else:
        remove_texts(item=gone, reason="court", by=None)
    keep_traits(item=gone, reading=reading)
    assert (ItemVector.objects.count(), Family.objects.count()) == (1, 0)


def test_families_become_one_where_a_piece_belongs_to_both() -> None:
    collection = make_collection()
    pieces = [FIRST + SECOND, FIRST + SECOND + " So it is.", SECOND + THIRD, SECOND + THIRD + " So be it."]
    items = [read(collection, piece, outlet=f"Outlet {number}") for number, piece in enumerate(pieces)]
    assert len({family(item) for item in items}) == 2
    both = read(collection, FIRST + SECOND + THIRD, outlet="Both")
    assert {family(item) for item in [*items, both]} == {family(both)}
    assert Family.objects.count() == 1


def test_piece_that_is_rewritten_leaves_its_family() -> None:
    collection = make_collection()
    one, two = (read(collection, FIRST, SECOND, outlet=name) for name in ("Orsa Post", "Tide Weekly"))
    assert family(one) == family(two)
    assert two.current
    two.current.raw, two.current.reading = THIRD, ""
    two.current.save()
    read_item.func(two.pk)
    assert family(two) is None
    assert not near_duplicates(one, person=NOBODY).exists()


def test_other_coverage_shows_what_the_person_may_see() -> None:
    collection, hidden = make_collection(), make_collection(seen=Seen.BY_OWNERS)
    one = read(collection, FIRST, SECOND)
    retold = "In Hollin forty houses were flooded when a dyke broke, said mayor Ana Reuth. Soldiers carried people out."
    same = read(collection, retold, outlet="Tide Weekly")
    read(hidden, FIRST, THIRD, outlet="Hush")
    read(collection, "A bakery in Kell won a prize for its rye bread, and the jury praised the crust of Ida Fenn.")
    found = other_coverage(one, person=NOBODY)
    assert [coverage.item.pk for coverage in found] == [same.pk]
    assert (found[0].days_apart, found[0].is_copy) == (0, False)


def test_other_coverage_waits_for_the_reading() -> None:
    assert other_coverage(make_item(), person=NOBODY) == []
    read(make_collection(), FIRST)
    assert other_coverage(make_item(), person=NOBODY) == []
