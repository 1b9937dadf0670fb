from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import delete_comparison, make_example
from comparer.comparisons.sharing.inviting import (
    MOST,
    TooManyError,
    hide,
    invite,
    note_opened,
    restore,
    take_back,
)
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.comparisons.sharing.roles import part_of, quote_limit
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def comparison() -> Comparison:
    return make_comparison(Person(user_id=make_user().pk), done=True)


@pytest.mark.parametrize("typed", ["bela", "BELA", "bela@mail.example", "Bela@Mail.Example"])
def test_an_account_is_found_by_name_and_by_address(typed: str, comparison: Comparison) -> None:
    user = make_user(username="bela", email="bela@mail.example")
    assert invite(comparison=comparison, name=typed, role=Role.VIEWER).account_id == user.pk


def test_an_address_counts_before_a_user_name_that_looks_like_it(comparison: Comparison) -> None:
    make_user(username="bela@mail.example")
    bela = make_user(username="bela", email="bela@mail.example")
    assert invite(comparison=comparison, name="bela@mail.example", role=Role.VIEWER).account_id == bela.pk


def test_who_takes_an_invited_name_later_is_not_let_in(comparison: Comparison) -> None:
    invite(comparison=comparison, name="bela", role=Role.EDITOR)
    late = make_user(username="bela")
    assert part_of(Person(user_id=late.pk), comparison) == "nobody"
    assert not Comparison.objects.visible_to(Person(user_id=late.pk)).exists()
    invite(comparison=comparison, name="Bela", role=Role.VIEWER)
    assert part_of(Person(user_id=late.pk), comparison) == "viewer"
    assert Invitation.objects.count() == 1


def test_an_account_that_is_switched_off_is_not_invited(comparison: Comparison) -> None:
    make_user(username="bela", is_active=False)
    assert invite(comparison=comparison, name="bela", role=Role.VIEWER).account_id is None


def test_inviting_again_changes_the_role_and_brings_back(comparison: Comparison) -> None:
    make_user(username="bela")
    take_back(invitation=invite(comparison=comparison, name="bela", role=Role.VIEWER))
    again = invite(comparison=comparison, name="bela", role=Role.EDITOR)
    assert (Invitation.objects.get(), again.role, again.removed) == (again, Role.EDITOR, None)


def test_a_name_is_invited_once_in_any_case(comparison: Comparison) -> None:
    Invitation.objects.create(comparison=comparison, name="bela")
    with pytest.raises(IntegrityError):
        Invitation.objects.create(comparison=comparison, name="BELA")


def test_of_two_invitations_to_one_account_the_stronger_counts(comparison: Comparison) -> None:
    user = make_user(username="bela", email="bela@mail.example")
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    by_address = invite(comparison=comparison, name="bela@mail.example", role=Role.EDITOR)
    person = Person(user_id=user.pk)
    assert part_of(person, comparison) == "editor"
    assert list(Comparison.objects.visible_to(person)) == [comparison]
    take_back(invitation=by_address)
    assert part_of(person, comparison) == "viewer"


def test_no_more_than_so_many_stand(comparison: Comparison) -> None:
    Invitation.objects.bulk_create(Invitation(comparison=comparison, name=f"one{n}") for n in range(MOST))
    with pytest.raises(TooManyError):
        invite(comparison=comparison, name="bela", role=Role.VIEWER)
    assert invite(comparison=comparison, name="one3", role=Role.EDITOR).role == Role.EDITOR
    take_back(invitation=Invitation.objects.get(name="one5"))
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    with pytest.raises(TooManyError):
        invite(comparison=comparison, name="one5", role=Role.VIEWER)


def test_what_was_taken_back_long_ago_is_forgotten(comparison: Comparison) -> None:
    old = invite(comparison=comparison, name="bela", role=Role.VIEWER)
    lately = invite(comparison=comparison, name="cara", role=Role.VIEWER)
    take_back(invitation=lately)
    Invitation.objects.filter(pk=old.pk).update(removed=timezone.now() - timedelta(days=30))
    invite(comparison=comparison, name="dora", role=Role.VIEWER)
    assert set(Invitation.objects.values_list("name", flat=True)) == {"cara", "dora"}


def test_taking_back_is_undone(comparison: Comparison) -> None:
    person = Person(user_id=make_user(username="bela").pk)
    invitation = invite(comparison=comparison, name="bela", role=Role.VIEWER)
    take_back(invitation=invitation)
    assert not Comparison.objects.visible_to(person).exists()
    restore(invitation=invitation)
    assert Comparison.objects.visible_to(person).exists()


def test_only_the_first_opening_by_the_invited_is_noted(comparison: Comparison) -> None:
    user = make_user(username="bela")
    other = invite(comparison=comparison, name="cara", role=Role.VIEWER)
    invitation = invite(comparison=comparison, name="bela", role=Role.VIEWER)
    note_opened(comparison=comparison, user_id=user.pk)
    invitation.refresh_from_db()
    first = invitation.opened
    assert first is not None
    note_opened(comparison=comparison, user_id=user.pk)
    invitation.refresh_from_db()
    other.refresh_from_db()
    assert (invitation.opened, other.opened) == (first, None)


def test_what_is_hidden_is_off_the_list_and_opens_all_the_same(comparison: Comparison) -> None:
    user = make_user(username="bela")
    person = Person(user_id=user.pk)
    assert not hide(comparison=comparison, user_id=user.pk, is_hidden=True)
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    assert hide(comparison=comparison, user_id=user.pk, is_hidden=True)
    assert not Comparison.objects.listed_for(person).exists()
    assert Comparison.objects.visible_to(person).exists()


def test_lists_tell_ones_own_from_what_others_share(comparison: Comparison) -> None:
    user = make_user(username="bela")
    person = Person(user_id=user.pk)
    own = make_comparison(person)
    make_comparison(make_visitor())
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    assert comparison.owner is not None
    assert set(Comparison.objects.listed_for(person)) == {own, comparison}
    assert [(one, one.shared_by) for one in Comparison.objects.listed_for(person, "mine")] == [(own, "")]  # type: ignore[attr-defined]
    shared = Comparison.objects.listed_for(person, "shared").get()
    assert (shared, shared.shared_by) == (comparison, comparison.owner.username)  # type: ignore[attr-defined]
    delete_comparison(comparison=comparison)
    assert set(Comparison.objects.listed_for(person)) == {own}


def test_a_visitor_lists_their_own_only(comparison: Comparison, visitor: Person) -> None:
    own = make_comparison(visitor)
    assert [(one, one.shared_by) for one in Comparison.objects.listed_for(visitor)] == [(own, "")]  # type: ignore[attr-defined]
    assert not Comparison.objects.shared_with(visitor).exists()
    assert not Comparison.objects.shared_with(Person()).exists()


def test_editors_may_edit_and_viewers_not(comparison: Comparison) -> None:
    editor, viewer = (Person(user_id=make_user(username=name).pk) for name in ("eda", "vera"))
    invite(comparison=comparison, name="eda", role=Role.EDITOR)
    invite(comparison=comparison, name="vera", role=Role.VIEWER)
    assert Comparison.objects.editable_by(editor).exists()
    assert not Comparison.objects.editable_by(viewer).exists()
    assert not Comparison.objects.editable_by(Person()).exists()


@pytest.mark.parametrize(("name", "limit"), [("eda", 0), ("vera", 80)])
def test_who_corrects_reads_whole_texts_and_who_reads_quotations(
    name: str, limit: int, comparison: Comparison, settings: object
) -> None:
    settings.COMPARER_QUOTE_LIMIT = 80  # type: ignore[attr-defined]
    user = make_user(username=name)
    invite(comparison=comparison, name=name, role=Role.EDITOR if name == "eda" else Role.VIEWER)
    assert quote_limit(Person(user_id=user.pk), comparison) == limit
    assert quote_limit(Person(user_id=comparison.owner_id), comparison) == 0
    assert quote_limit(Person(), make_example(left=LEFT, right=RIGHT, engine="1")) == 0
