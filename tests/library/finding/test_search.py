"""Search over the pieces of the library, on the database at hand."""

from __future__ import annotations

import pytest

from comparer.library.catalogue.models import Item
from comparer.library.finding.indexing import index_words
from comparer.library.finding.search import Term, search, terms_of
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"',
    '"""',
    "'; DROP TABLE library_item; --",
    "title:ferry",
    "ferry AND",
    "NEAR(ferry storm)",
    "ferry*",
    "^ferry",
    "-ferry",
    "(ferry",
    "ferry & | !",
    "ferry:*",
    "\\",
    "%_",
    "😀",
    "👩‍👩‍👧",
    "\u0000",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "ö" * 10_000,
    "ferry " * 2_000,
    "東京",
    "\u202eferry",
    "e\u0301" * 50,
    "1e999",
    "3.5%",
]


def found(words: str) -> list[str]:
    return [item.title for item in search(words, Item.objects.all()).order_by("rank", "title")]  # type: ignore[misc] # made by search


@pytest.fixture
def three(db: None) -> None:
    collection = make_collection()
    make_item(collection, raw="The ferry Alda ran aground off Orsa.", title="Ferry aground", outlet="Orsa Post")
    make_item(
        collection, raw="A ferry is named in passing. Café prices rose.", title="Prices rise", outlet="Tide Weekly"
    )
    make_item(collection, raw="Snow fell on the ferries.", title="Snow in Kell", outlet="Kell Herald")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("aground", ["Ferry aground"]),
        ("AGROUND orsa", ["Ferry aground"]),
        ("agr", ["Ferry aground"]),
        ("ferry", ["Ferry aground", "Prices rise"]),
        ("ferries", ["Ferry aground", "Prices rise", "Snow in Kell"]),
        ("kell herald", ["Snow in Kell"]),
        ("cafe", ["Prices rise"]),
        ("CAFÉ", ["Prices rise"]),
        ("ferry zebra", []),
        ("err", []),
        ("!!!", []),
    ],
)
@pytest.mark.usefixtures("three")
def test_search_finds(words: str, titles: list[str]) -> None:
    assert sorted(found(words)) == titles


@pytest.mark.usefixtures("three")
def test_search_puts_words_of_the_title_first() -> None:
    assert found("ferry")[0] == "Ferry aground"


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.usefixtures("three")
def test_search_takes_whatever_is_typed(words: str) -> None:
    assert isinstance(found(words), list)


@pytest.mark.usefixtures("three")
def test_search_follows_what_is_changed_and_deleted() -> None:
    item = Item.objects.get(title="Snow in Kell")
    Item.objects.filter(pk=item.pk).update(title="Hail in Kell")
    index_words([item.pk])
    assert found("snow kell") == ["Hail in Kell"]  # still in its text
    assert found("hail") == ["Hail in Kell"]
    Item.objects.filter(pk=item.pk).update(current=None)
    index_words([item.pk])
    assert found("hail") == []
    Item.objects.get(title="Ferry aground").delete()
    assert found("aground") == []


def test_search_looks_only_among_the_items_given(three: None) -> None:
    others = Item.objects.exclude(title="Ferry aground")
    assert [item.title for item in search("ferry", others)] == ["Prices rise"]
    assert search("ferry", others).count() == 1


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("", []),
        ("a", [Term("a", is_beginning=False)]),
        ("to be", [Term("to", is_beginning=False), Term("be", is_beginning=True)]),
        ("Storms", [Term("storm", is_beginning=True)]),
        ("class", [Term("class", is_beginning=True)]),
        ("one " * 20, [Term("one", is_beginning=False)] * 7 + [Term("one", is_beginning=True)]),
    ],
)
def test_terms_of_a_search(words: str, terms: list[Term]) -> None:
    assert terms_of(words) == terms
