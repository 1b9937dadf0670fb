"""Load the ready exercises."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from comparer.classroom.gallery.loading import load_gallery


class Command(BaseCommand):
    help = "Bring the ready exercises up to date; what people copied stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        changed = load_gallery()
        self.stdout.write(f"Ready exercises: {changed} new or changed." if changed else "Ready exercises: up to date.")
