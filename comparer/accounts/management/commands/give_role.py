"""Give an account its role from the command line: how the first admin is made."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from comparer.accounts.models import User
from comparer.accounts.roles import set_role
from comparer.library.catalogue.roles import ROLES, make_roles


class Command(BaseCommand):
    help = "Give an account a role in the library, in the place of the one it has."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("role", choices=[*ROLES, "none"])

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        user = User.objects.filter(username__iexact=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account “{options['username']}”. Sign up first, or use createsuperuser.")
        make_roles()
        role = "" if options["role"] == "none" else options["role"]
        set_role(user=user, role=role)
        self.stdout.write(f"{user} now has {f'the role {role}' if role else 'no role'}.")
