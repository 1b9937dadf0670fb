"""The gradebook: points of each student for each task, on a page and as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comparer.classroom.content import Task
from comparer.comparisons.ledgers.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Graded:
    """One answer: its key in the database, and its points, None until it is marked."""

    answer: int
    points: float | None

    @property
    def words(self) -> str:
        return "" if self.points is None else write_points(self.points)


@dataclass(frozen=True, slots=True)
class Row:
    pupil: int
    nickname: str
    cells: tuple[Graded | None, ...]
    """One for each task; None where the student sent nothing."""
    name: str = ""
    """Who it is on the class list, where there is one."""

    @property
    def total(self) -> float:
        return round(sum(cell.points or 0 for cell in self.cells if cell), 2)

    @property
    def total_words(self) -> str:
        return write_points(self.total)

    @property
    def unmarked(self) -> int:
        """Answers that wait for a person."""
        return sum(cell is not None and cell.points is None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Gradebook:
    tasks: tuple[Task, ...]
    rows: tuple[Row, ...]

    @property
    def most(self) -> int:
        return sum(task.points for task in self.tasks)

    @property
    def unmarked(self) -> int:
        return sum(row.unmarked for row in self.rows)

    @property
    def has_names(self) -> bool:
        """Some came in by a class list."""
        return any(row.name for row in self.rows)

    @property
    def means(self) -> tuple[str, ...]:
        """The mean of each task over the answers that are marked; "" where none is."""
        return tuple(_mean([row.cells[at] for row in self.rows]) for at in range(len(self.tasks)))


def make_gradebook(
    tasks: Sequence[Task], students: Iterable[tuple[int, str, str | None]], graded: Mapping[tuple[int, str], Graded]
) -> Gradebook:
    """Return the table. `students`: key, nickname and name on the class list, in order; `graded`: by student and task."""
    rows = (
        Row(pk, nickname, tuple(graded.get((pk, task.id)) for task in tasks), name or "")
        for pk, nickname, name in students
    )
    return Gradebook(tuple(tasks), tuple(rows))


def make_sheet(book: Gradebook) -> Sheet:
    """Return the gradebook as words alone; what is not marked yet says so, what was not sent is empty."""
    heads = [f"{number}. {task.title} (of {task.points})" for number, task in enumerate(book.tasks, start=1)]
    rows = [(row.nickname, *map(_say, row.cells), write_points(row.total), str(book.most)) for row in book.rows]
    if not book.has_names:
        return Sheet(("Student", *heads, "Points", "Of"), tuple(rows))
    named = tuple((row.name, *cells) for row, cells in zip(book.rows, rows, strict=True))
    return Sheet(("Name", "Student", *heads, "Points", "Of"), named)


def write_points(points: float) -> str:
    """Return points as people write them: "3", "2.5", "0.67"."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _say(cell: Graded | None) -> str:
    if cell is None:
        return ""
    return "not marked yet" if cell.points is None else write_points(cell.points)


def _mean(cells: Sequence[Graded | None]) -> str:
    points = [cell.points for cell in cells if cell and cell.points is not None]
    return write_points(sum(points) / len(points)) if points else ""
