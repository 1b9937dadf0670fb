"""Search over title, outlet and text: FTS5 on SQLite, full text search on PostgreSQL, one function for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.db import connection
from django.db.models import FloatField, Value
from django.db.models.expressions import RawSQL

from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.finding.folding import words_of

MOST_LISTED = 1_000
"""So many of what a search finds can be paged through; of more it is said that there are more, and no more are counted."""
MOST_WORDS = 8
LONGEST_WORD = 40
LONGEST_SEARCH = 400
_WHOLE_BELOW = 4
"""Shorter words are looked for as they are; longer ones are found in other forms, too: "ferries" in "ferry"."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word that is looked for, or the beginning of one."""

    word: str
    is_beginning: bool


def terms_of(words: str) -> list[Term]:
    """Return what to look for. Marks, operators and emoji are no words; of very many words the first count."""
    found = [word[:LONGEST_WORD] for word in words_of(words[:LONGEST_SEARCH])][:MOST_WORDS]
    terms = [Term(_stem(word), len(word) >= _WHOLE_BELOW) for word in found]
    if found and len(found[-1]) > 1:
        # The last word may still be being typed.
        terms[-1] = Term(terms[-1].word, is_beginning=True)
    return terms


def search(words: str, items: ItemQuerySet, *, is_ranked: bool = True) -> ItemQuerySet:
    """Return those of `items` that hold every word; none where no word is looked for.

    Where they are to be ranked each has `rank`: the smaller, the better. PostgreSQL reads the words of each piece that
    it ranks; there the pieces added last are ranked and returned, one more than are listed where there are more.
    """
    terms = terms_of(words)
    if not terms:
        return items.none().annotate(rank=Value(0.0))
    search_here = _search_postgresql if connection.vendor == "postgresql" else _search_sqlite
    return search_here(terms, items, is_ranked=is_ranked)


def _stem(word: str) -> str:
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3]
    if len(word) >= _WHOLE_BELOW and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _search_sqlite(terms: list[Term], items: ItemQuerySet, *, is_ranked: bool) -> ItemQuerySet:
    # Within double quotes FTS5 knows no operators, and a word holds no quotes.
    wanted = " AND ".join(f'"{term.word}"{"*" if term.is_beginning else ""}' for term in terms)
    # A join: in a subquery for each row FTS5 would count all matches anew for each.
    found = items.extra(
        tables=["library_search"],
        where=["library_search.rowid = library_item.id", "library_search MATCH %s"],
        params=[wanted],
    )
    rank = RawSQL("bm25(library_search, 8.0, 4.0, 1.0)", [], output_field=FloatField())
    return cast(ItemQuerySet, found.annotate(rank=rank) if is_ranked else found)


def _search_postgresql(terms: list[Term], items: ItemQuerySet, *, is_ranked: bool) -> ItemQuerySet:
    wanted = " & ".join(f"{term.word}{':*' if term.is_beginning else ''}" for term in terms)
    beside = items.extra(tables=["library_itemwords"], where=["library_itemwords.item_id = library_item.id"])
    found = beside.extra(where=["library_itemwords.vector @@ to_tsquery('simple', %s)"], params=[wanted])
    if not is_ranked:
        return cast(ItemQuerySet, found)
    # Asked apart and by number, so that the walk ends at the last that is wanted.
    last = list(found.select_related(None).order_by("-pk").values_list("pk", flat=True)[: MOST_LISTED + 1])
    rank = RawSQL("-ts_rank(library_itemwords.vector, to_tsquery('simple', %s))", [wanted], output_field=FloatField())
    return cast(ItemQuerySet, beside.filter(pk__in=last).annotate(rank=rank))
