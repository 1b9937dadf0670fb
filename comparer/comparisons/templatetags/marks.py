"""Runs of marks as HTML, in one pass: a template loop is slower and leaks white space into the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from comparer.analysis.report import Repair
from comparer.comparisons.presenting.passages import Words
from comparer.comparisons.presenting.runs import Run

register = template.Library()


@register.simple_tag
def marked(runs: Iterable[Run], prefix: str, *, described: bool = True) -> SafeString:
    """Render runs: plain text as it is, a marked stretch as one flat element.

    The first run of a mark that shows is a link to its card (`prefix` and the
    mark's id) and, if `described`, is described by its line in the list; `data-m` names all marks
    of the run, topmost first, so that other filters can be painted without
    sending the text again.
    """
    return format_html_join("", "{}{}", ((_run(run, prefix, described=described), _signs(run)) for run in runs))


@register.simple_tag
def passage(words: Iterable[Words]) -> SafeString:
    """Render a card's passage: context, words of this side only, and what the difference is about."""
    return format_html_join("", "{}", ((_words(one),) for one in words))


def _run(run: Run, prefix: str, *, described: bool) -> SafeString | str:
    if run.around:
        return format_html('<span class="around">{}</span>', run.text)
    if not run.marks:
        return _flawed(run.repair, run.text) if run.repair else run.text
    return format_html(
        "<a{}>{}</a>", format_html_join("", ' {}="{}"', _attributes(run, prefix, described=described)), run.text
    )


def _signs(run: Run) -> SafeString | str:
    if not run.signs:
        return ""
    signs = ((one.note, one.number) for one in run.signs)
    return format_html_join("", ' <a class="sign" href="#note-{}">Note {}</a>', signs)


def _attributes(run: Run, prefix: str, *, described: bool) -> Iterator[tuple[str, str]]:
    yield "data-m", " ".join(run.marks)
    classes = ["m", run.look.style] if run.look else []
    if run.repair:
        classes.append(_flaw(run.repair))
        yield "title", _flaw_words(run.repair)
    if classes:
        yield "class", " ".join(classes)
    if run.leads and run.top:
        yield "href", prefix + run.top
        if described:
            yield "aria-describedby", f"say-{run.top}"
    if run.notes:
        yield "data-n", ", ".join(map(str, run.notes))


def _words(one: Words) -> SafeString | str:
    names = [name for name, wanted in (("around", one.context), ("own", one.own), ("hit", one.hit)) if wanted]
    return format_html('<span class="{}">{}</span>', " ".join(names), one.text) if names else one.text


def _flawed(repair: Repair, text: str) -> SafeString:
    return format_html('<span class="{}" title="{}">{}</span>', _flaw(repair), _flaw_words(repair), text)


def _flaw(repair: Repair) -> str:
    return "damaged" if repair.after is None else "mended"


def _flaw_words(repair: Repair) -> str:
    return f"{'Damaged beyond repair' if repair.after is None else 'Mended'}: {repair.why}"
