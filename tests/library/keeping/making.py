"""People with a role, and jobs, for tests of keeping the library."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from comparer.accounts.models import User
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.roles import make_roles
from comparer.library.models import Article

_NUMBERS = count(1)


def make_person(role: str = "", **columns: Any) -> User:
    """Return an account with that role; "" for none, "superuser" for one who may do everything."""
    name = columns.pop("username", f"{role or 'reader'}{next(_NUMBERS)}")
    user = User.objects.create_user(name, password="sea-fog-lantern", is_superuser=role == "superuser", **columns)
    if role and role != "superuser":
        make_roles()
        user.groups.add(Group.objects.get(name=role))
    return user


def current(item: Item) -> Article:
    """Return its current version, as the database has it."""
    return Article.objects.get(current_of=item)


def signed_in(client: Client, role: str = "", **columns: Any) -> Client:
    client.force_login(make_person(role, **columns))
    return client


def make_failed_job(path: str = "comparer.library.catalogue.tasks.read_item", *args: Any) -> DBTaskResult[Any, Any]:
    return DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED,
        task_path=path,
        args_kwargs={"args": list(args), "kwargs": {}},
        backend_name="default",
        run_after=timezone.now(),
        finished_at=timezone.now(),
        exception_class_path="builtins.RuntimeError",
        traceback="Traceback (most recent call last):\n  File x\nRuntimeError: the lamp went out\n",
    )
