from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from comparer.library.models import Article
from comparer.library.services import LONGEST_HEADLINE, GivenArticle, keep_article, shorten
from comparer.web.people import Person

GIVEN = GivenArticle(
    raw="\n  Bridge closed  \nThe bridge was closed on Sunday.", outlet="The Post", published=date(2025, 1, 5)
)
ONE, OTHER = Person(visitor="one"), Person(visitor="other")


@pytest.mark.django_db
def test_keep_article_makes_one_row_per_person() -> None:
    assert keep_article(given=GIVEN, kept_for=ONE) == keep_article(given=GIVEN, kept_for=ONE)
    assert keep_article(given=GIVEN, kept_for=ONE) != keep_article(given=GIVEN, kept_for=OTHER)
    assert Article.objects.count() == 2


@pytest.mark.django_db
def test_keep_article_keeps_the_file_and_its_sum() -> None:
    article = keep_article(given=replace(GIVEN, file_name="a.txt", file_bytes=b"\xff\x00"), kept_for=ONE)
    article.refresh_from_db()
    assert bytes(article.file_bytes or b"") == b"\xff\x00"
    assert article.file_sha256 == hashlib.sha256(b"\xff\x00").hexdigest()


@pytest.mark.django_db
def test_an_article_is_called_by_its_outlet_else_by_its_headline() -> None:
    assert keep_article(given=GIVEN, kept_for=ONE).called == "The Post"
    assert keep_article(given=replace(GIVEN, outlet=""), kept_for=ONE).called == "Bridge closed"


@pytest.mark.django_db
@pytest.mark.parametrize("columns", [{"raw": ""}, {"file_sha256": "0"}, {"visitor": ""}, {"is_example": True}])
def test_database_refuses_an_article_that_makes_no_sense(columns: dict[str, object]) -> None:
    article = keep_article(given=GIVEN, kept_for=ONE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**columns)


@pytest.mark.parametrize(
    "other", [{"raw": "x"}, {"title": "x"}, {"outlet": "x"}, {"published": None}, {"address": "x"}]
)
def test_fingerprints_differ_with_what_the_reading_depends_on(other: dict[str, object]) -> None:
    assert replace(GIVEN, **other).fingerprint != GIVEN.fingerprint  # type: ignore[arg-type]


def test_fingerprints_do_not_tell_a_file_from_a_pasted_text() -> None:
    assert replace(GIVEN, file_name="a.txt", file_bytes=b"a").fingerprint == GIVEN.fingerprint


def test_fingerprints_keep_fields_apart() -> None:
    assert replace(GIVEN, title="ab", outlet="c").fingerprint != replace(GIVEN, title="a", outlet="bc").fingerprint


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("A short   line\nand more", "A short line and more"),
        ("word " * 100, ("word " * 31).strip() + "…"),
        ("x" * 400, "x" * (LONGEST_HEADLINE - 1) + "…"),
        ("", ""),
    ],
)
def test_shorten_cuts_after_a_whole_word(text: str, short: str) -> None:
    assert shorten(text) == short
