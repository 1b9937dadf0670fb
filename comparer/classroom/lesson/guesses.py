"""Limits guesses of codes and personal words, without keeping anybody's address.

Wrong guesses are counted in the memory of the web process for ten minutes, under
a keyed hash whose key is drawn when the process starts and never written: nobody
can tell from it, now or later, whose address it was. A whole school often shares
one address, so only wrong guesses count, and many are allowed. Where the whole
site gets too many, those addresses wait that made several: a class that types
its code rightly is never shut out by guesses made elsewhere.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections import OrderedDict, deque

WINDOW = 600.0
"""Seconds for which a wrong guess counts."""
PER_ADDRESS = 100
PER_STUDENT = 10
"""Wrong personal words for one nickname, from wherever they come."""
IN_ALL = 2_000
SEVERAL = 10
MOST_KEPT = 20_000


class Guesses:
    """Wrong guesses of the last minutes, by hashed name of who guessed or whose word was guessed."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._made: OrderedDict[bytes, deque[float]] = OrderedDict()
        self._in_all: deque[float] = deque(maxlen=IN_ALL)

    def may_guess(self, who: str, *, most: int = PER_ADDRESS) -> bool:
        """Return True while `who` has made fewer than `most` wrong guesses, and the site is not being searched."""
        now = time.monotonic()
        with self._lock:
            mine = self._count(self._key(who), now)
            _forget(self._in_all, now)
            return mine < most and (len(self._in_all) < IN_ALL or mine < SEVERAL)

    def note_wrong(self, *names: str) -> None:
        """Count one wrong guess under each of these names."""
        now = time.monotonic()
        with self._lock:
            self._in_all.append(now)
            for key in map(self._key, names):
                self._made.setdefault(key, deque(maxlen=PER_ADDRESS)).append(now)
                self._made.move_to_end(key)
            while len(self._made) > MOST_KEPT or (self._made and self._is_over(now)):
                self._made.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._made.clear()
            self._in_all.clear()

    def _key(self, who: str) -> bytes:
        return hmac.digest(self._secret, who.encode(), "sha256")

    def _count(self, key: bytes, now: float) -> int:
        times = self._made.get(key)
        if times is None:
            return 0
        _forget(times, now)
        return len(times)

    def _is_over(self, now: float) -> bool:
        oldest = next(iter(self._made.values()))
        return not oldest or oldest[-1] < now - WINDOW


def _forget(times: deque[float], now: float) -> None:
    while times and times[0] < now - WINDOW:
        times.popleft()


GUESSES = Guesses()
"""Those of this process: `make run` serves from one."""
