"""Saved mails (.eml): newsletters and stories that somebody sent on."""

from __future__ import annotations

import email
import re
from datetime import datetime
from email.message import EmailMessage
from email.policy import default

from comparer.library.decode.found import FoundArticle, UnreadableFileError
from comparer.library.decode.lines import join_lines
from comparer.library.decode.page import read_page

_SENT_ON = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*", re.IGNORECASE)
_WRAPPED_AT = 90
_NO_BODY = "This mail holds no text of its own. Save what is attached to it and choose that file, or paste the text."


def read_mail(data: bytes) -> FoundArticle:
    """Return the body of the mail, its subject as title and its day; what is attached is left alone."""
    try:
        mail = email.message_from_bytes(data, policy=default)
        subject = _SENT_ON.sub("", " ".join(str(mail["subject"] or "").split()))
        body = _body(mail)
        day = _day(mail)
    except UnreadableFileError:
        raise
    # the library trusts that headers are well-formed
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError) as problem:
        raise UnreadableFileError("This mail is damaged. Open it in your mail program and paste its text.") from problem
    text = body if not subject or body.startswith(subject) else f"{subject}\n\n{body}"
    return FoundArticle(text, subject or None, published=day)


def _body(mail: EmailMessage) -> str:
    if (part := mail.get_body(("html",))) is not None:
        try:
            return read_page(part.get_content()).text
        except UnreadableFileError:
            pass  # little more than pictures: the plain words, if there are any
    part = mail.get_body(("plain",))
    plain = part.get_content() if part is not None else ""
    if not plain.strip():
        raise UnreadableFileError(_NO_BODY)
    widest = max(map(len, plain.splitlines()), default=0)
    return join_lines(plain) if widest <= _WRAPPED_AT else plain.strip()


def _day(mail: EmailMessage) -> str | None:
    sent: datetime | None = getattr(mail["date"], "datetime", None)
    return sent.date().isoformat() if sent else None
