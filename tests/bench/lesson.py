"""A class of 200 in one room, against the real site: `python -m tests.bench.lesson [STUDENTS]`.

Students join in the first minute; the teacher then opens a task every half
minute, and each student opens and answers it once, at some moment of the first
25 seconds. All phones ask every four seconds whether the lesson has moved, and
the teacher's board asks as often as its page does,
and is drawn anew where something is new.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from comparer.classroom.board.whereabouts import ASKS_EVERY
from tests.classroom.lesson.site import Site, serving
from tests.classroom.lesson.student import Student

JOINING = 60.0
TASK = 30.0
ANSWERING = 25.0
PULSE = 4.0
SEEN = re.compile(r"seen=([\w.-]+)")
ANSWERS = ({"item-i1": "r1", "item-i2": "r2"}, {"item-i1": "right"}, {"item-i1": "The second one frightens."})


class Lesson:
    """What all threads share: when it began, and what was measured."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.began = time.monotonic()
        self.over = Event()
        self.answered: list[float] = []
        self.boards: list[tuple[float, float]] = []

    def wait_for(self, moment: float) -> None:
        time.sleep(max(0.0, self.began + moment - time.monotonic()))

    def attend(self, number: int) -> Student:
        """One student's whole lesson."""
        chance = random.Random(number)  # noqa: S311 -- the same lesson every time
        student = Student(self.site.port, f"Otter {number}")
        self.wait_for(chance.uniform(0, JOINING))
        student.join("BCD234")
        for at, fields in enumerate(ANSWERS):
            opens = JOINING + 2 + at * TASK
            self._wait_asking(student, opens + chance.uniform(0, 4))
            student.look()
            self._wait_asking(student, opens + chance.uniform(5, ANSWERING))
            if student.answer(f"t{at + 1}", fields) != 200:
                raise AssertionError(f"{student.nickname}'s answer was not taken.")
            self.answered.append(time.monotonic())
        self._wait_asking(student, JOINING + 2 + len(ANSWERS) * TASK)
        student.close()
        return student

    def _wait_asking(self, student: Student, moment: float) -> None:
        while time.monotonic() + PULSE < self.began + moment:
            time.sleep(PULSE)
            student.pulse()
        self.wait_for(moment)

    def teach(self) -> Student:
        """Open a task every half minute."""
        teacher = Student(self.site.port, "teacher", cookies={"sessionid": self.site.session})
        teacher._read(teacher.ask("control", "GET", f"/class/rooms/{self.site.room}/control/")[1])
        for at in range(len(ANSWERS)):
            self.wait_for(JOINING + 2 + at * TASK - 1)
            form = {"task": str(at + 1)}
            status, *_ = teacher.ask("step", "POST", f"/class/rooms/{self.site.room}/step/", form)
            assert status == 302, status
        teacher.close()
        return teacher

    def watch(self) -> Student:
        """Keep the board as its page does."""
        board = Student(self.site.port, "board", cookies={"sessionid": self.site.session})
        seen = ""
        while not self.over.wait(ASKS_EVERY):
            asked = time.monotonic()
            address = f"/class/rooms/{self.site.room}/?view=answers&seen={seen}"
            status, page, _ = board.ask("board", "GET", address, headers={"HX-Request": "true"})
            assert status in (200, 204), status
            self.boards.append((asked, time.monotonic()))
            if status == 200:
                seen = SEEN.findall(page)[-1]
        board.close()
        return board

    def lags(self) -> list[float]:
        """Return for each answer how long after its confirmation the board that shows it had arrived."""
        ordered = sorted(self.boards)
        return [
            next(arrived for asked, arrived in ordered if asked >= answered) - answered
            for answered in self.answered
            if answered < ordered[-1][0]
        ]


def main(students: int) -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), pace="teacher") as site:
        lesson = Lesson(site)
        before = _seconds_of(site.web_process())
        with ThreadPoolExecutor(students + 2) as pool:
            teacher, board = pool.submit(lesson.teach), pool.submit(lesson.watch)
            try:
                everybody = list(pool.map(lesson.attend, range(students)))
            finally:
                lesson.over.set()
            everybody += [teacher.result(), board.result()]
        took = time.monotonic() - lesson.began
        used = _seconds_of(site.web_process()) - before
        kept = len(site.answers())
    _print(students, everybody, lesson.lags(), took=took, used=used, kept=kept)


def _print(
    students: int, everybody: Iterable[Student], lags: list[float], *, took: float, used: float, kept: int
) -> None:
    times: dict[str, list[float]] = defaultdict(list)
    for student in everybody:
        for what, seconds in student.times:
            times[what].append(seconds)
    asked = sum(map(len, times.values()))
    print(f"{students} students, {took:.0f} s, {asked:,} requests, {kept} answers kept of {students * len(ANSWERS)};")
    print(f"the web process used {used:.0f} s of a core ({1000 * used / asked:.1f} ms a request).")
    print(f"{'':24}{'requests':>9}{'median':>9}{'p95':>9}{'most':>9}")
    for what, found in [*times.items(), ("answer to board", lags)]:
        median, most = statistics.median(found), max(found)
        late = statistics.quantiles(found, n=20)[-1] if len(found) > 1 else most
        print(f"{what:24}{len(found):>9,}{median * 1000:>6.0f} ms{late * 1000:>6.0f} ms{most * 1000:>6.0f} ms")
    print(f"Load of the machine in the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores;")
    print(f"what takes 5 ms of a core took {1000 * _wait_for_a_core():.0f} ms, for other programs run here too.")


def _seconds_of(pid: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait_for_a_core() -> float:
    """Return how long 5 ms of work take here, at the median: 5 ms on a machine that has nothing else to do."""
    found = []
    for _ in range(100):
        began, worked = time.perf_counter(), time.process_time()
        while time.process_time() - worked < 0.005:
            pass
        found.append(time.perf_counter() - began)
    return statistics.median(found)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
