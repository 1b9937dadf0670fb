"""The signs of Markdown, taken off a text that was evidently written in it: # titles, *stress*, > quotes, lists, links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comparer.analysis.text.edits import Draft, Edit, apply_edits
from comparer.analysis.text.mend import as_it_stands
from comparer.analysis.text.rules import is_signature

LINK_MARKUP_WHY = "A link; its words stay, its address is left out."

_ENOUGH = 2
_ROUNDS = 6
_TITLE = re.compile(r"\A\s*#{1,6} +(?=[^\W\d]|[\"“‘'*_\[])")
_HEADING = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
_HEADING_LINE = re.compile(r"^#{1,6} +(?P<words>\S.*?)(?: +#+)?$", re.MULTILINE)
_QUOTE = re.compile(r"^>[> ]*", re.MULTILINE)
_BULLET = re.compile(r"^[-*+] +(?=\S)", re.MULTILINE)
_STRESSED = (
    re.compile(r"(?<![\w*])(?P<sign>\*{1,3})(?=[^\s*])[^*\n]{1,600}(?<=\S)(?P=sign)(?![\w*])"),
    re.compile(r"(?<![\w_])(?P<sign>_{1,3})(?=[^\s_])[^_\n]{1,600}(?<=\S)(?P=sign)(?![\w_])"),
)
_ADDRESS = r"\( ?<?(?:https?:|mailto:|www\.|[/#.])[^\s()<>]{0,2000}>?(?: \"[^\"\n]{0,300}\")? ?\)"
_LINK = re.compile(rf"!?\[(?P<words>[^\[\]\n]{{1,300}})\]{_ADDRESS}")
# A picture on a line of its own is left for the rules of what is set aside.
_PICTURE_LINE = re.compile(rf"^\[?!\[[^\[\]\n]{{0,300}}\]{_ADDRESS}(?:\]{_ADDRESS})?$", re.MULTILINE)


def take_off_markdown(draft: Draft) -> Draft:
    """Return the draft without the signs of Markdown; a text with fewer than two such signs stays as it is.

    Headings and list items get a line of their own. What a link points to is kept in the repair.
    """
    if not is_markdown(draft.text):
        return draft
    for _ in range(_ROUNDS):
        before = draft.text
        for edits in (_stress, _blocks, _links):
            draft = apply_edits(draft, edits(draft.text))
        if draft.text == before:
            break
    return Draft(draft.text, tuple(as_it_stands(repair, draft.text) for repair in draft.repairs))


def is_markdown(text: str) -> bool:
    """A first line with "# ", a link, or two other signs; e-mail has quotes and plain texts have lists, so each counts once."""
    signs = [
        2 * (_TITLE.match(text) is not None),
        _count(_HEADING, text),
        2 * _count(_LINK, text),
        *(_count(pattern, text) for pattern in _STRESSED),
        min(1, _count(_QUOTE, text)),
        min(1, _count(_BULLET, text)),
    ]
    lists_and_quotes_only = not any(signs[:-2])
    return sum(signs) >= _ENOUGH and not lists_and_quotes_only


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _, _ in zip(pattern.finditer(text), range(_ENOUGH), strict=False))


def _stress(text: str) -> list[Edit]:
    found = sorted((match.span(), len(match["sign"])) for pattern in _STRESSED for match in pattern.finditer(text))
    edits: list[Edit] = []
    end = 0
    for (first, last), sign in found:
        # "*a _b* c_": the second is left for the next round
        if first >= end:
            edits += [Edit(first, first + sign, ""), Edit(last - sign, last, "")]
            end = last
    return edits


def _blocks(text: str) -> list[Edit]:
    edits = [edit for match in _HEADING_LINE.finditer(text) for edit in _heading(match)]
    edits += [Edit(*match.span(), "") for match in _QUOTE.finditer(text)]
    edits += [Edit(*match.span(), "\n") for match in _BULLET.finditer(text) if not is_signature(_line(text, match))]
    return sorted(edits, key=lambda edit: edit.start)


def _heading(match: re.Match[str]) -> Iterable[Edit]:
    return Edit(match.start(), match.start("words"), "\n"), Edit(match.end("words"), match.end(), "\n")


def _line(text: str, match: re.Match[str]) -> str:
    end = text.find("\n", match.end())
    return text[match.start() : end if end >= 0 else len(text)]


def _links(text: str) -> list[Edit]:
    pictures = {at for match in _PICTURE_LINE.finditer(text) for at in range(match.start(), match.start() + 2)}
    return [
        Edit(*match.span(), match["words"], LINK_MARKUP_WHY)
        for match in _LINK.finditer(text)
        if match.start() not in pictures
    ]
