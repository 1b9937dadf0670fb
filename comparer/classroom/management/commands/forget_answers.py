"""Delete students and answers whose time is over; the workers do the same by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from comparer.classroom.lesson.forgetting import forget_answers


class Command(BaseCommand):
    help = "Delete the students and answers of classroom rooms whose time to keep is over."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        count = forget_answers(at=timezone.now())
        self.stdout.write(f"Deleted {count} student{'' if count == 1 else 's'} with their answers.")
