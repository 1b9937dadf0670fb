from __future__ import annotations

from django.contrib.auth.forms import BaseUserCreationForm
from django.core.exceptions import ValidationError

from comparer.accounts.models import User


class SignUpForm(BaseUserCreationForm[User]):
    class Meta(BaseUserCreationForm.Meta):
        model = User
        fields = ("username", "email")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = "Letters, figures and @ . + - _"
        self.fields["password1"].help_text = "At least 8 characters, not only figures, and none of the common ones."
        self.fields["password2"].label = "Password again"
        self.fields["password2"].help_text = ""
        self.fields["email"].label = "E-mail (optional)"
        self.fields["email"].help_text = "Only used to set a new password when you have forgotten yours."
        self.fields["email"].widget.attrs["autocomplete"] = "email"

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
