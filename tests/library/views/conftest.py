"""People who may do some things in the library and not others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from comparer.accounts.models import User

SignIn = Callable[..., User]


@pytest.fixture
def sign_in(client: Client, db: None) -> SignIn:
    """Sign somebody new in who may do just this: names such as "compare_item"."""

    def sign_in(*may: str) -> User:
        user: User = User.objects.create_user(f"person{User.objects.count()}", password="sea-fog-lantern")
        user.user_permissions.set(Permission.objects.filter(content_type__app_label="library", codename__in=may))
        client.force_login(user)
        return user

    return sign_in
