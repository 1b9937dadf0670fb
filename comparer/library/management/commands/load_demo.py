"""Fill the library with invented pieces, to show what it does."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from comparer.library.catalogue.filing import Filed
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.tasks import read_item, read_later
from comparer.library.demo.loading import COLLECTION, load_outlets, load_pieces


class Command(BaseCommand):
    help = "Fill the library with invented outlets and pieces about eight invented events. Run again, it adds nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--later", action="store_true", help="have the pieces read by the worker, not now")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        outlets = load_outlets()
        filed = list(load_pieces())
        added = sum(one.outcome == "added" for one in filed)
        self.stdout.write(
            f"{outlets} outlets, {len(filed)} texts in the collection {COLLECTION}; {added} pieces added."
        )
        self._read(filed, later=options["later"])
        self.stdout.write("Look at them under /library/.")

    def _read(self, filed: list[Filed], *, later: bool) -> None:
        pks = {one.item.pk for one in filed}
        waiting = list(Item.objects.filter(pk__in=pks).exclude(state="read"))
        for number, item in enumerate(waiting, start=1):
            if later:
                read_later(item=item)
                continue
            read_item.func(item.pk)
            self.stdout.write(f"Read {number} of {len(waiting)}: {item.title}")
