"""Real processes: a supervisor runs in one of its own, with small Python programs under it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from comparer.web.supervisor import HOPELESS, LONGEST_DELAY, TRIES, Program
from tests.web.waiting import wait_until

SUPERVISE = """
import sys
from comparer.web.supervisor import Program, Supervisor
programs = [Program(f"program {n}", [sys.executable, "-c", code]) for n, code in enumerate(sys.argv[2:], 1)]
sys.exit(Supervisor(programs, patience=float(sys.argv[1])).run())
"""
NOTE_PID = "import os, time; open({path!r}, 'a').write(f'{{os.getpid()}}\\n'); "
PATIENT = NOTE_PID + "time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + NOTE_PID + "time.sleep(600)"
ON_A_LIFELINE = "from comparer.web.lifeline import hold_lifeline; hold_lifeline(); " + PATIENT
HOPELESS_ONE = NOTE_PID + f"raise SystemExit({HOPELESS})"

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a supervisor over programs given as code; kill it after the test, if it still runs."""
    running: list[subprocess.Popen[str]] = []

    def start(*programs: str, patience: float = 10, by: Sequence[str] = ()) -> subprocess.Popen[str]:
        command = [*by, sys.executable, "-c", SUPERVISE, str(patience), *programs]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def pids(path: Path) -> list[int]:
    """Process ids that the program noted, one for each time it was started."""
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].startswith(" Z")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_programs(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    supervisor = start(PATIENT.format(path=str(first)), PATIENT.format(path=str(second)))
    wait_until(lambda: pids(first) and pids(second))
    supervisor.send_signal(number)
    assert supervisor.wait(10) == 0
    assert not any(is_running(pid) for pid in pids(first) + pids(second))


def test_the_end_of_the_terminal_is_survived_under_nohup(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "program"
    supervisor = start(PATIENT.format(path=str(path)), by=["nohup"])
    wait_until(lambda: pids(path))
    supervisor.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    assert supervisor.poll() is None
    supervisor.terminate()
    assert supervisor.wait(10) == 0


def test_a_dead_program_is_started_again_and_the_other_left_alone(start: Start, tmp_path: Path) -> None:
    mortal, other = tmp_path / "mortal", tmp_path / "other"
    supervisor = start(PATIENT.format(path=str(mortal)), PATIENT.format(path=str(other)))
    wait_until(lambda: pids(mortal) and pids(other))
    os.kill(pids(mortal)[0], signal.SIGKILL)
    wait_until(lambda: len(pids(mortal)) == 2)
    supervisor.terminate()
    assert supervisor.wait(10) == 0
    assert len(pids(other)) == 1
    assert supervisor.stdout is not None
    assert "The program 1 ended (status -9); it starts again in 1 s." in supervisor.stdout.read()


def test_a_hopeless_program_ends_everything_with_a_sentence(start: Start, tmp_path: Path) -> None:
    hopeless, other = tmp_path / "hopeless", tmp_path / "other"
    supervisor = start(PATIENT.format(path=str(other)), HOPELESS_ONE.format(path=str(hopeless)))
    assert supervisor.wait(20) == 1
    assert len(pids(hopeless)) == 1
    assert not any(is_running(pid) for pid in pids(other))
    assert supervisor.stdout is not None
    assert supervisor.stdout.read() == "The program 2 cannot be kept running; everything ends.\n"


def test_a_program_that_will_not_end_is_killed_when_patience_is_over(start: Start, tmp_path: Path) -> None:
    stubborn = tmp_path / "stubborn"
    supervisor = start(STUBBORN.format(path=str(stubborn)), patience=0.3)
    wait_until(lambda: pids(stubborn))
    supervisor.terminate()
    assert supervisor.wait(10) == 0
    assert not is_running(pids(stubborn)[0])


def test_a_second_signal_kills_at_once(start: Start, tmp_path: Path) -> None:
    stubborn = tmp_path / "stubborn"
    supervisor = start(STUBBORN.format(path=str(stubborn)), patience=600)
    wait_until(lambda: pids(stubborn))
    supervisor.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert supervisor.poll() is None
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait(10) == 0
    assert not is_running(pids(stubborn)[0])


def test_programs_end_when_their_supervisor_vanishes(start: Start, tmp_path: Path) -> None:
    held = tmp_path / "held"
    supervisor = start(ON_A_LIFELINE.format(path=str(held)))
    wait_until(lambda: pids(held))
    supervisor.kill()
    wait_until(lambda: not is_running(pids(held)[0]))


def test_the_wait_before_a_new_start_doubles_up_to_a_limit() -> None:
    program = Program("failing", ["unused"])
    delays = []
    for _ in range(8):
        program.started = time.monotonic()
        delays.append(program.note_end(1))
    assert delays == [1, 2, 4, 8, 16, LONGEST_DELAY, LONGEST_DELAY, LONGEST_DELAY]
    assert program.failures > TRIES


def test_failures_of_long_ago_are_forgotten() -> None:
    program = Program("settled", ["unused"])
    for _ in range(3):
        program.started = time.monotonic()
        program.note_end(1)
    program.started = time.monotonic() - 3600
    assert program.note_end(1) == 1
    assert program.failures == 1
