"""The board of a full room: 200 students, nine tasks, every answer in."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator

from django.test import Client
from django.urls import reverse

from comparer.classroom.content import Asked, Choice, Content, Item, Line, Piece, Task, TaskKind
from comparer.classroom.marking import mark_task
from comparer.classroom.models import Answer, Pupil, Room
from tests.bench.measure import Row, seconds_of
from tests.classroom.making import make_exercise, make_room, make_teacher

STUDENTS = 200
LINES = 40
ITEMS = 8
HTMX = {"HX-Request": "true"}
KINDS: tuple[tuple[TaskKind, Asked], ...] = (
    ("match", "one"), ("disagree", "many"), ("sort", "one"), ("label", "one"), ("loaded", "many"),
    ("speaker", "one"), ("missing", "many"), ("sure", "order"), ("reflect", "text"),
)  # fmt: skip
VIEWS = ("places", "answers&task=t1", "answers&task=t5", "talk", "texts&task=t5")


def measure() -> Iterator[Row]:
    """Yield what each view of the board costs the server, and a question that finds no news."""
    room = make_full_room()
    client = Client()
    assert room.exercise.owner is not None
    client.force_login(room.exercise.owner)
    address = room.get_absolute_url()
    for view in VIEWS:
        yield _page(client, f"board of {STUDENTS}: {view}", f"{address}?view={view}", part=True)
    yield _page(client, "  whole page with the control", address, part=False)
    yield _page(client, "  reveal of a task", reverse("room_reveal", args=[room.pk]) + "?task=t5", part=False)
    yield _page(client, "  gradebook", reverse("room_gradebook", args=[room.pk]), part=False)
    seen = client.get(address, headers=HTMX).context["stands_at"]
    idle = f"{address}?seen={seen}"
    if client.get(idle, headers=HTMX).status_code != 204:
        raise SystemExit("The board does not know that it is idle.")
    yield Row("  no news", seconds=seconds_of(lambda: client.get(idle, headers=HTMX)), aim="10 ms")


def _page(client: Client, what: str, address: str, *, part: bool) -> Row:
    headers = HTMX if part else {}
    answer = client.get(address, headers=headers)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    return Row(what, seconds_of(lambda: client.get(address, headers=headers)), len(answer.content), "150 ms")


def make_full_room() -> Room:
    """Return a room in which everybody has answered everything, each in their own way."""
    content = make_content()
    room = make_room(make_exercise(make_teacher("bench"), content))
    chance = random.Random(9)  # noqa: S311 -- the same class each time
    pupils = [Pupil(room=room, nickname=f"Student {number}", word="lantern") for number in range(STUDENTS)]
    answers = []
    for pupil in Pupil.objects.bulk_create(pupils):
        for task in content.tasks:
            given = {item.id: _choose(item, chance) for item in task.items}
            points = mark_task(task, given)
            one = Answer(
                pupil=pupil, version=room.version, task=task.id, given=given, sending=uuid.uuid4(), points=points
            )
            answers.append(one)
    Answer.objects.bulk_create(answers)
    return room


def _choose(item: Item, chance: random.Random) -> list[str]:
    ids = [choice.id for choice in item.choices]
    if item.asked == "one":
        return [chance.choice([*item.key * 3, *ids])]
    if item.asked == "many":
        return [one for one in ids if chance.random() < (0.7 if one in item.key else 0.05)]
    return chance.sample(ids, len(ids)) if item.asked == "order" else ["The first piece calms, the second does not."]


def make_content() -> Content:
    """Return an exercise of all nine kinds over two pieces of invented sentences."""
    pieces = [Piece(outlet, title, tuple(_lines(side))) for outlet, title, side in (("Orsa Post", "Ferry aground", "l"), ("Merrow Echo", "Ferry disaster", "r"))]  # fmt: skip
    tasks = [
        Task(
            f"t{at}",
            kind,
            kind,
            "Do it.",
            tuple(_item(kind, asked, number, pieces) for number in range(ITEMS)),
            points=ITEMS,
        )
        for at, (kind, asked) in enumerate(KINDS, start=1)
    ]
    return Content("A full room", pieces[0], pieces[1], tuple(tasks))


def _lines(side: str) -> Iterator[Line]:
    for number in range(1, LINES + 1):
        yield Line(
            f"{side}{number}",
            f"Number {number} of the boats off Orsa was held back by fog and a broken lamp at the pier.",
            number // 4,
        )


def _item(kind: TaskKind, asked: Asked, number: int, pieces: list[Piece]) -> Item:
    line = pieces[1].lines[number * 4]
    if kind == "loaded":
        choices = tuple(Choice(f"{line.id}w{at}", word) for at, word in enumerate(line.text.split(), start=1))
    elif asked == "text":
        choices = ()
    else:
        choices = tuple(Choice(one.id, one.text) for one in pieces[1].lines[number * 4 : number * 4 + 5])
    ids = tuple(choice.id for choice in choices)
    key = ids if asked == "order" else ids[:1]
    return Item(f"i{number}", asked, line.text, choices, key, machine=key, lines=(line.id,))
