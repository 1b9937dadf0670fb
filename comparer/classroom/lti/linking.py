"""Links somebody of a platform to an account here, by a code that the account shows and they type in the platform.

The code goes the long way on purpose. A launch can be forced on somebody's browser
by a link; if a launch could link an account, a stranger could tie theirs to it.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from comparer.accounts.models import User
from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.lesson.joining import read_code
from comparer.classroom.lti.models import CODE_LIVES, AccountLink, LinkCode, Platform
from comparer.classroom.lti.troubles import LtiError

MOST_WRONG = 10


def make_code(*, account: AbstractBaseUser) -> LinkCode:
    """Return a new code of this account; one made before is no longer good."""
    LinkCode.objects.filter(account_id=account.pk).delete()
    return LinkCode.objects.create(account_id=account.pk, ends=timezone.now() + CODE_LIVES)


def find_account(*, platform: Platform, subject: str) -> User | None:
    """Return whose account it is, where the account is still in use."""
    link = AccountLink.objects.select_related("account").filter(platform=platform, subject=subject).first()
    return link.account if link and link.account.is_active else None


@transaction.atomic
def link_account(*, platform: Platform, subject: str, typed: str) -> User:
    """Link by a code, which is used up. LtiError where it is wrong or over."""
    who = f"link:{platform.pk}:{subject}"
    if not GUESSES.may_guess(who, most=MOST_WRONG):
        raise LtiError("There were many wrong tries just now. Wait ten minutes.")
    code = LinkCode.objects.select_related("account").filter(code=read_code(typed), ends__gt=timezone.now()).first()
    if code is None or not LinkCode.objects.filter(pk=code.pk).delete()[0]:
        GUESSES.note_wrong(who)
        raise LtiError("This code is not valid, or no longer. Look at it again, or make a new one.")
    AccountLink.objects.update_or_create(platform=platform, subject=subject, defaults={"account": code.account})
    return code.account


def unlink_account(*, account: AbstractBaseUser, link_id: int) -> bool:
    """Undo a link of this account; False where there is none."""
    return bool(AccountLink.objects.filter(account_id=account.pk, pk=link_id).delete()[0])
