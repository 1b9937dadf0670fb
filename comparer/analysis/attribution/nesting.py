"""Of cues inside what another cue reports only the outermost counts; loose quotations go to the last speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, holds, merged
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


def outermost(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """Keep what no other relation holds in its content, those nearest the top of the parse first."""
    kept: list[Relation] = []
    covered: set[int] = set()
    for relation in sorted(relations, key=lambda r: (not r.quoted, r.lemma != "accord", _depth(doc[r.head]), r.head)):
        if relation.head in covered:
            continue
        kept.append(relation)
        if relation.embedding:
            for start, end in relation.content:
                covered.update(range(start, end))
    kept.sort(key=lambda relation: relation.head)
    return [relation for relation in kept if not _inside(relation, kept)]


def _inside(relation: Relation, others: Sequence[Relation]) -> bool:
    return any(
        other.embedding
        and other.head != relation.head
        and holds(other.content, relation.head)
        and not holds(relation.content, other.head)
        for other in others
    )


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i and depth < 50:
        token, depth = token.head, depth + 1
    return depth


def with_loose(
    doc: Doc, relations: Sequence[Relation], loose: Sequence[Range], starts: Sequence[int]
) -> list[Relation]:
    """Add each quotation without a cue to the nearest relation before it, in its paragraph or the one above.

    `starts` holds the first token of each paragraph.
    """
    grown = list(relations)
    for quote in loose:
        if any(holds(relation.content, quote[0]) for relation in grown):
            continue
        position = _last_before(grown, quote[0])
        if position is None or _paragraphs_between(starts, grown[position].head, quote[0]) > 1:
            continue
        grown[position] = replace(grown[position].with_content((*grown[position].content, quote)), quoted=True)
    return grown


def _last_before(relations: Sequence[Relation], place: int) -> int | None:
    before = [position for position, relation in enumerate(relations) if relation.head < place]
    return before[-1] if before else None


def _paragraphs_between(starts: Sequence[int], first: int, second: int) -> int:
    return sum(first < start <= second for start in starts)
