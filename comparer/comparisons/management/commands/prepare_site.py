"""What must be done before the site serves a new version: one command, so that the program loads once."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from comparer.library.catalogue.roles import make_roles
from comparer.library.finding.nearest import prepare_nearest


class Command(BaseCommand):
    help = "Bring the database up to date, and make the roles, the worked example and the ready exercises."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        call_command("migrate", verbosity=0, interactive=False)
        make_roles()
        prepare_nearest()
        call_command("load_example", stdout=self.stdout, stderr=self.stderr)
        call_command("load_gallery", stdout=self.stdout, stderr=self.stderr)
