"""Other coverage by pgvector: the same first places as by scoring every piece. On PostgreSQL alone."""

from __future__ import annotations

import numpy as np
import pytest
from django.db import connection

from comparer.analysis.embedding import WIDTH as EMBEDDED
from comparer.library.catalogue.models import Item
from comparer.library.finding import coverage, nearest
from comparer.library.finding.coverage import other_coverage, shelf_for
from comparer.library.finding.models import ItemVector
from comparer.library.finding.nearest import WIDTH, Scoring, look_at_scoring, prepare_nearest
from comparer.web.people import Person
from tests.library.finding.seeded import PIECES_OF_EVENT, seed_library

PIECES, PLACES = 1_500, 5
needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL: python -m tests.postgresql python -m pytest ..."
)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    coverage._load.cache_clear()
    coverage._background.cache_clear()


def first_places(pk: int) -> list[int]:
    shelf = shelf_for(pk)
    assert shelf
    scores = shelf.scores(pk)
    return [int(shelf.pks[at]) for at in np.argsort(-scores) if shelf.pks[at] != pk][:PLACES]


def test_width_is_that_of_the_sentence_vectors() -> None:
    assert WIDTH == EMBEDDED


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor == "postgresql", reason="needs SQLite")
def test_sqlite_scores_every_piece() -> None:
    seed_library(20)
    assert prepare_nearest() is look_at_scoring() is Scoring.EXACT
    assert nearest.nearest(1) is None


@needs_postgresql
@pytest.mark.django_db
def test_first_places_are_those_of_the_exact_scores() -> None:
    pks = seed_library(PIECES)
    asked = pks[:: PIECES // 60]
    exactly = {pk: first_places(pk) for pk in asked}
    assert prepare_nearest() is Scoring.NEAREST
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # so few would be gone through one by one
    among = [len(nearest.nearest(pk) or ()) for pk in asked]
    assert set(among) == {nearest.CANDIDATES}
    shared = [len(set(first_places(pk)) & set(exactly[pk])) / PLACES for pk in asked]
    assert np.mean(shared) > 0.99


@needs_postgresql
@pytest.mark.django_db
def test_scores_of_candidates_are_those_among_the_whole_library() -> None:
    pk = seed_library(600)[7]
    whole = shelf_for(pk)
    prepare_nearest()
    few = shelf_for(pk)
    assert whole
    assert few
    assert len(few) == nearest.CANDIDATES < len(whole)
    among_all = dict(zip(whole.pks.tolist(), whole.scores(pk).tolist(), strict=True))
    for other, score in zip(few.pks.tolist(), few.scores(pk).tolist(), strict=True):
        assert score == pytest.approx(among_all[other], abs=1e-4)


@needs_postgresql
@pytest.mark.django_db
def test_other_coverage_asks_the_index_and_finds_the_event() -> None:
    pks = seed_library(300)
    prepare_nearest()
    found = [one.item.pk for one in other_coverage(Item.objects.get(pk=pks[0]), person=Person())]
    assert set(found[: PIECES_OF_EVENT - 1]) == set(pks[1:PIECES_OF_EVENT])
    assert not coverage._load.cache_info().currsize


@needs_postgresql
@pytest.mark.django_db
def test_piece_without_its_vector_has_every_piece_scored_until_it_is_filled_in() -> None:
    pks = seed_library(40)
    prepare_nearest()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE library_itemvector SET near = NULL WHERE item_id = %s", [pks[3]])
    assert look_at_scoring() is Scoring.NOT_READY
    assert nearest.nearest(pks[0]) is None
    assert pks[3] in first_places(pks[0])
    assert prepare_nearest() is Scoring.NEAREST
    assert pks[3] in (nearest.nearest(pks[0]) or ())


@needs_postgresql
@pytest.mark.django_db
def test_piece_with_a_vector_of_another_width_is_left_out() -> None:
    pks = seed_library(40)
    ItemVector.objects.filter(pk=pks[3]).update(whole=b"\x00\x3c", title=b"\x00\x3c")
    assert prepare_nearest() is Scoring.NEAREST
    assert nearest.nearest(pks[3]) is None
    assert pks[3] not in (nearest.nearest(pks[0]) or ())
    assert other_coverage(Item.objects.get(pk=pks[3]), person=Person()) == []


@needs_postgresql
@pytest.mark.django_db
def test_vector_of_a_piece_that_is_read_anew_follows() -> None:
    pks = seed_library(40)
    prepare_nearest()
    of_another = bytes(ItemVector.objects.get(pk=pks[39]).whole)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT near <=> (SELECT near FROM library_itemvector WHERE item_id = %s) FROM library_itemvector WHERE item_id = %s",
            pks[:39:38],
        )
        assert cursor.fetchone()[0] > 0.1
    nearest.keep_near(pk=pks[0], whole=of_another)
    assert (nearest.nearest(pks[39]) or [])[:2] in ([pks[0], pks[39]], [pks[39], pks[0]])


@needs_postgresql
@pytest.mark.django_db
def test_server_whose_role_may_not_make_the_extension_scores_every_piece() -> None:
    pks = seed_library(20)
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION IF EXISTS vector CASCADE")
        cursor.execute("CREATE ROLE plain_reader")
        cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO plain_reader")
        cursor.execute("SET LOCAL ROLE plain_reader")
    assert prepare_nearest() is Scoring.EXACT
    assert nearest.nearest(pks[0]) is None
    assert set(pks[1:5]) <= set(first_places(pks[0]))
