from __future__ import annotations

import signal
import threading
import time

import pytest

from comparer.comparisons.stopping import StoppedError, stoppable


def test_a_block_is_stopped_when_its_time_is_over() -> None:
    with pytest.raises(StoppedError), stoppable(0.01):
        time.sleep(30)


def test_a_block_is_stopped_from_another_thread() -> None:
    with pytest.raises(StoppedError):
        _sleep_until_another_thread_stops_it()


def test_an_alarm_that_comes_late_harms_nobody() -> None:
    with stoppable(30) as stop:
        pass
    stop()
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_IGN


def test_outside_the_main_thread_a_block_goes_on() -> None:
    done = []

    def work() -> None:
        with stoppable(0.01) as stop:
            stop()
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def _sleep_until_another_thread_stops_it() -> None:
    with stoppable(30) as stop:
        threading.Thread(target=stop).start()
        time.sleep(30)
