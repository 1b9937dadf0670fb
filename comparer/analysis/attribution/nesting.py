"""Of cues inside what another cue reports only the outermost counts; loose quotations go to the last speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, holds, merged, without
from comparer.analysis.report import Range


def joined(relations: Iterable[Relation]) -> list[Relation]:
    """Merge relations that have one head: a verb with a clause and a quotation."""
    by_head: dict[int, Relation] = {}
    for relation in relations:
        other = by_head.get(relation.head)
        if other is None:
            by_head[relation.head] = relation
        else:
            content = merged((*other.content, *relation.content))
            quoted = other.quoted or relation.quoted
            by_head[relation.head] = replace(
                other, content=content, quoted=quoted, source=other.source or relation.source
            )
    return [by_head[head] for head in sorted(by_head)]


def apart(relation: Relation) -> Relation:
    """Take the words of the cue out of the content and the source."""
    content = without(relation.content, relation.cue)
    source = without([relation.source], relation.cue) if relation.source else ()
    return replace(relation, content=content, source=source[0] if source else None)


def outermost(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """Keep what no other relation holds in its content, those nearest the top of the parse first."""
    kept: list[Relation] = []
    covered: set[int] = set()
    for relation in sorted(
        relations, key=lambda r: (r.lemma != ":", not r.quoted, r.lemma != "accord", _depth(doc[r.head]), r.head)
    ):
        if relation.head in covered:
            continue
        kept.append(relation)
        if relation.embedding:
            for start, end in relation.content:
                covered.update(range(start, end))
    holders = _holders(kept)
    kept.sort(key=lambda relation: relation.head)
    return [r for r in kept if not any(_swallows(other, r) for other in holders.get(r.head, ()))]


def _holders(relations: Sequence[Relation]) -> dict[int, list[Relation]]:
    """Return for each cue the relations that hold it in their content."""
    heads = sorted(relation.head for relation in relations)
    holders: dict[int, list[Relation]] = {}
    for relation in relations:
        for start, end in relation.content:
            for head in heads[bisect_left(heads, start) : bisect_left(heads, end)]:
                holders.setdefault(head, []).append(relation)
    return holders


def _swallows(outer: Relation, inner: Relation) -> bool:
    if not outer.embedding or outer.head == inner.head or holds(inner.content, outer.head):
        return False
    return not (inner.quoted and outer.lemma == "accord")


def with_whole_quotes(relations: Sequence[Relation], quotes: Sequence[Range]) -> list[Relation]:
    """Let content that breaks off inside a quotation run to the quotation's end."""
    return [_with_whole_quotes(relation, quotes) for relation in relations]


def _with_whole_quotes(relation: Relation, quotes: Sequence[Range]) -> Relation:
    grown: list[Range] = []
    for start, end in relation.content:
        position = bisect_left(quotes, end, key=itemgetter(0)) - 1
        inside = position >= 0 and start <= quotes[position][0] and end < quotes[position][1]
        grown.append((start, quotes[position][1] if inside else end))
    return relation if merged(grown) == relation.content else relation.with_content(grown)


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i and depth < 50:
        token, depth = token.head, depth + 1
    return depth


def with_loose(
    doc: Doc, relations: Sequence[Relation], loose: Sequence[Range], starts: Sequence[int]
) -> list[Relation]:
    """Add each quotation without a cue to who spoke last in its paragraph, or in the one above if it opens one.

    `starts` holds the first token of each paragraph.
    """
    grown = list(relations)
    heads = [relation.head for relation in grown]
    for quote in loose:
        last = bisect_left(heads, quote[0])
        if any(holds(relation.content, quote[0]) for relation in grown[max(0, last - 8) : last + 8]):
            continue
        paragraph = bisect_right(starts, quote[0]) - 1
        begins = paragraph >= 0 and starts[paragraph] == quote[0]
        reach = starts[max(0, paragraph - begins)] if starts else 0
        position = _speaker_before(doc, grown, bisect_left(heads, reach), last)
        if position is not None:
            grown[position] = replace(grown[position].with_content((*grown[position].content, quote)), quoted=True)
    return grown


def _speaker_before(doc: Doc, relations: Sequence[Relation], first: int, last: int) -> int | None:
    """Return the position of the last relation with direct speech, else of the last with a finite verb."""
    for position in range(last - 1, first - 1, -1):
        if relations[position].quoted:
            return position
    for position in range(last - 1, first - 1, -1):
        if doc[relations[position].head].tag_ in {"VBD", "VBZ", "VBP"}:
            return position
    return None
