"""How far two markings of the same article pairs agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from comparer.evaluation.gold import Contrast, GoldPair
from comparer.evaluation.links import tally_decisions, tally_links
from comparer.evaluation.tally import Share, Tally, figure
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of
from comparer.evaluation.twice import Twice, read_twice

DEFINITION = (
    "Two markings of one article pair, made apart. Decisions and links: each marking in turn is the gold and the other "
    "is what is found, by the definitions of the task `articles`, and the counts are added up. Core: the links of "
    "grade 2 are found; any: all links are. Same grade: of the links that both list, those with one grade. "
    "Conflicts: two marks are one if they share a kind and letters on both sides; the first marking is the gold, and "
    "what it calls open counts neither way, or, in the last line, as no conflict. Micro average over all pairs; "
    "interval: 1,000 bootstrap draws of article pairs."
)


def evaluate_agreement(path: Path, half: Half, progress: Progress) -> Table:
    """Return how far the markings in the folder `path` agree. BadDataError for folders without second marks."""
    pairs = half_of(read_twice(path), half)
    progress(len(pairs), len(pairs))
    counts = {
        "article pairs": len(pairs),
        "core links first": sum(len(_core(pair.first)) for pair in pairs),
        "core links second": sum(len(_core(pair.second)) for pair in pairs),
        "conflicts first": sum(len(pair.first.marks.conflicts) for pair in pairs),
        "conflicts second": sum(len(pair.second.marks.conflicts) for pair in pairs),
    }
    notes = [note for pair in pairs for note in conflict_notes(pair)]
    return Table(DEFINITION, counts, _figures(pairs), "F1 or share", notes)


def share_decisions(pair: Twice) -> Share:
    """Count sentences decided as in the gold by the core links of the other, each as the gold in turn."""
    shares = [tally_decisions(gold, _core(other)) for gold, other in _turns(pair)]
    return Share(sum(share.right for share in shares), sum(share.of for share in shares))


def tally_core(pair: Twice) -> Tally:
    """Count the links of grade 2 of one as found with the other as the gold, in turn."""
    return _added([tally_links(gold.links, _core(other)) for gold, other in _turns(pair)])


def tally_any(pair: Twice) -> Tally:
    """Count all links of one as found with the other as the gold, in turn."""
    return _added([tally_links(gold.links, other.links.keys()) for gold, other in _turns(pair)])


def share_grades(pair: Twice) -> Share:
    """Count the links that both list, and those with one grade."""
    both = pair.first.links.keys() & pair.second.links.keys()
    return Share(sum(pair.first.links[link] == pair.second.links[link] for link in both), len(both))


def tally_conflicts(pair: Twice, *, spare_open: bool) -> Tally:
    """Count the second conflicts with the first as the gold; open ones count neither way if they are spared."""
    first, second = pair.first.marks.conflicts, pair.second.marks.conflicts
    right = sum(_known(one, first, pair) for one in second)
    wrong = len(_alone(pair)) if spare_open else len(second) - right
    return Tally(right, right + wrong, sum(_known(one, second, pair) for one in first), len(first))


def conflict_notes(pair: Twice) -> Iterator[str]:
    """Say which conflicts only one reader marks, and which the first calls open."""
    marks, alone = pair.first.marks, _alone(pair)
    missed = [one for one in marks.conflicts if not _known(one, pair.second.marks.conflicts, pair)]
    known = [one for one in pair.second.marks.conflicts if _known(one, marks.conflicts, pair)]
    opened = [one for one in pair.second.marks.conflicts if one not in known and one not in alone]
    told = (("only the first marks", missed), ("only the second marks", alone), ("the first calls open", opened))
    for words, conflicts in told:
        for one in conflicts:
            yield f"{pair.first.name}: {words} the {one.kind} conflict “{one.left[0]}” / “{one.right[0]}”"


def _figures(pairs: Sequence[Twice]) -> list[Figure]:
    return [
        figure("decisions", [share_decisions(pair) for pair in pairs]),
        figure("links, core", [tally_core(pair) for pair in pairs]),
        figure("links, any", [tally_any(pair) for pair in pairs]),
        figure("links, same grade", [share_grades(pair) for pair in pairs]),
        figure("conflicts", [tally_conflicts(pair, spare_open=True) for pair in pairs]),
        figure("conflicts, open as none", [tally_conflicts(pair, spare_open=False) for pair in pairs]),
    ]


def _alone(pair: Twice) -> list[Contrast]:
    """Return the second conflicts that the first has not, and does not call open."""
    marks = pair.first.marks
    rest = [one for one in pair.second.marks.conflicts if not _known(one, marks.conflicts, pair)]
    return [one for one in rest if not any(_touch(one, other, pair) for other in marks.open)]


def _known(one: Contrast, others: Sequence[Contrast], pair: Twice) -> bool:
    return any({one.kind, *one.also} & {other.kind, *other.also} and _touch(one, other, pair) for other in others)


def _touch(one: Contrast, other: Contrast, pair: Twice) -> bool:
    left, right = pair.first.texts
    return not (
        _letters(left, one.left).isdisjoint(_letters(left, other.left))
        or _letters(right, one.right).isdisjoint(_letters(right, other.right))
    )


def _letters(text: str, passages: Sequence[str]) -> frozenset[int]:
    """Return the positions of letters and digits of all `passages`, each a substring of `text`."""
    starts = [(text.index(passage), len(passage)) for passage in passages]
    return frozenset(at for start, size in starts for at in range(start, start + size) if text[at].isalnum())


def _core(pair: GoldPair) -> set[tuple[int, int]]:
    return {link for link, grade in pair.links.items() if grade == 2}


def _turns(pair: Twice) -> tuple[tuple[GoldPair, GoldPair], ...]:
    return (pair.first, pair.second), (pair.second, pair.first)


def _added(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        sum(tally.right for tally in tallies),
        sum(tally.found for tally in tallies),
        sum(tally.reached for tally in tallies),
        sum(tally.gold for tally in tallies),
    )
