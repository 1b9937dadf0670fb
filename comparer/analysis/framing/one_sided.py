"""Names that take a side, or are held at arm's length, and that only one of two articles uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.labels import Labels
from comparer.analysis.passages import excerpt
from comparer.analysis.report import Name, Reading, Verdict


def compare_naming(left: Reading, right: Reading, *, labels: Labels, told: Iterable[Finding] = ()) -> Iterator[Finding]:
    """Yield the names that take a side, or are held at arm's length, and that only one article uses.

    `told` are the findings of the pairs: what they mark already is left out.
    """
    marked = {
        mark.text.lower()
        for finding in told
        if finding.kind in {"naming", "wording"}
        for mark in (*finding.left, *finding.right)
    }
    yield from _only(left, right, "only_left", labels, marked)
    yield from _only(right, left, "only_right", labels, marked)


def _only(here: Reading, there: Reading, verdict: Verdict, labels: Labels, marked: set[str]) -> Iterator[Finding]:
    known = {name.head for name in there.names}
    words = there.text.lower()
    uses: dict[str, list[Name]] = {}
    for name in here.names:
        if (name.distanced or name.head in labels.charged) and name.head not in known:
            uses.setdefault(name.head, []).append(name)
    for names in uses.values():
        if (
            not any(name.text.lower() in marked or name.head in marked for name in names)
            and names[0].head.lower() not in words
        ):
            yield _one_sided(here, names, verdict)


def _one_sided(here: Reading, names: list[Name], verdict: Verdict) -> Finding:
    first = next((name for name in names if name.distanced), names[0])
    side = "left" if verdict == "only_left" else "right"
    times = f", {len(names)} times" if len(names) > 1 else ""
    distance = " It is held at arm’s length." if first.distanced else ""
    marks = tuple(excerpt(here, name) for name in names)
    return Finding(
        "naming",
        verdict,
        marks if verdict == "only_left" else (),
        marks if verdict == "only_right" else (),
        f"Only {side} speaks of “{first.text}”{times}, {_whose_words(first)}.{distance}",
        sureness="sure" if first.distanced or first.whose != "own" else "likely",
    )


def _whose_words(name: Name) -> str:
    if name.whose == "own":
        return "in the outlet’s own words"
    return f"in the words of {name.speaker}" if name.speaker else "in somebody else’s words"
