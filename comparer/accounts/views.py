"""Signing up and signing in; what a visitor made before comes along. All else is Django's own."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import Group
from django.contrib.auth.views import LoginView, PasswordResetDoneView, PasswordResetView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from comparer.accounts.forms import ChangeEmailForm, ForgottenPasswordForm, SignInForm, SignUpForm
from comparer.accounts.models import User
from comparer.comparisons.services import hand_over
from comparer.web.people import forget_visitor, visitor_key


@login_not_required
@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def signup(request: HttpRequest) -> HttpResponse:
    """Make an account with the role that new ones have, sign in to it, and keep what the visitor made."""
    if request.user.is_authenticated:
        return redirect("comparison_list")
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "registration/signup.html", {"form": form}, status=status)
    user = form.save()
    user.groups.set(Group.objects.filter(name=settings.COMPARER_SIGNUP_ROLE))
    login(request, user)
    messages.success(request, f"Welcome, {user.get_username()}.")
    _bring_along(request, user.pk)
    return redirect("comparison_list")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show the account, change its e-mail, lead to its password."""
    user = cast("User", request.user)  # nobody else comes in
    form = ChangeEmailForm(user, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "registration/account.html", {"form": form}, status=status)
    form.save()
    messages.success(request, "Your e-mail is changed." if user.email else "Your account has no e-mail now.")
    return redirect("account")


class SignIn(LoginView):
    """Django's sign-in; what the visitor made before comes along."""

    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        _bring_along(self.request, form.get_user().pk)
        return response

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_invalid(form)
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response


class PasswordResetAsk(PasswordResetView):
    """Django's page that asks for the address; it says where the letter goes where there is no mail server."""

    form_class = ForgottenPasswordForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sends_mail=bool(settings.EMAIL_HOST), **kwargs)


class PasswordResetSent(PasswordResetDoneView):
    """Django's page after it; likewise."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sends_mail=bool(settings.EMAIL_HOST), **kwargs)


def _bring_along(request: HttpRequest, user_id: int) -> None:
    came_along = hand_over(visitor=visitor_key(request), user_id=user_id)
    forget_visitor(request)
    if came_along:
        s = "" if came_along == 1 else "s"
        messages.success(request, f"{came_along} comparison{s} that you made before signing in came along.")
