"""Addresses of accounts, by the names that Django's own views expect."""

from __future__ import annotations

from django.contrib.auth import views as auth
from django.urls import path

from comparer.accounts.forms import ChangePasswordForm, NewPasswordForm
from comparer.accounts.views import PasswordResetAsk, PasswordResetSent, SignIn, account, signup

urlpatterns = [
    path("", account, name="account"),
    path("signup/", signup, name="signup"),
    path("login/", SignIn.as_view(), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("password/", auth.PasswordChangeView.as_view(form_class=ChangePasswordForm), name="password_change"),
    path("password/changed/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("password/reset/", PasswordResetAsk.as_view(), name="password_reset"),
    path("password/reset/sent/", PasswordResetSent.as_view(), name="password_reset_done"),
    path(
        "password/reset/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(form_class=NewPasswordForm),
        name="password_reset_confirm",
    ),
    path("password/reset/complete/", auth.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
