"""Work out anew by what the pieces of the library are found."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from comparer.analysis.report import reading_from_json
from comparer.library.catalogue.models import Item
from comparer.library.finding.families import keep_traits
from comparer.library.finding.indexing import AT_ONCE, index_words
from comparer.library.finding.nearest import prepare_nearest


class Command(BaseCommand):
    help = "Bring search, other coverage and near duplicates up to date for every piece, from its stored reading."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        pks = list(Item.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(pks), AT_ONCE):
            batch = pks[start : start + AT_ONCE]
            index_words(batch)
            self._recognise(batch)
            self.stdout.write(f"{start + len(batch)} of {len(pks)}")
        self.stdout.write(f"Other coverage: {prepare_nearest()}.")

    def _recognise(self, pks: list[int]) -> None:
        for item in Item.objects.filter(pk__in=pks, current__isnull=False).select_related("current"):
            if item.current and item.current.reading:
                keep_traits(item=item, reading=reading_from_json(item.current.reading))
