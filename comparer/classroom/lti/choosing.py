"""An exercise that a teacher chose, on its way back into their platform: signed, with a place for its grades."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from django.core.exceptions import ValidationError
from pylti1p3.deep_link import DeepLink
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.lineitem import LineItem

from comparer.accounts.models import User
from comparer.classroom.lti.addresses import check_platform_address
from comparer.classroom.lti.keys import registration_of
from comparer.classroom.lti.models import Placement
from comparer.classroom.lti.placing import KEY
from comparer.classroom.lti.troubles import TELL, LtiError
from comparer.classroom.making.services import copy_exercise
from comparer.classroom.models import Exercise
from comparer.web.people import Person

KEPT_SETTINGS = ("deep_link_return_url", "data")


def choosable(account: User) -> tuple[list[Exercise], list[Exercise]]:
    """Return this account's own exercises, and those of the gallery."""
    mine = Exercise.objects.live().of(Person(user_id=account.pk))
    return list(mine), list(Exercise.objects.gallery())


def take_exercise(*, account: User, key: str) -> Exercise:
    """Return the exercise as the account's own: one of the gallery is copied. LtiError where there is none."""
    exercise = Exercise.objects.visible_to(Person(user_id=account.pk)).filter(key=key.replace("\0", "")).first()
    if exercise is None:
        raise LtiError("Choose one of the exercises.")
    return exercise if exercise.owner_id == account.pk else copy_exercise(exercise=exercise, owner_id=account.pk)


def keep_settings(settings: Mapping[str, Any], platform_name: str) -> dict[str, Any]:
    """Return what the answer will need of a platform's request. LtiError where it gives no address for it."""
    address = settings.get("deep_link_return_url")
    try:
        check_platform_address(address if isinstance(address, str) else "")
    except ValidationError as wrong:
        raise LtiError(f"{platform_name} gives no proper address to send your choice to. {TELL}") from wrong
    return {name: settings[name] for name in KEPT_SETTINGS if name in settings}


def sign_choice(*, placement: Placement, settings: Mapping[str, Any], launch_url: str) -> str:
    """Return the signed answer that puts this placement into the course."""
    exercise = placement.exercise
    points = sum(task.points for task in exercise.latest.read().tasks)
    link = DeepLinkResource().set_url(launch_url).set_title(exercise.title).set_target("window")
    link.set_custom_params({KEY: placement.key})
    if points:
        link.set_lineitem(LineItem().set_score_maximum(points).set_label(exercise.title).set_resource_id(placement.key))
    answer = DeepLink(registration_of(placement.platform), placement.deployment, cast("Any", settings))
    return _sign(answer, answer.get_message_jwt([link]))


def _sign(answer: DeepLink, message: dict[str, object]) -> str:
    """Some platforms refuse an answer with an empty `data`, which pylti1p3 writes where none was sent."""
    kept = {name: said for name, said in message.items() if said is not None}
    encode = cast("Callable[[Mapping[str, object]], str]", answer.encode_jwt)
    return encode(kept)
