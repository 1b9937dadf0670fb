"""What an administrator of a platform types, or a platform reads, to register this site."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.urls import reverse

TITLE = "Comparer"
DESCRIPTION = "Media-literacy exercises on two pieces of news coverage about one event."
SCOPES = ("https://purl.imsglobal.org/spec/lti-ags/scope/score",)


def addresses(root: str) -> dict[str, str]:
    """Return our addresses under this root, by what platforms call them."""
    launch = urljoin(root, reverse("lti_launch"))
    return {
        "Tool URL, target link URI": launch,
        "Login initiation URL": urljoin(root, reverse("lti_login")),
        "Redirect URI": launch,
        "Deep linking or content selection URL": launch,
        "Public keyset or JWKS URL": urljoin(root, reverse("lti_keys")),
    }


def describe_tool(root: str) -> dict[str, Any]:
    """Return the same as the JSON that Canvas and others read."""
    launch = urljoin(root, reverse("lti_launch"))
    selection = {
        "placement": "assignment_selection",
        "message_type": "LtiDeepLinkingRequest",
        "target_link_uri": launch,
    }
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "oidc_initiation_url": urljoin(root, reverse("lti_login")),
        "target_link_uri": launch,
        "redirect_uris": [launch],
        "public_jwk_url": urljoin(root, reverse("lti_keys")),
        "scopes": list(SCOPES),
        "extensions": [
            {
                "platform": "canvas.instructure.com",
                "settings": {"placements": [selection]},
                "privacy_level": "anonymous",
            }
        ],
    }
