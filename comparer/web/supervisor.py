"""Run several programs as one: start them together, restart what dies, end them together."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HOPELESS = os.EX_CONFIG
"""A program that ends with this status would end so again: it has said why, and is not restarted."""

TICK = 0.1
LONGEST_DELAY = 30.0
TRIES = 5
SETTLED_AFTER = 60.0
"""Seconds after which a program counts as having worked, so that its earlier failures are forgotten."""


@dataclass
class Program:
    """A command to keep running. Times are seconds of the monotonic clock."""

    name: str
    command: Sequence[str]
    inherited: tuple[int, ...] = ()
    """File descriptors that it may use."""
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    started: float = field(default=0.0, init=False)
    due: float = field(default=0.0, init=False)
    failures: int = field(default=0, init=False)

    def start(self) -> None:
        """Start in a session of its own: Ctrl-C reaches the supervisor alone, which then ends all in order.

        Standard input is a pipe that nobody writes to; its end tells the
        program that the supervisor is gone (see lifeline.py).
        """
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 -- commands are this project's own
            self.command, stdin=subprocess.PIPE, pass_fds=self.inherited, start_new_session=True
        )

    def note_end(self, status: int) -> float:
        """Count the failure; return the seconds to wait before the next start."""
        self.process = None
        settled = time.monotonic() - self.started > SETTLED_AFTER
        self.failures = 1 if settled else self.failures + 1
        delay = 0.0 if status == 0 else min(LONGEST_DELAY, 2.0 ** (self.failures - 1))
        self.due = time.monotonic() + delay
        return delay

    def send(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)


def _signals_to_heed() -> list[signal.Signals]:
    """Return the stop signals, less the end of the terminal where nohup has it ignored."""
    hangup_is_ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    return [number for number in STOP_SIGNALS if number is not signal.SIGHUP or not hangup_is_ignored]


class Supervisor:
    """Keeps programs running in the foreground until a signal asks it to stop."""

    def __init__(self, programs: Sequence[Program], *, patience: float = 15.0) -> None:
        """`patience`: seconds that the programs get to finish what they are doing."""
        self._programs = programs
        self._patience = patience
        self._stop = threading.Event()
        self._status = 0

    def run(self) -> int:
        """Return 0 after a signal, 1 if a program could not be kept running. Call from the main thread."""
        before = {number: signal.signal(number, self._on_signal) for number in _signals_to_heed()}
        try:
            while not self._stop.is_set():
                for program in self._programs:
                    self._look_after(program)
                self._stop.wait(TICK)
        finally:
            self._end_all()
            for number, handler in before.items():
                signal.signal(number, handler)
        return self._status

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """Stop at the first signal; at the second, kill what has not ended yet."""
        if self._stop.is_set():
            for program in self._programs:
                program.send(signal.SIGKILL)
        self._stop.set()

    def _look_after(self, program: Program) -> None:
        if program.process is None:
            if time.monotonic() >= program.due and not self._stop.is_set():
                program.start()
            return
        status = program.process.poll()
        if status is None:
            return
        delay = program.note_end(status)
        if status == HOPELESS or program.failures >= TRIES:
            print(f"The {program.name} cannot be kept running; everything ends.", flush=True)
            self._status = 1
            self._stop.set()
        else:
            print(f"The {program.name} ended (status {status}); it starts again in {delay:.0f} s.", flush=True)

    def _end_all(self) -> None:
        for program in self._programs:
            program.send(signal.SIGTERM)
        deadline = time.monotonic() + self._patience
        for program in self._programs:
            if program.process is None:
                continue
            try:
                program.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                program.process.kill()
                program.process.wait()
