"""Which pieces are nearest to one in meaning, asked of PostgreSQL's extension pgvector where the server has it.

Its answer is a choice of candidates; `coverage` scores these as exactly as it would score all. The column and its
index are no part of the migrations, for a server may lack the extension and its role may not be allowed to make it:
`prepare_nearest` makes and fills them where it can, and everywhere else the whole library is scored.
"""

from __future__ import annotations

import logging

import numpy as np
from django.db import DatabaseError, connection, models, transaction
from pgvector import HalfVector

log = logging.getLogger(__name__)

WIDTH = 384
"""Of a sentence's vector. Pieces with vectors of another width, from another model, have no place in the index."""
CANDIDATES = 200
"""Pieces looked at: among 10,000 of `tests.bench.nearest` all of the five best by the exact score, by 50 candidates .96."""
_MISSING = f"near IS NULL AND octet_length(whole) = {2 * WIDTH}"
_MAKE = (
    f"ALTER TABLE library_itemvector ADD COLUMN IF NOT EXISTS near halfvec({WIDTH})",
    f"CREATE INDEX IF NOT EXISTS library_vector_missing ON library_itemvector (item_id) WHERE {_MISSING}",
)
_INDEX = "CREATE INDEX IF NOT EXISTS library_vector_near ON library_itemvector USING hnsw (near halfvec_cosine_ops)"
_FILL = "UPDATE library_itemvector SET near = %s::halfvec WHERE item_id = %s"
_AT_ONCE = 500


class Scoring(models.TextChoices):
    """How other coverage is found here, in words for the health page."""

    EXACT = "every piece is scored", "exact"
    NOT_READY = (
        "every piece is scored; the index is not filled: python manage.py prepare_site",
        "exact, not pgvector yet",
    )
    NEAREST = "the nearest pieces are looked up, then scored", "pgvector"


def look_at_scoring() -> Scoring:
    """Return how other coverage is found at this moment."""
    if not _has_column():
        return Scoring.EXACT
    return Scoring.NOT_READY if _is_anything_missing() else Scoring.NEAREST


def prepare_nearest() -> Scoring:
    """Make the column and its index where the server can, and fill in what is missing. May run at any time."""
    if connection.vendor != "postgresql":
        return Scoring.EXACT
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS vector")
            for statement in _MAKE:
                cursor.execute(statement)
    except DatabaseError as refusal:
        log.info("Other coverage does without pgvector: %s", refusal)
        return Scoring.EXACT
    while _fill_some():
        pass
    # An index over rows that are there is built faster than one that they are put into.
    with connection.cursor() as cursor:
        cursor.execute(_INDEX)
    return look_at_scoring()


def keep_near(*, pk: int, whole: bytes) -> None:
    """Keep the vector of a piece where it is searched, to be called in the transaction that stores it."""
    if _has_column():
        with connection.cursor() as cursor:
            cursor.execute(_FILL, [_written(whole), pk])


def nearest(pk: int) -> list[int] | None:
    """Return the pieces nearest in meaning, the piece itself among them; None where no index can tell."""
    if not _has_column() or _is_anything_missing():
        return None
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT near FROM library_itemvector WHERE item_id = %s AND near IS NOT NULL", [pk])
        if (mine := cursor.fetchone()) is None:
            return None
        cursor.execute(f"SET LOCAL hnsw.ef_search = {CANDIDATES}")
        cursor.execute(
            "SELECT item_id FROM library_itemvector ORDER BY near <=> %s::halfvec LIMIT %s", [mine[0], CANDIDATES]
        )
        return [int(row[0]) for row in cursor.fetchall()]


def _has_column() -> bool:
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('library_itemvector') AND attname = 'near'"
            " AND NOT attisdropped"
        )
        return cursor.fetchone() is not None


def _is_anything_missing() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM library_itemvector WHERE {_MISSING})")  # noqa: S608 -- a constant
        return bool(cursor.fetchone()[0])


def _fill_some() -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT item_id, whole FROM library_itemvector WHERE {_MISSING} LIMIT %s FOR UPDATE",  # noqa: S608 -- a constant
            [_AT_ONCE],
        )
        rows = cursor.fetchall()
        cursor.executemany(_FILL, [(_written(bytes(whole)), pk) for pk, whole in rows])
    return bool(rows)


def _written(whole: bytes) -> str | None:
    """Return the vector as the database reads it; None for one of another width."""
    return HalfVector(np.frombuffer(whole, dtype="<f2")).to_text() if len(whole) == 2 * WIDTH else None
