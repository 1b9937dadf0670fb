"""Who may open what: every address of comparisons, for every part that a person can have in one.

A new address fails here until it stands in the table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import correct
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.presenting.permalink import name_item
from comparer.comparisons.presenting.shown import collect
from comparer.comparisons.sharing.inviting import invite
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.comparisons.urls import urlpatterns
from comparer.web.people import SESSION_KEY, Person
from tests.comparisons.making import make_comparison, make_user, make_visitor
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db

PARTS = ("owner", "editor", "viewer", "stranger", "other visitor", "nobody")
ALL = dict.fromkeys(PARTS, 200)
REFUSED = dict.fromkeys(PARTS, 405)


def who(status: int, *parts: str) -> dict[str, int]:
    """Return that these parts get this status, and all others are told that there is no such thing."""
    return {part: status if part in parts else 404 for part in PARTS}


READERS = ("owner", "editor", "viewer")
EDITORS = ("owner", "editor")
FORM = {"mark": "d1", "target": getattr(target_of(make_report(), "d1"), "key", ""), "revision": 2, "action": "confirm"}
MARK = name_item(make_report(), next(one for one in collect(make_report()) if one.id == "d2"))


@dataclass(frozen=True)
class Address:
    get: dict[str, int]
    post: dict[str, int]
    sent: dict[str, Any] = field(default_factory=dict)
    args: tuple[str, ...] = ("key",)


TABLE: dict[str, Address] = {
    "compare": Address(ALL, dict.fromkeys(PARTS, 422), args=()),
    "comparison_list": Address(ALL, REFUSED, args=()),
    # reading
    "comparison_detail": Address(who(200, *READERS), REFUSED),
    "comparison_progress": Address(who(302, *READERS), REFUSED),
    "comparison_ledgers": Address(who(200, *READERS), REFUSED),
    "comparison_ledger_csv": Address(who(200, *READERS), REFUSED, args=("key", "ledger")),
    "comparison_export": Address(who(200, *READERS), REFUSED, args=("key", "form")),
    # correcting
    "correction_list": Address(who(200, *EDITORS), REFUSED),
    "correction_gold": Address(who(200, *EDITORS), REFUSED),
    "correction_passages": Address(who(200, *EDITORS), who(409, *EDITORS)),
    "correction_claims": Address(who(200, *EDITORS), who(409, *EDITORS)),
    "correction_notes": Address(who(200, *EDITORS), who(409, *EDITORS)),
    "correction_edit": Address(REFUSED, who(302, *EDITORS), sent={"value": "Ask them"}, args=("key", "note")),
    "correction_again": Address(REFUSED, who(302, *EDITORS), args=("key", "correction")),
    "comparison_anew": Address(REFUSED, who(302, *EDITORS)),
    "correction_sides": Address(who(200, *EDITORS), who(422, *EDITORS)),
    "correction_make": Address(REFUSED, who(302, *EDITORS), sent=FORM),
    "correction_undo": Address(REFUSED, who(302, *EDITORS), args=("key", "correction")),
    # the owner's own
    "comparison_rename": Address(who(200, "owner"), who(302, "owner"), sent={"name": "Renamed"}),
    "comparison_delete": Address(REFUSED, who(302, "owner")),
    "comparison_restore": Address(REFUSED, who(302, "owner")),
    "comparison_retry": Address(REFUSED, who(302, "owner")),
    "comparison_share": Address(who(200, "owner"), who(302, "owner")),
    "comparison_share_embedding": Address(REFUSED, who(302, "owner")),
    "comparison_share_off": Address(REFUSED, who(302, "owner")),
    "comparison_share_renew": Address(REFUSED, who(302, "owner")),
    "invitation_make": Address(REFUSED, who(302, "owner"), sent={"name": "eve", "role": "editor"}),
    "invitation_change": Address(REFUSED, who(302, "owner"), sent={"role": "editor"}, args=("key", "invitation")),
    "invitation_remove": Address(REFUSED, who(302, "owner"), args=("key", "invitation")),
    "invitation_restore": Address(REFUSED, who(302, "owner"), args=("key", "invitation")),
    # the invited person's own list
    "comparison_hide": Address(REFUSED, who(302, "editor", "viewer")),
    "comparison_unhide": Address(REFUSED, who(302, "editor", "viewer")),
    # by link, whoever has it
    "shared_comparison": Address(ALL, REFUSED, args=("link",)),
    "shared_ledgers": Address(ALL, REFUSED, args=("link",)),
    "shared_ledger_csv": Address(ALL, REFUSED, args=("link", "ledger")),
    "embedded_card": Address(ALL, REFUSED, args=("link", "mark")),
    "embedded_ledger": Address(ALL, REFUSED, args=("link", "ledger")),
    "shared_export": Address(ALL, REFUSED, args=("link", "form")),
}


# By permission, not by part: the roles of the library are tested with it.
OF_LIBRARY = {"compare_pick", "item_compare", "item_takedown"}


@dataclass
class Scene:
    """A comparison with a correction, a link and two invited people; `browsers` by the part of who sits there."""

    comparison: Comparison
    args: dict[str, str]
    browsers: dict[str, Client]


@pytest.fixture
def scene() -> Scene:
    owner, editor, viewer, stranger = (make_user() for _ in range(4))
    comparison = make_comparison(Person(user_id=owner.pk), done=True)
    link = ShareLink.objects.create(comparison=comparison, is_embeddable=True)
    target = target_of(make_report(), "d1")
    assert target is not None
    correction = correct(comparison=comparison, target=target, action="reject", made_by=owner.pk, revision=0)
    note = correct(comparison=comparison, target=target, action="note", value="Ask", made_by=owner.pk, revision=1)
    invite(comparison=comparison, name=editor.username, role=Role.EDITOR)
    invitation = invite(comparison=comparison, name=viewer.username, role=Role.VIEWER)
    args = {"key": comparison.key, "link": link.key, "form": "report", "ledger": "numbers", "mark": MARK}
    numbers = {"correction": str(correction.pk), "note": str(note.pk), "invitation": str(invitation.pk)}
    browsers = {part: Client() for part in PARTS}
    for part, user in zip(("owner", "editor", "viewer", "stranger"), (owner, editor, viewer, stranger), strict=True):
        browsers[part].force_login(user)
    session = browsers["other visitor"].session
    session[SESSION_KEY] = make_visitor().visitor
    session.save()
    return Scene(comparison, args | numbers, browsers)


def everything() -> list[list[dict[str, Any]]]:
    """Return all rows that somebody could change; that a result was opened is no change."""
    rows: Any = (Comparison, ShareLink, Correction, Invitation)
    hidden = {"opened"}
    return [[{k: v for k, v in row.items() if k not in hidden} for row in one.objects.values()] for one in rows]


def test_the_table_holds_every_address() -> None:
    assert set(TABLE) == {pattern.name for pattern in urlpatterns} - OF_LIBRARY


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", TABLE)
def test_each_part_may_do_what_the_table_says(name: str, part: str, scene: Scene) -> None:
    address = TABLE[name]
    where = reverse(name, args=[scene.args[one] for one in address.args])
    before = everything()
    assert scene.browsers[part].get(where).status_code == address.get[part]
    assert everything() == before
    assert scene.browsers[part].post(where, address.sent).status_code == address.post[part]
    if address.post[part] in (404, 405):
        assert everything() == before


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", [name for name, address in TABLE.items() if address.args])
def test_nobody_but_the_owner_finds_what_is_deleted(name: str, part: str, scene: Scene) -> None:
    address = TABLE[name]
    scene.browsers["owner"].post(reverse("comparison_delete", args=[scene.comparison.key]))
    where = reverse(name, args=[scene.args[one] for one in address.args])
    missing = 410 if address.args[0] == "link" else 404
    answers = {
        method: getattr(scene.browsers[part], method)(where, address.sent).status_code for method in ("get", "post")
    }
    restored = name == "comparison_restore" and part == "owner"
    assert answers["get"] == (405 if address.get[part] == 405 else missing)
    assert answers["post"] == (302 if restored else 405 if address.post[part] == 405 else missing)


@pytest.mark.parametrize("part", ["editor", "viewer"])
def test_an_invitation_taken_back_opens_nothing(part: str, scene: Scene) -> None:
    Invitation.objects.update(removed=scene.comparison.created)
    for name in ("comparison_detail", "comparison_ledgers", "correction_list"):
        assert scene.browsers[part].get(reverse(name, args=[scene.comparison.key])).status_code == 404
