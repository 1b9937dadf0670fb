"""Inviting people by their account: each function one act of the owner.

Whether a name or address has an account is never told. What is typed is kept as it is, the same for known and
unknown ones, and the answer is the same; only when the invited person opens the comparison does its owner see
that somebody did. (Sign-up has to say that a name is taken; it needs no second place where lists can be tried.)
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from comparer.comparisons.models import Comparison
from comparer.comparisons.sharing.models import Invitation, Role

MOST = 50
"""So many invitations may stand for one comparison."""


class TooManyError(Exception):
    """No further invitation is taken for this comparison."""


@transaction.atomic
def invite(*, comparison: Comparison, name: str, role: Role) -> Invitation:
    """Let the account of this user name or address in, if there is one. Invited again, it takes the new role.

    TooManyError where MOST stand already.
    """
    Comparison.objects.select_for_update().only("pk").get(pk=comparison.pk)
    invitations = comparison.invitations.all()
    _forget_old(comparison)
    invitation = invitations.filter(name__iexact=name).first() or Invitation(comparison=comparison, name=name)
    if (invitation.pk is None or invitation.removed) and invitations.standing().count() >= MOST:
        raise TooManyError
    invitation.role, invitation.removed = role, None
    invitation.account_id = invitation.account_id or find_account(name)
    invitation.save()
    return invitation


def find_account(name: str) -> int | None:
    """Return whose name or address this is. What looks like an address is one first: anybody may choose it as a name."""
    accounts = get_user_model().objects.filter(is_active=True)
    columns = ("email", "username") if "@" in name else ("username",)
    found = (accounts.filter(**{f"{column}__iexact": name}).values_list("pk", flat=True).first() for column in columns)
    return next((pk for pk in found if pk is not None), None)


def _forget_old(comparison: Comparison) -> None:
    """Forget the invitations whose time for undoing is over."""
    over = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    comparison.invitations.filter(removed__lt=over).delete()


def change_role(*, invitation: Invitation, role: Role) -> None:
    invitation.role = role
    invitation.save(update_fields=["role"])


def take_back(*, invitation: Invitation) -> None:
    """Let this one in no more, at once; it can be undone."""
    invitation.removed = timezone.now()
    invitation.save(update_fields=["removed"])


def restore(*, invitation: Invitation) -> None:
    """Undo `take_back`."""
    invitation.removed = None
    invitation.save(update_fields=["removed"])


def note_opened(*, comparison: Comparison, user_id: int) -> None:
    """Keep when an invited account opened the comparison first."""
    comparison.invitations.for_account(user_id).filter(opened__isnull=True).update(opened=timezone.now())


def hide(*, comparison: Comparison, user_id: int, is_hidden: bool) -> bool:
    """Take the comparison off the invited person's own list, or put it back. False where nobody invited them."""
    return bool(comparison.invitations.for_account(user_id).update(is_hidden=is_hidden))
