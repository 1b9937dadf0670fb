"""A platform for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.lti.keysets import FAILED
from tests.classroom.lti.platform import TestPlatform, running_platform


@pytest.fixture
def platform(settings: Settings) -> Iterator[TestPlatform]:
    settings.COMPARER_LTI_LOCAL = True
    GUESSES.clear()
    FAILED.clear()
    with running_platform() as running:
        yield running
    GUESSES.clear()
