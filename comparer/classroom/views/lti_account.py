"""On this site itself: the code that links an account to a platform, and what registers the site there."""

from __future__ import annotations

import json
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.accounts.models import User
from comparer.classroom.lti.configuring import addresses, describe_tool
from comparer.classroom.lti.linking import make_code, unlink_account
from comparer.classroom.lti.models import AccountLink, Platform


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lti_account(request: HttpRequest) -> HttpResponse:
    """Show which platforms know this account; a press of a button makes a code that links one more."""
    account = cast("User", request.user)
    code = make_code(account=account) if request.method == "POST" else None
    links = AccountLink.objects.filter(account=account).select_related("platform").order_by("-made")
    return render(request, "classroom/lti_account.html", {"code": code, "links": links})


@require_POST
def lti_unlink(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a platform no longer know this account."""
    if not unlink_account(account=cast("User", request.user), link_id=pk):
        raise Http404
    messages.success(request, "Unlinked. To link it again, open an exercise there and type a new code.")
    return redirect("lti_account")


@require_safe
@permission_required("classroom.view_platform", raise_exception=True)
def lti_register(request: HttpRequest) -> HttpResponse:
    """Show an administrator what to type into the platform, and what to bring back from there."""
    root = request.build_absolute_uri("/")
    context = {
        "addresses": addresses(root),
        "config": json.dumps(describe_tool(root), indent=2),
        "platforms": Platform.objects.all(),
        "is_secure": request.is_secure(),
    }
    return render(request, "classroom/lti_register.html", context)
