"""Forms of accounts: Django's own, in the words of this site."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    BaseUserCreationForm,
    PasswordChangeForm,
    PasswordResetForm,
    SetPasswordForm,
)
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.http import QueryDict

from comparer.accounts.models import User

NO_EMAIL = EmailValidator("This is not an e-mail address. It looks like name@example.org.")
TWO_PASSWORDS = "The two passwords differ. Type both again."


def _speak_of_password(first: forms.Field, second: forms.Field) -> None:
    first.help_text = "At least 8 characters, not only figures, and none of the common ones."
    second.label, second.help_text = f"{first.label} again", ""


def _speak_of_email(field: forms.Field, label: str = "E-mail") -> None:
    field.label = label
    field.widget.attrs["autocomplete"] = "email"
    field.validators = [NO_EMAIL if isinstance(one, EmailValidator) else one for one in field.validators]


class SignUpForm(BaseUserCreationForm[User]):
    error_messages = {"password_mismatch": TWO_PASSWORDS}

    class Meta(BaseUserCreationForm.Meta):
        model = User
        fields = ("username", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = "Letters, figures and @ . + - _"
        self.fields["email"].help_text = "Only used to set a new password when you have forgotten yours."
        _speak_of_email(self.fields["email"], "E-mail (optional)")
        _speak_of_password(self.fields["password1"], self.fields["password2"])

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError("This name is taken. Choose another.")
        return username

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email and User.objects.filter(email__iexact=email).exists():
            raise ValidationError("There is an account with this address already. Sign in, or ask for a new password.")
        return email


class SignInForm(AuthenticationForm):
    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": "No account has this username and password. Look at capital and small letters, in both.",
    }


class ForgottenPasswordForm(PasswordResetForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _speak_of_email(self.fields["email"])


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]  # generic in its stubs only
    error_messages = {"password_mismatch": TWO_PASSWORDS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _speak_of_password(self.fields["new_password1"], self.fields["new_password2"])


class ChangePasswordForm(PasswordChangeForm):
    error_messages = {
        "password_mismatch": TWO_PASSWORDS,
        "password_incorrect": "This is not your password now. Type it again.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Password now"
        _speak_of_password(self.fields["new_password1"], self.fields["new_password2"])


class ChangeEmailForm(forms.Form):
    """Another address, or none; who sits at a browser left open cannot change it without the password."""

    email = forms.EmailField(required=False, help_text="Only used to set a new password. Empty it to have none.")
    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), label="Password"
    )

    def __init__(self, user: User, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"email": user.email})
        self.user = user
        _speak_of_email(self.fields["email"])

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email and User.objects.filter(email__iexact=email).exclude(pk=self.user.pk).exists():
            raise ValidationError("There is another account with this address.")
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise ValidationError("This is not your password now. Type it again.")
        return password

    def save(self) -> None:
        self.user.email = self.cleaned_data["email"]
        self.user.save(update_fields=["email"])
