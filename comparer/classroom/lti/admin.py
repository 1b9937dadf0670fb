"""Learning platforms in Django's admin: only administrators type their addresses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from comparer.classroom.lti.addresses import origin_of
from comparer.classroom.lti.keys import make_key
from comparer.classroom.lti.models import Deployment, Platform


class PlatformForm(forms.ModelForm[Platform]):
    class Meta:
        model = Platform
        fields = (
            "name",
            "issuer",
            "client_id",
            "login_url",
            "token_url",
            "keys_url",
            "token_audience",
            "framed_by",
            "is_active",
        )

    def clean_framed_by(self) -> str:
        """Keep each address without its path; refuse what is none."""
        typed = str(self.cleaned_data["framed_by"]).split()
        if wrong := [address for address in typed if not origin_of(address)]:
            raise forms.ValidationError(f"{wrong[0][:80]} is no address. Write https://school.example, one on a line.")
        return "\n".join(dict.fromkeys(map(origin_of, typed)))


class DeploymentInline(admin.TabularInline[Deployment, Platform]):
    model = Deployment
    extra = 1


@admin.register(Platform)
class PlatformAdmin(admin.ModelAdmin[Platform]):
    form = PlatformForm
    inlines = (DeploymentInline,)
    list_display = ("name", "issuer", "client_id", "is_active")
    list_filter = ("is_active",)
    search_fields = ("name", "issuer", "client_id")
    change_list_template = "admin/classroom/platforms.html"
    add_form_template = change_form_template = "admin/classroom/platform.html"

    def get_urls(self) -> list[URLPattern]:
        new_key = path("new-key/", self.admin_site.admin_view(self.new_key), name="classroom_platform_new_key")
        return [new_key, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Platform, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's own
        """Forget the keys of an address that is no longer the platform's."""
        if "keys_url" in form.changed_data:
            obj.keys, obj.keys_read = [], None
        super().save_model(request, obj, form, change)

    def new_key(self, request: HttpRequest) -> HttpResponseRedirect:
        """Sign with a new key from now on; platforms still accept what the one before has signed."""
        if request.method == "POST" and self.has_change_permission(request):
            make_key()
            messages.success(request, "This site signs with a new key. Platforms find it at the keyset address.")
        return HttpResponseRedirect(reverse("admin:classroom_platform_changelist"))
