"""What tasks are made of: both texts in lines, and the report as people corrected it, beside what the machine said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from comparer.analysis.report import Claim, Difference, Excerpt, Reading, Report, Sureness
from comparer.classroom.content import Choice, Line, Piece, Side
from comparer.comparisons.presenting.sides import Names

SIDES: tuple[Side, Side] = ("left", "right")
PLACES: dict[Side, str] = {"left": "the first piece", "right": "the second piece"}
"""What the pieces are called in questions: outlets stay hidden in a blind exercise."""
NONE = Choice("none", "None of these")
RANK: dict[Sureness, int] = {"sure": 0, "likely": 1, "possible": 2}
SHORTEST, LONGEST = 4, 45
"""Words of a sentence that can stand in a question by itself."""

_BY_PLACE = Names("Left piece", "Right piece", ("left", "right"))


@dataclass(frozen=True)
class Told:
    """One piece in lines, and where they stand in the reading."""

    side: Side
    reading: Reading
    outlet: str

    @cached_property
    def by_sentence(self) -> dict[int, Line]:
        """The sentences of the text without its title, by their place in the reading."""
        paragraphs, letter = self.reading.paragraphs, self.side[0]
        return {
            number: Line(f"{letter}{number + 1}", " ".join(words.split()), one.paragraph)
            for number, one in enumerate(self.reading.sentences)
            if (words := self.reading.text[one.start : one.end]).strip()
            and not (paragraphs and paragraphs[one.paragraph].role == "title")
        }

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.reading.sentences]

    @cached_property
    def _claims(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for one in self.reading.claims:
            found.setdefault(one.sentence, []).append(one)
        return found

    @property
    def piece(self) -> Piece:
        lines = tuple(self.by_sentence.values())
        return Piece(self.outlet, self.reading.title or "", lines, self.reading.published)

    def line_at(self, place: int) -> Line | None:
        """Return the line that holds this place of the text."""
        return self.by_sentence.get(bisect_right(self._starts, place) - 1)

    def line_of(self, claim_id: str) -> Line | None:
        return self.by_sentence.get(self.reading.claim(claim_id).sentence)

    def claims_of(self, line: Line) -> list[Claim]:
        return self._claims.get(int(line.id[1:]) - 1, [])

    def is_askable(self, line: Line) -> bool:
        """Whether the line is a whole sentence of the article itself, neither a scrap nor a monster."""
        role = self.reading.paragraphs[line.paragraph].role if self.reading.paragraphs else "body"
        return role == "body" and SHORTEST <= len(line.text.split()) <= LONGEST


@dataclass(frozen=True)
class Material:
    """A comparison to make tasks of. `before` is what the machine said, `report` what people made of it."""

    before: Report
    report: Report
    outlets: tuple[str, str] = ("", "")

    @cached_property
    def left(self) -> Told:
        return Told("left", self.report.left, self.outlets[0] or self.report.left.outlet or "")

    @cached_property
    def right(self) -> Told:
        return Told("right", self.report.right, self.outlets[1] or self.report.right.outlet or "")

    @cached_property
    def before_left(self) -> Told:
        return Told("left", self.before.left, "")

    @cached_property
    def before_right(self) -> Told:
        return Told("right", self.before.right, "")

    def told_before(self, side: Side) -> Told:
        return self.before_left if side == "left" else self.before_right

    def told(self, side: Side) -> Told:
        return self.left if side == "left" else self.right

    @property
    def sides(self) -> tuple[Told, Told]:
        return self.left, self.right

    @cached_property
    def copied(self) -> frozenset[str]:
        """The sentences that stand in both pieces word for word, in small letters."""
        first, second = ({line.text.casefold() for line in told.by_sentence.values()} for told in self.sides)
        return frozenset(first & second)

    @property
    def is_mostly_copied(self) -> bool:
        """Whether more than half of the sentences of one piece stand in the other word for word."""
        return 2 * len(self.copied) > min(len(told.by_sentence) for told in self.sides) > 0

    def passages(self, differences: Iterable[Difference]) -> Iterator[tuple[Line, Line, Difference]]:
        """Yield the differences that have askable words on both sides, with the lines of these."""
        for one in differences:
            if one.left and one.right:
                first, second = self.left.line_at(one.left[0].start), self.right.line_at(one.right[0].start)
                if first and second and self.left.is_askable(first) and self.right.is_askable(second):
                    yield first, second, one


def shuffle(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices in an order that gives nothing away and is the same each time."""
    return tuple(sorted(choices, key=lambda one: sha256(f"{one.id} {one.text}".encode()).digest()))


def both(first: Line, second: Line) -> str:
    """Return two passages as one question."""
    return f"First piece: {first.text}\nSecond piece: {second.text}"


def explain(differences: Sequence[Difference]) -> str:
    """Return why, in words that name the pieces by their place."""
    return " ".join(dict.fromkeys(_BY_PLACE.name(one.explanation) for one in differences))


def sides_of(one: Difference) -> tuple[tuple[Side, tuple[Excerpt, ...]], tuple[Side, tuple[Excerpt, ...]]]:
    return ("left", one.left), ("right", one.right)
