"""One launch sent twice at the same moment: one of the two opens."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.classroom.lti.launching import begin, place, register
from tests.classroom.lti.platform import TestPlatform
from tests.classroom.making import make_room

TOGETHER = 4


@pytest.mark.django_db(transaction=True)
def test_launch_sent_several_times_at_once_opens_once(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    asked = begin(client, platform)
    sent = {"id_token": platform.sign(platform.claims(asked["nonce"])), "state": asked["state"]}
    gate = threading.Barrier(TOGETHER)

    def send() -> int:
        try:
            gate.wait(timeout=30)
            return Client().post(reverse("lti_launch"), sent).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = [one.result() for one in [pool.submit(send) for _ in range(TOGETHER)]]
    assert sorted(answers) == [200] + (TOGETHER - 1) * [403]
